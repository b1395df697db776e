import type { Lang } from '../model/lang.ts';
import { compactOf } from './code-key.ts';
import { type Evidence, readEvidence } from './evidence/read-evidence.ts';
import type { LookupIndex } from './index/index-format.ts';
import { sourceOf } from './index/large-index.ts';
import type { IndexSource } from './index/prepare-index.ts';
import { explain } from './rank/explain.ts';
import { type RankedCode, rankCodes } from './rank/rank-codes.ts';
import type { Result } from './result.ts';
import { limits } from './tuning.ts';

/**
 * Returns the codes that a text is about, the best first.
 *
 * Nothing of the text leaves the function. It never throws, takes time linear in the length of the
 * text, and gives the same answer for the same input. For a text with several errors see `answerText`.
 *
 * @param text Anything: a code, an error body, a log, a page, a sentence in either language.
 * @param index From `buildLookupIndex`; without `texts` it has no descriptions and solutions.
 * @param lang The reader's language, in which descriptions are shown; it does not change the order.
 * @param catalog The catalog that the reader comes from: of equal codes, its own come first.
 * @example
 *   lookup('{"error_code":"APIG.0201","error_msg":"Backend timeout."}', index, 'en')[0]
 *   // => { code: 'APIG.0201', case: '504-backend-timeout', match: 'exact', … }
 */
export function lookup(
  text: string,
  index: LookupIndex | IndexSource,
  lang: Lang,
  catalog?: string,
): Result[] {
  return rankResults(readEvidence(text, sourceOf(index)), lang, catalog);
}

/** Returns the results that the evidence in a text gives. */
export function rankResults(evidence: Evidence, lang: Lang, catalog?: string): Result[] {
  const filter = filterOf(evidence);
  let left = filter ? Number.POSITIVE_INFINITY : limits.guesses;
  const all = rankCodes(evidence, catalog);
  const ranked = (
    filter && 'beginning' in filter ? all.filter(({ mention }) => mention !== undefined) : all
  ).filter(({ match }) => match !== 'guess' || left-- > 0);
  const listed = filter ? groupByCatalog(ranked, evidence) : ranked;
  return listed.map((one) =>
    explain(one, one === ranked[0] ? undefined : ranked[0], evidence, lang),
  );
}

/** What every code that a text lists has: an HTTP status, or a beginning. */
export type Filter = { statuses: string[] } | { beginning: string };

/**
 * Returns what a text filters the codes by: an HTTP status alone, which may be a code's number too, or
 * the beginning of codes alone, as it is typed.
 */
export function filterOf(evidence: Evidence): Filter | undefined {
  const { bareStatus, mentions, typed, statuses, index } = evidence;
  if (bareStatus && mentions.every(({ code, how }) => how === 'number' || typed.has(code)))
    return { statuses: [...new Set(statuses.map(({ status }) => status))] };
  const [first] = mentions;
  const beginning = first?.spelled ?? '';
  const isBeginning = ({ code, how, match, where, spelled }: (typeof mentions)[number]) =>
    how === 'part' &&
    match === 'guess' &&
    where === 'alone' &&
    spelled === beginning &&
    compactOf(index.codes[code]?.code ?? '').startsWith(compactOf(beginning));
  return first && mentions.every(isBeginning) ? { beginning } : undefined;
}

/** Returns the codes of one catalog after those of another, that of the best code first. */
function groupByCatalog(ranked: readonly RankedCode[], { index }: Evidence): RankedCode[] {
  return [...Map.groupBy(ranked, ({ code }) => index.codes[code]?.catalog).values()].flat();
}
