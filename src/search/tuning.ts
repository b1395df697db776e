/**
 * The tuned numbers of the search.
 *
 * `npm run bench:search` measures quality, speed and bytes with 155 queries and 221 pasted errors in
 * both interfaces; docs/search.md has the figures.
 */

/** Delays in milliseconds. */
export const delays = {
  /** Before the message that the text is being searched. */
  busy: 250,
  /** Before the message that files are still being fetched. */
  slow: 3000,
  /** Before the message that the search's own script is missing. */
  failed: 8000,
  /** After the last key, before the full text is searched. */
  typing: 150,
  /** For an answer of the full text: a damaged index gives none, and no error. */
  fullText: 20_000,
};

/** A text of this length is looked up after the page has shown that it is busy, and laid out simply. */
export const longText = 20_000;

/**
 * Rows rendered at once, and in each later task; rows from which on a list is grouped by catalog, and
 * length up to which all rows of it are shown.
 */
export const rows = { first: 20, later: 50, ungrouped: 20, whole: 200 };

/** Of a text with several errors: errors shown at length, lines and near codes named for each; length
 * up to which a text with one error needs no excerpt. */
export const incidents = { detailed: 8, lines: 6, near: 5, obvious: 120 };

/** Pagefind's ranking, and the number of its hits that are used. */
export const ranking = { termFrequency: 0.6, pageLength: 0.4, termSaturation: 1.4 };
export const maxHits = 12;
/** Least share of the words that a text must contain when no text contains them all. */
export const leastWords = 0.5;

/** Characters of a query for the full text, and words that are searched one by one. */
export const maxQuery = { input: 20_000, characters: 200, words: 8, fields: 50 };

/**
 * Codes up to which the index is one small file, codes in a shard (about 10 kB), shards for an answer,
 * shards whose codes have one full-text index (400 MB of memory when it is built).
 */
export const shardSizes = { smallIndex: 1000, codes: 500, fetched: 3, inFullText: 20 };
