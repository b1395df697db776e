/** The Markdown twin of a code's page, as ingest wrote it, and whose site it is from. */
import { readFileSync } from 'node:fs';
import type { APIRoute } from 'astro';
import { plain } from '~/api/respond';
import { allCodesOf } from '~/data/site';
import { siteSettings } from '~/data/site-settings';
import { catalogPaths } from '~/data/static-paths';
import { langOf } from '~/model/lang';
import { describeStanding } from '~/model/site-settings';
import { escapeMarkdown, oneLine } from '~/text/escape-ticket';

export const getStaticPaths = () =>
  catalogPaths(({ id }) =>
    siteSettings.files.markdown
      ? allCodesOf(id).map(({ slug }) => ({ params: { slug }, props: {} }))
      : [],
  );

export const GET: APIRoute = ({ params }) => {
  const { locale, catalog, slug } = params;
  const text = readFileSync(`src/content/twins/${locale}/${catalog}/${slug}.md`, 'utf8');
  const standing = describeStanding(siteSettings, langOf(locale));
  return plain(`${text}\n---\n\n${escapeMarkdown(oneLine(standing))}\n`, 'text/markdown');
};
