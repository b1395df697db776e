/** Which code and which case is a text about, and why. */
import type { Lang } from '../model/lang.ts';
import { explain } from './explain.ts';
import type { LookupIndex } from './index-format.ts';
import { prepareIndex } from './prepare-index.ts';
import { rankCodes } from './rank-codes.ts';
import { readEvidence } from './read-evidence.ts';
import type { Result } from './result.ts';

export interface LookupOptions {
  /** Most results that are mere guesses. */
  guesses?: number;
}

/**
 * Find the codes that a text is about.
 *
 * Nothing of the text leaves the function. It never throws, takes time linear in the length of the
 * text, and gives the same answer for the same input.
 *
 * @param text Anything: a code, an error body, a log, a page, a sentence in either language.
 * @param index What `buildLookupIndex` made; without `texts` it knows no descriptions and solutions.
 * @param lang The reader's language, in which descriptions are shown; it does not change the order.
 * @returns One result a code, the best first; empty when nothing is near.
 * @example
 *   lookup('{"error_code":"APIG.0201","error_msg":"Backend timeout."}', index, 'en')[0]
 *   // => { code: 'APIG.0201', case: '504-backend-timeout', match: 'exact', … }
 */
export function lookup(
  text: string,
  index: LookupIndex,
  lang: Lang,
  { guesses = 8 }: LookupOptions = {},
): Result[] {
  const prepared = prepareIndex(index);
  const evidence = readEvidence(text, prepared);
  let left = guesses;
  return rankCodes(evidence, prepared)
    .filter(({ match }) => match !== 'guess' || left-- > 0)
    .map((ranked, place, all) =>
      explain(ranked, place === 0 ? undefined : all[0], evidence, prepared, lang),
    );
}
