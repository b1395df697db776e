/** Shards of a large index. The browser computes the shard of a code from the pasted text. */
import { codeKey } from '../lookup/code-key.ts';
import { type CompactCode, type LookupCore, spellingsOf } from '../lookup/index/index-format.ts';
import { readCodeWords } from '../lookup/recognise-codes.ts';
import { shardSizes } from './tuning.ts';

/** Returns the number of shards for an index of `codes` codes; 0 if it needs none. */
export function shardCount(codes: number): number {
  return codes <= shardSizes.smallIndex ? 0 : Math.ceil(codes / shardSizes.codes);
}

/**
 * Returns the shard of a code, or of a word that may be one. The number at its end decides, so that
 * `APIG.0201`, `apig-201` and `0201` have the same shard; without a number its first letters do.
 *
 * @example shardOf('APIG.0201', 20) === shardOf('201', 20) // => true
 */
export function shardOf(code: string, shards: number): number {
  const key = codeKey(code);
  const deciding = /\p{N}+$/u.exec(key)?.[0] ?? key.slice(0, 6);
  let hash = 0;
  for (const character of deciding) hash = (hash * 31 + character.charCodeAt(0)) >>> 0;
  return hash % shards;
}

/** Returns the shards that a first answer to a text needs, those of the likeliest words first. */
export function shardsFor(text: string, shards: number): number[] {
  const { words } = readCodeWords(text);
  const likeliest = words.toSorted((a, b) => Number(b.anySpelling) - Number(a.anySpelling));
  return [...new Set(likeliest.map(({ word }) => shardOf(word, shards)))].slice(
    0,
    shardSizes.fetched,
  );
}

/** Returns the same index in parts, each with the codes of one shard. */
export function splitCore(core: LookupCore, shards: number): LookupCore[] {
  const parts = Array.from({ length: shards }, () => ({
    ...core,
    catalogs: core.catalogs.map(({ id }) => ({ id, codes: [] as CompactCode[] })),
  }));
  for (const [at, catalog] of core.catalogs.entries()) {
    for (const code of catalog.codes) {
      const own = new Set(spellingsOf(code).map((spelling) => shardOf(spelling, shards)));
      for (const shard of own) parts[shard]?.catalogs[at]?.codes.push(code);
    }
  }
  return parts;
}
