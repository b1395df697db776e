/** `npm run add` as a test calls it. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDocument } from '../../scripts/add/add-document.ts';
import type { Terminal } from '../../scripts/add/ask.ts';
import type { Options } from '../../scripts/add/options.ts';
import { projectRoot, temporaryFolder } from './content.ts';

/** Adds a document, without a terminal unless one is given; returns what was printed, and the options that were missing. */
export async function add(
  root: string,
  paths: string | string[],
  options: Options = {},
  isDryRun = false,
  terminal?: Terminal,
): Promise<{ printed: string; missing: string[] }> {
  const lines: string[] = [];
  const missing = await addDocument(root, [paths].flat(), options, {
    isDryRun,
    stage: temporaryFolder('stage'),
    print: (line) => lines.push(line),
    terminal,
  });
  return { printed: lines.join('\n'), missing: missing.map(({ option }) => option) };
}

/** A root with settings and curation, and without catalogs. */
export function emptyContent(name: string): string {
  const root = temporaryFolder(name);
  const content = (path: string) => join(root, 'content', path);
  mkdirSync(content('sources'), { recursive: true });
  for (const path of ['curation', 'site.yaml'])
    cpSync(join(projectRoot, 'content', path), content(path), { recursive: true });
  for (const list of ['acknowledged', 'alignment', 'codes', 'defects'])
    writeFileSync(content(`curation/${list}.yaml`), '[]\n');
  writeFileSync(content('catalogs.yaml'), '# Our catalogs.\n[]\n');
  return root;
}
