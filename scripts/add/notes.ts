import type { Options } from './options.ts';

/** A field of the registry with its value for people, and where it comes from. */
export type NoteLine = [field: string, value: string, because: string];

/** Something that only a person knows. */
export interface Question {
  option: 'catalog' | 'title' | 'follows' | 'publisher' | 'licence' | 'redistribute';
  text: string;
}

/** What is known of a document, and what must be asked. */
export interface Notes {
  lines: NoteLine[];
  questions: Question[];
  /** Notes a value, and returns it. */
  say: (field: string, value: string | undefined, because: string) => string | undefined;
  /** Notes and returns what was given for an option, else the first value that is known. */
  pick: (
    option: Exclude<keyof Options, 'lang' | 'format' | 'shape'>,
    ...known: [value: string | undefined, because: string][]
  ) => string | undefined;
  ask: (option: Question['option'], text: string) => void;
}

/** Returns empty notes about a document with these options. */
export function createNotes(options: Options): Notes {
  const lines: NoteLine[] = [];
  const questions: Question[] = [];
  const say: Notes['say'] = (field, value, because) => {
    if (value) lines.push([field, value, because]);
    return value;
  };
  return {
    lines,
    questions,
    say,
    pick: (option, ...known) => {
      if (options[option]) return say(option, options[option], 'given');
      const [value, because = ''] = known.find(([item]) => item !== undefined) ?? [];
      return say(option, value, because);
    },
    ask: (option, text) => questions.push({ option, text }),
  };
}
