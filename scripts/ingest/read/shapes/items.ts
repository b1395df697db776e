/** Items of lists that begin with a code, with their lines in the document. */
import type { Block, Inline, ListItem } from '../../../../src/model/text.ts';
import { constantOf, isHttpStatus, isSureCode } from '../../code-words.ts';
import type { HeadingLookup } from '../../headings.ts';
import { plainText } from '../rich-text.ts';
import { type Lead, type LeadKind, readLead } from './leads.ts';
import { dropStart, joinLines, type Line, type Part, splitLines } from './parts.ts';

export type List = Extract<Block, { type: 'list' }>;

/** A code with the address it links to; it, or another one before it, may be struck out. */
export type LinkedLead = Lead & { url?: string; isStruck?: boolean; struck?: string };

/** Returns the code at the beginning of a text; the address if the whole text is a link. */
export function leadOf(
  children: Inline[],
  kind: LeadKind,
  lookUp: HeadingLookup,
): LinkedLead | undefined {
  const [link, ...others] = children.filter((child) => plainText([child]).trim() !== '');
  const isMarked =
    link?.type === 'strong' ||
    ((kind === 'item' || kind === 'sibling') && link?.type === 'inlineCode');
  const bold = isMarked ? plainText(markedRun(children, link.type)).trim() : '';
  const text = textBesideBadge(children) ?? plainText(children).trim();
  const constant = text.startsWith(bold) ? constantOf(bold) : undefined;
  const lead = constant
    ? readLead(
        `${constant.name} (${constant.number})${text.slice(bold.length)}`,
        kind,
        lookUp,
        constant.name,
      )
    : readLead(text, kind, lookUp, bold);
  // *JavaScript* is the name of a tab.
  if (lead && kind === 'paragraph' && link?.type === 'emphasis' && !/[\d_]/.test(lead.code))
    return undefined;
  if (lead && link?.type === 'delete' && plainText([link]).includes(lead.code)) {
    // "~~E006~~ E016": the code has another name now.
    const current = leadOf(others, kind, lookUp);
    return current && isSureCode(current.code)
      ? { ...current, struck: lead.code }
      : { ...lead, isStruck: true };
  }
  return lead && link?.type === 'link' && others.length === 0 ? { ...lead, url: link.url } : lead;
}

/** Returns the marked texts with which a text begins, and the signs between them: **10110** / **10111**. */
function markedRun(children: Inline[], type: Inline['type']): Inline[] {
  const isBetween = (child: Inline | undefined) =>
    child?.type === 'text' && /^\s*[,，、/&和及或]?\s*$/.test(child.value);
  const end = children.findIndex(
    (child, at) => child.type !== type && !(isBetween(child) && children[at + 1]?.type === type),
  );
  return end < 0 ? children : children.slice(0, end);
}

/** Returns "E_IO (422) Disk full" for a code beside a badge with its status: `422` and `E_IO` without a space. */
function textBesideBadge(children: Inline[]): string | undefined {
  const at = children.findIndex(({ type }) => type === 'inlineCode');
  const code = plainText(children.slice(at, at + 1)).trim();
  if (at < 0 || !isSureCode(code) || isHttpStatus(code)) return undefined;
  const before = plainText(children.slice(0, at)).trim();
  const behind = plainText(children.slice(at + 1));
  if (isHttpStatus(before)) return `${code} (${before})${behind}`;
  const [, status, rest = ''] = /^\s*([1-5]\d\d)(?!\d)(.*)$/s.exec(behind) ?? [];
  return before === '' && status ? `${code} (${status})${rest}` : undefined;
}

/** The code of a list item, the lines of text below it, and the other blocks of the item. */
export function leadOfItem(
  item: ListItem,
  line: number,
  lookUp: HeadingLookup,
  kind: 'item' | 'sibling' = 'item',
): { lead: LinkedLead | undefined; texts: Line[]; blocks: Block[] } {
  const [first, ...blocks] = item.children;
  if (first?.type !== 'paragraph') return { lead: undefined, texts: [], blocks };
  const [task = ''] = /^\[[ xX]\]\s+/.exec(plainText(first.children)) ?? [];
  const lines = splitLines(dropStart(first.children, task.length), line);
  const end = lines.findIndex((one, at) => at > 0 && !continues(lines[at - 1], one));
  const [top, texts] = [lines.slice(0, end < 0 ? undefined : end), end < 0 ? [] : lines.slice(end)];
  const { block } = joinLines(top);
  const lead = block.type === 'paragraph' ? leadOf(block.children, kind, lookUp) : undefined;
  return { lead, texts, blocks };
}

