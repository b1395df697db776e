/** The files that the search fetches. */
import type { APIRoute } from 'astro';
import { plain } from '~/api/respond';
import { indexFiles } from '~/search/index-files';

export function getStaticPaths() {
  const { files } = indexFiles();
  return Object.entries(files).map(([file, json]) => ({ params: { file }, props: { json } }));
}

export const GET: APIRoute = ({ props }) => plain(props['json'], 'application/json');
