/** Projects to measure: copies of this one with more documents, and stock Starlight with the same texts. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RootContent } from 'mdast';
import type { Code } from '../../src/model/case.ts';
import type { Entry } from '../../src/model/entry.ts';
import type { Lang } from '../../src/model/lang.ts';
import { renderMdx } from '../ingest/write/mdx.ts';
import { blocksOf, caseHeading } from '../ingest/write/nodes.ts';
import { projectRoot } from './machine.ts';
import { multiplyContent } from './multiply.ts';

const parts = [
  'content',
  'scripts',
  'src',
  'public',
  'astro.config.mjs',
  'tsconfig.json',
  'package.json',
];
const generated = /src\/content\/(codes|variants|docs\/[^/]+\/(?!guides)[^/]+)$/;

/** An empty folder below the project, where Node finds the project's dependencies. */
function emptyFolder(name: string): string {
  const root = join(projectRoot, '.cache', 'bench', name);
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  return root;
}

/** A copy of the project with about so many codes, not yet ingested. */
export function copyWithCodes(codes: number): { root: string; codes: number } {
  const root = emptyFolder(`own-${codes}`);
  for (const part of parts) {
    cpSync(join(projectRoot, part), join(root, part), {
      recursive: true,
      filter: (path) => !generated.test(path.replaceAll('\\', '/')),
    });
  }
  return { root, codes: multiplyContent(root, codes) };
}

/**
 * A stock Starlight project that says the same: an MDX page a code and language, with a heading for
 * each case and the newest texts of both languages. Its sidebar links to two pages, as one with all
 * pages in it would make the build quadratic.
 *
 * @param own A copy of this project, ingested.
 */
export function writeStockProject(own: string, name: string): { root: string; pages: number } {
  const root = emptyFolder(name);
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  // Astro finds out from the dependencies which packages Vite must bundle.
  const dependencies = { '@astrojs/starlight': '*', astro: '*' };
  write('package.json', JSON.stringify({ name: 'stock', type: 'module', dependencies }));
  write('astro.config.mjs', stockConfig);
  write('src/content.config.ts', stockCollections);
  let pages = 0;
  for (const locale of ['en', 'zh-cn']) {
    write(`src/content/docs/${locale}/index.mdx`, '---\ntitle: Error codes\n---\n\nError codes.\n');
    pages += 1;
  }
  for (const file of readdirSync(join(own, 'src/content/codes'))) {
    const { codes } = JSON.parse(readFileSync(join(own, 'src/content/codes', file), 'utf8'));
    for (const code of codes as Code[]) {
      for (const [locale, lang] of [
        ['en', 'en'],
        ['zh-cn', 'zh-CN'],
      ] as const) {
        write(`src/content/docs/${locale}/${code.catalog}/${code.slug}.mdx`, stockPage(code, lang));
        pages += 1;
      }
    }
  }
  return { root, pages };
}

const stockConfig = `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'https://example.com',
  cacheDir: './.cache/astro',
  integrations: [
    starlight({
      title: 'Error codes',
      locales: { en: { label: 'English' }, 'zh-cn': { label: '简体中文', lang: 'zh-CN' } },
      defaultLocale: 'en',
      sidebar: [{ label: 'Error codes', link: '/' }],
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
  const children = code.cases.flatMap((item): RootContent[] => {
    const [first] = item.entries;
    const heading = caseHeading(first?.httpStatus?.plain, first?.message?.plain ?? code.code);
    // Entries stand newest first, so the first of each language is the newest.
    const newest = Map.groupBy(item.entries, (entry) => entry.description?.lang ?? 'en');
    return [heading, ...[...newest.values()].flatMap(([entry]) => (entry ? textsOf(entry) : []))];
  });
  const description = `${code.code}: ${code.cases.length} (${lang})`;
  return renderMdx({ title: code.code, description }, children);
}

function textsOf(entry: Entry): RootContent[] {
  const place = `${entry.variant}, ${entry.place.file}:${entry.place.line}`;
  return [
    {
      type: 'paragraph',
      children: [{ type: 'strong', children: [{ type: 'text', value: place }] }],
    },
    ...(['description', 'solution'] as const).flatMap((field) => {
      const text = entry[field];
      if (!text) return [];
      const name: RootContent = {
        type: 'heading',
        depth: 3,
        children: [{ type: 'text', value: field }],
      };
      return [name, ...blocksOf(text)];
    }),
  ];
}
