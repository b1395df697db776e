/** The one file that touches the disk for output: writes what changed, prunes what is stale. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedBy } from './mdx.ts';

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
 * @param root The project's root.
 * @param output Every file that should be there.
 * @param owned Folders, from the root, in which every other generated file is stale.
 */
export function compareWithDisk(root: string, output: Output, owned: string[]): Changes {
  const changes: Changes = { added: [], changed: [], removed: [] };
  for (const [path, content] of output) {
    const file = join(root, path);
    if (!existsSync(file)) changes.added.push(path);
    else if (readFileSync(file, 'utf8') !== content) changes.changed.push(path);
  }
  for (const folder of owned) {
    for (const path of filesIn(root, folder)) {
      if (!output.has(path) && isGenerated(join(root, path))) changes.removed.push(path);
    }
  }
  return changes;
}

/**
 * Bring the disk in line with the output: first everything is written beside its place, then
 * renamed. So a full disk leaves all as it was, and a stop at any moment leaves whole files; a
 * second run writes what is missing.
 *
 * @throws If a file cannot be written.
 */
export function writeOutput(root: string, output: Output, owned: string[]): Changes {
  const changes = compareWithDisk(root, output, owned);
  const files = [...changes.added, ...changes.changed].map((path) => join(root, path));
  const staged = (file: string) => `${file}.staged`;
  try {
    for (const path of [...changes.added, ...changes.changed]) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(staged(join(root, path)), output.get(path) ?? '');
    }
  } catch (error) {
    for (const file of files) rmSync(staged(file), { force: true });
    throw error;
  }
  for (const file of files) renameSync(staged(file), file);
  // Force: a staged file that a stopped run left may have been renamed just now.
  for (const path of changes.removed) rmSync(join(root, path), { force: true });
  for (const folder of owned) removeEmptyFolders(join(root, folder));
  return changes;
}

function filesIn(root: string, folder: string): string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .filter((name) => statSync(join(root, name)).isFile());
}

/** Whether ingest wrote a file; people may add their own to a folder of generated pages. */
function isGenerated(file: string): boolean {
  return file.endsWith('.staged') || readFileSync(file, 'utf8').slice(0, 400).includes(generatedBy);
}

function removeEmptyFolders(path: string): void {
  if (!existsSync(path)) return;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isDirectory()) removeEmptyFolders(join(path, entry.name));
  }
  if (readdirSync(path).length === 0) rmSync(path, { recursive: true });
}
