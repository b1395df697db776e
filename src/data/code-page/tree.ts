/**
 * A generated MDX page → HTML and calls of components, as data.
 *
 * The pages are not compiled as MDX: a JavaScript module for each page is most of the time and
 * memory of a large build. They hold prose and calls of a few components with string attributes,
 * and that is all this accepts, so reading them as data says the same.
 */
import type { Element, ElementContent, Root as HastRoot, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Nodes, Root } from 'mdast';
import type {} from 'mdast-util-mdx';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { langOfHeading, remarkCaseHeadings } from './case-headings.ts';
import { dividePage, ownImport, type Piece } from './lines.ts';

/** Components that a page may call; each is in `src/components/code-page/`. */
export const pageComponents = [
  'Also',
  'Case',
  'Defect',
  'Edition',
  'Neighbours',
  'Overview',
  'Retired',
  'Says',
] as const;
export type PageComponent = (typeof pageComponents)[number];

/** A piece of a page: HTML, or a call of a component with its content. */
export type PageNode =
  | string
  | { name: PageComponent; props: Record<string, string>; children: PageNode[] };

/** What is kept of a page: its pieces, and its headings for the table of contents. */
export interface PageTree {
  nodes: PageNode[];
  headings: { depth: number; slug: string; text: string }[];
}

/**
 * Reads a page.
 *
 * @param mdx The file with its front matter, so that lines in messages are those of the file.
 * @param path Its path, for messages.
 * @throws An error with file and line where the page holds more than prose and calls of the known components with
 *   string attributes: an expression, another import, another component, inline JSX.
 * @example readPageTree('<Overview />', 'a.mdx').nodes // => [{ name: 'Overview', props: {}, children: [] }]
 */
export function readPageTree(mdx: string, path: string): PageTree {
  const pieces = dividePage(mdx);
  return (pieces && readPieces(pieces)) ?? parsePageTree(mdx, path);
}

/** The same, by the parser alone. */
export function parsePageTree(mdx: string, path: string): PageTree {
  const file = { path, value: mdx };
  return treeOf(processor.runSync(processor.parse(file), file));
}

function treeOf(tree: HastRoot): PageTree {
  const headings: PageTree['headings'] = [];
  visit(tree, 'element', (node) => {
    const depth = /^h([1-6])$/.exec(node.tagName)?.[1];
    if (depth === undefined) return;
    headings.push({
      depth: Number(depth),
      slug: String(node.properties['id'] ?? ''),
      text: textOf(node),
    });
  });
  // Line ends between the blocks of a page, which those within a call do not have.
  const blocks = tree.children.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  return { nodes: nodesOf(blocks as RootContent[]), headings };
}

/** The prose of the pieces, parsed; undefined where the parser has to look at the page as a whole. */
function readPieces(pieces: Piece[]): PageTree | undefined {
  const headings: PageTree['headings'] = [];
  const read = (piece: Piece, caseId?: string): PageNode | undefined => {
    if ('prose' in piece) {
      const prose = readProse(piece.prose);
      const own = caseId === undefined ? prose : prose && withHeadingId(prose, caseId);
      headings.push(...(own?.headings ?? []));
      return own?.html;
    }
    if (!isPageComponent(piece.name)) return undefined;
    const { name, props } = piece;
    const children = piece.children.map((child) =>
      read(child, name === 'Case' ? props['id'] : undefined),
    );
    return children.includes(undefined)
      ? undefined
      : { name, props, children: children as PageNode[] };
  };
  const nodes = pieces.map((piece) => read(piece));
  return nodes.includes(undefined) ? undefined : { nodes: nodes as PageNode[], headings };
}

interface Prose {
  html: string;
  headings: PageTree['headings'];
  /** Language of the first heading. */
  lang: string | undefined;
}

/** The vendors' texts stand on the pages of both languages, and many on those of several codes. */
const known = new Map<string, Prose>();