/** Whether a line of the source goes on with the sentence of the line before, and begins with no label. */
function continues(before: Line | undefined, { line, children }: Line): boolean {
  const text = plainText(children);
  return (
    before !== undefined &&
    line > before.line &&
    !/[.。:：;；!！?？]\s*$/.test(plainText(before.children)) &&
    /^\s*\p{Ll}/u.test(text) &&
    !/^[^:：]{1,40}[:：]/.test(text)
  );
}

/** An item of a list, with its line and the lines of the items within it. */
export interface PlacedItem {
  item: ListItem;
  line: number;
  lines: number[];
}

/** How many items a block has, with those within them; 0 if it is no list. */
export const countItems = (block: Block): number =>
  block.type === 'list' ? block.children.reduce((sum, item) => sum + countWithin(item) + 1, 0) : 0;
const countWithin = (item: ListItem): number =>
  item.children.reduce((sum, block) => sum + countItems(block), 0);

/**
 * Returns the items of a list with their lines.
 *
 * @param line The line of the list, for all items if their lines are not known.
 * @param lines The lines of its items, each followed by those of the items within it.
 */
export function listItems(list: List, line: number, lines: number[]): PlacedItem[] {
  if (countItems(list) !== lines.length)
    return list.children.map((item) => ({ item, line, lines: [] }));
  let at = 0;
  return list.children.map((item) => {
    const from = at;
    at += countWithin(item) + 1;
    return { item, line: lines[from] ?? line, lines: lines.slice(from + 1, at) };
  });
}

/** Returns the code with which an item begins beyond doubt. */
function sureCodeOf(item: ListItem, lookUp: HeadingLookup): string | undefined {
  const code = leadOfItem(item, 0, lookUp).lead?.code ?? '';
  return isSureCode(code) && !isHttpStatus(code) ? code : undefined;
}

/** Whether items of a list begin with codes: `- E1004: …` below `- E1003: …`. */
export const hasCodes = ({ children }: List, lookUp: HeadingLookup): boolean =>
  children.some((item) => sureCodeOf(item, lookUp) !== undefined);

/** Whether all items of a list are links to codes of the same page: "See also". */
export const areReferences = ({ children }: List, lookUp: HeadingLookup): boolean =>
  children.every((item) => {
    const { lead, texts, blocks } = leadOfItem(item, 0, lookUp);
    return lead?.url?.startsWith('#') && lead.rest === '' && texts.length + blocks.length === 0;
  });

/** Whether all items of a list begin with bold numbers: "**16** Normal call clearing". */
export const hasBoldNumbers = ({ children }: List): boolean =>
  children.every(({ children: [first] }) => {
    const [bold] = first?.type === 'paragraph' ? first.children : [];
    return bold?.type === 'strong' && /^\d+$/.test(plainText([bold]).trim());
  });

/** Returns the codes of a list all of whose items begin with codes; none of another list. */
export function codesOf({ children }: List, lookUp: HeadingLookup): string[] {
  const codes = children.flatMap((item) => sureCodeOf(item, lookUp) ?? []);
  return codes.length === children.length ? codes : [];
}

/** The lines of the text of a part, of all items in it. */
export function linesOf(part: Part): Line[] {
  if (part.type === 'table') return [];
  if (part.type !== 'block') return [part];
  const { block, line, items, note } = part;
  return linesOfBlock(block, (block.type === 'code' && note.textLine) || line, items);
}

function linesOfBlock(block: Block, line: number, items: number[]): Line[] {
  if (block.type === 'paragraph') return splitLines(block.children, line);
  if (block.type === 'code') return splitLines([{ type: 'text', value: block.value }], line);
  return listItems(block, line, items).flatMap(({ item, line: at }) =>
    item.children.flatMap((child) => linesOfBlock(child, at, [])),
  );
}
