/**
 * Grid tables: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#grid-tables
 *
 * A table is cut at the borders that run through its whole width, and rst-compiler parses each piece
 * alone. So damage in one row leaves the others as they are, and the time grows with the length of
 * the table and not with its square.
 */
import {
  RstLiteralBlock,
  type RstNode,
  type RstParserState,
  RstTable,
  RstTableCell,
  RstTableRow,
} from 'rst-compiler';
import type { RstContext } from './context.ts';
import { isolateGrid } from './grid-lines.ts';
import { unpad } from './width.ts';

/** A cell and the columns of text from which and up to which it reaches. */
interface Placed {
  cell: RstTableCell;
  left: number;
  right: number;
}

/**
 * Read the grid table at which the parser stands.
 *
 * Rows whose borders do not meet are cut at their bars where that gives as many cells as the border
 * above has columns; else the row has its text in one cell. Both are reported.
 *
 * @returns null where no grid table begins.
 */
export function readGridTable(
  state: RstParserState,
  indent: number,
  context: RstContext,
): RstTable | RstLiteralBlock | null {
  const grid = isolateGrid(state, indent, context.report);
  if (!grid) return null;
  const damaged: number[] = [];
  const head: Placed[][] = [];
  const body: Placed[][] = [];
  for (let index = 1; index < grid.borders.length; index++) {
    const top = grid.borders[index - 1] ?? 0;
    const bottom = grid.borders[index] ?? 0;
    const piece = grid.lines.slice(top, bottom + 1);
    const line = grid.line + top;
    let rows = placePiece(piece, line, context);
    if (!rows || hasLostBorder(rows, piece)) {
      damaged.push(line + 2);
      rows = [cutAtBars(piece, line, state) ?? wholePiece(piece, line, state)];
    }
    (grid.head >= bottom ? head : body).push(...rows);
  }
  if (damaged.length > 0) context.report((damaged[0] ?? 1) - 1, describeDamage(damaged));
  const source = { startLineIdx: grid.line, endLineIdx: state.lineIdx };
  if (head.length + body.length === 0) {
    context.report(grid.line, 'a border of a table without the table');
    return new RstLiteralBlock(state.registrar, source, unpad(grid.lines.join('\n')));
  }
  const columns = [...new Set([...head, ...body].flat().map((placed) => placed.left))].sort(
    (a, b) => a - b,
  );
  const build = (rows: Placed[][], isHead: boolean) =>
    rows.map((row) => buildRow(row, columns, isHead, state));
  return new RstTable(state.registrar, source, build(head, true), build(body, false));
}

function describeDamage(lines: number[]): string {
  const more = lines.length > 10 ? ' …' : '';
  return `the borders of table rows do not meet (lines ${lines.slice(0, 10).join(', ')}${more}); the rows were cut at their bars, or kept whole`;
}

/** Parse a piece and find the columns of its cells; undefined where they do not fill it. */
function placePiece(piece: string[], line: number, context: RstContext): Placed[][] | undefined {
  const width = piece[0]?.length ?? 0;
  if (piece.some((text) => text.length !== width || !/[+|]$/.test(text))) return undefined;
  const table = context.parseTable(piece, line);
  if (table?.nodeType !== 'Table') return undefined;
  const rows: Placed[][] = [];
  /** By left column: cells of rows above that still reach down. */
  const open = new Map<number, { right: number; rows: number }>();
  for (const row of table.children) {
    const placed: Placed[] = [];
    let left = 0;
    const skipOpen = () => {
      for (let above = open.get(left); above; above = open.get(left)) {
        above.rows -= 1;
        if (above.rows === 0) open.delete(left);
        left = above.right;
      }
    };
    const opened: [number, { right: number; rows: number }][] = [];
    for (const cell of row.children as readonly RstTableCell[]) {
      skipOpen();
      const right = left + cell.characterWidth;
      placed.push({ cell, left, right });
      if (cell.rowSpan > 1) opened.push([left, { right, rows: cell.rowSpan - 1 }]);
      left = right;
    }
    skipOpen();
    if (left !== width - 1) return undefined;
    for (const [column, span] of opened) open.set(column, span);
    rows.push(placed);
  }
  return open.size === 0 ? rows : undefined;
}

