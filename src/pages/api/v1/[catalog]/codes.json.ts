import type { APIRoute } from 'astro';
import { json } from '~/api/respond';
import { shapeCodes } from '~/api/shape';
import { allCatalogs, codesOf, retiredCodesOf } from '~/data/site';

export const getStaticPaths = async () =>
  (await allCatalogs()).map(({ id }) => ({ params: { catalog: id } }));

export const GET: APIRoute = async ({ params }) => {
  const catalog = params['catalog'] ?? '';
  return json(shapeCodes(catalog, await codesOf(catalog), await retiredCodesOf(catalog)));
};
