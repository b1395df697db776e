/** Every code that has a page, for the page that looks unknown addresses up. */
import type { APIRoute } from 'astro';
import { json } from '~/api/respond';
import { allCodes } from '~/data/site';

export const GET: APIRoute = async () =>
  json((await allCodes()).map(({ catalog, slug, code }) => [catalog, slug, code]));
