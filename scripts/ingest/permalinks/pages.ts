import { existsSync, readdirSync } from 'node:fs';
import type { Permalinks } from '../load/permalinks.ts';

const locales = ['en', 'zh-cn'];

/**
 * Lists the pages of a built site that belong to no code, such as `en/sources/`.
 *
 * @param folder The built site; without one there are no pages.
 * @returns Paths from the site's root, the root itself as ''.
 */
export function listPages(folder: string, permalinks: Permalinks): string[] {
  if (!existsSync(folder)) return [];
  const ofCodes = new Set(codePages(permalinks));
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /(^|\/)index\.html$/.test(name))
    .map((name) => name.replace(/index\.html$/, ''))
    .filter((name) => !ofCodes.has(name))
    .sort();
}

/** Lists the pages of codes, under current and earlier names, and of short links. */
export function codePages({ short, catalogs }: Permalinks): string[] {
  const pages = Object.entries(catalogs).flatMap(([catalog, { codes }]) =>
    Object.values(codes).flatMap(({ slug, former = [] }) =>
      locales.flatMap((locale) => [slug, ...former].map((name) => `${locale}/${catalog}/${name}/`)),
    ),
  );
  return [...pages, ...Object.keys(short).map((name) => `c/${name}/`)];
}
