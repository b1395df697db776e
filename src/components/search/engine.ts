/** The whole lookup, as one file that is fetched when the box is first used. */

import type { Lang } from '../../../scripts/ingest/model.ts';
import type { LookupIndex } from '../../lookup/index-format.ts';
import { lookup } from '../../lookup/lookup.ts';
import { prepareIndex } from '../../lookup/prepare-index.ts';
import type { Result } from '../../lookup/result.ts';

/** Answers texts from one index. */
export type Answer = (text: string) => Result[];

/** Unfold an index, so that each answer takes milliseconds. */
export function makeAnswer(index: LookupIndex, lang: Lang): Answer {
  prepareIndex(index);
  return (text) => lookup(text, index, lang);
}
