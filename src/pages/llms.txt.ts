/** What programs that read text find here (llmstxt.org): the data, then every code's twin. */
import type { APIRoute } from 'astro';
import { plain } from '~/api/respond';
import { describeCode } from '~/data/describe';
import { allCatalogs, allCodesOf } from '~/data/site';
import { siteSettings } from '~/data/site-settings';
import { url } from '~/data/urls';
import { describeStanding } from '~/model/site-settings';
import { escapeMarkdown, oneLine } from '~/text/escape-ticket';

export const GET: APIRoute = async ({ site }) => {
  const address = (path: string) => new URL(`${url()}${path}`, site).href;
  const text = (words: string) => escapeMarkdown(oneLine(words));
  const sections = await Promise.all(
    (await allCatalogs()).map(async (catalog) => {
      const codes = await allCodesOf(catalog.id);
      return [
        `## ${text(catalog.title.en)}`,
        '',
        text(catalog.description.en),
        '',
        `- [All codes, JSON](${address(`api/v1/${catalog.id}/codes.json`)})`,
        `- [All codes, CSV](${address(`api/v1/${catalog.id}/codes.csv`)})`,
        ...codes.map(
          (code) =>
            `- [${text(code.code)}](${address(`en/${catalog.id}/${code.slug}.md`)}): ${text(describeCode(code, catalog, 'en'))} ([中文](${address(`zh-cn/${catalog.id}/${code.slug}.md`)}))`,
        ),
        '',
      ].join('\n');
    }),
  );
  const head = [
    `# ${text(siteSettings.tagline.en)}`,
    '',
    `> ${text(siteSettings.description.en)}`,
    '',
    text(describeStanding(siteSettings, 'en')),
    '',
    `- [Catalogs and documents, JSON](${address('api/v1/index.json')})`,
    `- [JSON Schemas](${address('api/v1/schema/index.json')}): index, codes, code`,
    '',
  ].join('\n');
  return plain(`${head}\n${sections.join('\n')}`, 'text/plain');
};
