/** Copies of the project with other documents than ours, to be built. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyProject } from '../../scripts/bench/copy-project.ts';
import { projectRoot } from './content.ts';

/** A document and what the registry says about it. */
export interface OwnDocument {
  id: string;
  lang: 'en' | 'zh-CN';
  text: string;
  publisher?: Record<'en' | 'zh-CN', string>;
  format?: 'markdown' | 'rst' | 'html';
  revision?: string;
  follows?: string;
  lineage?: string;
  translates?: string;
  licence?: string;
}

/** A catalog; its description is made from its title. */
export interface OwnCatalog {
  id: string;
  title: Record<'en' | 'zh-CN', string>;
  documents: OwnDocument[];
}

/**
 * Returns the root of a copy of the project that has only these catalogs, and no decisions about others.
 *
 * @param site `content/site.yaml`; without it, the project's own.
 * @param files Further files below the root.
 */
export function projectOf(
  name: string,
  catalogs: OwnCatalog[],
  site?: object,
  files: Record<string, string> = {},
): string {
  const root = copyProject(name);
  const write = (path: string, text: string) => writeFileSync(join(root, path), text);
  for (const path of ['sources', 'last-texts', 'permalinks.json'])
    rmSync(join(root, 'content', path), { recursive: true, force: true });
  for (const list of ['acknowledged', 'alignment', 'codes', 'defects'])
    write(`content/curation/${list}.yaml`, '[]\n');
  const registry = catalogs.map(({ id, title, documents }) => {
    mkdirSync(join(root, 'content/sources', id), { recursive: true });
    const variants = documents.map(({ text, ...document }) => {
      const { format = 'markdown' } = document;
      const source = `content/sources/${id}/${document.id}.${format}`;
      write(source, text);
      const edition = document.revision ?? document.id;
      return {
        publisher: { en: 'Example', 'zh-CN': '示例' },
        title: title[document.lang],
        edition: { en: edition, 'zh-CN': edition },
        lineage: document.lang.toLowerCase(),
        licence: 'none stated',
        redistribute: true,
        ...document,
        format,
        source,
      };
    });
    const description = { en: `Errors of ${title.en}.`, 'zh-CN': `${title['zh-CN']}的错误码。` };
    return { id, title, description, variants };
  });
  // JSON is YAML.
  write('content/catalogs.yaml', JSON.stringify(registry, null, 1));
  if (site) write('content/site.yaml', JSON.stringify(site, null, 1));
  for (const [path, text] of Object.entries(files)) write(path, text);
  return root;
}

/** Returns a Markdown table. */
export function tableOf(headings: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return `${[headings, headings.map(() => '---'), ...rows].map(line).join('\n')}\n`;
}

/** Returns a document of tests/fixtures. */
export const readFixture = (path: string) =>
  readFileSync(join(projectRoot, 'tests/fixtures', path), 'utf8');
