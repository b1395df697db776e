/** What the rows of the list show: results of the lookup and hits of the full text. */
import {
  type CompactCase,
  type CompactCode,
  caseIdOf,
  messageIn,
} from '../lookup/index/index-format.ts';
import type { Result, Summary } from '../lookup/result.ts';
import { type Lang, langOf } from '../model/lang.ts';
import type { FullTextHit } from './full-text.ts';
import type { Place } from './load-files.ts';

/** A passage that the full-text search found; `marked` parts match the query. */
export interface Excerpt {
  lang: string;
  parts: { text: string; marked: boolean }[];
}

/** A result as far as a row needs it. */
export type Answered = Omit<Result, 'shows' | 'score'>;

/** A row of the list. */
export interface Row {
  href: string;
  result?: Answered;
  shows?: Summary | undefined;
  excerpt?: Excerpt;
  /** Title of a page that is about no code. */
  title?: string;
  /** Where the error is in the text, above the result. */
  found?: HTMLElement;
  /** An item of its own: an unknown code. */
  item?: HTMLLIElement;
}

type Site = Pick<Place, 'base' | 'locale'>;

/** Returns the row of a result. */
export function rowOf(result: Answered, shows: Summary | undefined, { base, locale }: Site): Row {
  const anchor = result.case === undefined ? '' : `#${result.case}`;
  return { href: `${base}${locale}/${result.catalog}/${result.slug}/${anchor}`, result, shows };
}

/** Returns the rows of results of the lookup. */
export function rowsOfResults(results: readonly Result[], site: Site): Row[] {
  return results.map((result) => rowOf(result, result.shows, site));
}

/**
 * Returns the rows of hits of the full text, in the reader's language; guides last, since what a
 * code means comes first.
 *
 * @param codes The codes of the hits.
 * @param isListed Whether a code is in the list already.
 */
export function rowsOfHits(
  hits: readonly FullTextHit[],
  codes: readonly (CompactCode | undefined)[],
  { base, locale }: Site,
  isListed: (catalog: string, code: string) => boolean,
): Row[] {
  const rows = new Map<string, Row>();
  for (const [at, { url, excerpt, catalog, code, case: id, title }] of hits.entries()) {
    const href = url.replace(/^\/[^/]+\//, `${base}${locale}/`);
    const key = catalog && code ? `${catalog} ${code}` : href;
    if (rows.has(key)) continue;
    if (!catalog || !code) {
      rows.set(key, { href, excerpt, title: title ?? href });
      continue;
    }
    if (isListed(catalog, code)) continue;
    const known = codes[at];
    const result: Answered = {
      catalog,
      code,
      slug: '',
      ...(id !== undefined && { case: id }),
      match: 'guess',
      because: [],
    };
    rows.set(key, {
      href,
      result,
      shows: known && summariseCase(known, id, langOf(locale)),
      excerpt,
    });
  }
  return [...rows.values()].sort((a, b) => Number(!a.result) - Number(!b.result));
}

/**
 * Returns the status and the message of a case; the statuses of all cases if `id` names none of
 * several.
 */
export function summariseCase([, cases]: CompactCode, id: string | undefined, lang: Lang): Summary {
  const own = cases.length === 1 ? cases[0] : cases.find((item) => idOf(item) === id);
  if (!own) {
    const statuses = new Set(cases.flatMap(([all]) => all.slice(0, 1)));
    return { statuses: [...statuses], cases: cases.length };
  }
  const [statuses, messages] = own;
  const message = messageIn(messages, lang);
  return {
    statuses: statuses.slice(0, 1),
    ...(message !== undefined && { message }),
    cases: cases.length,
  };
}

function idOf([statuses, messages, id]: CompactCase): string {
  return id ?? caseIdOf(statuses[0] ?? '', messages[0] ?? '');
}
