/**
 * Grid tables: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#grid-tables
 *
 * A table is cut at the borders that run through its whole width, and each piece is parsed on its
 * own. So damage in one row leaves the others intact, and the time is linear in the table's length.
 */
import type { ParseContext, RstBlock, RstCell, RstRow } from './block-tree.ts';
import { type Box, scanCells } from './grid-cells.ts';
import { takeGrid } from './grid-lines.ts';
import type { Source } from './source.ts';
import { unpad } from './width.ts';

/** A row whose cells know their columns of text. */
interface PlacedRow {
  line: number;
  cells: (Omit<RstCell, 'columnSpan'> & { left: number; right: number })[];
}

/** A row or rows between two borders; `line` is the 1-based line of the upper border. */
interface Piece {
  lines: string[];
  line: number;
}

/**
 * Parse a grid table.
 *
 * If the borders of a row do not meet, it is cut at its bars where that gives one cell a column;
 * otherwise its text is one cell. Both are reported.
 */
export function parseGridTable(source: Source, context: ParseContext): RstBlock[] | undefined {
  const { line } = source;
  const grid = takeGrid(source, context.report);
  if (!grid) return undefined;
  const columns = new Set<number>();
  const damaged: number[] = [];
  const header: PlacedRow[] = [];
  const body: PlacedRow[] = [];
  for (const [index, bottom] of grid.borders.slice(1).entries()) {
    const top = grid.borders[index] ?? 0;
    const piece = { lines: grid.lines.slice(top, bottom + 1), line: line + top };
    const boxes = scanCells(piece.lines);
    const isDamaged = !boxes || hasLostBorder(boxes, piece.lines);
    if (isDamaged) damaged.push(piece.line + 1);
    const rows = isDamaged
      ? [cutAtBars(piece, context) ?? keepWhole(piece)]
      : placeBoxes(boxes, piece, context);
    const right = (piece.lines[0]?.length ?? 0) - 1;
    const corners = isDamaged
      ? rows.flatMap(({ cells }) => cells.map(({ left }) => left))
      : boxes.flatMap(({ columns }) => columns);
    for (const corner of corners) if (corner !== right) columns.add(corner);
    (grid.head >= bottom ? header : body).push(...rows);
  }
  if (damaged.length > 0) context.report(damaged[0] ?? line, describeDamage(damaged));
  if (header.length + body.length === 0) {
    context.report(line, 'a border of a table without the table');
    return [{ type: 'literal', line, value: unpad(grid.lines.join('\n')) }];
  }
  const lefts = [...columns].sort((a, b) => a - b);
  const finish = (rows: PlacedRow[]): RstRow[] =>
    rows.map((row) => ({
      line: row.line,
      cells: row.cells.map(({ left, right, ...cell }) => ({
        ...cell,
        columnSpan: Math.max(rank(lefts, right) - rank(lefts, left), 1),
      })),
    }));
  return [{ type: 'table', line, header: finish(header), rows: finish(body) }];
}

function describeDamage(lines: number[]): string {
  const more = lines.length > 10 ? ' …' : '';
  return `the borders of table rows do not meet (lines ${lines.slice(0, 10).join(', ')}${more}); the rows were cut at their bars, or kept whole`;
}

function placeBoxes(boxes: Box[], { lines, line }: Piece, context: ParseContext): PlacedRow[] {
  const tops = [...new Set(boxes.flatMap(({ rows }) => rows))].sort((a, b) => a - b);
  const rows = tops.slice(0, -1).map((top): PlacedRow => ({ line: line + top + 1, cells: [] }));
  for (const { top, bottom, left, right } of boxes) {
    const content = lines.slice(top + 1, bottom).map((text) => text.slice(left + 1, right));
    const index = rank(tops, top);
    const cell = { line: line + top + 1, body: context.parse(content, line + top + 1) };
    rows[index]?.cells.push({ ...cell, rowSpan: rank(tops, bottom) - index, left, right });
  }
  return rows;
}

/** Whether cells of a row are one only because a bar does not meet the border above. */
function hasLostBorder(boxes: Box[], lines: string[]): boolean {
  const corners = positions(lines[0] ?? '', '+');
  if (boxes.length === corners.length - 1 || boxes.some(({ rows }) => rows.length > 2))
    return false;
  return lines.slice(1, -1).every((line) => {
    const bars = positions(line, '|');
    const isNear = (bar: number, index: number) => Math.abs(bar - (corners[index] ?? 0)) <= 2;
    return bars.length === corners.length && bars.every(isNear);
  });
}

function positions(line: string, mark: string): number[] {
  return [...line.matchAll(new RegExp(`\\${mark}`, 'g'))].map(({ index }) => index);
}

/** One cell per bar, with the lines of each joined; undefined if the bars do not match the border. */
function cutAtBars({ lines, line }: Piece, context: ParseContext): PlacedRow | undefined {
  const content = lines.slice(1, -1).map((text) => unpad(text).trim());
  const lefts = positions(lines[0] ?? '', '+');
  const columns = Math.max(lefts.length - 1, 1);
  const isRow = (text: string) => /^\|.*\|$/.test(text) && text.split('|').length === columns + 2;
  if (content.length === 0 || !content.every(isRow)) return undefined;
  const cut = content.map((text) => text.slice(1, -1).split('|'));
  const cells = Array.from({ length: columns }, (_, column) => {
    const body = context.parse(
      cut.map((parts) => parts[column] ?? ''),
      line + 1,
    );
    const left = lefts[column] ?? 0;
    return {
      line: line + 1,
      body,
      rowSpan: 1,
      left,
      right: Math.max(lefts[column + 1] ?? 0, left + 1),
    };
  });
  return { line: line + 1, cells };
}

/** The text of a row that cannot be cut, as code in one cell. */
function keepWhole({ lines, line }: Piece): PlacedRow {
  const value = unpad(lines.slice(1, -1).join('\n'));
  const body: RstBlock[] = [{ type: 'literal', line: line + 1, value }];
  return { line: line + 1, cells: [{ line: line + 1, body, rowSpan: 1, left: 0, right: 1 }] };
}

/** How many of the ascending `numbers` are less than `limit`. */
function rank(numbers: number[], limit: number): number {
  let low = 0;
  for (let high = numbers.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
