import type { APIRoute } from 'astro';
import { json } from '~/api/respond';
import { shapeCode } from '~/api/shape';
import { allCodes, catalogOf } from '~/data/queries';
import { siteSettings } from '~/data/site-settings';
import type { Code } from '~/model/case';
import { newestFirst } from '~/model/variant-order';

export const getStaticPaths = () =>
  siteSettings.files.json
    ? allCodes().map((code) => ({
        params: { catalog: code.catalog, slug: code.slug },
        props: { code },
      }))
    : [];

export const GET: APIRoute<{ code: Code }> = ({ props: { code } }) =>
  json(shapeCode(code, newestFirst(catalogOf(code.catalog).variants), siteSettings.files));
