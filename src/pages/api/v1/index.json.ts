import type { APIRoute } from 'astro';
import { json } from '~/api/respond';
import { shapeIndex } from '~/api/shape';
import { allCatalogs, codesOf } from '~/data/queries';
import { url } from '~/data/urls';

export const GET: APIRoute = ({ site }) => {
  const catalogs = allCatalogs().map((catalog) => ({ catalog, codes: codesOf(catalog.id) }));
  return json(shapeIndex(site?.origin ?? '', url(), catalogs));
};
