/**
 * Rows of pipe tables that a GFM parser does not see or cuts short: read from the lines.
 *
 * Damage of three kinds: a row that breaks off and goes on in the next line; a row whose closing
 * pipe stands lines below; rows behind a blank line. Nothing is guessed beyond that.
 */
import { isDelimiter, type RawRow, splitRow } from './pipe-line.ts';

/** A row to which the next line was joined. */
export interface Join {
  line: number;
  code: string;
  cells: number;
}

/** Returns a line without the marks of its list item or quotation. */
export const stripContainers = (line: string): string => line.replace(/^(?:[ \t]*>)*[ \t]*/, '');

const isBlank = (line: string | undefined): boolean => stripContainers(line ?? '').trim() === '';

/** A line that is a row by itself: it begins with a pipe and holds another one. */
export function isRow(line: string): boolean {
  const text = stripContainers(line);
  if (!text.startsWith('|')) return false;
  const { cells, closed } = splitRow(text, 1);
  return cells.length > 1 || (cells.length === 1 && closed);
}

const most = (rows: RawRow[], is: (row: RawRow) => boolean): boolean =>
  rows.filter(is).length * 2 > rows.length;

/** What names a row in a message: its first cell that is no HTTP status. */
function nameRow(row: RawRow): string {
  const cells = row.cells.map((cell) => cell.trim());
  return cells.find((cell) => cell !== '' && !/^\d{3}$/.test(cell)) ?? cells[0] ?? '';
}

/** Two lines as one row: a pipe between them parts cells, without it the last cell goes on. */
function joinCells(row: RawRow, next: RawRow): string[] {
  if (row.closed || next.opened) return [...row.cells, ...next.cells];
  const [first = '', ...rest] = next.cells;
  return [...row.cells.slice(0, -1), `${row.cells.at(-1) ?? ''}\n${first}`, ...rest];
}

/**
 * Join rows that break off with the lines they go on in.
 *
 * In a table whose rows begin with a pipe, a line without one goes on; in a table whose rows only
 * end with a pipe, a short row is joined if the lines below complete it exactly.
 *
 * @param rows All rows, the header first; one a line.
 * @param of The number of cells of the header.
 */
export function joinRows(rows: RawRow[], of: number): { rows: RawRow[]; joins: Join[] } {
  const opened = most(rows, (row) => row.opened);
  const closed = most(rows, (row) => row.closed);
  const result: RawRow[] = [];
  const joins: Join[] = [];
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as RawRow;
    const broken = at > 0 && (row.cells.length < of || (closed && opened && !row.closed));
    let whole = row;
    let next = at + 1;
    for (; broken && closed && next < rows.length; next += 1) {
      const line = rows[next] as RawRow;
      if ((opened && line.opened) || line.line !== (rows[next - 1] as RawRow).line + 1) break;
      if (whole.cells.length >= of && whole.closed) break;
      const cells = joinCells(whole, line);
      if (cells.length > of || (!opened && line.cells.length > whole.cells.length)) break;
      whole = { ...whole, cells, closed: line.closed };
    }
    const complete = next > at + 1 && (opened ? row.opened : whole.cells.length === of);
    result.push(complete ? whole : row);
    if (!complete) continue;
    joins.push({ line: row.line, code: nameRow(row), cells: row.cells.length });
    at = next - 1;
  }
  return { rows: result, joins };
}

/** The line that closes an open row: a pipe behind nothing or behind text. -1 if none does. */
function findCloser(lines: string[], from: number): number {
  for (let at = from; at < lines.length; at += 1) {
    const text = stripContainers(lines[at] ?? '').trim();
    if (text === '|') return at;
    if (/^(?:\||#|```|~~~|<table\b)/i.test(text)) return -1;
    if (text.endsWith('|')) return splitRow(text, 1).cells.length === 1 ? at : -1;
  }
  return -1;
}

/** What was found below a table: its rows, changed in place, and where they end. */
export interface Absorbed {
  /** Index of the first line that is not part of the table. */
  next: number;
  joins: Join[];
  /** Lines at which rows without a header begin. */
  orphans: number[];
}

/**
 * Take the lines below a table that belong to it.
 *
 * @param lines The document.
 * @param from Index of the line below the table.
 * @param rows The rows so far; rows found are appended, the open last one is closed.
 */
export function absorbRows(lines: string[], from: number, rows: RawRow[]): Absorbed {
  const found: Absorbed = { next: from, joins: [], orphans: [] };
  let at = from;
  let apart = false;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (isBlank(line)) {
      apart = true;
      at += 1;
      continue;
    }
    const last = rows.at(-1);
    const open = last?.opened && !last.closed && rows[0]?.closed;
    const end = open ? findCloser(lines, at) : -1;
    if (last && end !== -1) {
      const closer = (lines[end] ?? '').replace(/\|\s*$/, '');
      const text = [...lines.slice(at, end), closer].map((each) => each.replace(/^[ \t]*>/, ''));
      if (text.join('').trim() !== '') {
        last.more = { line: at + 1, text: text.join('\n') };
        found.joins.push({ line: last.line, code: nameRow(last), cells: last.cells.length });
      }
      last.closed = true;
      at = end + 1;
      apart = false;
    } else if (
      isRow(line) &&
      !isDelimiter(stripContainers(line)) &&
      !isDelimiter(stripContainers(lines[at + 1] ?? ''))
    ) {
      if (apart) found.orphans.push(at + 1);
      rows.push(splitRow(stripContainers(line), at + 1));
      at += 1;
      apart = false;
    } else break;
    found.next = at;
  }
  return found;
}

/**
 * Where a table that GFM does not see starts in a paragraph.
 *
 * @param lines The lines of the paragraph.
 * @returns Index of its header; -1 if there is none. `delimiter` is false for rows alone.
 */
export function findTable(lines: string[]): { header: number; delimiter: boolean } {
  const delimiter = lines.findIndex((line, index) => index > 0 && isDelimiter(line));
  const above = lines[delimiter - 1] ?? '';
  if (delimiter > 0 && (splitRow(above, 1).cells.length > 1 || isRow(above))) {
    return { header: delimiter - 1, delimiter: true };
  }
  const first = lines.findIndex(isRow);
  const alone = first !== -1 && lines.length - first > 1 && lines.slice(first).every(isRow);
  return { header: alone ? first : -1, delimiter: false };
}
