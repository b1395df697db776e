import type { APIRoute } from 'astro';
import { jsonResponse } from '~/components/search/index-files';
import { wordsFor } from '~/components/search/words';
import { allCatalogs, langOf, locales } from '~/content-data/site';

/** What results are said in. */
export const getStaticPaths = () => locales.map((locale) => ({ params: { locale } }));

export const GET: APIRoute = async ({ params }) =>
  jsonResponse(JSON.stringify(wordsFor(langOf(params['locale']), await allCatalogs())));
