import type { Cell, Row } from '../../../src/model/document.ts';
import { checkLimit, checkTableCells } from './limits.ts';

/** A row as the document draws it. A cell may also occupy places below and to the right. */
export interface SpanRow {
  line: number;
  cells: { cell: Cell; rowSpan?: number; columnSpan?: number }[];
}

/**
 * Returns rows in which copies of the cells that span fill every place they cover.
 *
 * @param width Number of columns beyond which no cell spans; 0 if it is not known.
 * @throws LimitError if the copies make the table too large.
 */
export function fillSpans(rows: readonly SpanRow[], width = 0): Row[] {
  /** By column: the cell of a row above that reaches down, and over how many rows. */
  const open = new Map<number, { cell: Cell; rows: number }>();
  const passDown = (column: number, { cell, rows }: { cell: Cell; rows: number }): Cell => {
    if (rows === 1) open.delete(column);
    else open.set(column, { cell, rows: rows - 1 });
    return { ...cell, spanned: 'row' };
  };
  let count = 0;
  return rows.map(({ line, cells: drawn }) => {
    const cells: Cell[] = [];
    const fillFromAbove = () => {
      for (let above = open.get(cells.length); above; above = open.get(cells.length))
        cells.push(passDown(cells.length, above));
    };
    for (const { cell, rowSpan = 1, columnSpan = 1 } of drawn) {
      fillFromAbove();
      const room = width > cells.length ? width - cells.length : columnSpan;
      const columns = Math.min(columnSpan, room);
      checkLimit('columns in a row', cells.length + columns, line);
      checkTableCells(count + cells.length + columns, line);
      for (let column = 0; column < columns; column++) {
        if (rowSpan > 1) open.set(cells.length, { cell, rows: rowSpan - 1 });
        cells.push(column === 0 ? cell : { ...cell, spanned: 'column' });
      }
    }
    fillFromAbove();
    // The spans behind the end of a short row go on below it.
    for (const [column, above] of open) if (column >= cells.length) passDown(column, above);
    count += cells.length;
    return { line, cells };
  });
}
