/** Tables whose columns stand below each other, as Pandoc writes them: https://pandoc.org/MANUAL.html#tables */
import { checkLimit } from '../limits.ts';
import { padWide, unpad } from '../width.ts';
import { markFenced } from './fences.ts';
import type { RawRow } from './pipe-line.ts';

/** A table of lines. */
export interface DashedTable {
  /** Index of its first line, and of the line behind it. */
  start: number;
  end: number;
  header: RawRow;
  rows: RawRow[];
}

/** The line below the header: a run of dashes a column. */
const underline = /^ {0,3}-{2,}(?: +-{2,})+ *$/;
/** The line above and below a table whose rows have several lines. */
const border = /^ {0,3}-{4,} *$/;

/** A longer text above dashes is no header. */
const mostHeaderLines = 10;

/**
 * Finds the tables of a document that have a header, and runs of dashes below it.
 *
 * Rows stand on a line each, up to an empty line; between two lines of dashes empty lines separate rows, which may
 * have several lines.
 *
 * @param lines The lines of a Markdown document.
 * @throws LimitError
 * @example findDashedTables(['Code  Text', '----  ----', 'E1    Full']) // one table with the row E1, Full
 */
export function findDashedTables(lines: readonly string[]): DashedTable[] {
  const tables: DashedTable[] = [];
  const lastBorder = lines.findLastIndex((line) => border.test(line));
  const fenced = markFenced(lines);
  let done = 0;
  /** Where the lines above a line of dashes begin: at a line of dashes across the page, or behind an empty line. */
  let top = 0;
  for (const [at, line] of lines.entries()) {
    if (at < done) continue;
    const isTop = border.test(line);
    if (isTop || line.trim() === '') top = isTop ? at : at + 1;
    if (fenced[at] || !underline.test(line) || at - top > mostHeaderLines) continue;
    const isFramed = border.test(lines[top] ?? '');
    // Only one line above a table of single lines is its header.
    if (isFramed ? at > lastBorder : at - top !== 1) continue;
    const table = readDashedTable(lines, top, at, isFramed);
    if (!table) continue;
    tables.push(table);
    done = table.end;
    top = done;
  }
  return tables;
}

/**
 * Reads the table with its line of dashes at an index.
 *
 * @param start The first line of its header, or the line above it.
 * @param isFramed Whether it is between two lines across the page.
 */
function readDashedTable(
  lines: readonly string[],
  start: number,
  at: number,
  isFramed: boolean,
): DashedTable | undefined {
  const starts = [...(lines[at] ?? '').matchAll(/-+/g)].map(({ index }) => index);
  checkLimit('columns in a row', starts.length, at + 1);
  const rowOf = (first: number, end: number): RawRow => ({
    line: first + 1,
    cells: cutCells(lines.slice(first, end), starts),
    opened: true,
    closed: true,
  });
  const header = rowOf(isFramed ? start + 1 : start, at);
  if (header.cells.filter((cell) => cell !== '').length < 2) return undefined;
  let end = at + 1;
  const firsts: number[] = [];
  const isEnd = (line: string) => (isFramed ? border.test(line) : line.trim() === '');
  let isInRow = false;
  for (; end < lines.length && !isEnd(lines[end] ?? ''); end += 1) {
    const isText = lines[end]?.trim() !== '' && !isDashes(lines[end] ?? '');
    if (isText && !(isFramed && isInRow)) firsts.push(end);
    isInRow = isText;
  }
  if (firsts.length === 0) return undefined;
  const rows = firsts.map((first, index) => rowOf(first, firsts[index + 1] ?? end));
  return { start, end: isFramed ? end + 1 : end, header, rows };
}

const isDashes = (line: string): boolean => border.test(line) || underline.test(line);

/** The texts of lines below each other, by the columns in which they start. */
function cutCells(lines: readonly string[], starts: readonly number[]): string[] {
  const padded = lines.map(padWide);
  return starts.map((start, column) =>
    unpad(
      padded
        .map((line) => line.slice(column === 0 ? 0 : start, starts[column + 1]).trim())
        .filter((text) => text !== '' && !isDashes(text))
        .join('\n'),
    ),
  );
}
