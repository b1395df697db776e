/** How many full-text indexes a site has. The browser knows it from the number of shards. */
import { shardSizes } from './tuning.ts';

/** Codes in a full-text index; with more of them there are several. */
export const codesInFullText = shardSizes.inFullText * shardSizes.codes;

/** Returns the number of full-text indexes of an index with so many shards. */
export const fullTextCount = (shards: number): number =>
  Math.max(1, Math.ceil(shards / shardSizes.inFullText));
