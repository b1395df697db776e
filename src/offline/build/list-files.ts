import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { digestLength, type FileList, type Group } from '../worker/file-list.ts';
import { type CatalogNames, groupOf } from './group-files.ts';

/**
 * List the files of the built site for the service worker, and choose what every reader keeps.
 *
 * That is everything, as long as fetching it takes no more than `limit` bytes (gzip); else
 * everything but the data for programs, if that does; else the pages that belong to no catalog.
 * The reader may ask for the rest group by group.
 *
 * @param folder The built site.
 * @returns Groups in a fixed order, their files sorted: the same site gives the same list.
 */
export function listFiles(folder: string, catalogs: CatalogNames[], limit: number): FileList {
  const groups = new Map<string, Group>();
  const packedSizes = new Map<string, number>();
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/'))
    .map((path) => path.replace(/^\//, ''))
    .sort();
  // Packing takes time: no more of it than tells whether it all fits, or all but the data.
  let [packedInAll, packedBesidesData] = [0, 0];
  for (const path of paths) {
    const id = groupOf(path, catalogs);
    if (id === undefined) continue;
    const content = readFileSync(join(folder, path));
    const decided = (id === 'data' ? packedInAll : packedBesidesData) > limit;
    const packed = decided ? 0 : gzipSync(content, { level: 4 }).length;
    packedInAll += packed;
    if (id !== 'data') packedBesidesData += packed;
    const group = groups.get(id) ?? { id, bytes: 0, always: true, files: [] };
    group.bytes += content.length;
    const digest = hash('sha256', content, 'base64url').slice(0, digestLength);
    group.files.push([path.replace(/(^|\/)index\.html$/, '$1'), digest]);
    groups.set(id, group);
    packedSizes.set(id, (packedSizes.get(id) ?? 0) + packed);
  }
  const sum = (ids: string[]) => ids.reduce((all, id) => all + (packedSizes.get(id) ?? 0), 0);
  const all = [...groups.keys()].sort(byRank);
  const choices = [all, all.filter((id) => id !== 'data')];
  const kept = choices.find((ids) => sum(ids) <= limit) ?? ['site'];
  return {
    groups: all.map((id) => ({ ...(groups.get(id) as Group), always: kept.includes(id) })),
  };
}

const first = ['site', 'search'];

/** The site itself, its search, the catalogs by name, the data for programs. */
function byRank(a: string, b: string): number {
  const rank = (id: string) => (id === 'data' ? 9 : first.includes(id) ? first.indexOf(id) : 5);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}
