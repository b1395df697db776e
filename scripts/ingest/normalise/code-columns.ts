/** The columns of the tables of a document, and the one that holds the codes of each. */
import type { Table } from '../../../src/model/document.ts';
import type { Variant } from '../../../src/model/registry.ts';
import { isSureCode } from '../code-words.ts';
import { finding } from '../findings.ts';
import type { HeadingLookup } from '../headings.ts';
import { describeCodeColumn } from './code-shape.ts';
import { type Column, guessCodeColumn, normaliseColumns, ownText } from './columns.ts';
import type { NormalisedDocument } from './index.ts';
import { plainOf, plainOfInlines } from './rich-text.ts';

/** A table with its columns, and the rows below its header. */
export interface ColumnTable {
  table: Table;
  columns: Column[];
  rows: Table['rows'];
}

/** Determines the columns of a table; without a marked header, the first row may be the header. */
export function withColumns(
  table: Table,
  lookUp: HeadingLookup,
  lang: Variant['lang'],
): ColumnTable {
  const columns = normaliseColumns(table.header, table.rows, lookUp, lang, table.fields);
  const isMarked = table.header.some(({ cells }) =>
    cells.some(({ blocks }) => plainOf(blocks) !== ''),
  );
  if (hasFields(columns) || isMarked) return { table, columns, rows: table.rows };
  // A title of the sheet may be above the header; it stays a row, which is reported.
  const at = table.rows.findIndex((row) => !isTitleRow(row));
  const header = table.rows[at];
  const rest = table.rows.toSpliced(at, 1);
  const guessed = header ? normaliseColumns([header], rest, lookUp, lang) : [];
  const isBold = header !== undefined && isAllBold(header) && !rest.some(isAllBold);
  return hasFields(guessed) || (isBold && guessed.some(({ field }) => field !== 'other'))
    ? { table, columns: guessed, rows: rest }
    : { table, columns, rows: table.rows };
}

/** Whether all cells of a row are bold, and nothing else. */
function isAllBold({ cells }: Table['rows'][number]): boolean {
  const isBold = ({ blocks: [block, ...others] }: (typeof cells)[number]) =>
    others.length === 0 &&
    block?.type === 'paragraph' &&
    block.children.every((child) => child.type === 'strong' || plainOfInlines([child]) === '');
  return cells.length > 1 && cells.every(isBold);
}

/** Whether a row has several cells and says one thing, such as a title that spans them. */
function isTitleRow({ cells }: Table['rows'][number]): boolean {
  const texts = new Set(cells.map(({ blocks }) => plainOf(blocks)).filter((text) => text !== ''));
  return cells.length > 1 && texts.size <= 1;
}

function hasFields(columns: Column[]): boolean {
  return columns.filter((column) => column.field !== 'other').length >= 2;
}

/** If no table has a column of codes, uses a column of identifiers, or else that of HTTP statuses. */
export function assignCodeColumns(tables: ColumnTable[], document: NormalisedDocument): void {
  const file = document.variant.source;
  const hasCode = (table: ColumnTable) => table.columns.some((column) => column.field === 'code');
  if (tables.length === 0) {
    document.findings.push(finding('no-table', { file, line: 1 }));
    return;
  }
  if (tables.some(hasCode)) return;
  for (const table of tables)
    if (addColumns(table))
      document.findings.push(
        finding('code-column-guessed', { file, line: table.table.line }, 'column 1'),
      );
  if (tables.some(hasCode)) return;
  for (const { table, columns, rows } of tables) {
    const guessed = guessCodeColumn(columns, rows);
    if (guessed === undefined) continue;
    const place = { file, line: table.line };
    document.findings.push(finding('code-column-guessed', place, guessed.heading));
  }
  if (tables.some(hasCode)) return;
  for (const { table, columns, rows } of tables) {
    const index = columns.findIndex((column) => column.field === 'httpStatus');
    const status = columns[index];
    if (status === undefined || !hasFields(columns)) continue;
    status.field = 'code';
    const place = { file, line: table.line };
    const cells = rows.map((row) => plainOf(row.cells[index]?.blocks ?? []));
    const isNamed =
      cells.some((cell) => /\p{L}/u.test(cell)) && !describeCodeColumn(cells).hasReasons;
    document.findings.push(
      isNamed
        ? finding('code-column-guessed', place, status.heading)
        : finding('status-as-code', place, status.heading),
    );
  }
  if (tables.some(hasCode)) return;
  const line = tables[0]?.table.line ?? 1;
  document.findings.push(finding('no-code-column', { file, line }, headingList(tables)));
}

/** `0`, `-ENOMEM`, "EAGAIN (aka EWOULDBLOCK)". */
const codeAlone = /^-?(?:\d+|[A-Z][A-Z\d_]{2,})(?:\s*[(（][^()（）]*[)）])?$/;

/**
 * Gives a table without a header its columns, if the first one can only have codes; of two, the other has their
 * texts.
 *
 * @returns Whether it has columns now.
 */
function addColumns({ columns, rows }: ColumnTable): boolean {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const codes = rows.map(({ cells }) => ownText(cells[0]));
  const isCode = (text: string) => isSureCode(text) || codeAlone.test(text);
  const areCodes =
    codes.length > 1 && codes.every(isCode) && codes.some((text) => /\p{L}/u.test(text));
  if (columns.length > 0 || width < 2 || !areCodes || new Set(codes).size < codes.length)
    return false;
  for (let at = 0; at < width; at += 1)
    columns.push({
      heading: '',
      field: at === 0 ? 'code' : width === 2 ? 'description' : 'other',
      isKnown: false,
    });
  return true;
}

/** Lists the headings of tables, or says that a table has none. */
export function headingList(tables: ColumnTable[]): string {
  return tables
    .map(({ columns }) => columns.map((column) => column.heading).join(', ') || 'no header')
    .join('; ');
}
