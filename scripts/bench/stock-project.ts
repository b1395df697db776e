/** A stock Starlight project with the same texts, to compare builds with. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Code } from '../../src/model/case.ts';
import type { Entry } from '../../src/model/entry.ts';
import type { Lang } from '../../src/model/lang.ts';
import { localeOf } from '../../src/model/lang.ts';
import { textFields } from '../../src/model/terms.ts';
import { mdx, renderMdx } from '../ingest/write/mdx.ts';
import { makeFolder } from './copy-project.ts';

/**
 * Writes a stock Starlight project with an MDX page for each code and language; a page has a heading
 * for each case and the newest texts of both languages. Its sidebar has one link, as one with all
 * pages in it would make the build quadratic.
 *
 * @param own A copy of this project, ingested.
 * @returns The root of the stock project.
 */
export function writeStockProject(own: string): string {
  const root = makeFolder('stock');
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  // Astro finds out from the dependencies which packages Vite must bundle.
  const dependencies = { '@astrojs/starlight': '*', astro: '*' };
  write('package.json', JSON.stringify({ name: 'stock', type: 'module', dependencies }));
  write('astro.config.mjs', stockConfig);
  write('src/content.config.ts', stockCollections);
  const data = join(own, 'src/content/codes');
  const codes = readdirSync(data).flatMap(
    (file): Code[] => JSON.parse(readFileSync(join(data, file), 'utf8')).codes,
  );
  for (const lang of Object.keys(localeOf) as Lang[]) {
    const folder = `src/content/docs/${localeOf[lang]}`;
    write(`${folder}/index.mdx`, '---\ntitle: Codes\n---\n\nCodes.\n');
    for (const code of codes) {
      write(`${folder}/${code.catalog}/${code.slug}.mdx`, stockPage(code, lang));
    }
  }
  return root;
}

const stockConfig = `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'https://example.com',
  cacheDir: './.cache/astro',
  integrations: [
    starlight({
      title: 'Codes',
      locales: { en: { label: 'English' }, 'zh-cn': { label: '简体中文', lang: 'zh-CN' } },
      defaultLocale: 'en',
      sidebar: [{ label: 'Codes', link: '/' }],
    }),
  ],
});
`;

const stockCollections = `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

function stockPage(code: Code, lang: Lang): string {
  const children = code.cases.flatMap((item): string[] => {
    const [first] = item.entries;
    const heading = mdx.heading(2, first?.httpStatus?.plain, first?.message?.plain ?? code.code);
    // Entries are sorted newest first, so the first of each language is the newest.
    const newest = Map.groupBy(item.entries, (entry) => entry.description?.lang ?? 'en');
    return [heading, ...[...newest.values()].flatMap(([entry]) => (entry ? textsOf(entry) : []))];
  });
  const description = `${code.code}: ${code.cases.length} (${lang})`;
  return renderMdx({ title: code.code, description }, children);
}

function textsOf(entry: Entry): string[] {
  const place = `${entry.variant}, ${entry.place.file}:${entry.place.line}`;
  return [
    `**${mdx.phrase(place)}**`,
    ...textFields.flatMap((field): string[] => {
      const value = entry[field];
      return value ? [`### ${field}`, mdx.text(value)] : [];
    }),
  ];
}
