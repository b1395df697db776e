import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seen } from '../security/guard-page.ts';

/** Most broken addresses that the message lists. */
const maxListed = 10;

/**
 * Stops the build if a page, a style sheet or the sitemap names an address of this site that has no
 * file, such as the style sheets of a build whose folder has a `%` in its path. Pages were read for
 * their policy, so this reads only their links.
 */
export function checkAddresses(folder: string, base: string, site: string): void {
  const { origin } = new URL(site);
  const broken: string[] = [];
  const check = (address: string, page: string) => {
    const here = new URL(base + page.split('/').map(encodeURIComponent).join('/'), origin);
    if (!URL.canParse(address, here)) return;
    const { origin: there, pathname } = new URL(address, here);
    if (there !== origin) return;
    const path = decodePath(pathname);
    const isInside = path?.startsWith(base) === true;
    const file = isInside ? join(folder, path.slice(base.length)) : folder;
    // A folder answers with its page, with or without the slash.
    const isThere = file.endsWith('/')
      ? existsSync(join(file, 'index.html'))
      : existsSync(file) || existsSync(join(file, 'index.html'));
    if (!isInside || !isThere) broken.push(`${page}: ${address} leads to no file`);
  };
  for (const [key, page] of seen.links) check(key.split('\n').at(-1) ?? '', page);
  for (const [page, address] of namedInFiles(folder)) check(address, page);
  if (broken.length === 0) return;
  const more = broken.length - maxListed;
  throw new Error(
    [
      ...broken.slice(0, maxListed),
      ...(more > 0 ? [`and ${more} more`] : []),
      'The site is not complete. Check the path of this folder and BASE_PATH for unusual characters.',
    ].join('\n'),
  );
}

function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** Addresses in style sheets and sitemaps, each after its file. */
function* namedInFiles(folder: string): Generator<[file: string, address: string]> {
  for (const file of readdirSync(folder).filter((name) => /^sitemap.*\.xml$/.test(name))) {
    for (const [, address = ''] of readFileSync(join(folder, file), 'utf8').matchAll(
      /<loc>([^<]+)/g,
    ))
      yield [file, address];
  }
  const styles = join(folder, '_astro');
  if (!existsSync(styles)) return;
  for (const name of readdirSync(styles).filter((one) => one.endsWith('.css'))) {
    const text = readFileSync(join(styles, name), 'utf8');
    for (const [, address = ''] of text.matchAll(/url\(["']?(?!data:)([^"')]+)/g))
      yield [`_astro/${name}`, address];
  }
}
