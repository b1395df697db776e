/** Every code that has a page, for the page that looks unknown addresses up. */
import type { APIRoute } from 'astro';
import { json } from '~/api/respond';
import { knownCodes } from '~/redirects/known-codes';

export const GET: APIRoute = async () =>
  json((await knownCodes()).map(({ code }) => [code.catalog, code.slug, code.code]));
