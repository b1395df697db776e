import { digestLength, type FileList, type Group, keyOf } from './file-list.ts';

/** So many files are fetched at a time. */
const lanes = 6;

/** Where the files of an earlier version are, to be taken over where they have not changed. */
export interface Earlier {
  cache: Cache;
  digests: Map<string, string>;
}

/**
 * Bring the files of some groups into a cache.
 *
 * Every file is checked against its digest: while a new build is being uploaded, or where a host
 * keeps old files for a while, a version could otherwise hold files of two builds. Files that are
 * there already are left alone, so that an interrupted run goes on where it stopped.
 *
 * @param report Told after each file how many are done.
 * @throws When a file cannot be fetched, or is not the one of the list.
 */
export async function fillCache(
  cache: Cache,
  groups: Group[],
  base: string,
  earlier: Earlier[] = [],
  report: (done: number) => void = () => {},
): Promise<void> {
  const files = groups.flatMap((group) => group.files);
  const queue = files.values();
  let done = 0;
  const run = async () => {
    // The lanes share the iterator: each takes the next file.
    for (const [path, digest] of queue) {
      const key = keyOf(path, base);
      if (!(await cache.match(key))) {
        await cache.put(
          key,
          (await takeOver(path, digest, key, earlier)) ?? (await fetchFile(key, digest)),
        );
      }
      report(++done);
    }
  };
  await Promise.all(Array.from({ length: lanes }, run));
}

async function takeOver(path: string, digest: string, key: string, earlier: Earlier[]) {
  for (const { cache, digests } of earlier) {
    if (digests.get(path) === digest) {
      const response = await cache.match(key);
      if (response) return response;
    }
  }
  return undefined;
}

/**
 * Fetch a file of this version, round caches on the way if they hold another.
 *
 * @param key Its address below the site's origin.
 * @throws When the network fails, or what it gives is not the file: the page of a portal that wants
 *   a login, half a file, one of another build.
 */
export async function fetchFile(key: string, digest: string): Promise<Response> {
  // Ask the server whether its copy is newer; if that gives the wrong file, go round all caches.
  for (const mode of ['no-cache', 'reload'] as const) {
    // The status does not matter: 404.html may come with 404. The content decides.
    const response = await fetch(key, { cache: mode, priority: 'low' });
    const body = await response.arrayBuffer();
    if ((await digestOf(body)) !== digest) continue;
    const headers = new Headers(response.headers);
    // The body is stored as it is read: unpacked.
    for (const name of ['content-encoding', 'content-length']) headers.delete(name);
    // A new response also forgets that there was a redirect, which navigations do not take.
    return new Response(body, { headers });
  }
  throw new Error(`${key} is not the file of this version`);
}

/** SHA-256, cut short, in base64url. */
async function digestOf(body: ArrayBuffer): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').slice(0, digestLength);
}

/** The digests of a list by path. */
export function digestsOf(list: FileList): Map<string, string> {
  return new Map(list.groups.flatMap((group) => group.files));
}
