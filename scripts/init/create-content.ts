import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { registryFile } from '../ingest/load/registry.ts';
import { siteFile } from '../ingest/load/site-settings.ts';
import { replaceFiles } from '../ingest/write/replace-files.ts';

/** Curation that is about error codes in general, not about our documents. */
const general = ['headings.yaml', 'glossary.yaml', 'synonyms.yaml'];

const site = `# The site's name, look and publisher. docs/maintaining.md explains every field.
name: { en: Our error codes, zh-CN: 我们的错误码 }
tagline: { en: "Our error codes, explained", zh-CN: 错误码详解 }
description:
  en: What each of our error codes means and what to do, in English and Chinese.
  zh-CN: 各错误码的含义与处理方法，中英文对照。
official: true
publisher:
  name: { en: Our company, zh-CN: 本公司 }
`;
const readme = `# Error code reference

\`\`\`sh
npm ci
npm run add -- FILE --catalog new --title "Our API / 我们的API"   # the first document
npm run dev                                                      # the site while you work
npm run build                                                    # the site in dist/
\`\`\`

Name the site in \`content/site.yaml\`. [docs/maintaining.md](docs/maintaining.md) describes documents, findings and curation. The files that \`engine.json\` lists come from the engine: do not change them. To upgrade, run \`npm run init -- FOLDER_OF_THIS_PROJECT\` in a newer checkout of the engine, then \`npm ci\` and \`npm run build\` here.
`;

/**
 * Writes what a project has of its own: settings, curation without items, an empty registry, a README
 * and the workflow that publishes the site. Files that are there stay.
 */
export function createContent(engine: string, project: string): void {
  const read = (path: string) => readFileSync(join(engine, path), 'utf8');
  const curation = readdirSync(join(engine, 'content/curation')).map((name): [string, string] => {
    const path = `content/curation/${name}`;
    if (general.includes(name)) return [path, read(path)];
    const comments = read(path).match(/^(?:#.*\n)+/)?.[0] ?? '';
    const isMap = name === 'permalinks.yaml';
    return [path, `${comments}${isMap ? 'aliases: []\nredirects: []\nretired: []\n' : '[]\n'}`];
  });
  const pages = read('.github/workflows/pages.yml')
    .replace(/^ {2}ci:\n.*?^(?= {2}build:)/ms, '')
    .replace('    needs: ci\n', '')
    .replace(', once CI has passed', '');
  const files = new Map([
    ...curation,
    [siteFile, site],
    [registryFile, '# Catalogs and their documents; `npm run add` writes it.\n[]\n'],
    ['README.md', readme],
    ['.github/workflows/pages.yml', pages],
  ]);
  const missing = [...files].filter(([path]) => !existsSync(join(project, path)));
  replaceFiles(new Map(missing.map(([path, text]) => [join(project, path), text])));
}
