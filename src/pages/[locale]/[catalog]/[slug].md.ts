/** The Markdown twin of a code's page, and whose site it is from. */
import type { APIRoute } from 'astro';
import { plain } from '~/api/respond';
import { renderTwin } from '~/api/twin';
import { allCodesOf, catalogOf } from '~/data/queries';
import { siteSettings } from '~/data/site-settings';
import { catalogPaths } from '~/data/static-paths';
import type { Code } from '~/model/case';
import { langOf } from '~/model/lang';
import { describeStanding } from '~/model/site-settings';
import { newestFirst } from '~/model/variant-order';
import { escapeMarkdown, oneLine } from '~/text/escape-ticket';

export const getStaticPaths = () =>
  catalogPaths(({ id }) =>
    siteSettings.files.markdown
      ? allCodesOf(id).map((code) => ({ params: { slug: code.slug }, props: { code } }))
      : [],
  );

export const GET: APIRoute<{ code: Code }> = ({ params, props: { code } }) => {
  const lang = langOf(params.locale);
  const catalog = catalogOf(code.catalog);
  const editions = [...newestFirst(catalog.variants), ...catalog.retired];
  const standing = escapeMarkdown(oneLine(describeStanding(siteSettings, lang)));
  const twin = renderTwin(code, catalog, editions, lang);
  return plain(`${twin}\n---\n\n${standing}\n`, 'text/markdown');
};
