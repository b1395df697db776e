/** Every address that was ever issued, asked for over HTTP. */
import { readPermalinks } from '../../../scripts/ingest/load/permalinks.ts';
import { projectRoot } from '../../support/content.ts';

/** What an address must lead to. */
export interface Issued {
  /** Path below the site's root. */
  path: string;
  /** Anchors that must be on the page. */
  anchors: string[];
}

/** All pages and anchors of content/permalinks.json. */
export function issuedAddresses(): Issued[] {
  const { pages, short, catalogs } = readPermalinks(projectRoot);
  const codes = Object.entries(catalogs).flatMap(([catalog, { codes: own }]) =>
    Object.values(own).flatMap(({ slug, former = [], cases }) =>
      ['en', 'zh-cn'].flatMap((locale) => [
        {
          path: `${locale}/${catalog}/${slug}/`,
          anchors: Object.entries(cases).flatMap(([id, others]) => [id, ...others]),
        },
        ...former.map((name) => ({ path: `${locale}/${catalog}/${name}/`, anchors: [] })),
      ]),
    ),
  );
  return [
    ...pages.map((path) => ({ path, anchors: [] })),
    ...codes,
    ...Object.keys(short).map((name) => ({ path: `c/${name}/`, anchors: [] })),
  ];
}

/**
 * Ask for each address; nothing may redirect, fail or lack its anchors.
 *
 * @param root Address of the site's root, with a trailing slash.
 * @param renamed Page names that lead to another page, which has the anchors.
 * @returns What is wrong, and the HTML of each page.
 */
export async function walkLinks(
  root: string,
  renamed: string[] = [],
): Promise<{ broken: string[]; pages: Map<string, string>; anchors: number }> {
  const broken: string[] = [];
  const pages = new Map<string, string>();
  let count = 0;
  for (const { path, anchors } of issuedAddresses()) {
    const response = await fetch(`${root}${path}`, { redirect: 'manual' });
    const html = await response.text();
    pages.set(path, html);
    if (response.status !== 200) broken.push(`${path}: ${response.status}`);
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    if (renamed.some((name) => path.endsWith(`/${name}/`))) continue;
    for (const anchor of anchors) {
      count += 1;
      if (!ids.has(anchor)) broken.push(`${path}#${anchor}`);
    }
  }
  return { broken, pages, anchors: count };
}

/** Addresses within the site that a page links to, without fragment and query. */
export function linksOf(html: string, base: string): string[] {
  return [...html.matchAll(/(?:href|src)="([^"#?]+)[^"]*"/g)]
    .map(([, address = '']) => address)
    .filter((address) => address.startsWith(base) && !address.startsWith('//'))
    .map((address) => address.slice(base.length));
}
