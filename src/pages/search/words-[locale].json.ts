import type { APIRoute } from 'astro';
import { allCatalogs } from '~/data/site';
import { langOf, locales } from '~/model/lang';
import { jsonResponse } from '~/search/index-files';
import { wordsFor } from '~/search/words';

/** What results are said in. */
export const getStaticPaths = () => locales.map((locale) => ({ params: { locale } }));

export const GET: APIRoute = async ({ params }) =>
  jsonResponse(JSON.stringify(wordsFor(langOf(params['locale']), await allCatalogs())));
