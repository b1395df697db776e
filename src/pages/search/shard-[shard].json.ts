import type { APIRoute } from 'astro';
import { indexFiles, jsonResponse } from '~/search/index-files';

/** Parts of a large core.json, so that a code is answered after one small request. */
export async function getStaticPaths() {
  const { shards } = await indexFiles();
  return shards.map((json, shard) => ({ params: { shard: String(shard) }, props: { json } }));
}

export const GET: APIRoute = ({ props }) => jsonResponse(props['json']);
