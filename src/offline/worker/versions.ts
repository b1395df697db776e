/** The versions of the site in the caches of this browser, and the groups that the reader chose. */
import { type FileList, type Group, keyOf, pathOf } from './file-list.ts';
import { type EarlierVersion, fetchFile, fillCache } from './fill-cache.ts';

/** What the build writes into the worker. */
export interface Build {
  /** Digest of the whole list of files. */
  version: string;
  base: string;
}

// The names of caches and choices are in readers' browsers: a later build must find them.
const prefixOf = (base: string) => `offline ${base} `;
const listAddress = ({ base, version }: Build) => `${base}offline/files-${version}.json`;
const openVersion = (build: Build) => caches.open(cacheNameOf(build));
const openChoices = ({ base }: Build) => caches.open(`${prefixOf(base)}wishes`);
const choiceAddress = ({ base }: Build, group: string) => `${base}offline/wish/${group}`;

/** Return the name of the cache of this build. */
export const cacheNameOf = ({ base, version }: Build) => prefixOf(base) + version;

/** Fetch the files that every reader stores, and the groups that the reader chose. */
export async function installVersion(build: Build): Promise<void> {
  const cache = await openVersion(build);
  const groups = await readGroups(build);
  const files = groups.filter(({ stored }) => stored).flatMap((group) => group.files);
  try {
    await fillCache(cache, files, build.base, await readEarlierVersions(build));
  } catch (error) {
    const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
    if (isFull) await deleteIncomplete(build);
    throw error;
  }
}

/**
 * Fetch again what the browser has lost, if a file of this version was asked for and is not there.
 *
 * @throws Where the host has another build by now.
 */
export async function restoreFiles(build: Build, address: string): Promise<void> {
  const path = pathOf(address, build.base);
  const groups = await readGroups(build);
  const files = groups.filter(({ stored }) => stored).flatMap((group) => group.files);
  if (files.some(([file]) => file === path))
    await fillCache(await openVersion(build), files, build.base);
}

/** Delete versions that were never completed, so that the next attempt has more space. */
async function deleteIncomplete(build: Build): Promise<void> {
  for (const name of await otherNames(build)) {
    const cache = await caches.open(name);
    const requests = await cache.keys();
    const keys = new Set(requests.map(({ url }) => new URL(url).pathname));
    const list = await readList(cache, name, build);
    const needed = list?.groups.filter(({ always }) => always).flatMap(({ files }) => files);
    if (needed?.every(([path]) => keys.has(keyOf(path, build.base)))) continue;
    // One by one: the space of a whole cache is freed only when nothing uses the cache any more.
    for (const request of requests) await cache.delete(request);
    await caches.delete(name);
  }
}

/** Delete all versions but this one. @returns Whether there were any. */
export async function deleteOtherVersions(build: Build): Promise<boolean> {
  const others = await otherNames(build);
  await Promise.all(others.map((name) => caches.delete(name)));
  return others.length > 0;
}

/** Store one more group, in this and in later versions. */
export async function storeGroup(
  build: Build,
  id: string,
  report: (done: number) => void,
): Promise<void> {
  const { files } = await findGroup(build, id);
  await fillCache(await openVersion(build), files, build.base, [], report);
  await (await openChoices(build)).put(choiceAddress(build, id), new Response());
}

/** Delete a group that the reader chose. */
export async function deleteGroup(build: Build, id: string): Promise<void> {
  const { always, files } = await findGroup(build, id);
  await (await openChoices(build)).delete(choiceAddress(build, id));
  if (always) return;
  const cache = await openVersion(build);
  await Promise.all(files.map(([path]) => cache.delete(keyOf(path, build.base))));
}

/** Return the groups of this build, and whether each is stored. */
export async function readGroups(build: Build): Promise<(Group & { stored: boolean })[]> {
  const choices = await (await openChoices(build)).keys();
  const start = choiceAddress(build, '');
  const chosen = new Set(choices.map(({ url }) => new URL(url).pathname.slice(start.length)));
  const { groups } = await readOwnList(build);
  return groups.map((group) => ({ ...group, stored: group.always || chosen.has(group.id) }));
}

async function findGroup(build: Build, id: string): Promise<Group> {
  const group = (await readOwnList(build)).groups.find((other) => other.id === id);
  if (!group) throw new Error(`There is no group ${id}`);
  return group;
}

/** The list of this build's files: fetched once, then stored with them. */
async function readOwnList(build: Build): Promise<FileList> {
  const cache = await openVersion(build);
  const stored = await readList(cache, cacheNameOf(build), build);
  if (stored) return stored;
  const address = listAddress(build);
  // The version is the digest of the list, so a login page is never stored in its place.
  const response = await fetchFile(address, build.version);
  await cache.put(address, response.clone());
  return response.json();
}

async function otherNames(build: Build): Promise<string[]> {
  const prefix = prefixOf(build.base);
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
  return names.filter((name) => ![build.version, 'wishes'].includes(name.slice(prefix.length)));
}

async function readEarlierVersions(build: Build): Promise<EarlierVersion[]> {
  const versions = (await otherNames(build)).map(async (name) => {
    const cache = await caches.open(name);
    const list = await readList(cache, name, build);
    return { cache, digests: new Map(list?.groups.flatMap(({ files }) => files)) };
  });
  return Promise.all(versions);
}

/** The list in the cache of a version. */
async function readList(cache: Cache, name: string, build: Build): Promise<FileList | undefined> {
  const version = name.slice(prefixOf(build.base).length);
  return (await cache.match(listAddress({ ...build, version })))?.json();
}
