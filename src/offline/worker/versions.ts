/** Which versions of the site this browser keeps, and which groups the reader asked for. */
import { type FileList, type Group, keyOf } from './file-list.ts';
import { digestsOf, type Earlier, fetchFile, fillCache } from './fill-cache.ts';

/** What the build writes into the worker. */
export interface Build {
  /** Digest of the whole list of files. */
  version: string;
  base: string;
}

const prefixOf = (base: string) => `offline ${base} `;
const listAddress = ({ base, version }: Build) => `${base}offline/files-${version}.json`;
const openVersion = (build: Build) => caches.open(cacheNameOf(build));
const openWishes = ({ base }: Build) => caches.open(`${prefixOf(base)}wishes`);
const wishAddress = ({ base }: Build, group: string) => `${base}offline/wish/${group}`;

/** Name of the cache in which the files of this build are. */
export const cacheNameOf = ({ base, version }: Build) => prefixOf(base) + version;

/** Fetch everything that this build keeps always, and what the reader asked for. */
export async function keepVersion(build: Build): Promise<void> {
  const cache = await openVersion(build);
  const list = await listOf(build);
  const wishes = await readWishes(build);
  const groups = list.groups.filter(({ id, always }) => always || wishes.has(id));
  try {
    await fillCache(cache, groups, build.base, await earlierVersions(build));
  } catch (error) {
    const full = error instanceof DOMException && error.name === 'QuotaExceededError';
    if (full) await dropUnfinished(build);
    throw error;
  }
}

/** Forget what is left of versions that never came to be: the next attempt has more room. */
async function dropUnfinished(build: Build): Promise<void> {
  for (const name of await otherNames(build)) {
    const cache = await caches.open(name);
    const requests = await cache.keys();
    const keys = new Set(requests.map(({ url }) => new URL(url).pathname));
    const list = await readList(cache, name, build);
    const always = list?.groups.filter((group) => group.always) ?? [];
    const isThere = ([path]: Group['files'][number]) =>
      keys.has(new URL(keyOf(path, build.base), location.origin).pathname);
    if (list && always.every(({ files }) => files.every(isThere))) continue;
    // One by one: a whole cache gives its space back only once nothing holds it any more.
    for (const request of requests) await cache.delete(request);
    await caches.delete(name);
  }
}

/** Forget all versions but this one. Tells whether there were any. */
export async function dropOthers(build: Build): Promise<boolean> {
  const others = await otherNames(build);
  await Promise.all(others.map((name) => caches.delete(name)));
  return others.length > 0;
}

/** Keep one more group, now and in later versions. */
export async function keepGroup(
  build: Build,
  id: string,
  report: (done: number) => void,
): Promise<void> {
  const group = await groupOf(build, id);
  await fillCache(await openVersion(build), [group], build.base, [], report);
  await (await openWishes(build)).put(wishAddress(build, id), new Response());
}

/** Forget a group that is not kept always. */
export async function dropGroup(build: Build, id: string): Promise<void> {
  const group = await groupOf(build, id);
  await (await openWishes(build)).delete(wishAddress(build, id));
  if (group.always) return;
  const cache = await openVersion(build);
  const own = new Set(group.files.map(([path]) => path));
  for (const request of await cache.keys()) {
    const path = decodeURIComponent(new URL(request.url).pathname.slice(build.base.length));
    if (own.has(path)) await cache.delete(request);
  }
}

/** All groups of this build, and whether each is kept. */
export async function readGroups(build: Build) {
  const [list, wishes] = await Promise.all([listOf(build), readWishes(build)]);
  return list.groups.map(({ id, bytes, always, files }) => ({
    id,
    bytes,
    always,
    files: files.length,
    kept: always || wishes.has(id),
  }));
}

async function groupOf(build: Build, id: string): Promise<Group> {
  const group = (await listOf(build)).groups.find((other) => other.id === id);
  if (!group) throw new Error(`There is no group ${id}`);
  return group;
}

async function readWishes(build: Build): Promise<Set<string>> {
  const keys = await (await openWishes(build)).keys();
  const start = wishAddress(build, '');
  return new Set(keys.map(({ url }) => new URL(url).pathname.slice(start.length)));
}

/** The list of this build's files; fetched once, then kept with them. */
async function listOf(build: Build): Promise<FileList> {
  const cache = await openVersion(build);
  const address = listAddress(build);
  const kept = await cache.match(address);
  if (kept) return kept.json();
  // The version is the list's digest: nothing else, such as a page to log in, is ever kept as it.
  const response = await fetchFile(address, build.version);
  await cache.put(address, response.clone());
  return response.json();
}

async function otherNames(build: Build): Promise<string[]> {
  const prefix = prefixOf(build.base);
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
  return names.filter((name) => ![build.version, 'wishes'].includes(name.slice(prefix.length)));
}

async function earlierVersions(build: Build): Promise<Earlier[]> {
  const names = await otherNames(build);
  const versions = names.map(async (name): Promise<Earlier> => {
    const cache = await caches.open(name);
    const list = await readList(cache, name, build);
    return { cache, digests: list ? digestsOf(list) : new Map() };
  });
  return Promise.all(versions);
}

/** The list that another version's cache holds. */
async function readList(cache: Cache, name: string, build: Build): Promise<FileList | undefined> {
  const version = name.slice(prefixOf(build.base).length);
  const kept = await cache.match(listAddress({ ...build, version }));
  return kept?.json();
}
