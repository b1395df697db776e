/** The patch of a mend, to be sent to the publisher. */
import type { APIRoute } from 'astro';
import { allCatalogs } from '~/data/site';
import { workOf } from '~/data/worklist';
import { locales } from '~/model/lang';

export async function getStaticPaths() {
  const catalogs = await allCatalogs();
  const items = await Promise.all(
    catalogs.map(async ({ id }) => (await workOf(id)).map((item) => ({ catalog: id, item }))),
  );
  const patches = items.flat().flatMap(({ catalog, item }) => {
    const patch = item.mend?.patch;
    return patch ? [{ catalog, fingerprint: item.fingerprint, patch }] : [];
  });
  return locales.flatMap((locale) =>
    patches.map(({ patch, ...params }) => ({ params: { locale, ...params }, props: { patch } })),
  );
}

export const GET: APIRoute<{ patch: string }> = ({ props }) =>
  new Response(new TextEncoder().encode(props.patch), {
    headers: { 'Content-Type': 'text/x-patch; charset=utf-8' },
  });
