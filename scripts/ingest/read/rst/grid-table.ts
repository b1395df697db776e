/**
 * Grid tables: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#grid-tables
 *
 * A table is cut at the borders that run through its whole width, and each piece is parsed on its
 * own. So damage in one row leaves the others intact, and the time is linear in the table's length.
 */
import type { Note } from '../../../../src/model/document.ts';
import { checkLimit } from '../limits.ts';
import { unpad } from '../width.ts';
import { codeNote, type RstContext } from './context.ts';
import { cutAtBars, findCells, type GridCell, hasLostBorder } from './grid-cells.ts';
import { takeGrid } from './grid-lines.ts';
import { makeTable } from './make-table.ts';
import type { Source } from './source.ts';

/**
 * Parse a grid table.
 *
 * If the borders of a row do not meet, it is cut at its bars where that gives one cell a column;
 * otherwise its text is one cell. Both are reported.
 */
export function parseGridTable(source: Source, context: RstContext): Note[] | undefined {
  const { line } = source;
  const text = source.peek();
  const pieces = takeGrid(source, context.report);
  if (!pieces) return undefined;
  if (pieces.length === 0) {
    context.report(line, 'a border of a table without the table');
    return codeNote(line, text);
  }
  const columns = new Set<number>();
  const damaged: number[] = [];
  const rows: { line: number; cells: (GridCell & { rowSpan: number })[] }[] = [];
  let headers = 0;
  for (const { lines, line, isHeader } of pieces) {
    let grid = findCells(lines);
    if (!grid || hasLostBorder(grid, lines)) {
      damaged.push(line + 1);
      grid = cutAtBars(lines);
    }
    const tops = grid.rows.slice(0, -1);
    checkLimit('columns in a row', grid.columns.length - 1, line);
    for (const column of grid.columns.slice(0, -1)) columns.add(column);
    const byTop = Map.groupBy(grid.cells, ({ top }) => top);
    for (const top of tops) {
      const cells = (byTop.get(top) ?? []).map((cell) => ({
        ...cell,
        top: line + top + 1,
        rowSpan: tops.filter((other) => other >= top && other < cell.bottom).length,
      }));
      rows.push({ line: line + top + 1, cells });
    }
    if (isHeader) headers = rows.length;
  }
  if (damaged.length > 0) context.report(damaged[0] ?? line, describeDamage(damaged));
  const lefts = [...columns];
  const spanRows = rows.map(({ line, cells }) => ({
    line,
    cells: cells.map(({ top, left, right, content, rowSpan, isCode }) => ({
      rowSpan,
      columnSpan: Math.max(lefts.filter((column) => column >= left && column < right).length, 1),
      cell: isCode
        ? { blocks: codeNote(top, unpad(content.join('\n'))).map(({ block }) => block), line: top }
        : context.parseCell(content, top),
    })),
  }));
  return makeTable(line, spanRows, headers, context);
}

function describeDamage(lines: number[]): string {
  const more = lines.length > 10 ? ' …' : '';
  return `the borders of table rows do not meet (lines ${lines.slice(0, 10).join(', ')}${more}); the rows were cut at their bars, or kept whole`;
}
