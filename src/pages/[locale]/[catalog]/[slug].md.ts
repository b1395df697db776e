/** The Markdown twin of a code's page, as ingest wrote it. */
import { readFileSync } from 'node:fs';
import type { APIRoute } from 'astro';
import { plain } from '~/api/respond';
import { allCodesOf } from '~/data/site';
import { catalogPaths } from '~/data/static-paths';

export const getStaticPaths = () =>
  catalogPaths(async ({ id }) =>
    (await allCodesOf(id)).map(({ slug }) => ({ params: { slug }, props: {} })),
  );

export const GET: APIRoute = ({ params }) => {
  const { locale, catalog, slug } = params;
  const text = readFileSync(`src/content/twins/${locale}/${catalog}/${slug}.md`, 'utf8');
  return plain(text, 'text/markdown');
};
