/** Markdown documents → tables: pipe tables, damaged pipe tables, and HTML tables. */

import type { Reader } from '../../../../src/model/document.ts';
import { withLimits } from '../limits.ts';
import { reportHidden } from '../report-hidden.ts';
import { makeParagraph } from '../rich-text.ts';
import { checkMarkdown } from './check-limits.ts';
import type { DashedTable } from './dashed-tables.ts';
import { type Item, kindOf, readLines } from './flow.ts';
import { type HtmlMemory, readHtmlItems, startsHtml } from './html.ts';
import { readFlow } from './inline.ts';
import { parseLines } from './parse.ts';
import { isRow } from './pipe-recovery.ts';
import { readRawRows } from './pipe-table.ts';
import { readHiddenTable, readPipeTable } from './pipes.ts';
import { contextAt, openReading, type Reading, report, within } from './reading.ts';

/**
 * Reads a Markdown document.
 *
 * Pipe tables are read by remark (GFM) and HTML tables by rehype; what neither sees or what they
 * would cut short is recovered line by line and reported. Everything outside the tables becomes
 * notes, except that the title right above a table becomes its caption.
 *
 * @param text The document, decoded, line ends "\n".
 * @param file Its path, for findings.
 * @returns For a document beyond a limit of `read/limits.ts` only one error.
 * @example readMarkdown('|a|b|\n|-|-|\n|1|2|', 'x.md').tables[0]?.rows.length // => 1
 */
export const readMarkdown: Reader = withLimits((text, file) => {
  const reading = openReading(text, file);
  checkMarkdown(reading.lines);
  const items = parseLines(reading, 0, reading.lines.length);
  readItems(items, reading);
  addDashedTables(reading, Number.POSITIVE_INFINITY);
  const { notebook, hidden } = reading;
  const findings = [...reading.findings, ...reportHidden(file, hidden)].sort(
    (a, b) => a.place.line - b.place.line,
  );
  return { ...notebook.collect(), findings };
});

function readItems(items: Item[], reading: Reading): void {
  const memory: HtmlMemory = { unclosed: false };
  let done = 0;
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at] as Item;
    addDashedTables(reading, item.start);
    if (item.end <= done) continue;
    if (item.start <= done) {
      // A table took the first lines of this node: the rest of it is parsed again.
      items.splice(at, 1, ...parseLines(reading, done, item.end));
      at -= 1;
    } else if (item.node.type === 'table') {
      done = readPipeTable(item, item.node, reading);
    } else if (startsHtml(item, reading.lines)) {
      at = readHtmlItems(items, at, reading, memory) - 1;
    } else {
      const below = item.node.type === 'paragraph' ? readHiddenTable(item, reading) : undefined;
      if (below === undefined) addNote(item, reading);
      else done = below;
      if (below !== undefined && below < item.end) at -= 1;
    }
  }
}

/** Adds the tables of dashes that stand above a line. */
function addDashedTables(reading: Reading, line: number): void {
  const { dashed, notebook } = reading;
  while (dashed[0] && dashed[0].start < line) {
    const { start, header, rows } = dashed.shift() as DashedTable;
    const [first, ...others] = readRawRows([header, ...rows], contextAt(reading, 0));
    notebook.addTable({ line: start + 1, header: first ? [first] : [], rows: others });
  }
}

function addNote(item: Item, reading: Reading): void {
  const { node } = item;
  if (node.type === 'thematicBreak' || reading.ends.has(item.start)) reading.notebook.addRule();
  let blocks = readFlow(node, contextAt(reading, item.offset));
  if (node.type === 'definition') {
    const { identifier } = node;
    // A definition shows in the links that use it; one that none uses would not be seen at all.
    const shown = reading.used.has(identifier) && reading.definitions.get(identifier) === node;
    const value = readLines(reading.lines, item).join('\n');
    // `[//]: # (a comment)`
    const isComment = !shown && /^#?$/.test(node.url);
    if (isComment) reading.hidden.add(item.start);
    blocks = shown || isComment ? [] : makeParagraph([{ type: 'text', value }]);
  }
  if (node.type === 'paragraph') {
    for (const [at, line] of readLines(reading.lines, item).entries()) {
      const text = line.trim();
      // A row glued to a paragraph is no table for any reader.
      if (isRow(line) && text.endsWith('|')) report(reading, 'part-unread', item.start + at, text);
    }
  }
  reading.notebook.add(blocks, item, within(reading, kindOf(node, item)));
}
