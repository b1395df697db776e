/** What programs that read text find here (llmstxt.org): how to get from a code to its meaning. */
import type { APIRoute } from 'astro';
import { plain } from '~/api/respond';
import { allCatalogs, allCodes, publishersOf } from '~/data/queries';
import { siteSettings } from '~/data/site-settings';
import { url } from '~/data/urls';
import { compactOf } from '~/lookup/code-key';
import { describeStanding } from '~/model/site-settings';
import { escapeMarkdown, oneLine } from '~/text/escape-ticket';

/** Characters of the list of catalogs, so that the file stays small with any number of them. */
const maxList = 6000;

export const GET: APIRoute = ({ site }) => {
  const root = new URL(url(), site).href;
  const text = (words: string) => escapeMarkdown(oneLine(words));
  const catalogs = allCatalogs();
  const lines = catalogs.map(({ id, title, variants }) => {
    const name = text(title.en).slice(0, 200);
    const publishers = text(publishersOf(variants, 'en').join(', ')).slice(0, 200);
    return `- [${name}](${root}llms-${id}.txt): ${publishers}`;
  });
  const shown = lines.filter((_, at) => lines.slice(0, at + 1).join('\n').length <= maxList);
  const [example] = allCodes();
  return plain(
    `# ${text(siteSettings.name.en)}

> ${text(siteSettings.description.en)}

${text(describeStanding(siteSettings, 'en'))}

## From an error to its meaning

1. Take the error code from the text and keep its letters and digits, in lower case: ${example ? `${text(example.code)} → ${compactOf(example.code)}` : ''}.
2. Fetch ${root}api/v1/lookup/KEY.json: for each catalog that has the code its cases, with HTTP status, message, meaning and solution in English and Chinese. Choose the case whose status and message are those of the error. 404: no document has the code.
3. Link to the case: ${root}, \`url\` of the code without its first slash, "#" and \`id\` of the case.

## Other addresses

- ${root}api/v1/index.json: catalogs and documents, with licences
- ${root}api/v1/CATALOG/codes.json, codes.csv: all codes of a catalog, as every document has them, with their differences
- ${root}api/v1/all.ndjson: all codes of all catalogs, one a line
${siteSettings.files.markdown ? `- ${root}en/CATALOG/CODE.md, ${root}zh-cn/CATALOG/CODE.md: the page of a code\n` : ''}- ${root}api/v1/schema/index.json, codes.json, code.json, lookup.json: JSON Schemas

## Catalogs

${shown.join('\n')}${shown.length < lines.length ? `\n- and ${lines.length - shown.length} more: ${root}api/v1/index.json` : ''}
`,
    'text/plain',
  );
};
