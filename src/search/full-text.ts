/** The full-text search: Pagefind over both languages' texts as one list. */
import { langOfText } from '../text/lang-of-text.ts';
import type { Simplification } from '../text/simplify.ts';
import { fullTextCount } from './full-text-parts.ts';
import type { Place } from './load-files.ts';
import { createMarker } from './mark-matches.ts';
import { prepareQuery, wordsOfQuery } from './prepare-query.ts';
import type { Excerpt } from './rows.ts';
import { delays, leastWords, maxHits, ranking } from './tuning.ts';

/** The parts of Pagefind that are used; https://pagefind.app/docs/api/ */
interface Pagefind {
  options(options: object): Promise<void>;
  mergeIndex(path: string, options: object): Promise<void>;
  search(term: string): Promise<{ results: Found[] } | null>;
}
interface Found {
  id: string;
  score: number;
  data(): Promise<{ url: string; excerpt: string; meta: Record<string, string | undefined> }>;
}

/** A case of a code, or a guide. */
export interface FullTextHit {
  url: string;
  excerpt: Excerpt;
  catalog?: string;
  code?: string;
  case?: string;
  title?: string;
}

export class FullText {
  readonly #place: Place;
  readonly #simplification: Simplification;
  #pagefind: Promise<Pagefind> | undefined;

  constructor(place: Place, simplification: Simplification) {
    this.#place = place;
    this.#simplification = simplification;
  }

  /**
   * Searches the texts for all words.
   *
   * @param loose Whether to search word by word if no text has them all.
   * @throws If the index cannot be fetched, or gives no answer.
   */
  search(text: string, loose: boolean): Promise<FullTextHit[]> {
    return within(delays.fullText, this.#find(text, loose));
  }

  async #find(text: string, loose: boolean): Promise<FullTextHit[]> {
    const query = prepareQuery(text, this.#simplification);
    if (query === '') return [];
    this.#pagefind ??= openPagefind(this.#place).catch((error: unknown) => {
      this.#pagefind = undefined;
      throw error;
    });
    const pagefind = await this.#pagefind;
    const words = wordsOfQuery(query);
    const all = (await pagefind.search(query))?.results ?? [];
    const found = all.length > 0 || !loose ? all : await searchWords(pagefind, words);
    if (found.length === 0 && (await lacksIndex(pagefind))) throw new Error('the index is missing');
    const hits = await Promise.all(found.slice(0, maxHits).map(readHit));
    // A guide that has only some of the words does not answer an error.
    const mark = createMarker(text, this.#simplification);
    // Nor does one in which the index found only another word that begins alike.
    const isAnswer = ({ excerpt }: FullTextHit) =>
      all.length > 0 && excerpt.parts.some((part) => mark(part.text).some(({ marked }) => marked));
    return hits.filter((hit) => isMeant(hit, words) && (hit.code !== undefined || isAnswer(hit)));
  }
}

/** Words of the guides, which every index has. */
const anyText = { en: 'code', 'zh-cn': '错误' };

/** Whether the index finds nothing at all: Pagefind does not say that a host lacks its parts. */
async function lacksIndex(pagefind: Pagefind): Promise<boolean> {
  const lang = document.documentElement.lang.toLowerCase();
  const answer = await pagefind.search(anyText[lang === 'en' ? 'en' : 'zh-cn']);
  return (answer?.results ?? []).length === 0;
}

/** @throws If a promise takes longer than a number of milliseconds. */
const within = <Value>(limit: number, promise: Promise<Value>): Promise<Value> =>
  Promise.race([
    promise,
    new Promise<never>((_, fail) => setTimeout(() => fail(new Error('no answer')), limit)),
  ]);

/**
 * Fetches Pagefind and the indexes of both languages. The other language is merged under another
 * spelling of the same path, because Pagefind refuses the same path twice; two instances on one page
 * would race. A large site has further indexes: src/search/full-text-index.ts.
 */
async function openPagefind({ base, shards }: Place): Promise<Pagefind> {
  const pagefind: Pagefind = await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`);
  const own = document.documentElement.lang.toLowerCase();
  await pagefind.options({ ranking, excerptLength: 24, baseUrl: '/' });
  const other = own === 'en' ? 'zh-cn' : 'en';
  const merge = (path: string, language: string) =>
    pagefind.mergeIndex(`${base}pagefind/${path}`, { language, ranking, baseUrl: '/' });
  await merge('./', other);
  for (let at = 2; at <= fullTextCount(shards); at += 1) {
    await merge(`${at}/`, own === 'en' ? 'en' : 'zh-cn');
    await merge(`${at}/./`, other);
  }
  return pagefind;
}

/**
 * Whether a text has one of the words. For a word that no text has, Pagefind looks for its first
 * letters, down to one: "quantum" would find "?q=".
 */
function isMeant({ excerpt }: FullTextHit, words: string[]): boolean {
  const marked = excerpt.parts.flatMap(({ text, marked }) => (marked ? [text.toLowerCase()] : []));
  if (words.length === 0 || marked.length === 0) return true;
  return words.some((word) => marked.some((part) => part.includes(word.slice(0, 4))));
}

/** Texts that have at least half of the words. */
async function searchWords(pagefind: Pagefind, words: string[]): Promise<Found[]> {
  const scores = new Map<string, { found: Found; score: number; words: number }>();
  const perWord = await Promise.all(words.map((word) => pagefind.search(word)));
  for (const answer of perWord) {
    const results = answer?.results ?? [];
    for (const found of results) {
      const known = scores.get(found.id) ?? { found, score: 0, words: 0 };
      // A word that many texts have counts less.
      known.score += found.score / (1 + Math.log(results.length));
      known.words += 1;
      scores.set(found.id, known);
    }
  }
  return [...scores.values()]
    .filter((one) => one.words >= leastWords * words.length)
    .sort((a, b) => b.words - a.words || b.score - a.score)
    .map(({ found }) => found);
}

async function readHit(found: Found): Promise<FullTextHit> {
  const { url, excerpt, meta } = await found.data();
  const { catalog, code, case: id, title, lang } = meta;
  const parts = readExcerpt(excerpt);
  const shown = parts.map((part) => part.text).join('');
  const hit: FullTextHit = { url, excerpt: { lang: lang ?? langOfText(shown), parts } };
  return Object.assign(
    hit,
    catalog !== undefined && { catalog },
    code !== undefined && { code },
    id && { case: id },
    title !== undefined && { title },
  );
}

/** The spaces that `spaceOut` inserts. */
const spaceBetween = /(?<=\p{Script=Han}) +(?=[A-Za-z0-9])|(?<=[A-Za-z0-9]) +(?=\p{Script=Han})/gu;

/**
 * Returns Pagefind's excerpt, HTML with `<mark>`, as text. It is never parsed as HTML, so a text that
 * looks like markup stays text.
 */
function readExcerpt(html: string): Excerpt['parts'] {
  const text = html.replaceAll('\u200b', '').replace(spaceBetween, '');
  return text
    .split(/<mark>(.*?)<\/mark>/s)
    .map((part, index) => ({ text: decode(part), marked: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}

function decode(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
