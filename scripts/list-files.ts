import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * Returns what is in a folder and in its folders. Links are entries and not followed: one may lead to a folder
 * that it is in, and Node's own recursive list never ends there.
 *
 * @example walkFolder('content').filter((entry) => entry.isFile())
 */
export const walkFolder = (folder: string): Dirent[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry, ...walkFolder(join(folder, entry.name))] : [entry],
  );

/**
 * Lists the files below a folder, with those in its folders, and links to files.
 *
 * @returns Paths from the folder with `/`, sorted.
 * @example listFiles('content') // => ['catalogs.yaml', 'curation/acknowledged.yaml', …]
 */
export const listFiles = (folder: string): string[] =>
  walkFolder(folder)
    .map((entry) => ({ entry, path: join(entry.parentPath, entry.name) }))
    .filter(({ entry, path }) => entry.isFile() || (entry.isSymbolicLink() && isFile(path)))
    .map(({ path }) => relative(folder, path).replaceAll('\\', '/'))
    .sort();

export function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    // It leads nowhere, or to itself.
    return false;
  }
}
