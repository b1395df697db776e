/**
 * The marker file of a built site: it lists what a build wrote, so that the next build removes
 * nothing else. Files are counted for each name at the top: a list of all of them would be megabytes.
 */
import { lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { walkFolder } from '../list-files.ts';

/** A folder with this file was written by a build, so a build may replace it. */
export const markerFile = '.built-site';

/** What file managers write by themselves. */
const ownOfFileManagers = /^(\.DS_Store|Thumbs\.db|desktop\.ini)$/;

/**
 * Writes the marker file into a folder that a build has filled.
 *
 * @example writeMarker('dist') // dist/.built-site: "offline 3", "index.html 1", …
 */
export function writeMarker(folder: string): void {
  const lines = readdirSync(folder)
    .sort()
    .map((name) => `${name}\t${filesOf(join(folder, name)).length}`);
  const first = 'Written by a build, which may replace this folder with (name, number of files):';
  writeFileSync(join(folder, markerFile), `${[first, ...lines].join('\n')}\n`);
}

/**
 * Finds what no build wrote in the folder of a site.
 *
 * @returns Its path: the folder itself if it has no marker file; of a folder with more files than the
 *   build wrote, the file that is newest. Absent if everything is a build's.
 * @example findForeign('dist') // => 'dist/downloads/notes.txt'
 */
export function findForeign(folder: string): string | undefined {
  const names = readNames(folder);
  if (names.length === 0) return undefined;
  if (!names.includes(markerFile)) return folder;
  const [, ...lines] = readFileSync(join(folder, markerFile), 'utf8').trimEnd().split('\n');
  if (lines.length === 0) return undefined;
  const counts = new Map(lines.map((line) => [line.split('\t')[0], Number(line.split('\t')[1])]));
  for (const name of names) {
    if (name === markerFile || ownOfFileManagers.test(name)) continue;
    const count = counts.get(name);
    if (count === undefined) return join(folder, name);
    const files = filesOf(join(folder, name));
    if (files.length > count) return newest(files);
  }
  return undefined;
}

function readNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Paths of the files in a folder, at any depth; of a file, its own path. */
function filesOf(path: string): string[] {
  if (!lstatSync(path).isDirectory()) return [path];
  return walkFolder(path)
    .filter((entry) => !entry.isDirectory() && !ownOfFileManagers.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function newest(files: string[]): string | undefined {
  const times = new Map(files.map((file) => [file, lstatSync(file).ctimeMs]));
  return files.toSorted((a, b) => (times.get(b) ?? 0) - (times.get(a) ?? 0))[0];
}
