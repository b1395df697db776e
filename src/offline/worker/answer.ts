import { keyOf, pathOf } from './file-list.ts';

/**
 * Answer a request as the server would, from the files of one version.
 *
 * What the version does not have is asked of the network, and without one answered with the site's
 * own 404 page; where only part of the site is kept, with the page that says so. Where the browser
 * cannot read what it keeps, the network answers too.
 *
 * @param name Name of the version's cache; it may have been deleted meanwhile.
 * @param partial Whether there are pages that this version does not keep.
 * @param foreign Whether a page asks that came from the network: it may be of another build, and is
 *   given the files of the same as long as there is a network.
 */
export async function answer(
  request: Request,
  name: string,
  base: string,
  partial: boolean,
  foreign = false,
): Promise<Response> {
  const path = pathOf(request.url, base);
  // Not through open(), which would make an empty cache where there is none.
  const find = (file: string) =>
    caches.match(keyOf(file, base), { cacheName: name }).catch(() => undefined);
  if (foreign) {
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
    return await fetch(request);
  } catch (error) {
    if (request.mode !== 'navigate') throw error;
    const locale = path?.startsWith('zh-cn/') ? 'zh-cn' : 'en';
    const page =
      (partial ? await find(`${locale}/offline/`) : undefined) ?? (await find('404.html'));
    if (!page) throw error;
    return new Response(page.body, { status: partial ? 503 : 404, headers: page.headers });
  }
}
