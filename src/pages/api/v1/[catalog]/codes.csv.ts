import type { APIRoute } from 'astro';
import { renderCodesCsv } from '~/api/csv';
import { plain } from '~/api/respond';
import { allCatalogs, allCodesOf, type CatalogData } from '~/data/queries';
import { url } from '~/data/urls';

export const getStaticPaths = () =>
  allCatalogs().map((catalog) => ({ params: { catalog: catalog.id }, props: { catalog } }));

export const GET: APIRoute<{ catalog: CatalogData }> = ({ props: { catalog }, site }) => {
  const codes = allCodesOf(catalog.id);
  const address = (path: string) => new URL(`${url()}${path}`, site).href;
  return plain(
    renderCodesCsv(codes, [...catalog.variants, ...catalog.retired], address),
    'text/csv',
  );
};
