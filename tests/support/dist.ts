import { globSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { Element, Nodes, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { projectRoot } from './content.ts';

/** The built site. */
export const dist = resolve(projectRoot, process.env['OUT_DIR'] || 'dist');

/** Files of the built site that fit a pattern, with forward slashes, in order. */
export function filesOf(pattern: string): string[] {
  return globSync(pattern, { cwd: dist })
    .map((path) => path.split(sep).join('/'))
    .sort();
}

/** A page of the built site: `parsePage('en/apig/compare/index.html')`. */
export function parsePage(path: string): Root {
  return parseHtml(readFileSync(join(dist, path), 'utf8'));
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
