import type { Cell, Row } from '../../../src/model/document.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { statusesOf } from '../../../src/text/statuses.ts';
import { finding } from '../findings.ts';
import { readCodeCell } from './code-cells.ts';
import type { CodeColumn } from './code-shape.ts';
import type { Column } from './columns.ts';
import { plainOf } from './rich-text.ts';

/** A row with one cell per column; a column without a cell in the source is undefined. */
export interface ShapedRow {
  line: number;
  cells: (Cell | undefined)[];
  /** Cells beyond the last column. */
  surplus: Cell[];
}

/**
 * Fits the rows of a table to its columns without losing a cell.
 *
 * Rules, each with a finding: if the first cell of a short row cannot belong to the first column, a
 * converter lost merged cells, so the cells are assigned from the right and the others are copied
 * from the row above; any other short row lacks its last cells; a blank code in a row without its
 * own status means "same as above"; cells beyond the header are kept as surplus.
 *
 * @param rows Rows in source order.
 * @param columns The columns of their table.
 * @param codeColumn What the cells of the column of codes show together.
 * @param file Path of the document, for findings.
 */
export function shapeRows(
  rows: Row[],
  columns: Column[],
  codeColumn: CodeColumn,
  file: string,
): { rows: ShapedRow[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const out: ShapedRow[] = [];
  const groups = columnsOfGroups(rows, columns);
  let above: ShapedRow | undefined;
  for (const row of rows) {
    const place = { file, line: row.line };
    const shaped = placeCells(row, columns, codeColumn, above);
    if (shaped.how === 'shifted') {
      findings.push(finding('row-shifted', place, row.cells.length, columns.length));
    } else if (shaped.how === 'short') {
      findings.push(finding('row-short', place, row.cells.length, columns.length));
    } else if (shaped.row.surplus.length > 0) {
      findings.push(finding('row-long', place, row.cells.length, columns.length));
    }
    for (const heading of continueFromAbove(shaped.row, columns, groups, above)) {
      findings.push(finding('cell-as-above', place, heading));
    }
    out.push(shaped.row);
    above = shaped.row;
  }
  return { rows: out, findings };
}

function placeCells(
  row: Row,
  columns: Column[],
  codeColumn: CodeColumn,
  above: ShapedRow | undefined,
): { row: ShapedRow; how: 'whole' | 'short' | 'shifted' } {
  const gap = columns.length - row.cells.length;
  if (gap > 0 && above !== undefined && isShifted(row, columns, codeColumn)) {
    const inherited = above.cells
      .slice(0, gap)
      .map((cell) => (cell ? { ...cell, spanned: 'row' as const } : undefined));
    const cells = [...inherited, ...row.cells];
    return { row: { line: row.line, cells, surplus: [] }, how: 'shifted' };
  }
  const cells = columns.map((_, index) => row.cells[index]);
  const surplus = row.cells.slice(columns.length);
  return { row: { line: row.line, cells, surplus }, how: gap > 0 ? 'short' : 'whole' };
}

/** Whether the first cell of a short row cannot belong to the first column. */
function isShifted(row: Row, columns: Column[], codeColumn: CodeColumn): boolean {
  const first = plainOf(row.cells[0]?.blocks ?? []);
  if (first === '') return false;
  if (columns[0]?.field === 'httpStatus') return statusesOf(first).length === 0;
  return columns[0]?.field === 'code' && readCodeCell(first, codeColumn) === undefined;
}

/**
 * Fills cells that say “same as above”, a code that is blank, and blank columns before the text, from
 * the row above. Beside a code of its own only the name of its group is filled. Returns the headings.
 */
function continueFromAbove(
  row: ShapedRow,
  columns: Column[],
  groups: ReadonlySet<number>,
  above: ShapedRow | undefined,
): string[] {
  const code = columns.findIndex((column) => column.field === 'code');
  const status = columns.findIndex((column) => column.field === 'httpStatus');
  // Only a cell of a table can be left blank: a definition or a section without a code has none.
  if (above === undefined || code < 0 || row.cells[code]?.isAbsent) return [];
  const firstText = row.cells.findIndex((cell) => !isBlank(cell));
  if (firstText < 0) return [];
  const isSame = isBlank(row.cells[code]) || isDitto(row.cells[code]);
  const hasStatus = status >= 0 && !isBlank(row.cells[status]);
  // Nothing behind a blank code: what is before it is the title of the rows below.
  const isLast = row.cells.findLastIndex((cell) => !isBlank(cell)) === 0;
  const isTitle = isLast && code > 0 && code < columns.length - 1;
  const continues = (isSame && !hasStatus && !isTitle) || (!isSame && firstText === code);
  const isKey = (index: number) =>
    (index < firstText && (isSame || groups.has(index))) ||
    (isSame && (index === code || index === status));
  const filled: string[] = [];
  for (const [index, column] of columns.entries()) {
    const cell = row.cells[index];
    const isOpen = isDitto(cell) || (continues && isKey(index) && isBlank(cell));
    const other = above.cells[index];
    if (!isOpen || other === undefined || isBlank(other)) continue;
    row.cells[index] = { ...other, spanned: 'row' };
    filled.push(column.heading);
  }
  return filled;
}

/** Columns before the codes that name groups: the first row does, and no name comes twice. */
function columnsOfGroups(rows: Row[], columns: Column[]): Set<number> {
  const code = columns.findIndex(({ field }) => field === 'code');
  const before = [...columns.keys()].slice(0, Math.max(code, 0));
  const isOfGroups = (index: number) => {
    const texts = rows.map(({ cells }) => plainOf(cells[index]?.blocks ?? []));
    const names = texts.filter((text) => text !== '');
    return texts[0] !== '' && names.length > 1 && new Set(names).size === names.length;
  };
  return new Set(before.filter(isOfGroups));
}

/** Whether a cell says that its text is the one above. */
const isDitto = (cell: Cell | undefined): boolean =>
  /^(?:(?:原因|处理|解决办法|解决方法)?同上(?:一行)?[。.]?|(?:ditto|(?:the )?same as above|see above|as above)\.?|[〃″"])$/i.test(
    plainOf(cell?.blocks ?? []),
  );

function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || plainOf(cell.blocks) === '';
}
