import type { APIRoute } from 'astro';
import { json } from '~/api/respond';
import { shapeCode } from '~/api/shape';
import { type Known, knownCodes } from '~/redirects/known-codes';

export const getStaticPaths = async () =>
  (await knownCodes()).map(({ code, catalog }) => ({
    params: { catalog: catalog.id, slug: code.slug },
    props: { code },
  }));

export const GET: APIRoute<Pick<Known, 'code'>> = ({ props: { code } }) => json(shapeCode(code));
