/**
 * The index of the lookup as it travels: what a browser needs to say which code a text is about.
 *
 * It comes in two files. `core` (codes, cases, HTTP statuses, messages) is small and answers codes,
 * bodies and messages at once; `texts` (descriptions and solutions in both languages, and what it
 * takes to search them) is fetched later and adds what people say in their own words. Both are plain
 * JSON.
 */
import { hyphenate } from '../text/hyphenate.ts';

/** HTTP statuses and messages of a case, newest document first, and its id where it does not follow from them. */
export type CompactCase = [statuses: string[], messages: string[], id?: string];

/**
 * A code, its cases, its slug if it does not follow from the code, and its aliases, each with the
 * position of the case that it means, if only one of several has it.
 */
export type CompactCode = [
  code: string,
  cases: CompactCase[],
  slug?: string | null,
  aliases?: [alias: string, item?: number][],
];

/** Returns every identifier of a code: the code itself, then its aliases. */
export function spellingsOf([code, , , aliases = []]: CompactCode): string[] {
  return [code, ...aliases.map(([alias]) => alias)];
}

/** The part that is fetched first. */
export interface LookupCore {
  version: 1;
  catalogs: { id: string; codes: CompactCode[] }[];
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
}

/** What `lookup` searches: the core, and the texts as soon as they are there. */
export interface LookupIndex {
  core: LookupCore;
  texts?: LookupTexts;
}

/**
 * The id that a case has by default: HTTP status and message.
 *
 * @example caseIdOf('413', 'Request entity too large.') // => '413-request-entity-too-large'
 */
export function caseIdOf(status: string, message: string): string {
  return hyphenate(`${status} ${message}`);
}
