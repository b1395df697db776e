/** The codes of a catalog for programs that read text: each with its cases and the address of its Markdown. */
import type { APIRoute } from 'astro';
import { plain } from '~/api/respond';
import { describeCode } from '~/data/describe';
import { allCatalogs, allCodesOf, type CatalogData } from '~/data/queries';
import { siteSettings } from '~/data/site-settings';
import { url } from '~/data/urls';
import type { Code } from '~/model/case';
import { escapeMarkdown, oneLine } from '~/text/escape-ticket';

export const getStaticPaths = () =>
  allCatalogs().map((catalog) => ({ params: { catalog: catalog.id }, props: { catalog } }));

export const GET: APIRoute<{ catalog: CatalogData }> = ({ props: { catalog }, site }) => {
  const address = (path: string) => new URL(`${url()}${path}`, site).href;
  const text = (words: string) => escapeMarkdown(oneLine(words));
  const ending = siteSettings.files.markdown ? '.md' : '/';
  const pageOf = (locale: string, { slug }: Code) =>
    address(`${locale}/${catalog.id}/${slug}${ending}`);
  const codes = allCodesOf(catalog.id).map(
    (code) =>
      `- [${text(code.code)}](${pageOf('en', code)}): ${text(describeCode(code, catalog, 'en'))} ([中文](${pageOf('zh-cn', code)}))`,
  );
  return plain(
    [
      `# ${text(catalog.title.en)}`,
      '',
      `> ${text(catalog.description.en)}`,
      '',
      `- [All codes, JSON](${address(`api/v1/${catalog.id}/codes.json`)})`,
      `- [All codes, CSV](${address(`api/v1/${catalog.id}/codes.csv`)})`,
      '',
      '## Codes',
      '',
      ...codes,
      '',
    ].join('\n'),
    'text/plain',
  );
};
