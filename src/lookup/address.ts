/** Finds the code that an address without a page means. */
import type { Locale } from '../model/lang.ts';
import { editDistance } from '../text/edit-distance.ts';
import { codeKey, groupByCodeKey } from './code-key.ts';

/** A code that has a page. */
export type Addressed = readonly [
  catalog: string,
  slug: string,
  code: string,
  ...aliases: string[],
];

/** One page to go to, or a short list to choose from. */
export interface Resolved {
  land?: Addressed;
  /** The HTTP status after the code: `/c/apig-0201/http-413/`. */
  status?: string;
  list: Addressed[];
  /** What the address calls the codes of the list; absent if they are only similar. */
  spelled?: string;
}

const maxOffered = 8;

/**
 * Returns the code that an address means.
 *
 * The path is read as a code in any spelling, whose parts may be in several folders
 * (`/errors/apig/0201`). Of several codes, those in the spelling of the address come first. If there is none, codes with the same number or similar letters are
 * offered.
 *
 * @param path Path of the address, without the site's base.
 * @example resolveAddress('/apig.201', known).land // => ['apig', 'apig-0201', 'APIG.0201']
 */
export function resolveAddress(path: string, known: readonly Addressed[]): Resolved {
  const parts = segmentsOf(path);
  const catalogs = new Set(parts.map((part) => part.toLowerCase()));
  const byKey = groupByCodeKey(known, ([, ...spellings]) => spellings);
  // The folders of the site before a code are no codes, unless nothing else is one: `/c/`, `/en/`.
  const isFolder = parts.length > 1 && /^(?:c|en|zh(?:-cn)?)$/i.test(parts[0] ?? '');
  const starts = [...parts.keys()];
  for (const start of isFolder ? [...starts.slice(1), 0] : starts) {
    for (let end = parts.length; end > start; end -= 1) {
      const same = byKey.get(codeKey(parts.slice(start, end).join('.'))) ?? [];
      // A catalog in the path decides between codes of one name.
      const named = same.filter(([catalog]) => catalogs.has(catalog));
      const chosen = named.length > 0 ? named : same;
      const [only, ...others] = chosen;
      if (only !== undefined && others.length === 0)
        return { land: only, ...statusIn(parts[end]), list: [] };
      if (only === undefined) continue;
      const spelled = parts.slice(start, end).join('/');
      const [own, other] = [true, false].map((isOwn) =>
        chosen.filter((one) => isSpelled(one, spelled) === isOwn),
      ) as [Addressed[], Addressed[]];
      return { list: [...own, ...other].slice(0, maxOffered), spelled };
    }
  }
  return { list: findSimilar(parts.filter(isNoIndex), known) };
}

/** Whether a code or an alias of it is written exactly like this. */
export function isSpelled([, , ...spellings]: Addressed, spelled: string): boolean {
  return spellings.includes(spelled);
}

/** Returns the locale that an address asks for, if it names one. */
export function localeOf(path: string): Locale | undefined {
  const [, first = ''] = /^\/*([^/]*)/.exec(path) ?? [];
  return /^zh\b/i.test(first) ? 'zh-cn' : /^en\b/i.test(first) ? 'en' : undefined;
}

/**
 * Returns the last folder or file of an address as words; '' for the home and 404 pages.
 *
 * @example textOfAddress('/en/apig/Backend-unavailable.html') // => 'Backend unavailable'
 */
export function textOfAddress(path: string): string {
  const parts = segmentsOf(path).filter(isNoIndex);
  const last = parts.length === 1 && localeOf(path) ? '' : (parts.at(-1) ?? '');
  return last === '404' ? '' : last.replace(/[-_+]+/g, ' ').trim();
}

/** Returns the folders and the file of an address, decoded, without file name extensions. */
function segmentsOf(path: string): string[] {
  return path
    .replace(/(?:^|\/)index\.html?$/i, '')
    .split('/')
    .map((part) => {
      try {
        return decodeURIComponent(part);
      } catch {
        return part;
      }
    })
    .map((part) => part.replace(/\.(html?|mdx?|json|php|aspx?)$/i, ''))
    .filter((part) => part !== '')
    .slice(0, 12)
    .map((part) => part.slice(0, 200));
}

/** `index` means a folder's page, unless it is a code. */
const isNoIndex = (part: string) => part !== 'index';

/** Returns the status that a part of an address names: `413`, `http-413`, `HTTP 413`. */
function statusIn(part = ''): Pick<Resolved, 'status'> {
  const [, status] =
    /^(?:http[-_.\s]*)?([1-5]\d\d)[^\p{L}\p{N}]*$/iu.exec(part.normalize('NFKC')) ?? [];
  return status === undefined ? {} : { status };
}

/**
 * Returns codes that share the number or the beginning of the words, the most similar first. Of codes
 * with a number only those with a similar one: `apig-9999` is near none that begins alike.
 */
function findSimilar(parts: readonly string[], known: readonly Addressed[]): Addressed[] {
  const words = parts
    .slice(-2)
    .flatMap((part) => part.toLowerCase().match(/\p{L}{3,}|\p{N}{2,}/gu) ?? []);
  if (words.length === 0) return [];
  const numbers = words.filter(isNumber);
  const scored = known.map((item) => {
    const own = item[2].toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? [];
    const scoreOf = (all: readonly string[]) =>
      all.reduce(
        (sum, word) => sum + Math.max(0, ...own.map((other) => similarityOf(word, other))),
        0,
      );
    const isFar =
      numbers.length > 0 &&
      scoreOf(numbers) === 0 &&
      (own.some(isNumber) || !own.some((other) => words.includes(other)));
    return { item, score: isFar ? 0 : scoreOf(words) };
  });
  const best = scored.reduce((most, { score }) => Math.max(most, score), 0);
  if (best < 2) return [];
  return scored
    .filter(({ score }) => score >= best - 0.5)
    .slice(0, maxOffered)
    .map(({ item }) => item);
}

const isNumber = (word: string) => /^\p{N}/u.test(word);

/** Returns 0 for words that have nothing in common; the same number weighs most. */
function similarityOf(word: string, other: string): number {
  if (isNumber(word)) {
    if (word.replace(/^0+/, '') === other.replace(/^0+/, '')) return 3;
    // 0202 is a neighbour of 0201.
    return word.length > 2 && word.slice(0, -2) === other.slice(0, -2) ? 1 : 0;
  }
  if (word === other) return 2;
  if (Math.min(word.length, other.length) < 4) return 0;
  const begins = word.startsWith(other) || other.startsWith(word);
  return begins || editDistance(word, other, 1) === 1 ? 1.5 : 0;
}
