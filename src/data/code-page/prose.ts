import type { Element, ElementContent, Root as HastRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Nodes, Root } from 'mdast';
import type {} from 'mdast-util-mdx';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { langOfText } from '../../text/lang-of-text.ts';

/** Markdown as HTML. */
export interface Prose {
  html: string;
  headings: { depth: number; slug: string; text: string }[];
  /** Language of the first heading, apart from the HTTP status, which is in code. */
  headingLang: string | undefined;
}

/** Reports a problem at a line of the prose, counted from 1. */
type Fail = (line: number, reason: string) => never;

/** Limit of remembered texts, which bounds the memory: about 100 MB. */
const maxTexts = 100_000;

/**
 * Returns a function that renders the prose of MDX and remembers what it has rendered.
 *
 * @example memoizeProse()('Too *large*', fail).html // => '<p>Too <em>large</em></p>'
 */
export function memoizeProse(): (markdown: string, fail: Fail) => Prose {
  const known = new Map<string, Prose>();
  return (markdown, fail) => {
    const prose = known.get(markdown) ?? renderProse(markdown, fail);
    if (known.size < maxTexts) known.set(markdown, prose);
    return prose;
  };
}

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).use(remarkRehype);

function renderProse(markdown: string, fail: Fail): Prose {
  const tree = parse(markdown, fail);
  visit(tree, (node) => {
    const problem = describeProblem(node);
    if (problem !== undefined) fail(node.position?.start.line ?? 1, problem);
  });
  const html: HastRoot = processor.runSync(tree);
  const found: Element[] = [];
  visit(html, 'element', (node) => {
    if (/^h[1-6]$/.test(node.tagName)) found.push(node);
  });
  // The line ends between blocks are not part of the page.
  html.children = html.children.filter(({ type }) => type !== 'text');
  return {
    html: toHtml(html),
    headings: found.map((node) => ({
      depth: Number(node.tagName[1]),
      slug: '',
      text: textOf(node),
    })),
    headingLang: found[0] && langOfText(textOf(found[0], 'code')),
  };
}

function parse(markdown: string, fail: Fail): Root {
  try {
    return processor.parse(markdown);
  } catch (error) {
    // A VFileMessage.
    const { line, reason } = error as { line?: number; reason?: string };
    return fail(line ?? 1, `${reason ?? error}.`);
  }
}

/** What would have to be run instead of shown. */
function describeProblem(node: Nodes): string | undefined {
  switch (node.type) {
    case 'mdxjsEsm':
      return 'Only the components of ~/components/code-page can be imported.';
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return `<${node.name ?? ''}> must be on a line of its own.`;
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return 'An expression in braces cannot be run.';
    default:
      return undefined;
  }
}

function textOf(node: ElementContent, except?: string): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node) || (node.type === 'element' && node.tagName === except)) return '';
  return node.children.map((child) => textOf(child, except)).join('');
}
