import type { APIRoute } from 'astro';
import { json } from '~/api/respond';
import { shapeCode } from '~/api/shape';
import { allCodes } from '~/data/site';
import type { Code } from '~/model/case';

export const getStaticPaths = async () =>
  (await allCodes()).map((code) => ({
    params: { catalog: code.catalog, slug: code.slug },
    props: { code },
  }));

export const GET: APIRoute<{ code: Code }> = ({ props: { code } }) => json(shapeCode(code));
