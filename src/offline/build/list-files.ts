import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { digestLength, type FileList, type Group } from '../worker/file-list.ts';
import { type CatalogNames, groupOf } from './group-files.ts';

/**
 * List the files of the built site for the service worker, and choose what every reader stores:
 * everything if that is no more than `limit` bytes (gzip), else everything but the data for
 * programs, else the pages of no catalog. Readers may ask for the other groups.
 *
 * @returns Groups in a fixed order, their files sorted: the same site gives the same list.
 */
export function listFiles(folder: string, catalogs: CatalogNames[], limit: number): FileList {
  const groups = new Map<string, Group>();
  // Compressing takes time: it stops when the result is known to be above the limit.
  let [compressed, compressedWithoutData] = [0, 0];
  for (const path of listPaths(folder)) {
    const id = groupOf(path, catalogs);
    if (id === undefined) continue;
    const content = readFileSync(join(folder, path));
    const isDecided = (id === 'data' ? compressed : compressedWithoutData) > limit;
    const size = isDecided ? 0 : gzipSync(content, { level: 4 }).length;
    compressed += size;
    if (id !== 'data') compressedWithoutData += size;
    const group = groups.get(id) ?? { id, bytes: 0, always: true, files: [] };
    group.bytes += content.length;
    const digest = hash('sha256', content, 'base64url').slice(0, digestLength);
    group.files.push([path.replace(/(^|\/)index\.html$/, '$1'), digest]);
    groups.set(id, group);
  }
  const isStored = (id: string) =>
    id === 'site' || (id === 'data' ? compressed : compressedWithoutData) <= limit;
  return {
    groups: [...groups.values()]
      .sort((a, b) => rankOf(a.id) - rankOf(b.id) || (a.id < b.id ? -1 : 1))
      .map((group) => ({ ...group, always: isStored(group.id) })),
  };
}

const listPaths = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll('\\', '/'))
    .sort();

/** The site, its search, the catalogs by id, the data for programs. */
const rankOf = (id: string) => ({ site: 0, search: 1, data: 3 })[id] ?? 2;
