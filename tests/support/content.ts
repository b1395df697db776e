import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root. */
export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The corpus of real documents beside the project; absent on most machines. */
export const corpusRoot = join(projectRoot, '..', 'shared', 'corpus');

/** A folder of its own below the system's temporary folder. */
export function temporaryFolder(name: string): string {
  return mkdtempSync(join(tmpdir(), `error-codes-${name}-`));
}

/** A root with a copy of `content/`, to be edited and ingested with `--root`; its documents are not locked. */
export function copyOfContent(name: string): string {
  const root = temporaryFolder(name);
  cpSync(join(projectRoot, 'content'), join(root, 'content'), { recursive: true });
  rmSync(join(root, 'content/sources.lock.json'));
  return root;
}

/** A document and what the registry says of it, as short as a test wants it. */
export interface TestDocument {
  id: string;
  lang?: 'en' | 'zh-CN';
  format?: string;
  follows?: string;
  lineage?: string;
  revision?: string;
  seen?: string;
  current?: true;
  redistribute?: boolean;
  text: string | Uint8Array;
}

/** A root whose `content/` holds one catalog, `test`, of these documents, and the project's settings and curation without its exceptions. */
export function contentOf(name: string, documents: TestDocument[], below = tmpdir()): string {
  const root = mkdtempSync(join(below, `error-codes-${name}-`));
  cpSync(join(projectRoot, 'content', 'curation'), join(root, 'content', 'curation'), {
    recursive: true,
  });
  cpSync(join(projectRoot, 'content', 'site.yaml'), join(root, 'content', 'site.yaml'));
  for (const list of ['alignment', 'acknowledged', 'defects']) {
    writeFileSync(join(root, 'content', 'curation', `${list}.yaml`), '[]\n');
  }
  mkdirSync(join(root, 'content', 'sources', 'test'), { recursive: true });
  const variants = documents.map((document) => {
    const { id, lang = 'en', format = 'markdown', lineage = 'one', redistribute = true } = document;
    const source = `content/sources/test/${id}.${format === 'rst' ? 'rst' : 'md'}`;
    writeFileSync(join(root, source), document.text);
    return {
      id,
      lang,
      publisher: { en: 'Publisher', 'zh-CN': '发布方' },
      title: 'Error codes',
      edition: { en: id, 'zh-CN': id },
      ...(document.revision ? { revision: document.revision } : {}),
      ...(document.seen ? { seen: document.seen } : {}),
      ...(document.current ? { current: true } : {}),
      ...(document.follows ? { follows: document.follows } : {}),
      lineage,
      format,
      source,
      licence: 'none',
      redistribute,
    };
  });
  const title = { en: 'Test', 'zh-CN': '测试' };
  const registry = [{ id: 'test', title, description: title, variants }];
  // JSON is YAML.
  writeFileSync(join(root, 'content', 'catalogs.yaml'), `${JSON.stringify(registry, null, 1)}\n`);
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
