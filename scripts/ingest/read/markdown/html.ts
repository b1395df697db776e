/** HTML among Markdown: all nodes of one table joined, read as tables and as notes around them. */
import type { Element } from 'hast';
import type { Table } from '../../../../src/model/document.ts';
import { readHtmlFlow } from '../html/flow.ts';
import { type Held, hold, parseHtml } from '../html/inline.ts';
import { readHtmlTable } from '../html/table.ts';
import { scanHtml } from '../html/tags.ts';
import { type Item, readLines, readTableTags } from './flow.ts';
import { readFlow } from './inline.ts';
import { contextAt, type Reading, report } from './reading.ts';

/** The HTML source of an item; undefined if it is Markdown. */
function htmlOf(item: Item, lines: string[]): string | undefined {
  const { node } = item;
  if (node.type === 'html') return node.value;
  // Indented HTML behind a blank line is code to Markdown, and a cell to everybody else.
  if (node.type === 'code' && !/^[ \t>]*(?:`{3}|~{3})/.test(readLines(lines, item)[0] ?? '')) {
    return readTableTags(node.value).any ? node.value : undefined;
  }
  if (node.type !== 'paragraph') return undefined;
  const tagged = node.children.some(
    (child) => child.type === 'html' && readTableTags(child.value).any,
  );
  return tagged ? readLines(lines, item).join('\n') : undefined;
}

/** Whether an HTML table may begin in this item. */
export const startsHtml = (item: Item, lines: string[]): boolean =>
  item.node.type === 'html' ||
  (item.node.type === 'paragraph' && htmlOf(item, lines) !== undefined);

/** How many items belong to the HTML that starts at `from`: more than one if a table goes on. */
function countItems(items: Item[], from: number, reading: Reading, memory: HtmlMemory): number {
  let depth = 0;
  let lastTag = from;
  let heading = -1;
  for (let at = from; at < items.length; at += 1) {
    const item = items[at] as Item;
    if (item.node.type === 'heading' && at > from && heading === -1) {
      heading = at;
      if (memory.unclosed) break;
    }
    const html = htmlOf(item, reading.lines);
    if (html !== undefined) {
      const { depths, any } = readTableTags(html);
      if (any) lastTag = at;
      for (const change of depths) depth = Math.max(0, depth + change);
    }
    if (depth === 0) return at - from + 1;
  }
  memory.unclosed = true;
  const what = 'the HTML table is not closed; it is read as far as its cells go';
  report(reading, 'markup-odd', (items[from] as Item).start, what);
  return (heading === -1 ? lastTag : Math.min(lastTag, heading - 1)) - from + 1;
}

/** Remembered between calls, so that many unclosed tables are not searched again and again. */
export interface HtmlMemory {
  unclosed: boolean;
}

/**
 * Read the HTML that starts at an item: its tables, and its text as notes.
 *
 * @param items All items of the document.
 * @param from Index of an item for which `startsHtml` holds.
 * @returns The index behind the last item that was read.
 */
export function readHtmlItems(
  items: Item[],
  from: number,
  reading: Reading,
  memory: HtmlMemory,
): number {
  const count = countItems(items, from, reading, memory);
  const first = items[from] as Item;
  const held: Held[] = [];
  let html = '';
  let line = first.start;
  for (const item of items.slice(from, from + count)) {
    if (item.start > line) html += '\n'.repeat(item.start - line);
    let source = htmlOf(item, reading.lines);
    if (source === undefined) {
      held.push(readFlow(item.node, contextAt(reading, item.offset)));
      source = hold(held.length - 1);
    }
    html += source;
    line = Math.max(line, item.start) + source.split('\n').length - 1;
  }
  const offset = first.start - 1;
  const { notebook } = reading;
  const { onHidden } = contextAt(reading, 0);
  // Markdown ends HTML at a blank line, so that the ends of what unfolds may be in a piece of their own.
  const { opened, closed } = countUnfolding(html);
  reading.depth = Math.max(0, reading.depth - closed);
  readHtmlFlow(parseHtml(html, first.start, onHidden).children, {
    notebook,
    addTable: (element, role) => addTable(element, reading, { offset, held, ...role }),
    offset,
    held,
    list: first.list,
    ...(reading.depth > 0 && { role: 'definition', depth: reading.depth }),
  });
  reading.depth += opened;
  noteOpenLists(html, reading.openLists);
  return from + count;
}

/** How many parts that unfold an HTML text opens and leaves open, and how many it closes that it did not open. */
function countUnfolding(html: string): { opened: number; closed: number } {
  let opened = 0;
  let closed = 0;
  for (const piece of scanHtml(html)) {
    if (piece.type !== 'tag' || piece.name !== 'details') continue;
    if (!piece.close) opened += 1;
    else if (opened > 0) opened -= 1;
    else closed += 1;
  }
  return { opened, closed };
}

/** Notes which elements of lists of definitions are open behind a piece of HTML; some end without a tag. */
function noteOpenLists(html: string, open: string[]): void {
  for (const piece of scanHtml(html)) {
    if (piece.type !== 'tag' || !/^(?:dd|dl|dt)$/.test(piece.name)) continue;
    if (piece.close) {
      const at = open.lastIndexOf(piece.name);
      if (at >= 0) open.splice(at);
    } else {
      if (piece.name !== 'dl' && /^d[dt]$/.test(open.at(-1) ?? '')) open.pop();
      open.push(piece.name);
    }
  }
}

function addTable(
  element: Element,
  reading: Reading,
  place: { offset: number; held: Held[] } & Pick<Table, 'role'>,
): void {
  const table = readHtmlTable(element, place);
  if (table.header.length === 0 && table.rows.length === 0) {
    const { caption: children, line } = table;
    const lines = { start: line, end: line };
    if (children) reading.notebook.add([{ type: 'paragraph', children }], lines);
    return;
  }
  reading.notebook.addTable(place.role ? { ...table, role: place.role } : table);
}
