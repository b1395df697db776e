/** The Markdown twin of a code's page, as ingest wrote it. */
import { readFileSync } from 'node:fs';
import type { APIRoute } from 'astro';
import { plain } from '~/api/respond';
import { locales } from '~/model/lang';
import { knownCodes } from '~/redirects/known-codes';

export const getStaticPaths = async () =>
  (await knownCodes()).flatMap(({ code, catalog }) =>
    locales.map((locale) => ({ params: { locale, catalog: catalog.id, slug: code.slug } })),
  );

export const GET: APIRoute = ({ params }) => {
  const { locale, catalog, slug } = params;
  const text = readFileSync(`src/content/twins/${locale}/${catalog}/${slug}.md`, 'utf8');
  return plain(text, 'text/markdown');
};
