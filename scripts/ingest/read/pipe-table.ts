/** Pipe tables as remark reads them, and the rules by which a line is cut into cells. */
import type { Table as MdastTable, RootContent } from 'mdast';
import type { Block, Cell, Row } from '../model.ts';
import {
  type MarkdownContext,
  parseMarkdown,
  readFlow,
  readPhrasingBlocks,
} from './inline-markdown.ts';

/** A row as text: its line in the document and the source of each cell. */
export interface RawRow {
  line: number;
  cells: string[];
  /** Begins, ends with a pipe. */
  opened: boolean;
  closed: boolean;
  /** Lines that followed the last cell before its row was closed, with the line of the first. */
  more?: { line: number; text: string };
}

/** Spaces of all kinds, and characters of no width. */
const space = '[\\s\\u00AD\\u180E\\u200B-\\u200D\\u2060]';
const edges = new RegExp(`^${space}+`, 'u');
const delimiterCell = new RegExp(`^${space}*:?[-\\u2013\\u2014\\uFF0D]+:?${space}*$`, 'u');

/**
 * Cut a line into cells at its unescaped pipes, also inside code spans, as GFM does.
 * Source: GFM spec 0.29, 4.10 Tables.
 *
 * @example splitRow('| a \\| b | c |', 4) // => { line: 4, cells: [' a \\| b ', ' c '], opened: true, closed: true }
 */
export function splitRow(source: string, line: number): RawRow {
  const cells: string[] = [];
  let from = 0;
  for (let at = 0; at < source.length; at += 1) {
    const char = source.charAt(at);
    if (char === '\\') at += 1;
    else if (char === '|') {
      cells.push(source.slice(from, at));
      from = at + 1;
    }
  }
  cells.push(source.slice(from));
  const blank = (text: string | undefined) => (text ?? '').replace(edges, '') === '';
  const opened = cells.length > 1 && blank(cells[0]);
  if (opened) cells.shift();
  const closed = cells.length > (opened ? 0 : 1) && blank(cells.at(-1));
  if (closed) cells.pop();
  return { line, cells, opened, closed };
}

/** Whether a line is the row of dashes under a header: `|---|:-:|`. */
export function isDelimiter(source: string): boolean {
  if (!source.includes('|')) return false;
  const { cells } = splitRow(source, 1);
  return cells.length > 0 && cells.every((cell) => delimiterCell.test(cell));
}

/** The rows of a table that remark found, cells as they are: nothing is padded or cut. */
export function readRows(table: MdastTable, context: MarkdownContext, offset: number): Row[] {
  return table.children.map((row) => {
    const line = (row.position?.start.line ?? 1) + offset;
    const cells = row.children.map(
      (cell): Cell => ({ blocks: readPhrasingBlocks(cell.children, context), line }),
    );
    return { line, cells };
  });
}

const singleLine = (text: string) => text.replaceAll('\n', ' ').trim();

/** Text of several lines that may hold lists and paragraphs. */
function readText(text: string, context: MarkdownContext): Block[] {
  return parseMarkdown(text).children.flatMap((node: RootContent) => readFlow(node, context));
}

/**
 * Read rows that were recovered line by line: written as one clean table, they are parsed by
 * remark like any other, and each gets its own line back.
 */
export function readRawRows(rows: RawRow[], context: MarkdownContext): Row[] {
  const first = rows[0];
  if (!first) return [];
  const write = (row: RawRow) => `|${row.cells.map((cell) => ` ${singleLine(cell)} |`).join('')}`;
  const lines = ['| |', '|-|', ...rows.map(write)];
  const [table] = parseMarkdown(lines.join('\n')).children;
  const parsed = table?.type === 'table' ? table.children.slice(1) : [];
  return rows.map((raw, index) => {
    const found = parsed[index]?.children ?? [];
    const cells = raw.cells.map((text, column): Cell => {
      const cell = found.length === raw.cells.length ? found[column] : undefined;
      const last = column === raw.cells.length - 1;
      const blocks =
        last && raw.more
          ? readText(`${text.trim()}\n${raw.more.text}`, context)
          : cell
            ? readPhrasingBlocks(cell.children, context)
            : readText(singleLine(text), context);
      return { blocks, line: raw.line };
    });
    return { line: raw.line, cells };
  });
}
