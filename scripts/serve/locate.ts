import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** What a request asks for. `page` is the site's own page for what is not there. */
export type Place =
  | { kind: 'file'; path: string }
  | { kind: 'redirect'; location: string }
  | { kind: 'missing'; page: string | undefined }
  | { kind: 'malformed' };

/**
 * Find the file a request target stands for.
 *
 * The path is taken apart by hand: `new URL` would read "//host/x" as a host and fold "..", and so
 * hide what was asked for. Nothing outside the root is ever found, be it by "..", an encoded slash
 * or a symbolic link.
 *
 * @param target Path and query as they stand in the request line.
 * @param root Absolute path of the folder that is served.
 * @param base Path of the site, with a slash at both ends.
 * @example await locate('/en?q=1', '/…/dist', '/') // => { kind: 'redirect', location: '/en/?q=1' }
 */
export async function locate(target: string, root: string, base: string): Promise<Place> {
  const [pathname = '', query] = splitOnce(target.replace(/#.*$/, ''), '?');
  const withSlash = () => `${pathname}/${query === undefined ? '' : `?${query}`}`;
  if (`${pathname}/` === base) return { kind: 'redirect', location: withSlash() };

  const segments = decodeSegments(pathname);
  if (!segments) return { kind: 'malformed' };
  const missing: Place = { kind: 'missing', page: await findFile(root, ['404.html']) };
  if (!pathname.startsWith(base)) return missing;

  const inside = segments.slice(base.split('/').length - 2);
  const isFolder = inside.at(-1) === '';
  if (isFolder) inside.splice(-1, 1, 'index.html');
  if (inside.some((segment) => !isName(segment))) return missing;

  const path = await findFile(root, inside);
  if (path !== undefined) return { kind: 'file', path };
  if (!isFolder && (await findFile(root, [...inside, 'index.html'])) !== undefined) {
    return { kind: 'redirect', location: withSlash() };
  }
  return missing;
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + separator.length)];
}

/** The path's segments after the first slash, decoded; undefined when it is no path at all. */
function decodeSegments(pathname: string): string[] | undefined {
  if (!pathname.startsWith('/')) return undefined;
  try {
    const segments = pathname.slice(1).split('/').map(decodeURIComponent);
    return segments.some((segment) => segment.includes('\0')) ? undefined : segments;
  } catch {
    return undefined;
  }
}

/** Whether a segment names a file or folder and nothing else. */
function isName(segment: string): boolean {
  return segment !== '' && segment !== '.' && segment !== '..' && !/[/\\]/.test(segment);
}

/** Real path of a file inside the root; undefined when it is not there, no file, or outside. */
async function findFile(root: string, segments: string[]): Promise<string | undefined> {
  try {
    // Anew each time: a build puts another folder in the root's place.
    const [house, path] = await Promise.all([realpath(root), realpath(join(root, ...segments))]);
    if (!path.startsWith(house.endsWith(sep) ? house : house + sep)) return undefined;
    return (await stat(path)).isFile() ? path : undefined;
  } catch {
    // Not there, or a name that no file can have (ENAMETOOLONG).
    return undefined;
  }
}
