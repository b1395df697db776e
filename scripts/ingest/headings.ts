/** Maps headings to fields: headings of columns, and labels of lines and sections. */
import { z } from 'zod';
import {
  type ColumnField,
  checkHeadings,
  columnFields as columnLists,
  type HeadingList,
} from '../../src/model/registry.ts';
import { foldText, headingKey } from '../../src/text/fold.ts';
import { remember } from '../../src/text/remember.ts';

/**
 * `content/curation/headings.yaml`: the headings of each field, the most specific first, and the
 * words by which a heading that is in no list is recognised.
 */
export const HeadingsSchema = z
  .strictObject({ ...columnLists, words: z.strictObject(columnLists).optional() })
  .superRefine(checkHeadings);
export type Headings = z.infer<typeof HeadingsSchema>;

/** A field that a heading may stand for; a lower rank is a better match. */
export interface Candidate {
  field: ColumnField;
  rank: number;
  isCause: boolean;
}

/** Word matches come after all listed headings. */
const wordRank = 10_000;

/** Whether a heading is in the lists itself, and not only a word of it. */
export const isListed = ({ rank }: Candidate): boolean => rank < wordRank;

/** Returns the headings with those of a catalog or variant before the common ones. */
export function mergeHeadings(headings: Headings, ...own: (HeadingList | undefined)[]): Headings {
  const merged = { ...headings };
  for (const lists of own) {
    for (const [field, names] of Object.entries(lists ?? {}) as [ColumnField, string[]][]) {
      const keys = new Set(names.map(headingKey));
      for (const other of columnFields) {
        merged[other] = merged[other]?.filter((name) => !keys.has(headingKey(name)));
      }
      merged[field] = [...names, ...(merged[field] ?? [])];
    }
  }
  return merged;
}

const columnFields = Object.keys(columnLists) as ColumnField[];

/** Returns the field of a heading; undefined if it is unknown. */
export interface HeadingLookup {
  (heading: string): Candidate | undefined;
  /** Names joined by signs that are the codes of a document: `auth/token-expired`. */
  names?: ReadonlySet<string>;
}

/** Returns the lookup of headings in lists, then by words. */
export function createHeadingLookup(headings: Headings): HeadingLookup {
  const listed = new Map<string, Candidate>();
  const words: (Candidate & Word)[] = [];
  for (const field of columnFields) {
    for (const [rank, name] of (headings[field] ?? []).entries()) {
      const key = listKey(name);
      if (!listed.has(key)) listed.set(key, { field, rank, isCause: isCause(name) });
    }
    for (const [rank, word] of (headings.words?.[field] ?? []).entries()) {
      words.push({
        ...prepareWord(foldText(word)),
        field,
        rank: wordRank + rank,
        isCause: isCause(word),
      });
    }
  }
  const match = (heading: string): Candidate | undefined =>
    listed.get(listKey(heading)) ??
    listed.get(listKey(nameInBrackets.exec(heading)?.[1] ?? '')) ??
    listed.get(listKey(withoutBrackets(heading))) ??
    (ofSeveral.test(heading) ? undefined : matchWords(withoutBrackets(heading), words));
  const lookUp = (printed: string): Candidate | undefined => {
    const heading = printed.replace(/(?<=^|\s)#(?=\s|$)/, 'No.');
    // A long text is a sentence.
    if (heading.length > longest) return listed.get(listKey(heading));
    return [heading, ...heading.split(signs)].map(match).find((found) => found !== undefined);
  };
  // Readers ask for the same text again and again: it may be the label of a line, of a cell or of a section.
  const find = remember((printed) => lookUp(printed) ?? null, 50_000);
  return (printed) => find(printed) ?? undefined;
}

/** The name of the field in data: 状态码(code), 说明(message). */
const nameInBrackets = /\p{Script=Han}\s*[(（]\s*(code|msg|message)\s*[)）]\s*$/iu;

/** "Code prefix", 错误码范围: what several codes have in common is no code. */
const ofSeveral = /前缀|范围|区间|号段|\bprefix\b|\branges?\b/i;

/** Signs between names of two things: "Cause / Solution". */
const signs = /[&/、，,;；]/u;

/** "Error code / name" is not "Error code name". */
const listKey = (heading: string): string => heading.split(signs).map(headingKey).join('/');

const longest = 60;

const isCause = (heading: string): boolean =>
  /cause|reason|scenario|why|when|原因|场景|条件|出现/i.test(heading);

/** What follows one of these names another thing: "Description of the error code". */
const separators = /\b(?:and|or|of|in|for|from|to|by)\b|和|或者?|及|与/iu;

interface Word {
  word: string;
  /** For a phrase such as "what to do", which no separator divides. */
  phrase?: RegExp;
  pattern?: RegExp;
}

/** English words match whole, with a plural; Chinese has no spaces between words. */
function prepareWord(text: string): Word {
  if (!/^[a-z]/.test(text)) return { word: text };
  const isPhrase = separators.test(text);
  const word = isPhrase ? text.replaceAll(' ', '') : text;
  return {
    word,
    pattern: new RegExp(` ${word}(?:s|es)? `),
    ...(isPhrase ? { phrase: new RegExp(text.replaceAll(' ', '\\s+'), 'i') } : {}),
  };
}

function matchWords(heading: string, words: (Candidate & Word)[]): Candidate | undefined {
  // A word with points or underscores is a code; signs divide a heading before its words do.
  if (signs.test(heading) || /^\S*[\p{L}\p{N}_][._][\p{L}\p{N}_]\S*$/u.test(heading))
    return undefined;
  const whole = words.reduce(
    (text, { phrase, word }) => (phrase ? text.replace(phrase, word) : text),
    heading,
  );
  for (const part of whole.split(separators)) {
    // "getCode" is "get code".
    const text = ` ${foldText(part.replace(/([a-z])([A-Z])/g, '$1 $2'))} `;
    let best: (Candidate & { end: number; length: number }) | undefined;
    for (const { word, phrase: _, pattern, ...candidate } of words) {
      const at = pattern ? text.search(pattern) + 1 : text.lastIndexOf(word);
      if (pattern ? at === 0 : at === -1) continue;
      const end = at + word.length;
      const isBetter = !best || end > best.end || (end === best.end && word.length > best.length);
      if (isBetter) best = { ...candidate, end, length: word.length };
    }
    if (best) return best;
  }
  return undefined;
}

function withoutBrackets(heading: string): string {
  // `[^()]` avoids a new search at each bracket of a run that never closes.
  return heading.replace(/[(（][^()（）]*[)）]/g, '');
}
