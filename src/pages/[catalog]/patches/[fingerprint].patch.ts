/** The patch of a mend, to be sent to the publisher; the same in every language. */
import type { APIRoute } from 'astro';
import { allCatalogs } from '~/content-data/site';
import { workOf } from '~/content-data/worklist';

export async function getStaticPaths() {
  const catalogs = await allCatalogs();
  const items = await Promise.all(
    catalogs.map(async ({ id }) => (await workOf(id)).map((item) => ({ catalog: id, item }))),
  );
  return items.flat().flatMap(({ catalog, item }) => {
    const patch = item.mend?.patch;
    return patch ? [{ params: { catalog, fingerprint: item.fingerprint }, props: { patch } }] : [];
  });
}

export const GET: APIRoute<{ patch: string }> = ({ props }) =>
  new Response(new TextEncoder().encode(props.patch), {
    headers: { 'Content-Type': 'text/x-patch; charset=utf-8' },
  });
