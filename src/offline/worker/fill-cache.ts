import { digestLength, type Group, keyOf } from './file-list.ts';

/** Files that are fetched at the same time. */
const concurrency = 6;

/** An earlier version, whose unchanged files are copied. */
export interface EarlierVersion {
  cache: Cache;
  /** Digests by path. */
  digests: Map<string, string>;
}

/**
 * Fetch files into a cache.
 *
 * Each file is checked against its digest: while a build is uploaded, or where a host still serves
 * old files, a version could otherwise contain files of two builds. Files that are in the cache
 * already stay, so an interrupted run continues where it stopped.
 *
 * @throws When a file cannot be fetched, or is not the file of the list.
 */
export async function fillCache(
  cache: Cache,
  files: Group['files'],
  base: string,
  earlier: EarlierVersion[] = [],
  report: (done: number) => void = () => {},
): Promise<void> {
  // The runs share the iterator: each takes the next file.
  const queue = files.values();
  let done = 0;
  const run = async () => {
    for (const [path, digest] of queue) {
      const key = keyOf(path, base);
      if (!(await cache.match(key))) {
        const copy = earlier.find(({ digests }) => digests.get(path) === digest);
        const response = (await copy?.cache.match(key)) ?? (await fetchFile(key, digest));
        await cache.put(key, response);
      }
      report(++done);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, run));
}

/**
 * Fetch a file of this version, past the HTTP caches if they hold another version of it.
 *
 * @throws When the network fails, or returns something else: the login page of a portal, half a
 *   file, a file of another build.
 */
export async function fetchFile(key: string, digest: string): Promise<Response> {
  for (const mode of ['no-cache', 'reload'] as const) {
    // The digest decides, not the status: a host may send 404.html with status 404.
    const response = await fetch(key, { cache: mode, priority: 'low' });
    const body = await response.arrayBuffer();
    if ((await digestOf(body)) !== digest) continue;
    const headers = new Headers(response.headers);
    // The body is stored decoded.
    for (const name of ['content-encoding', 'content-length']) headers.delete(name);
    // A new response has no redirect flag, which navigations do not accept.
    return new Response(body, { headers });
  }
  throw new Error(`${key} is not the file of this version`);
}

/** SHA-256 in base64url, truncated. */
async function digestOf(body: ArrayBuffer): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').slice(0, digestLength);
}
