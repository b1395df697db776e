import type { Cell, Note, Row } from '../../../../src/model/document.ts';
import { checkLimit, checkTableCells } from '../limits.ts';
import type { RstContext } from './context.ts';

/** A row as the document draws it. A cell also occupies places below and to the right. */
export interface SpanRow {
  line: number;
  cells: { cell: Cell; rowSpan?: number; columnSpan?: number }[];
}

/**
 * Add a table to the document, with copies of cells where they span; in a cell, return its text.
 *
 * @param headers How many of the rows are the header.
 * @throws LimitError if the copies make the table too large.
 */
export function makeTable(
  line: number,
  rows: SpanRow[],
  headers: number,
  { tables }: RstContext,
): Note[] {
  if (!tables) {
    const cells = rows.flatMap((row) => row.cells.map(({ cell }) => cell));
    return cells.flatMap(({ blocks, line }) => blocks.map((block) => ({ line, block })));
  }
  if (rows.length === 0) return [];
  const filled = fillSpans(rows);
  tables.push({ line, header: filled.slice(0, headers), rows: filled.slice(headers) });
  return [];
}

function fillSpans(rows: SpanRow[]): Row[] {
  let count = 0;
  /** By column: the cell of a row above that still reaches down, and over how many rows. */
  const open: ({ cell: Cell; rows: number } | undefined)[] = [];
  return rows.map((row) => {
    const cells: Cell[] = [];
    const fillFromAbove = () => {
      for (let above = open[cells.length]; above; above = open[cells.length]) {
        above.rows -= 1;
        if (above.rows === 0) open[cells.length] = undefined;
        cells.push({ ...above.cell, spanned: 'row' });
      }
    };
    for (const { cell, rowSpan = 1, columnSpan = 1 } of row.cells) {
      fillFromAbove();
      checkLimit('columns in a row', cells.length + columnSpan, row.line);
      checkTableCells(count + cells.length + columnSpan, row.line);
      for (let column = 0; column < columnSpan; column++) {
        if (rowSpan > 1) open[cells.length] = { cell, rows: rowSpan - 1 };
        cells.push(column === 0 ? cell : { ...cell, spanned: 'column' });
      }
    }
    fillFromAbove();
    count += cells.length;
    return { line: row.line, cells };
  });
}
