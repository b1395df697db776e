/** Tables whose columns stand below each other, as Pandoc writes them: https://pandoc.org/MANUAL.html#tables */
import { checkLimit } from '../limits.ts';
import { padWide, unpad } from '../width.ts';
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
const fence = /^ {0,3}(`{3,}|~{3,})/;

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
  let open = '';
  for (const [at, line] of lines.entries()) {
    const [, sign = ''] = fence.exec(line) ?? [];
    if (sign !== '' && open === '') open = sign;
    else if (sign.startsWith(open)) open = '';
    const isFree = at >= (tables.at(-1)?.end ?? 0);
    if (open !== '' || !isFree || !underline.test(line)) continue;
    const table = readDashedTable(lines, at, tables.at(-1)?.end ?? 0);
    if (table) tables.push(table);
  }
  return tables;
}

/** Reads the table with its line of dashes at an index. */
function readDashedTable(
  lines: readonly string[],
  at: number,
  from: number,
): DashedTable | undefined {
  const dashes = lines[at] ?? '';
  const starts = [...dashes.matchAll(/-+/g)].map(({ index }) => index);
  checkLimit('columns in a row', starts.length, at + 1);
  let start = at;
  while (start > from && lines[start - 1]?.trim() !== '' && !border.test(lines[start] ?? ''))
    start -= 1;
  const isFramed = border.test(lines[start] ?? '');
  const rowOf = (first: number, end: number): RawRow => ({
    line: first + 1,
    cells: cutCells(lines.slice(first, end), starts),
    opened: true,
    closed: true,
  });
  const header = rowOf(isFramed ? start + 1 : start, at);
  // Only one line above a table of single lines is its header.
  if (!isFramed && at - start !== 1) return undefined;
  if (header.cells.filter((cell) => cell !== '').length < 2) return undefined;
  let end = at + 1;
  const isEnd = (line = '') => (isFramed ? border.test(line) : line.trim() === '');
  while (end < lines.length && !isEnd(lines[end])) end += 1;
  if (isFramed && end === lines.length) return undefined;
  const isLine = (index: number) => lines[index]?.trim() !== '' && !isDashes(lines[index] ?? '');
  const firsts = lines
    .slice(0, end)
    .flatMap((_, index) =>
      index > at && isLine(index) && !(isFramed && index > at + 1 && isLine(index - 1))
        ? [index]
        : [],
    );
  const rows = firsts.map((first, index) => rowOf(first, firsts[index + 1] ?? end));
  return rows.length === 0 ? undefined : { start, end: isFramed ? end + 1 : end, header, rows };
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