/** Whether cells of a row are one only because a bar does not meet the border above. */
function hasLostBorder(rows: Placed[][], piece: string[]): boolean {
  const corners = positions(piece[0] ?? '', '+');
  if (rows.length !== 1 || rows[0]?.length === corners.length - 1) return false;
  return piece.slice(1, -1).every((line) => {
    const bars = positions(line, '|');
    const isNear = (bar: number, index: number) => Math.abs(bar - (corners[index] ?? 0)) <= 2;
    return bars.length === corners.length && bars.every(isNear);
  });
}

function positions(line: string, mark: string): number[] {
  return [...line].flatMap((char, index) => (char === mark ? [index] : []));
}

/** One cell a bar, the lines of each joined. */
function cutAtBars(piece: string[], line: number, state: RstParserState): Placed[] | undefined {
  const content = piece.slice(1, -1).map((text) => unpad(text).trim());
  const lefts = positions(piece[0] ?? '', '+');
  const columns = Math.max(lefts.length - 1, 1);
  const isRow = (text: string) => /^\|.*\|$/.test(text) && text.split('|').length === columns + 2;
  if (content.length === 0 || !content.every(isRow)) return undefined;
  const cut = content.map((text) => text.slice(1, -1).split('|'));
  return Array.from({ length: columns }, (_, column) => {
    const text = cut.map((parts) => parts[column] ?? '').join('\n');
    const nodes = state.parseRstToAst(text, line + 1);
    return place(nodes, line, piece.length, lefts[column] ?? 0, lefts[column + 1] ?? 0, state);
  });
}

/** The text of a row that cannot be cut, as code in one cell. */
function wholePiece(piece: string[], line: number, state: RstParserState): Placed[] {
  const text = unpad(piece.slice(1, -1).join('\n'));
  const source = { startLineIdx: line + 1, endLineIdx: line + piece.length };
  const nodes = [new RstLiteralBlock(state.registrar, source, text)];
  return [place(nodes, line, piece.length, 0, 1, state)];
}

function place(
  nodes: readonly RstNode[],
  line: number,
  height: number,
  left: number,
  right: number,
  state: RstParserState,
): Placed {
  const source = { startLineIdx: line, endLineIdx: line + height };
  const cell = new RstTableCell(state.registrar, source, nodes, 1, 1, Math.max(right - left, 1));
  return { cell, left, right: Math.max(right, left + 1) };
}

/** @param columns The left columns of all cells of the table, ascending. */
function buildRow(
  row: Placed[],
  columns: number[],
  isHead: boolean,
  state: RstParserState,
): RstTableRow {
  const cells = row.map(({ cell, left, right }) => {
    // Its line is that of its text, not of the border above. A border added to a table that is not
    // closed stands below its last line.
    const startLineIdx = Math.min(cell.source.startLineIdx + 1, state.lineIdx - 1);
    const source = { ...cell.source, startLineIdx };
    const span = Math.max(rank(columns, right) - rank(columns, left), 1);
    return new RstTableCell(
      state.registrar,
      source,
      cell.children,
      cell.rowSpan,
      span,
      right - left,
    );
  });
  const startLineIdx = cells[0]?.source.startLineIdx ?? 0;
  const endLineIdx = Math.max(...cells.map((cell) => cell.source.endLineIdx));
  return new RstTableRow(state.registrar, { startLineIdx, endLineIdx }, cells, isHead);
}

/** How many columns begin left of a column of text. */
function rank(columns: number[], column: number): number {
  let low = 0;
  for (let high = columns.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((columns[middle] ?? 0) < column) low = middle + 1;
    else high = middle;
  }
  return low;
}
