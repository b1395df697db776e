/** Links of built pages, and whether they lead anywhere. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';

/** A page's anchors and the addresses it names. */
export interface PageLinks {
  ids: Set<string>;
  links: string[];
}

const addresses: Record<string, string[]> = {
  a: ['href'],
  area: ['href'],
  link: ['href'],
  script: ['src'],
  img: ['src'],
  source: ['src'],
  iframe: ['src'],
  form: ['action'],
  button: ['formaction'],
};

/**
 * Read a page's anchors and links.
 *
 * @example readLinks('<a id="x" href="#x">') // => { ids: Set { x }, links: ['#x'] }
 */
export function readLinks(html: string): PageLinks {
  const ids = new Set<string>(['top', '']);
  const links: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (attributes['id'] !== undefined) ids.add(attributes['id']);
      for (const attribute of addresses[name] ?? []) {
        const link = attributes[attribute];
        if (link !== undefined) links.push(link);
      }
      const refresh = name === 'meta' && attributes['http-equiv']?.toLowerCase() === 'refresh';
      const [, target] = refresh ? (/url=(.+)$/i.exec(attributes['content'] ?? '') ?? []) : [];
      if (target !== undefined) links.push(target);
    },
  });
  parser.end(html);
  return { ids, links };
}

/** Where the site is meant to stand; links with its host are its own. */
export interface Site {
  root: string;
  /** Address of the site's root, with base and trailing slash. */
  url: string;
  /** Links and anchors of the page at a path such as `en/index.html`. */
  linksOf: (path: string) => PageLinks;
}

/**
 * Tell what is wrong with the links of a page.
 *
 * @param page Path of its file from the site's folder.
 * @param address Its address below the site's root.
 * @returns A line for each link that leads to no file, or to no anchor in the page.
 */
export function findBrokenLinks(site: Site, page: string, address: string): string[] {
  const from = new URL(address, site.url);
  return site.linksOf(page).links.flatMap((link) => {
    if (!URL.canParse(link, from)) return [`${page}: ${link} is no address`];
    const to = new URL(link, from);
    if (to.origin !== from.origin) return [];
    // The page for unknown addresses stands at none: Starlight names one for it in its head.
    if (page === '404.html' && to.pathname.endsWith('/404/')) return [];
    const problem = problemOf(site, to);
    return problem === undefined ? [] : [`${page}: ${link} ${problem}`];
  });
}

function problemOf(site: Site, to: URL): string | undefined {
  const base = new URL(site.url).pathname;
  if (!to.pathname.startsWith(base)) return 'leads out of the site';
  const path = decodeURIComponent(to.pathname.slice(base.length)).replace(
    /(^|\/)$/,
    '$1index.html',
  );
  if (!isFile(join(site.root, path))) return 'leads to no file';
  if (to.hash.length < 2 || !path.endsWith('.html')) return undefined;
  const id = decodeURIComponent(to.hash.slice(1));
  return site.linksOf(path).ids.has(id) ? undefined : 'leads to no anchor';
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
