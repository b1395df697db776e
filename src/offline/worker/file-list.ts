/** The files of one build of the site, as the build lists them for the service worker. */
export interface FileList {
  groups: Group[];
}

/** Files that are stored together. */
export interface Group {
  /** `site`, `search`, `data`, or the id of a catalog. */
  id: string;
  /** Size on disk. */
  bytes: number;
  /** Stored by every reader; other groups only at the reader's request. */
  always: boolean;
  /** Path below the site's root without `index.html`, and a digest of the content. */
  files: [path: string, digest: string][];
}

/** Length of a digest in the list: 96 bits in base64url. */
export const digestLength = 16;

/**
 * Return the address under which a file is stored, however a link spells it.
 *
 * @example keyOf('en/a b/', '/docs/') // => '/docs/en/a%20b/'
 */
export function keyOf(path: string, base: string): string {
  return base + path.split('/').map(encodeURIComponent).join('/');
}

/**
 * Return the path below the site's root of an address, without query and fragment.
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
