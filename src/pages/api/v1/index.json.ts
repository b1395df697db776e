import type { APIRoute } from 'astro';
import { json } from '~/api/respond';
import { shapeIndex } from '~/api/shape';
import { allCatalogs, codesOf } from '~/data/site';
import { url } from '~/data/urls';

export const GET: APIRoute = async ({ site }) => {
  const catalogs = await Promise.all(
    (await allCatalogs()).map(async (catalog) => ({ catalog, codes: await codesOf(catalog.id) })),
  );
  return json(shapeIndex(site?.origin ?? '', url(), catalogs));
};
