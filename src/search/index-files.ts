/** The files that the search fetches, below `search/`. */
import { createHash } from 'node:crypto';
import { allCatalogs, allCodes } from '~/data/queries';
import { langOf, locales } from '~/model/lang';
import { parseSynonyms } from '~/model/synonyms';
import synonyms from '../../content/curation/synonyms.yaml?raw';
import { buildLookupIndex } from '../lookup/index/build-index.ts';
import { renderCore, renderTexts } from '../lookup/index/index-lines.ts';
import { shardCount, splitCore } from './shards.ts';
import { wordsFor } from './words.ts';

export interface IndexFiles {
  /** Digest of the index. It is part of the files' addresses, so that caches never mix two builds. */
  version: string;
  /** Number of shards; 0 if the index is small. */
  shards: number;
  /**
   * JSON by file name: `core` (codes, HTTP statuses, messages), `texts` (descriptions and solutions),
   * `words-en` (the strings of results), `shard-0` (a part of a large `core`, so that a code is
   * answered after one small request).
   */
  files: Record<string, string>;
}

let built: IndexFiles | undefined;

/** Returns the files; they are made once in a build, each time in `astro dev`. */
export function indexFiles(): IndexFiles {
  if (built === undefined || import.meta.env.DEV) built = buildIndexFiles();
  return built;
}

function buildIndexFiles(): IndexFiles {
  const catalogs = allCatalogs();
  // Codes that no document contains any more are still looked up.
  const codes = allCodes();
  const index = buildLookupIndex(codes, catalogs, parseSynonyms(synonyms));
  const core = renderCore(index.core);
  const texts = renderTexts(index.texts);
  const shards = splitCore(index.core, shardCount(codes.length));
  const words = locales.map((locale) => [`words-${locale}`, wordsFor(langOf(locale), catalogs)]);
  const parts = [...words, ...shards.map((part, at) => [`shard-${at}`, part])];
  return {
    version: createHash('sha256').update(core).update(texts).digest('hex').slice(0, 10),
    shards: shards.length,
    files: {
      core,
      texts,
      ...Object.fromEntries(parts.map(([name, data]) => [name, JSON.stringify(data)])),
    },
  };
}
