/** What the build knows of the catalogs. */
export interface CatalogNames {
  id: string;
  /** Names under which short links go to its codes: codes and slugs. */
  names: Set<string>;
}

/** Files that no page needs: for hosts, for crawlers, and Pagefind's ready-made interfaces. */
const notKept =
  /^(_headers|_redirects|sw\.js$|offline\/files-|robots\.txt|sitemap[^/]*\.xml|pagefind\/pagefind-(ui|modular-ui|component-ui|highlight)\.)|\.map$/;

/** The same data in other forms: read by programs, linked from pages. */
const data = /^(api\/|llms[^/]*\.txt$)|\.md$/;

/**
 * Tell to which group a file of the built site belongs.
 *
 * @param path Path from the site's folder, with "/".
 * @returns `site`, `search`, `data` or a catalog's id; undefined when it is not kept at all.
 * @example groupOf('en/apig/apig-0201/index.html', catalogs) // => 'apig'
 */
export function groupOf(path: string, catalogs: CatalogNames[]): string | undefined {
  if (notKept.test(path)) return undefined;
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
