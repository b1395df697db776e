/** The site that the build step left in `dist`. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { projectRoot } from './content.ts';

export const distRoot = resolve(projectRoot, process.env['OUT_DIR'] || 'dist');

/** Path of the site, with a slash at both ends. */
export const base = `/${process.env['BASE_PATH'] ?? ''}/`.replace(/\/+/g, '/');

/**
 * Every built page.
 *
 * @throws When the site has not been built.
 * @returns Paths from the site's folder, sorted: `en/apig/index.html`.
 */
export function builtPages(root = distRoot): string[] {
  if (!existsSync(root)) throw new Error(`${root} is not there. Run \`npm run build\` first.`);
  return globSync('**/*.html', { cwd: root })
    .map((path) => path.split(sep).join('/'))
    .sort();
}

export const readBuilt = (path: string, root = distRoot) => readFileSync(join(root, path), 'utf8');

/** A page's address below the site's root: `en/apig/`. */
export const addressOf = (page: string) => page.replace(/(^|\/)index\.html$/, '$1');

/**
 * One page of each kind and language, told by the shape of the address: the names of catalogs,
 * documents and codes do not make a kind of their own.
 */
export function onePageOfEachKind(pages = builtPages()): string[] {
  const kinds = new Map<string, string>();
  for (const page of pages) {
    const [locale = '', first = '', second = '', third = ''] = addressOf(page).split('/');
    const words = [
      'about',
      'changelog',
      'compare',
      'find',
      'guides',
      'history',
      'offline',
      'sources',
      'worklist',
    ];
    const word = (text: string) => (text === '' || words.includes(text) ? text : '*');
    // Each guide is its own text, all source views are one kind.
    const last = first === 'guides' ? second : word(second);
    const key = [locale, word(first), last, word(third), page.split('/').length].join('/');
    if (!kinds.has(key)) kinds.set(key, page);
  }
  return [...kinds.values()];
}
