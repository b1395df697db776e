import type { APIRoute } from 'astro';
import { json } from '~/api/respond';
import { shapeCode } from '~/api/shape';
import { allCodes, catalogOf } from '~/data/site';
import { siteSettings } from '~/data/site-settings';
import type { Code } from '~/model/case';
import { newestFirst } from '~/model/variant-order';

export const getStaticPaths = async () =>
  siteSettings.files.json
    ? (await allCodes()).map((code) => ({
        params: { catalog: code.catalog, slug: code.slug },
        props: { code },
      }))
    : [];

export const GET: APIRoute<{ code: Code }> = async ({ props: { code } }) =>
  json(shapeCode(code, newestFirst((await catalogOf(code.catalog)).variants), siteSettings.files));
