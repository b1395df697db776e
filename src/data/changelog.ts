import { toHtml } from 'hast-util-to-html';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

/**
 * Returns the changelog as HTML without its title, which the page has already.
 *
 * @example renderChangelog('# Changelog\n\n## 1.0\n') // => '<h2>1.0</h2>'
 */
export function renderChangelog(markdown: string): string {
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype);
  const tree = processor.parse(markdown);
  tree.children = tree.children.filter((node) => node.type !== 'heading' || node.depth > 1);
  return toHtml(processor.runSync(tree));
}
