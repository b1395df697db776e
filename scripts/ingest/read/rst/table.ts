/**
 * A table node of rst-compiler → a table whose spans are filled.
 */
import type { RstNode, RstTable, RstTableCell, RstTableRow } from 'rst-compiler';
import type { Cell, Row, Table } from '../../../../src/model/document.ts';
import type { Block } from '../../../../src/model/text.ts';

/** A cell of a row above that still reaches down. */
interface Open {
  cell: Cell;
  rows: number;
}

/**
 * Convert a table; each cell is converted once and copied into the places that it spans.
 *
 * @param convert Converts the content of a cell.
 */
export function convertTable(
  node: RstTable,
  convert: (nodes: readonly RstNode[]) => Block[],
): Table {
  const open: (Open | undefined)[] = [];
  const convertRows = (rows: readonly RstNode[]) =>
    rows.map((row) => convertRow(row as RstTableRow, open, convert));
  return {
    line: lineOf(node),
    header: convertRows(node.headRows),
    rows: convertRows(node.bodyRows),
  };
}

/** @param open By column: the cells of rows above that still reach down. Updated. */
function convertRow(
  row: RstTableRow,
  open: (Open | undefined)[],
  convert: (nodes: readonly RstNode[]) => Block[],
): Row {
  const cells: Cell[] = [];
  const fillFromAbove = () => {
    for (let above = open[cells.length]; above; above = open[cells.length]) {
      above.rows -= 1;
      if (above.rows === 0) open[cells.length] = undefined;
      cells.push({ ...above.cell, spanned: 'row' });
    }
  };
  for (const child of row.children as readonly RstTableCell[]) {
    fillFromAbove();
    const cell: Cell = {
      blocks: convert(child.children),
      line: lineOf(child.children[0] ?? child),
    };
    for (let column = 0; column < child.colSpan; column++) {
      if (child.rowSpan > 1) open[cells.length] = { cell, rows: child.rowSpan - 1 };
      cells.push(column === 0 ? cell : { ...cell, spanned: 'column' });
    }
  }
  fillFromAbove();
  return { line: lineOf(row), cells };
}

/** 1-based line on which a node begins. */
export function lineOf(node: RstNode): number {
  return node.source.startLineIdx + 1;
}
