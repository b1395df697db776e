/**
 * The marker file of a built site: it lists what a build wrote, so that the next build removes
 * nothing else. It has a line for each name at the top, with the number of files and 3 bytes of the digest of
 * each file's path: a list of the paths would be megabytes.
 */
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { walkFolder } from '../list-files.ts';

/** A folder with this file was written by a build, so a build may replace it. */
export const markerFile = '.built-site';

/** What file managers write by themselves. */
const ownOfFileManagers = /^(\.DS_Store|Thumbs\.db|desktop\.ini)$/;

/**
 * Writes the marker file into a folder that a build has filled.
 *
 * @example writeMarker('dist') // dist/.built-site: "offline 3 …", "index.html 1 …", …
 */
export function writeMarker(folder: string): void {
  const lines = readdirSync(folder)
    .sort()
    .map((name) => {
      const digests = filesOf(join(folder, name)).map((path) => digestOf(folder, path));
      return [name, digests.length, digests.sort().join('')].join('\t');
    });
  const first = 'Written by a build, which may replace this folder with (name, files, digests):';
  writeFileSync(join(folder, markerFile), `${[first, ...lines].join('\n')}\n`);
}

/** Four characters for a path: one of 16 million. */
const digestOf = (folder: string, path: string): string =>
  createHash('sha256')
    .update(relative(folder, path).replaceAll('\\', '/'))
    .digest()
    .subarray(0, 3)
    .toString('base64');

/**
 * Finds what no build wrote in the folder of a site.
 *
 * @returns Its path: the folder itself if it has no marker file. Absent if everything is a build's.
 * @example findForeign('dist') // => 'dist/downloads/notes.txt'
 */
export function findForeign(folder: string): string | undefined {
  const names = readNames(folder);
  if (names.length === 0) return undefined;
  if (!names.includes(markerFile)) return folder;
  // Without lines, as of an empty file, it proves nothing.
  const [, ...lines] = readFileSync(join(folder, markerFile), 'utf8').trimEnd().split('\n');
  const written = new Map(
    lines.map((line) => {
      const [name = '', count, digests = ''] = line.split('\t');
      return [name, { count: Number(count), digests: new Set(digests.match(/.{4}/g)) }];
    }),
  );
  for (const name of names) {
    if (name === markerFile || ownOfFileManagers.test(name)) continue;
    const own = written.get(name);
    const files = filesOf(join(folder, name));
    if (own === undefined) return join(folder, name);
    const foreign = files.find((path) => !own.digests.has(digestOf(folder, path)));
    // A marker of an older build has no digests.
    if (own.digests.size > 0 && foreign !== undefined) return foreign;
    if (files.length > own.count) return newest(files);
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
