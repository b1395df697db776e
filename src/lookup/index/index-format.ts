/**
 * The index of the lookup as JSON, in two files. `core` (codes, cases, HTTP statuses, messages) is
 * small and answers codes, bodies and messages; `texts` (descriptions and solutions in both languages)
 * is fetched later and answers descriptions in the reader's own words.
 */
import type { Lang } from '../../model/lang.ts';
import { hyphenate } from '../../text/hyphenate.ts';
import { langOfText } from '../../text/lang-of-text.ts';

/** HTTP statuses and messages of a case, newest document first, and its id where it does not follow from them. */
export type CompactCase = [statuses: string[], messages: string[], id?: string];

/**
 * A code, its cases, its slug if it does not follow from the code, its aliases, each with the position
 * of the case that it means, if only one of several has it, and its short link below `/c/` if that is
 * not the code.
 */
export type CompactCode = [
  code: string,
  cases: CompactCase[],
  slug?: string | null,
  aliases?: [alias: string, item?: number][] | null,
  short?: string,
];

/** Returns every identifier of a code: the code itself, then its aliases. */
export function spellingsOf([code, , , aliases]: CompactCode): string[] {
  return [code, ...(aliases ?? []).map(([alias]) => alias)];
}

export interface LookupCore {
  version: 1;
  catalogs: { id: string; codes: CompactCode[] }[];
  /** Codes and messages that many services share; see `isStandardError`. */
  shared: string[];
}

/** A sentence of a document about codes that its catalog does not contain. */
export interface PrefixNote {
  catalog: string;
  variant: string;
  file: string;
  line: number;
  text: string;
}

/** Descriptions and solutions of the cases, in the order of the cases in `core`, as positions in `strings`. */
export interface LookupTexts {
  version: 1;
  strings: string[];
  cases: [descriptions: number[], solutions: number[]][];
  /** Words for one thing, a line each: English words, a bar, Chinese words. */
  concepts: readonly string[];
  /** Traditional and simplified characters in turn, as far as the texts need them. */
  traditional: string;
  /** Publishers of each catalog's documents, in the order of the catalogs. */
  names: string[][];
  notes: PrefixNote[];
}

/** The core, and the texts once they are loaded. */
export interface LookupIndex {
  core: LookupCore;
  texts?: LookupTexts;
}

/** What an index contains, whether it was parsed or is read from its files line by line. */
export interface IndexContent {
  shared: readonly string[];
  catalogs: { id: string; count: number }[];
  /** Returns a code by the positions of its catalog and of the code in it. */
  codeAt(catalog: number, at: number): CompactCode;
  texts?: Omit<LookupTexts, 'strings' | 'cases'> & {
    caseAt(item: number): LookupTexts['cases'][number];
    stringAt(at: number): string;
  };
}

/** Returns the content of a parsed index. */
export function contentOf({ core: { shared, catalogs }, texts }: LookupIndex): IndexContent {
  return {
    shared,
    catalogs: catalogs.map(({ id, codes }) => ({ id, count: codes.length })),
    codeAt: (catalog, at) => catalogs[catalog]?.codes[at] as CompactCode,
    ...(texts && {
      texts: {
        ...texts,
        caseAt: (item) => texts.cases[item] ?? [[], []],
        stringAt: (at) => texts.strings[at] ?? '',
      },
    }),
  };
}

/** Returns the newest message in a language, else the newest: most documents do not translate them. */
export function messageIn(messages: readonly string[], lang: Lang): string | undefined {
  return messages.find((message) => langOfText(message) === lang) ?? messages[0];
}

/**
 * Returns the id that a case has by default: HTTP status and message.
 *
 * @example caseIdOf('413', 'Request entity too large.') // => '413-request-entity-too-large'
 */
export function caseIdOf(status: string, message: string): string {
  return hyphenate(`${status} ${message}`);
}
