import type { APIRoute } from 'astro';
import { json } from '~/api/respond';
import { shapeCodes } from '~/api/shape';
import { allCatalogs, catalogOf, codesOf, retiredCodesOf } from '~/data/queries';
import { siteSettings } from '~/data/site-settings';
import { newestFirst } from '~/model/variant-order';

export const getStaticPaths = () => allCatalogs().map(({ id }) => ({ params: { catalog: id } }));

export const GET: APIRoute = ({ params }) => {
  const catalog = params['catalog'] ?? '';
  const variants = newestFirst(catalogOf(catalog).variants);
  const [codes, retired] = [codesOf(catalog), retiredCodesOf(catalog)];
  return json(shapeCodes(catalog, codes, retired, variants, siteSettings.files));
};
