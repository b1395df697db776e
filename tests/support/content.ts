import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Variant } from '../../src/model/registry.ts';

/** The project's root. */
export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The corpus of real documents beside the project; absent on most machines. */
export const corpusRoot = join(projectRoot, '..', 'shared', 'corpus');

const temporaryFolders: string[] = [];
process.on('exit', () => {
  for (const folder of temporaryFolders) rmSync(folder, { recursive: true, force: true });
});

/** A folder with these files below the system's temporary folder; it is removed when the tests of the file are done. */
export function temporaryFolder(name: string, files: Files = {}, below = tmpdir()): string {
  const folder = mkdtempSync(join(below, `error-codes-${name}-`));
  temporaryFolders.push(folder);
  writeFiles(folder, files);
  return folder;
}

/** Files by their paths below a folder. */
export type Files = Record<string, string | Uint8Array>;

/** Writes files below a folder, and the folders they need. */
export function writeFiles(root: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

/** A root with a copy of `content/`, to be edited and ingested with `--root`; its documents are not locked. */
export function copyOfContent(name: string): string {
  const root = temporaryFolder(name);
  cpSync(join(projectRoot, 'content'), join(root, 'content'), { recursive: true });
  rmSync(join(root, 'content/sources.lock.json'));
  return root;
}

/** A root with the project's settings and curation without its exceptions, and without catalogs. */
export function emptyContent(name: string, below?: string): string {
  const empty = ['acknowledged', 'alignment', 'codes', 'defects'];
  const root = temporaryFolder(name, {}, below);
  for (const path of ['curation', 'site.yaml'])
    cpSync(join(projectRoot, 'content', path), join(root, 'content', path), { recursive: true });
  mkdirSync(join(root, 'content/sources'));
  for (const list of empty) writeFiles(root, { [`content/curation/${list}.yaml`]: '[]\n' });
  writeFiles(root, { 'content/catalogs.yaml': '# Our catalogs.\n[]\n' });
  return root;
}

/** A document and what the registry says of it, as short as a test wants it. */
export interface TestDocument extends Partial<Omit<Variant, 'format'>> {
  id: string;
  format?: string;
  text: string | Uint8Array;
}

export interface TestCatalog {
  id: string;
  title: Record<'en' | 'zh-CN', string>;
  documents: readonly TestDocument[];
}

/** Writes the documents of catalogs and a registry of them, with usual values for what is not given. */
export function writeCatalogs(root: string, catalogs: readonly TestCatalog[]): void {
  const registry = catalogs.map(({ id, title, documents }) => {
    const variants = documents.map(({ text, ...about }) => {
      const { lang = 'en', format = 'markdown', revision = about.id } = about;
      const extension = format === 'markdown' ? 'md' : format;
      const source = about.source ?? `content/sources/${id}/${about.id}.${extension}`;
      writeFiles(root, { [source]: text });
      return {
        lang,
        publisher: { en: 'Publisher', 'zh-CN': '发布方' },
        title: title[lang],
        edition: { en: revision, 'zh-CN': revision },
        lineage: 'one',
        licence: 'none',
        redistribute: true,
        ...about,
        format,
        source,
      };
    });
    return { id, title, description: title, variants };
  });
  // JSON is YAML.
  writeFiles(root, { 'content/catalogs.yaml': `${JSON.stringify(registry, null, 1)}\n` });
}

/** A root whose `content/` holds one catalog, `test`, of these documents, and the project's settings and curation without its exceptions. */
export function contentOf(
  name: string,
  documents: readonly TestDocument[],
  below?: string,
): string {
  const root = emptyContent(name, below);
  writeCatalogs(root, [{ id: 'test', title: { en: 'Test', 'zh-CN': '测试' }, documents }]);
  return root;
}

/** Replace text in a file below a root; fails when the text is not there. */
export function edit(root: string, file: string, from: string | RegExp, to: string): void {
  const path = join(root, file);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, () => to);
  if (after === before) throw new Error(`${file} does not hold ${from}`);
  writeFileSync(path, after);
}
