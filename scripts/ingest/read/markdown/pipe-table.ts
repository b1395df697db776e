/** Rows of pipe tables, read by remark: as it found them, or rewritten for it. */
import type { Table as MdastTable, RootContent } from 'mdast';
import type { Cell, Row } from '../../../../src/model/document.ts';
import type { Block } from '../../../../src/model/text.ts';
import { makeParagraph } from '../rich-text.ts';
import { type MarkdownContext, readFlow, readPhrasingBlocks } from './inline.ts';
import { parseMarkdown } from './parse.ts';
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
  const { children } = parseMarkdown(text);
  return children.flatMap((node: RootContent) => readFlow(node, context));
}

/** Whether a cell holds nothing that GFM gives a meaning within a line. */
const isPlain = (text: string): boolean => !/[\\`*_~[\]<>&!:.@|\n]/.test(text);

/**
 * Read rows that were recovered line by line: written as one clean table, they are parsed by
 * remark like any other, and each gets its own line back. Rows without markup need no parser: a
 * document may be all such rows, and each would be parsed a second time.
 */
export function readRawRows(rows: RawRow[], context: MarkdownContext): Row[] {
  const write = (row: RawRow) => `|${row.cells.map((cell) => ` ${singleLine(cell)} |`).join('')}`;
  const marked = rows.filter(({ cells }) => !cells.every(isPlain));
  const lines = ['| |', '|-|', ...marked.map(write)];
  const [table] = marked.length > 0 ? parseMarkdown(lines.join('\n')).children : [];
  const parsed = table?.type === 'table' ? table.children.slice(1) : [];
  const cellsOf = new Map(marked.map((raw, index) => [raw, parsed[index]?.children ?? []]));
  return rows.map((raw) => {
    const found = cellsOf.get(raw);
    const here = { ...context, offset: raw.line - 1 };
    const inParsed = (line = 1) => ({ ...context, offset: raw.line - line });
    const cells = raw.cells.map((text, column): Cell => {
      const cell = found?.length === raw.cells.length ? found[column] : undefined;
      const last = column === raw.cells.length - 1;
      const blocks =
        last && raw.more
          ? readText(`${text.trim()}\n${raw.more.text}`, here)
          : cell
            ? readPhrasingBlocks(cell.children, inParsed(cell.position?.start.line))
            : found === undefined
              ? makeParagraph([{ type: 'text', value: singleLine(text) }])
              : readText(singleLine(text), here);
      return { blocks, line: raw.line };
    });
    return { line: raw.line, cells };
  });
}
