/** The lookup's index as the files that pages fetch. */
import { createHash } from 'node:crypto';
import { allCatalogs, codesOf, retiredCodesOf } from '~/data/site';
import { buildLookupIndex } from '../lookup/index-data.ts';
import type { LookupCore } from '../lookup/index-format.ts';
import { shardCount, shardOf } from './shards.ts';

/** What pages know of the index without fetching it. */
export interface IndexFiles {
  /** Digest of the files: part of their address, so that no cache gives an old one. */
  version: string;
  core: string;
  texts: string;
  /** Parts of `core` by {@link shardOf}; none where `core` is small. */
  shards: string[];
}

let built: Promise<IndexFiles> | undefined;

/** The files of the lookup's index; made once in a build, each time in `astro dev`. */
export function indexFiles(): Promise<IndexFiles> {
  if (built === undefined || import.meta.env.DEV) built = buildIndexFiles();
  return built;
}

async function buildIndexFiles(): Promise<IndexFiles> {
  const catalogs = await allCatalogs();
  // Codes that no document has any more are still asked for.
  const known = catalogs.flatMap(({ id }) => [codesOf(id), retiredCodesOf(id)]);
  const codes = (await Promise.all(known)).flat();
  const index = buildLookupIndex(codes, catalogs);
  const core = JSON.stringify(index.core);
  const texts = JSON.stringify(index.texts);
  const shards = splitCore(index.core, shardCount(codes.length)).map((part) =>
    JSON.stringify(part),
  );
  const version = createHash('sha256').update(core).update(texts).digest('hex').slice(0, 10);
  return { version, core, texts, shards };
}

/** The same index in parts, each with the codes of one shard. */
function splitCore(core: LookupCore, shards: number): LookupCore[] {
  return Array.from({ length: shards }, (_, shard) => ({
    ...core,
    catalogs: core.catalogs.map(({ id, codes }) => ({
      id,
      codes: codes.filter(([code]) => shardOf(code, shards) === shard),
    })),
  }));
}

/** A response with JSON that is text already. */
export function jsonResponse(json: string): Response {
  return new Response(json, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
}
