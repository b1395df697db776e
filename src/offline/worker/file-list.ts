/** The files of one build of the site, as the build lists them for the service worker. */
export interface FileList {
  groups: Group[];
}

/** Files that are kept together or not at all. */
export interface Group {
  /** `site`, `search`, `data`, or the id of a catalog. */
  id: string;
  /** Size on disk. */
  bytes: number;
  /** Kept by every reader; the others only where the reader asks. */
  always: boolean;
  /** Path below the site's root without `index.html`, and a digest of the content. */
  files: [path: string, digest: string][];
}

/** Length of a digest in the list: 96 bits in base64url. */
export const digestLength = 16;

/**
 * The address under which a file is kept, whichever way a link spells it.
 *
 * @param path Path below the site's root, decoded.
 * @param base Path of the site, with a slash at both ends.
 * @example keyOf('en/a b/', '/docs/') // => '/docs/en/a%20b/'
 */
export function keyOf(path: string, base: string): string {
  return base + path.split('/').map(encodeURIComponent).join('/');
}

/**
 * The path below the site's root that an address asks for; query and fragment do not matter.
 *
 * @returns undefined for an address outside the site, or one that no file can have.
 * @example pathOf('https://x.example/docs/en/?q=1', '/docs/') // => 'en/'
 */
export function pathOf(address: string, base: string): string | undefined {
  const { pathname } = new URL(address);
  if (!pathname.startsWith(base)) return undefined;
  try {
    return decodeURIComponent(pathname.slice(base.length)).replace(/(^|\/)index\.html$/, '$1');
  } catch {
    return undefined;
  }
}
