import { keyOf, pathOf } from './file-list.ts';

/**
 * Answer a request as the server would, from the files of one version.
 *
 * A file that is not stored comes from the network. Without a network, and where a host answers with
 * nothing, the answer is the site's 404 page, or in a partly stored site the page that explains so.
 *
 * @param name Name of the version's cache; it may have been deleted in the meantime.
 * @param partial Whether this version leaves out pages.
 * @param fromNetwork Whether the requesting page came from the network. It may be of another build,
 *   so it gets the files of that build while there is a network.
 */
export async function answer(
  request: Request,
  name: string,
  base: string,
  partial: boolean,
  fromNetwork = false,
): Promise<Response> {
  const path = pathOf(request.url, base);
  const find = (file: string) => findStored(keyOf(file, base), name);
  if (fromNetwork) {
    const response = await fetch(request).catch(() => undefined);
    if (response?.ok) return response;
  }
  if (path !== undefined) {
    const found = await find(path);
    if (found) return found;
    if (path !== '' && !path.endsWith('/') && (await find(`${path}/`))) {
      const { origin, search } = new URL(request.url);
      return Response.redirect(`${origin}${keyOf(path, base)}/${search}`, 301);
    }
  }
  try {
    return await fetchPage(request);
  } catch (error) {
    if (request.mode !== 'navigate') throw error;
    const locale = path?.startsWith('zh-cn/') ? 'zh-cn' : 'en';
    const page =
      (partial ? await find(`${locale}/offline/`) : undefined) ?? (await find('404.html'));
    if (!page) throw error;
    return new Response(page.body, { status: partial ? 503 : 404, headers: page.headers });
  }
}

/** @throws When the network fails, or a page from it is empty: the reader would see nothing. */
async function fetchPage(request: Request): Promise<Response> {
  const response = await fetch(request);
  if (request.mode !== 'navigate' || !response.ok) return response;
  // A copy: a response that is made anew has no address.
  const { size } = await response.clone().blob();
  if (size === 0) throw new Error(`${request.url} is empty`);
  return response;
}

/** Returns a stored file, unless the browser has lost it or its content. */
async function findStored(key: string, cacheName: string): Promise<Response | undefined> {
  // Not caches.open(), which would create a missing cache. A browser may fail to read it.
  const found = await caches.match(key, { cacheName }).catch(() => undefined);
  const body = await found?.blob().catch(() => undefined);
  if (found?.ok && body && body.size > 0) return new Response(body, found);
  // So that it is fetched again.
  if (found) await caches.open(cacheName).then((cache) => cache.delete(key));
  return undefined;
}
