/** The whole lookup, fetched when the box is first used: by a worker, or as one file by the page. */
import { answerText, type TextAnswer } from '../lookup/answer-text.ts';
import type { CompactCode, LookupIndex } from '../lookup/index/index-format.ts';
import { sourceOf } from '../lookup/index/large-index.ts';
import type { IndexSource } from '../lookup/index/prepare-index.ts';
import { langOf } from '../model/lang.ts';
import type { Simplification } from '../text/simplify.ts';

/** A code by its catalog and spelling. */
export interface CodeName {
  catalog: string;
  code: string;
}

export interface PageAnswer extends TextAnswer {
  /** Short links of the codes found, below `/c/`, by catalog and code. */
  shortLinks: ReadonlyMap<string, string>;
}

export interface Engine {
  /**
   * Returns the errors of a text with their places, its unknown codes and its results.
   *
   * @param catalog The catalog that the reader comes from.
   */
  answer(text: string, catalog?: string): PageAnswer;
  codesOf(names: readonly CodeName[]): (CompactCode | undefined)[];
  simplification(): Simplification;
}

/** A lookup in fetched files. */
export interface FileEngine extends Engine {
  /** Whether it has the texts; without them it still knows codes and messages. */
  isWhole(): boolean;
}

/** The same for a page that waits for a worker. */
export type AsyncEngine = {
  [Name in keyof FileEngine]: (
    ...args: Parameters<FileEngine[Name]>
  ) => Promise<ReturnType<FileEngine[Name]>> | ReturnType<FileEngine[Name]>;
} & {
  /** Stops its worker. */
  close(): void;
};

/** Returns the lookup in an index, which is prepared first so that each answer takes milliseconds. */
export function createEngine(index: LookupIndex | IndexSource, locale: string): Engine {
  const lang = langOf(locale);
  const source = sourceOf(index);
  return {
    answer: (text, catalog) => {
      const answer = answerText(text, source, lang, catalog);
      const found = answer.incidents.flatMap(({ result }) => result ?? []);
      const shortLinks = found.map(({ catalog: id, code }): [string, string] => [
        `${id} ${code}`,
        source.codeOf(id, code)?.[4] ?? `${code}/`,
      ]);
      return { ...answer, shortLinks: new Map(shortLinks) };
    },
    codesOf: (names) => names.map(({ catalog, code }) => source.codeOf(catalog, code)),
    simplification: () => source.simplification,
  };
}
