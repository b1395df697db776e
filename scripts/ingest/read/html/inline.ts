/** HTML → rich text: the content of a table cell or a note, or HTML inline in Markdown. */
import type { Element, Nodes, Root, RootContent } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import type { Block, Inline, ListItem } from '../../../../src/model/text.ts';
import {
  flattenBlocks,
  makeLink,
  makeList,
  makeParagraph,
  mergeTexts,
  plainText,
  raiseDigits,
} from '../rich-text.ts';
import { cleanHtml } from './clean.ts';
import type { OnHidden } from './hidden.ts';

/**
 * Markdown inside HTML is read before; in the HTML it is held by "\u0001n\u0001". A document
 * cannot contain this: control characters are replaced before anything is parsed.
 */
export type Held = Block[] | Inline[];
const mark = '\u0001';
export const hold = (index: number): string => mark + index + mark;

const parser = unified().use(rehypeParse, { fragment: true });

/**
 * Returns the tree of an HTML text; its lines count from 1.
 *
 * @param line Line of the document at which the text starts, for limits.
 * @param onHidden Takes the lines of what is left out.
 * @throws LimitError
 */
export const parseHtml = (html: string, line: number, onHidden?: OnHidden): Root =>
  parser.parse(cleanHtml(html, line, onHidden));

const isBlock = (node: Block | Inline): node is Block =>
  node.type === 'paragraph' || node.type === 'code' || node.type === 'list';

const blockNames = new Set(
  'p div h1 h2 h3 h4 h5 h6 dl dt dd details summary ul ol li pre hr table tbody thead tfoot tr td th caption'.split(
    ' ',
  ),
);

type Mark = 'emphasis' | 'strong' | 'delete';
const marks: Record<string, Mark> = { em: 'emphasis', strong: 'strong', del: 'delete' };

/** Text with held Markdown put in its place. */
function fillText(value: string, held: Held[]): (Inline | Block)[] {
  if (!value.includes(mark)) return [{ type: 'text', value: value.replace(/[ \t\n\r\f]+/g, ' ') }];
  return value
    .split(mark)
    .flatMap((part, index): (Inline | Block)[] =>
      index % 2 === 1 ? (held[Number(part)] ?? []) : fillText(part, held),
    );
}

const textOf = (node: Nodes, held: Held[]): string => {
  if (node.type === 'text') {
    return node.value
      .split(mark)
      .map((part, index) => (index % 2 === 1 ? plainMixed(held[Number(part)] ?? []) : part))
      .join('');
  }
  if (node.type === 'element' && node.tagName === 'br') return '\n';
  return 'children' in node ? node.children.map((child) => textOf(child, held)).join('') : '';
};

const plainMixed = (nodes: Held): string =>
  nodes.map((node) => plainText(isBlock(node) ? flattenBlocks([node]) : [node])).join('');

/** Returns the content of an element, blocks and inlines mixed; the caller makes blocks of it. */
function readNodes(nodes: RootContent[], held: Held[]): (Inline | Block)[] {
  return nodes.flatMap((node): (Inline | Block)[] => {
    if (node.type === 'text') return fillText(node.value, held);
    return node.type === 'element' ? readElement(node, held) : [];
  });
}

/** A text without line ends at its end. */
function trimLines(text: string): string {
  let end = text.length;
  while (text.charAt(end - 1) === '\n') end -= 1;
  return text.slice(0, end);
}

function readElement(node: Element, held: Held[]): (Inline | Block)[] {
  const name = node.tagName;
  if (name === 'br') return [{ type: 'break' }];
  if (name === 'pre') {
    const value = trimLines(textOf(node, held));
    return value.trim() ? [{ type: 'code', value }] : [];
  }
  if (name === 'ul' || name === 'ol') return readList(node, held);
  const inside = readNodes(node.children, held);
  if (blockNames.has(name)) return makeBlocks(inside);
  if (name === 'code') {
    if (inside.some(isBlock)) return inside;
    return splitBreaks(inside as Inline[]).flatMap(codeSpan);
  }
  if (name === 'sup')
    return inside.map((child) =>
      child.type === 'text' ? { ...child, value: raiseDigits(child.value) } : child,
    );
  const kind = marks[name];
  if (kind) return wrap(inside, (children) => [{ type: kind, children }]);
  if (name === 'a') {
    const { href } = node.properties;
    // A link to the place itself, as generators of documentation put it next to headings.
    if (/#/.test(String(href)) && permalink.test(textOf(node, held))) return [];
    return wrap(inside, (children) => makeLink(String(href ?? ''), children));
  }
  return inside;
}

const permalink = /^(?:[\s¶#§\u200B]|🔗|\uFE0F)*$/u;

const codeSpan = (part: Inline): Inline[] => {
  if (part.type === 'break') return [part];
  const value = plainText([part]);
  return value === '' ? [] : [{ type: 'inlineCode', value }];
};

/** Everything between two line breaks as one text. */
function splitBreaks(nodes: Inline[]): Inline[] {
  const parts: Inline[] = [];
  for (const node of nodes) {
    const last = parts.at(-1);
    if (node.type === 'break') parts.push(node);
    else if (last?.type === 'text') {
      parts[parts.length - 1] = { type: 'text', value: last.value + plainText([node]) };
    } else parts.push({ type: 'text', value: plainText([node]) });
  }
  return parts;
}

/** Puts a mark around inlines, and inside the blocks among them. */
function wrap(
  nodes: (Inline | Block)[],
  make: (children: Inline[]) => Inline[],
): (Inline | Block)[] {
  if (!nodes.some(isBlock)) return make(mergeTexts(nodes as Inline[]));
  return makeBlocks(nodes).map((block): Block => {
    if (block.type !== 'paragraph') return block;
    return { type: 'paragraph', children: make(block.children) };
  });
}

function readList(node: Element, held: Held[]): Block[] {
  const numbers: string[] = [];
  let next = Number(node.properties['start'] ?? 1);
  const items = node.children.flatMap((child): ListItem[] => {
    const item = child.type === 'element' && child.tagName === 'li' ? child : undefined;
    const children = makeBlocks(readNodes(item?.children ?? [child], held));
    const value = Number(item?.properties['value']);
    if (Number.isSafeInteger(value)) next = value;
    if (children.length > 0) numbers.push(String(next));
    // An empty item is counted, too.
    if (item) next += 1;
    return children.length > 0 ? [{ type: 'listItem', children }] : [];
  });
  if (items.length === 0) return [];
  return [makeList(items, node.tagName === 'ol' ? numbers : undefined)];
}

/** Turn runs of inlines between blocks into paragraphs. */
function makeBlocks(nodes: (Inline | Block)[]): Block[] {
  const blocks: Block[] = [];
  let run: Inline[] = [];
  const flush = () => {
    blocks.push(...makeParagraph(run));
    run = [];
  };
  for (const node of nodes) {
    if (isBlock(node)) {
      flush();
      blocks.push(node);
    } else run.push(node);
  }
  flush();
  return blocks;
}

/**
 * The blocks of HTML nodes.
 *
 * @param held Markdown that was read before and is held in the HTML by `hold()`.
 */
export function readHtmlNodes(nodes: RootContent[], held: Held[] = []): Block[] {
  return makeBlocks(readNodes(nodes, held));
}

/** Returns the blocks of an HTML text that starts at a line of the document. */
export const readHtml = (
  html: string,
  line: number,
  held: Held[] = [],
  onHidden?: OnHidden,
): Block[] => readHtmlNodes(parseHtml(html, line, onHidden).children, held);
