/** Markdown nodes → rich text. HTML among them is read by an HTML parser, Markdown held aside. */
import type {
  Definition,
  FootnoteReference,
  ListItem,
  Nodes,
  PhrasingContent,
  RootContent,
} from 'mdast';
import type { Block, Inline } from '../../../../src/model/text.ts';
import type { OnHidden } from '../html/hidden.ts';
import { type Held, hold, readHtml } from '../html/inline.ts';
import { checkLimit } from '../limits.ts';
import { flattenBlocks, makeLink, makeList, makeParagraph, mergeTexts } from '../rich-text.ts';

/** What reading nodes needs to know of their document. */
export interface MarkdownContext {
  /** Link definitions by identifier. */
  definitions: Map<string, Definition>;
  /** Lines of the document above the text that was parsed. */
  offset: number;
  /** The lines of the whole document. */
  lines: readonly string[];
  /** Takes the lines of comments and hidden elements. */
  onHidden?: OnHidden;
}

/** How a text refers to a footnote: `[^1]`. */
export const footnoteMark = (note: Pick<FootnoteReference, 'label' | 'identifier'>): string =>
  `[^${note.label ?? note.identifier}]`;

const lineOf = (node: Nodes | undefined, { offset }: MarkdownContext): number =>
  (node?.position?.start.line ?? 1) + offset;

/** The number of an item as the source has it. */
function numberOf(item: ListItem, context: MarkdownContext): string {
  const column = item.position?.start.column ?? 1;
  const text = context.lines[lineOf(item, context) - 1]?.slice(column - 1) ?? '';
  return /^\d+/.exec(text)?.[0] ?? '';
}

/**
 * A heading without the marks of converters and generators behind it: `{#section_a1 .section}`.
 * They are looked for from the end, as a search from every space could take long.
 */
function withoutMarks(text: string): string {
  const end = text.trimEnd();
  const start = end.lastIndexOf('{');
  const marks = start === -1 ? '' : end.slice(start);
  return marks.length < longestMarks && attributes.test(marks)
    ? end.slice(0, start).trimEnd()
    : text;
}

