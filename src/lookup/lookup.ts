import type { Lang } from '../model/lang.ts';
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
  // An HTTP status alone is a filter: every code that has it is listed. It may be a code's number too.
  const isFilter =
    evidence.bareStatus &&
    evidence.mentions.every(({ code, how }) => how === 'number' || evidence.typed.has(code));
  let left = isFilter ? Number.POSITIVE_INFINITY : limits.guesses;
  const ranked = rankCodes(evidence, catalog).filter(
    ({ match }) => match !== 'guess' || left-- > 0,
  );
  const listed = isFilter ? groupByCatalog(ranked, evidence) : ranked;
  return listed.map((one) =>
    explain(one, one === ranked[0] ? undefined : ranked[0], evidence, lang),
  );
}

/** Returns the codes of one catalog after those of another, that of the best code first. */
function groupByCatalog(ranked: readonly RankedCode[], { index }: Evidence): RankedCode[] {
  return [...Map.groupBy(ranked, ({ code }) => index.codes[code]?.catalog).values()].flat();
}
