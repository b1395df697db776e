/** The one file that touches the disk for output: writes what changed, prunes what is stale. */
import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { walkFolder } from '../../list-files.ts';
import { InputError } from '../load/input-error.ts';
import { generatedBy } from './mdx.ts';
import { replaceFiles } from './replace-files.ts';

/** Files to be, by path from the project's root. */
export type Output = Map<string, string>;

/** What a write changed, or would change. */
export interface Changes {
  added: string[];
  changed: string[];
  removed: string[];
}

/**
 * Returns what differs between the output and the disk.
 *
 * @throws InputError if a person wrote a file where a generated one belongs.
 * @param root The project's root.
 * @param output Every file that should be there.
 * @param owned Folders, from the root, in which every other generated file is stale.
 */
export function compareWithDisk(root: string, output: Output, owned: string[]): Changes {
  const changes: Changes = { added: [], changed: [], removed: [] };
  const foreign: string[] = [];
  for (const [path, content] of output) {
    const file = join(root, path);
    const present = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    if (present === undefined) changes.added.push(path);
    else if (present !== content) {
      if (isGenerated(path, present)) changes.changed.push(path);
      else foreign.push(path);
    }
  }
  if (foreign.length > 0) {
    throw new InputError(
      foreign.map(
        (path) =>
          `${path}:1: ingest did not write this file, so it does not replace it. Move it, or delete it.`,
      ),
    );
  }
  for (const folder of owned) {
    for (const path of filesIn(root, folder)) {
      if (output.has(path)) continue;
      const text = readFileSync(join(root, path), 'utf8');
      if (isGenerated(path, text) && isOwnPlace(path, text)) changes.removed.push(path);
    }
  }
  return changes;
}

/**
 * Brings the disk in line with the output by {@link replaceFiles}; a run after a stop writes what is
 * missing.
 *
 * @throws If a file cannot be written.
 */
export function writeOutput(root: string, output: Output, owned: string[]): Changes {
  const changes = compareWithDisk(root, output, owned);
  const paths = [...changes.added, ...changes.changed];
  replaceFiles(new Map(paths.map((path) => [join(root, path), output.get(path) ?? ''])));
  // Force: a staged file that a stopped run left may have been renamed just now.
  for (const path of changes.removed) rmSync(join(root, path), { force: true });
  for (const path of changes.removed) removeEmptyFolders(root, dirname(path), owned);
  return changes;
}

/** Files below a folder, without links. */
function filesIn(root: string, folder: string): string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return walkFolder(path)
    .filter((entry) => entry.isFile())
    .map((entry) => `${folder}${join(entry.parentPath, entry.name).slice(path.length)}`)
    .map((name) => name.replaceAll('\\', '/'));
}

/**
 * Whether ingest wrote a file: it has the note where ingest puts it, or it is a staged file that a
 * stopped run left. People may add their own files to a folder of generated pages.
 */
function isGenerated(path: string, text: string): boolean {
  if (/\.(?:mdx|md|json)\.staged$/.test(path)) return true;
  const starts = [`---\n# ${generatedBy}\n`, `{ "generated": ${JSON.stringify(generatedBy)}`];
  return starts.some((start) => text.startsWith(start));
}

/** Whether a generated file is where ingest wrote it: a copy of one under another name is somebody's own. */
function isOwnPlace(path: string, text: string): boolean {
  const slug = /^slug: ["']?([^\s"']+)/m.exec(text)?.[1];
  if (path.endsWith('.mdx')) return slug === undefined || path.endsWith(`/${slug}.mdx`);
  const catalog = /^"(?:catalog|id)": "([^"]*)"/m.exec(text)?.[1];
  return catalog === undefined || path.split(/[/.]/).includes(catalog);
}

/** Removes a folder from which files were removed, and those above it, if nothing else is in them. */
function removeEmptyFolders(root: string, folder: string, owned: string[]): void {
  if (!owned.some((top) => `${folder}/`.startsWith(`${top}/`))) return;
  const path = join(root, folder);
  if (existsSync(path) && readdirSync(path).length > 0) return;
  if (existsSync(path)) rmdirSync(path);
  removeEmptyFolders(root, dirname(folder), owned);
}
