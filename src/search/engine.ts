/** The whole lookup, as one file that is fetched when the box is first used. */

import type { LookupIndex } from '../lookup/index-format.ts';
import { lookup } from '../lookup/lookup.ts';
import { prepareIndex } from '../lookup/prepare-index.ts';
import { readEvidence } from '../lookup/read-evidence.ts';
import type { Result } from '../lookup/result.ts';
import type { Lang } from '../model/lang.ts';

/** Answers texts from one index. */
export interface Answer {
  (text: string): Result[];
  /** The first code a text names that no document has. */
  unknownCode(text: string): string | undefined;
}

/** Unfold an index, so that each answer takes milliseconds. */
export function makeAnswer(index: LookupIndex, lang: Lang): Answer {
  const prepared = prepareIndex(index);
  return Object.assign((text: string) => lookup(text, index, lang), {
    unknownCode: (text: string) => readEvidence(text, prepared).foreign[0]?.code,
  });
}
