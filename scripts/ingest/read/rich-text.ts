/** Building rich text: texts merged, white space folded as a browser does, empty blocks dropped. */
import type { Block, Inline, ListItem } from '../../../src/model/text.ts';

/** Schemes a link of a vendor's document may have; of any other link only the text is kept. */
const scheme = /^([A-Za-z][A-Za-z\d+.-]*):/;
const schemes = new Set(['http', 'https', 'mailto', 'ftp', 'tel']);

/** A link, or only its children where the address is empty or would run something. */
export function makeLink(url: string, children: Inline[]): Inline[] {
  const clean = url.trim();
  const name = scheme.exec(clean.replace(/\s/g, ''))?.[1]?.toLowerCase();
  if (clean === '' || children.length === 0 || (name !== undefined && !schemes.has(name))) {
    return children;
  }
  return [{ type: 'link', url: clean, children }];
}

/** Digits as superscripts, so that a text without markup does not read 10² as 102. */
export const raiseDigits = (text: string): string =>
  /^[\d+()-]+$/.test(text) ? text.replace(/./g, (sign) => superscripts[sign] ?? sign) : text;

const superscripts: Record<string, string> = Object.fromEntries(
  [...'0123456789+-()'].map((sign, index) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾'][index] ?? sign]),
);

/** Join neighbouring texts; drop empty ones and parents without children. */
export function mergeTexts(nodes: Inline[]): Inline[] {
  const merged: Inline[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (node.type === 'text' && last?.type === 'text') {
      merged[merged.length - 1] = { type: 'text', value: last.value + node.value };
    } else if (
      node.type === 'text' ? node.value !== '' : !('children' in node) || node.children.length > 0
    ) {
      merged.push(node);
    }
  }
  return merged;
}

/** Whether there is anything to see. */
export function hasText(nodes: Inline[]): boolean {
  return nodes.some((node) => {
    if (node.type === 'break') return false;
    if (node.type === 'inlineCode') return true;
    return node.type === 'text' ? node.value.trim() !== '' : hasText(node.children);
  });
}

const isSpace = (character: string): boolean => character !== '' && ' \t\n\r\f'.includes(character);

/** A text without ASCII white space at one end; a loop, as `/ +$/` takes long on long runs. */
function trimSide(text: string, side: 'start' | 'end'): string {
  let at = side === 'start' ? 0 : text.length;
  if (side === 'start') while (isSpace(text.charAt(at))) at += 1;
  else while (at > 0 && isSpace(text.charAt(at - 1))) at -= 1;
  return side === 'start' ? text.slice(at) : text.slice(0, at);
}

/** Drop white space and line breaks at the ends of a paragraph; U+3000 and the like stay. */
export function trimInline(nodes: Inline[]): Inline[] {
  const list = mergeTexts(nodes);
  for (const side of ['start', 'end'] as const) {
    for (;;) {
      const index = side === 'start' ? 0 : list.length - 1;
      const node = list[index];
      if (node?.type !== 'break' && node?.type !== 'text') break;
      const value = node.type === 'break' ? '' : trimSide(node.value, side);
      if (value !== '') {
        list[index] = { type: 'text', value };
        break;
      }
      if (side === 'start') list.shift();
      else list.pop();
    }
  }
  return list;
}

/** A paragraph of these children, or nothing if there is nothing to see. */
export function makeParagraph(nodes: Inline[]): Block[] {
  const children = trimInline(nodes);
  return hasText(children) ? [{ type: 'paragraph', children }] : [];
}

/** Lists of steps have fewer items; a list with greater numbers counts codes: `6001. Disk full`. */
const firstCode = 100;

const isCodeNumber = (number: string): boolean =>
  Number.isSafeInteger(Number(number)) && Number(number) >= firstCode;

/**
 * Returns a list; one whose numbers may be codes keeps them as text.
 *
 * @param numbers What the source has before each item: "6001"; undefined for bullets.
 */
export function makeList(items: ListItem[], numbers: readonly string[] | undefined): Block {
  if (numbers === undefined || !numbers.every(isCodeNumber))
    return { type: 'list', ordered: numbers !== undefined, children: items };
  const children = items.map(({ children: [first, ...more] }, index): ListItem => {
    const number: Inline = { type: 'text', value: `${numbers[index]}. ` };
    const isText = first?.type === 'paragraph';
    const text = mergeTexts([number, ...(isText ? first.children : [])]);
    const rest = first && !isText ? [first, ...more] : more;
    return { type: 'listItem', children: [{ type: 'paragraph', children: text }, ...rest] };
  });
  return { type: 'list', ordered: false, children };
}

/** All inline content of blocks, paragraphs and items parted by line breaks. */
export function flattenBlocks(blocks: Block[]): Inline[] {
  const inlines: Inline[] = [];
  const add = (nodes: Inline[]) => {
    if (inlines.length > 0) inlines.push({ type: 'break' });
    inlines.push(...nodes);
  };
  for (const block of blocks) {
    if (block.type === 'paragraph') add(block.children);
    else if (block.type === 'code') add([{ type: 'inlineCode', value: block.value }]);
    else for (const item of block.children) add(flattenBlocks(item.children));
  }
  return inlines;
}

/** The text of inline content, without markup. */
export function plainText(nodes: Inline[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'break') return ' ';
      return 'value' in node ? node.value : plainText(node.children);
    })
    .join('');
}

/** Whether a block is a list of footnotes: each item leads back to where it is referred to. */
export const isListOfFootnotes = (block: Block): block is Extract<Block, { type: 'list' }> =>
  block.type === 'list' &&
  block.ordered &&
  block.children.every(({ children }) => {
    const text = plainText(flattenBlocks(children)).trim();
    return /^[↑^]|[↩↑]\uFE0E?$/u.test(text);
  });