/** A longer text in braces is none of attributes. */
const longestMarks = 300;
/** `{#id .class key="value"}` of Pandoc, kramdown and Python-Markdown. */
const attributes =
  /^\{:?[ \t]*(?:(?:[#.][\w:-]*|[\w-]+=(?:"[^"{}]*"|'[^'{}]*'|[^\s"'{}]+))[ \t]*)+\}$/;

function readNode(node: PhrasingContent, context: MarkdownContext, depth: number): Inline[] {
  checkLimit('levels of nesting', depth, lineOf(node, context));
  const inside = (): Inline[] =>
    'children' in node ? readPhrasing(node.children, context, depth + 1) : [];
  // A browser shows it to who points at the picture or the link.
  const tooltip = 'title' in node ? (node.title ?? '') : '';
  if (/[\p{L}\p{N}]/u.test(tooltip) && !('alt' in node && node.alt === tooltip))
    context.onHidden?.(lineOf(node, context));
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return [{ type: node.type, value: node.value }];
    case 'break':
      return [{ type: 'break' }];
    case 'emphasis':
    case 'strong':
    case 'delete':
      return [{ type: node.type, children: inside() }];
    case 'link':
      return makeLink(node.url, inside());
    case 'linkReference':
      return makeLink(context.definitions.get(node.identifier)?.url ?? '', inside());
    case 'image':
    case 'imageReference':
      return [{ type: 'text', value: node.alt ?? '' }];
    case 'footnoteReference':
      return [{ type: 'text', value: footnoteMark(node) }];
    default:
      // The callers give HTML to its own reader.
      return [];
  }
}

/** Phrasing content as blocks: HTML in it may hold lists and paragraphs. */
export function readPhrasingBlocks(
  nodes: PhrasingContent[],
  context: MarkdownContext,
  depth = 0,
): Block[] {
  if (!nodes.some((node) => node.type === 'html')) {
    return makeParagraph(nodes.flatMap((node) => readNode(node, context, depth)));
  }
  const held: Held[] = [];
  const html = nodes.map((node) => {
    if (node.type === 'html') return node.value;
    held.push(readNode(node, context, depth));
    return hold(held.length - 1);
  });
  return readHtml(html.join(''), lineOf(nodes[0], context), held, context.onHidden);
}

/** Phrasing content as inlines; paragraphs that HTML made are parted by line breaks. */
export function readPhrasing(
  nodes: PhrasingContent[],
  context: MarkdownContext,
  depth = 0,
): Inline[] {
  if (nodes.some((node) => node.type === 'html')) {
    return flattenBlocks(readPhrasingBlocks(nodes, context, depth));
  }
  return mergeTexts(nodes.flatMap((node) => readNode(node, context, depth)));
}

/** Phrasing content of a heading, without a converter's attributes behind it, and components as their texts. */
function withoutAttributes(all: PhrasingContent[]): PhrasingContent[] {
  const nodes = all.map(
    (node): PhrasingContent =>
      node.type === 'html' && component.test(node.value)
        ? { type: 'text', value: node.value.replace(component, bracket) }
        : node,
  );
  const last = nodes.at(-1);
  if (last?.type !== 'text') return nodes;
  return [...nodes.slice(0, -1), { ...last, value: withoutMarks(last.value) }];
}

/** The tag of a component. */
const component = /^<\/?[A-Z]\w*(?:\s[^<>]*)?>$/;

/** "(beta)" for `<Badge type="warning" text="beta" />`. */
function bracket(tag: string): string {
  const [, text = ''] = /\stext="([^"]*)"/.exec(tag) ?? [];
  return text === '' ? '' : `(${text})`;
}

/**
 * The blocks of a flow node, whatever it is; nothing that has text becomes nothing.
 *
 * @example readFlow(heading) // => [{ type: 'paragraph', children: [{ type: 'text', … }] }]
 */
export function readFlow(node: RootContent, context: MarkdownContext, depth = 0): Block[] {
  checkLimit('levels of nesting', depth, lineOf(node, context));
  const inside = (): Block[] =>
    'children' in node
      ? node.children.flatMap((child) => readFlow(child as RootContent, context, depth + 1))
      : [];
  switch (node.type) {
    case 'heading':
      return readPhrasingBlocks(withoutAttributes(node.children), context);
    case 'paragraph':
      return readPhrasingBlocks(node.children, context);
    case 'code': {
      // Behind the language a fence may hold text that is no converter's mark.
      const meta = withoutMarks(node.meta ?? '').trim();
      const info = meta === '' || meta.startsWith('{') ? '' : `${node.lang ?? ''} ${meta}`;
      const code: Block[] = node.value.trim() === '' ? [] : [{ type: 'code', value: node.value }];
      return [...makeParagraph([{ type: 'text', value: info }]), ...code];
    }
    case 'html':
      return readHtml(node.value, lineOf(node, context), [], context.onHidden);
    case 'list': {
      const numbers: string[] = [];
      const children = node.children.flatMap((item) => {
        const blocks = item.children.flatMap((child) => readFlow(child, context, depth + 1));
        const box = typeof item.checked === 'boolean' ? `[${item.checked ? 'x' : ' '}] ` : '';
        const first = blocks[0];
        if (box && first?.type === 'paragraph') {
          const children = mergeTexts([{ type: 'text', value: box }, ...first.children]);
          blocks[0] = { type: 'paragraph', children };
        }
        if (blocks.length === 0) return [];
        numbers.push(numberOf(item, context));
        return [{ type: 'listItem' as const, children: blocks }];
      });
      return children.length > 0 ? [makeList(children, node.ordered ? numbers : undefined)] : [];
    }
    case 'table':
      return node.children.flatMap((row) =>
        row.children.flatMap((cell) => readPhrasingBlocks(cell.children, context)),
      );
    case 'thematicBreak':
    case 'definition':
      return [];
    default:
      return 'children' in node
        ? inside()
        : makeParagraph(readNode(node as PhrasingContent, context, depth));
  }
}
