/** Copies of this project, to be changed and built by benchmarks and tests. */
import { cpSync, mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { lockFile } from '../ingest/load/sources-lock.ts';
import { ownedFolders } from '../ingest/write/index.ts';
import { projectRoot } from './machine.ts';

/**
 * Makes an empty folder below the project, where Node finds the project's dependencies. A link to
 * them from elsewhere confuses Vite.
 */
export function makeFolder(name: string): string {
  const folders = join(projectRoot, '.cache', 'copies');
  mkdirSync(folders, { recursive: true });
  return mkdtempSync(join(folders, `${name}-`));
}

/**
 * Copies the project without what ingest generates, and without the lock of the documents, so that
 * they can be changed; returns the root of the copy.
 */
export function copyProject(name: string): string {
  const root = makeFolder(name);
  const left = [...ownedFolders(projectRoot, []), lockFile];
  const generated = new Set(left.map((path) => join(projectRoot, path)));
  const folders = ['content', 'scripts', 'src', 'public'];
  const files = ['astro.config.mjs', 'tsconfig.json', 'package.json', 'CHANGELOG.md'];
  for (const part of [...folders, ...files]) {
    const filter = (path: string) => !generated.has(path);
    cpSync(join(projectRoot, part), join(root, part), { recursive: true, filter });
  }
  return root;
}