function readProse(markdown: string): Prose | undefined {
  const remembered = known.get(markdown);
  if (remembered) return remembered;
  try {
    const tree = processor.parse(markdown);
    const heading = tree.children.find((child) => child.type === 'heading');
    const lang = heading && langOfHeading(heading);
    const { nodes, headings } = treeOf(processor.runSync(tree));
    const [html] = nodes;
    if (nodes.length !== 1 || typeof html !== 'string') return undefined;
    const prose = { html, headings, lang };
    if (known.size < mostRemembered) known.set(markdown, prose);
    return prose;
  } catch {
    // Its message would name no line of the page.
    return undefined;
  }
}

/** Texts, so that memory has a bound: about 100 MB. */
const mostRemembered = 100_000;

/** The same as `remarkCaseHeadings`, done to the HTML. */
function withHeadingId({ html, headings, lang }: Prose, id: string): Prose | undefined {
  const [first, ...others] = headings;
  if (!first) return { html, headings, lang };
  const start = `<h${first.depth}>`;
  // Whatever has to be escaped in an attribute is left to the parser.
  if (!html.startsWith(start) || !/^[\p{L}\p{N}_-]+$/u.test(id)) return undefined;
  const attributes = ` id="${id}"${lang === undefined ? '' : ` lang="${lang}"`}`;
  return {
    html: `<h${first.depth}${attributes}>${html.slice(start.length)}`,
    headings: [{ ...first, slug: id }, ...others],
    lang,
  };
}

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm)
  .use(remarkMdx)
  .use(remarkOnlyPageComponents)
  .use(remarkCaseHeadings)
  .use(remarkRehype, { passThrough: ['mdxJsxFlowElement'] });

/** Stops at whatever would have to be run rather than shown. */
function remarkOnlyPageComponents() {
  return (tree: Root, file: { path?: string }): void => {
    visit(tree, (node) => {
      const wrong = whatIsWrong(node);
      if (wrong === undefined) return;
      const place = `${file.path}:${node.position?.start.line}`;
      throw new Error(`${place}: ${wrong} Only generated pages are .mdx; write guides as .md.`);
    });
    tree.children = tree.children.filter(({ type }) => type !== 'mdxjsEsm');
  };
}

function whatIsWrong(node: Nodes): string | undefined {
  switch (node.type) {
    case 'mdxjsEsm':
      return ownImport.test(node.value)
        ? undefined
        : 'Only the components of ~/components/code-page can be imported.';
    case 'mdxJsxFlowElement': {
      if (!isPageComponent(node.name)) return `There is no component <${node.name ?? ''}>.`;
      const isPlain = node.attributes.every(
        ({ type, value }) => type === 'mdxJsxAttribute' && typeof value === 'string',
      );
      return isPlain ? undefined : `The attributes of <${node.name}> must be plain strings.`;
    }
    case 'mdxJsxTextElement':
      return `<${node.name ?? ''}> cannot stand within a line.`;
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return 'An expression in braces cannot be run.';
    default:
      return undefined;
  }
}

function isPageComponent(name: string | null): name is PageComponent {
  return (pageComponents as readonly (string | null)[]).includes(name);
}

function nodesOf(children: (RootContent | ElementContent)[]): PageNode[] {
  const nodes: PageNode[] = [];
  let prose: (RootContent | ElementContent)[] = [];
  const closeProse = () => {
    const html = toHtml({ type: 'root', children: prose as RootContent[] }).trim();
    if (html !== '') nodes.push(html);
    prose = [];
  };
  for (const child of children) {
    if (child.type !== 'mdxJsxFlowElement') prose.push(child);
    else {
      closeProse();
      nodes.push(callOf(child));
    }
  }
  closeProse();
  return nodes;
}

type Call = Extract<ElementContent, { type: 'mdxJsxFlowElement' }>;

function callOf({ name, attributes, children }: Call): PageNode {
  const props = attributes.map((attribute) =>
    attribute.type === 'mdxJsxAttribute' ? [attribute.name, attribute.value] : [],
  );
  return {
    name: name as PageComponent,
    props: Object.fromEntries(props),
    children: nodesOf(children),
  };
}

function textOf(node: Element | ElementContent): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
