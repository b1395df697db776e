/** The site that the build step left in `dist`. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { Element, Nodes, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { projectRoot } from './content.ts';

export const distRoot = resolve(projectRoot, process.env['OUT_DIR'] || 'dist');

/** Path of the site, with a slash at both ends. */
export const base = `/${process.env['BASE_PATH'] ?? ''}/`.replace(/\/+/g, '/');

/**
 * Files of the built site that fit a pattern: paths from its folder with "/", sorted.
 *
 * @throws When the site has not been built.
 */
export function builtFiles(pattern: string, root = distRoot): string[] {
  if (!existsSync(root)) throw new Error(`${root} is not there. Run \`npm run build\` first.`);
  return globSync(pattern, { cwd: root })
    .map((path) => path.split(sep).join('/'))
    .sort();
}

/** Every built page: `en/apig/index.html`. */
export const builtPages = (root = distRoot) => builtFiles('**/*.html', root);

export const readBuilt = (path: string, root = distRoot) => readFileSync(join(root, path), 'utf8');

/** The data of a JSON file of the built site. */
export const loadBuilt = <T>(path: string): T => JSON.parse(readBuilt(path));

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

/** A page of the built site: `parsePage('en/apig/compare/index.html')`. */
export function parsePage(path: string): Root {
  return parseHtml(readBuilt(path));
}

/** A page as it stands in a browser: `parseHtml(await page.content())`. */
export function parseHtml(html: string): Root {
  return unified().use(rehypeParse).parse(html);
}

/** Every element below a node that passes a test, in document order. */
export function elementsOf(node: Nodes, test: (element: Element) => boolean): Element[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child) => [
    ...(child.type === 'element' && test(child) ? [child] : []),
    ...elementsOf(child, test),
  ]);
}

/** All text below a node. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
