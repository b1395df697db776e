import type { APIRoute } from 'astro';
import { codesByKey, shapeLookup } from '~/api/lookup';
import { json } from '~/api/respond';
import { allCatalogs, allCodes } from '~/data/site';
import { siteSettings } from '~/data/site-settings';
import type { Edition } from '~/model/answer';
import type { Code } from '~/model/case';
import { newestFirst } from '~/model/variant-order';

interface Props {
  codes: Code[];
  editions: Map<string, Edition[]>;
}

export const getStaticPaths = async () => {
  const editions = new Map(
    (await allCatalogs()).map(({ id, variants, retired }) => [
      id,
      [...newestFirst(variants), ...retired],
    ]),
  );
  return [...codesByKey(await allCodes())].map(([key, codes]) => ({
    params: { key },
    props: { codes, editions },
  }));
};

export const GET: APIRoute<Props> = ({ params, props: { codes, editions } }) =>
  json(
    shapeLookup(
      params['key'] ?? '',
      codes,
      (catalog) => editions.get(catalog) ?? [],
      siteSettings.files,
    ),
  );
