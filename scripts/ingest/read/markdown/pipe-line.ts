/** The rules by which a line of a pipe table is cut into cells. */

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

/** White space of any kind, and characters without width. */
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
