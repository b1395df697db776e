/** Copies of the project with other documents than ours, to be built. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { copyProject } from '../../scripts/bench/copy-project.ts';
import { type Files, projectRoot, type TestCatalog, writeCatalogs, writeFiles } from './content.ts';

/**
 * Returns the root of a copy of the project that has only these catalogs, and no decisions about others.
 *
 * @param site `content/site.yaml`; without it, the project's own.
 * @param files Further files below the root.
 */
export function projectOf(
  name: string,
  catalogs: readonly TestCatalog[],
  site?: object,
  files: Files = {},
): string {
  const root = copyProject(name);
  for (const path of ['sources', 'last-texts', 'permalinks.json'])
    rmSync(join(root, 'content', path), { recursive: true, force: true });
  for (const list of ['acknowledged', 'alignment', 'codes', 'defects'])
    writeFiles(root, { [`content/curation/${list}.yaml`]: '[]\n' });
  writeCatalogs(root, catalogs);
  if (site) writeFiles(root, { 'content/site.yaml': JSON.stringify(site, null, 1) });
  writeFiles(root, files);
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
