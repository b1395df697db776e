/** Pipe tables as remark reads them: seen by it, or written anew for it. */
import type { Table as MdastTable, RootContent } from 'mdast';
import type { Block, Cell, Row } from '../model.ts';
import {
  type MarkdownContext,
  parseMarkdown,
  readFlow,
  readPhrasingBlocks,
} from './inline-markdown.ts';
import type { RawRow } from './pipe-line.ts';

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
  const { children } = parseMarkdown(text, context.onDeep);
  return children.flatMap((node: RootContent) => readFlow(node, context));
}

/**
 * Read rows that were recovered line by line: written as one clean table, they are parsed by
 * remark like any other, and each gets its own line back.
 */
export function readRawRows(rows: RawRow[], context: MarkdownContext): Row[] {
  const write = (row: RawRow) => `|${row.cells.map((cell) => ` ${singleLine(cell)} |`).join('')}`;
  const lines = ['| |', '|-|', ...rows.map(write)];
  const lineOf = (line: number) => rows[line - 3]?.line ?? 1;
  const below = { ...context, onDeep: (line: number) => context.onDeep(lineOf(line)) };
  const [table] = parseMarkdown(lines.join('\n'), below.onDeep).children;
  const parsed = table?.type === 'table' ? table.children.slice(1) : [];
  return rows.map((raw, index) => {
    const found = parsed[index]?.children ?? [];
    const here = { ...context, onDeep: () => context.onDeep(raw.line) };
    const cells = raw.cells.map((text, column): Cell => {
      const cell = found.length === raw.cells.length ? found[column] : undefined;
      const last = column === raw.cells.length - 1;
      const blocks =
        last && raw.more
          ? readText(`${text.trim()}\n${raw.more.text}`, here)
          : cell
            ? readPhrasingBlocks(cell.children, here)
            : readText(singleLine(text), here);
      return { blocks, line: raw.line };
    });
    return { line: raw.line, cells };
  });
}
