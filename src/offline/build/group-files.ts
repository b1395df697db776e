import type { Code } from '../../model/case.ts';
import { shortLinks } from '../../model/short-links.ts';

/** What the build knows of a catalog. */
export interface CatalogNames {
  id: string;
  /** Names of the short links to its codes. */
  names: Set<string>;
}

/**
 * Returns the names of the short links to the codes of a catalog, also of retired codes.
 *
 * @param file Content of `src/content/codes/<catalog>.json`.
 */
export function readCatalogNames(file: {
  catalog: string;
  codes: LinkedCode[];
  retired?: LinkedCode[];
}): CatalogNames {
  const links = shortLinks([...file.codes, ...(file.retired ?? [])]);
  return { id: file.catalog, names: new Set(links.keys()) };
}

type LinkedCode = Pick<Code, 'slug' | 'short' | 'former' | 'aliasLinks'>;

/** Files that no page needs: for hosts, crawlers and programs, and Pagefind's ready-made interfaces. */
const notCached =
  /^(api\/v1\/lookup\/|_headers|_redirects|sw(-[\w-]+)?\.js$|offline\/files-|robots\.txt|sitemap[^/]*\.xml|pagefind\/pagefind-(ui|modular-ui|component-ui|highlight)\.)|\.map$/;

/** The same data in other forms: read by programs, or downloaded. */
const data = /^(api\/|download\/|offline\/error-codes\.html$|llms[^/]*\.txt$)|\.md$/;

/**
 * Return the group of a file of the built site.
 *
 * @param path Path from the site's folder, with "/".
 * @returns `site`, `search`, `data` or a catalog's id; undefined when it is not cached.
 * @example groupOf('en/apig/apig-0201/index.html', catalogs) // => 'apig'
 */
export function groupOf(path: string, catalogs: CatalogNames[]): string | undefined {
  if (notCached.test(path)) return undefined;
  if (data.test(path)) return 'data';
  const parts = path.split('/');
  if (parts[0] === 'pagefind') return 'search';
  if (parts[0] === 'c') {
    const name = parts[1] ?? '';
    return catalogs.find(({ names }) => names.has(name))?.id ?? 'site';
  }
  const place = parts[1] === 'sources' ? parts[2] : parts[1];
  return parts.length > 2 && catalogs.some(({ id }) => id === place) ? place : 'site';
}
