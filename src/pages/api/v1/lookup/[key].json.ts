import type { APIRoute } from 'astro';
import { codesByKey, shapeLookup } from '~/api/lookup';
import { json } from '~/api/respond';
import { memoize } from '~/data/memoize';
import { allCodes, catalogOf } from '~/data/queries';
import { siteSettings } from '~/data/site-settings';
import type { Code } from '~/model/case';
import { newestFirst } from '~/model/variant-order';

export const getStaticPaths = () =>
  [...codesByKey(allCodes())].map(([key, codes]) => ({ params: { key }, props: { codes } }));

const editionsOf = memoize((id: string) => {
  const { variants, retired } = catalogOf(id);
  return [...newestFirst(variants), ...retired];
});

export const GET: APIRoute<{ codes: Code[] }> = ({ params, props: { codes } }) =>
  json(shapeLookup(params['key'] ?? '', codes, editionsOf, siteSettings.files));
