/**
 * Which part of a large index a code stands in, computed alike when the site is built and, from
 * nothing but the pasted text, in the browser.
 */

/** Up to so many codes the whole index is one small file that pages fetch when idle. */
export const smallIndex = 1000;

/** A shard has about so many codes (some 10 kB compressed). */
const codesInShard = 500;

/** How many shards an index of so many codes has; 0 where it needs none. */
export function shardCount(codes: number): number {
  return codes <= smallIndex ? 0 : Math.ceil(codes / codesInShard);
}

/**
 * The shard of a code, or of a word that may be one. A number at its end decides, without leading
 * zeros, so that `APIG.0201`, `apig-201` and `0201` lead to the same shard; without a number its
 * first letters do.
 *
 * @example shardOf('APIG.0201', 20) === shardOf('201', 20) // => true
 */
export function shardOf(code: string, shards: number): number {
  const letters = code
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  const number = /(?<!\d)\d+$/.exec(letters)?.[0].replace(/^0+(?=\d)/, '');
  let hash = 0;
  for (const sign of number ?? letters.slice(0, 6)) hash = (hash * 31 + sign.charCodeAt(0)) >>> 0;
  return hash % shards;
}

/** A text may name several codes; more shards than this are not fetched for a first answer. */
const mostShards = 3;

/**
 * The shards that a pasted text needs for a first answer: those of its words that look like codes.
 *
 * @returns Numbers of shards, those of the likeliest words first; empty for plain prose.
 */
export function shardsFor(text: string, shards: number): number[] {
  const start = text.slice(0, 20_000).normalize('NFKC');
  // Not the keys of a body: "error_code": …
  const words =
    start.match(
      // Only from the beginning of a word: from each of its letters, a long one would take long.
      /(?<![\p{L}\p{N}]|[\p{L}\p{N}][._-])[\p{L}\p{N}]+(?:[._-][\p{L}\p{N}]+)*(?![\p{L}\p{N}._-]|["']?\s*[:=])/gu,
    ) ?? [];
  const named = words.filter(
    (word) =>
      words.length === 1 || (/\p{L}/u.test(word) && /[\d_]/.test(word)) || /^[A-Z]{5,}$/.test(word),
  );
  const short = named.filter((word) => word.length <= 80 && !/^[\da-f-]{16,}$/i.test(word));
  return [...new Set(short.map((word) => shardOf(word, shards)))].slice(0, mostShards);
}
