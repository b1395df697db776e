import type { ReadResult, Table } from '../../../src/model/document.ts';
import type { Entry } from '../../../src/model/entry.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { Variant } from '../../../src/model/registry.ts';
import type { Block, Text } from '../../../src/model/text.ts';
import { finding } from '../findings.ts';
import { isHttpStatus, looksLikeCode, splitCodes } from './codes.ts';
import {
  type Column,
  guessCodeColumn,
  type Headings,
  mergeHeadings,
  normaliseColumns,
} from './columns.ts';
import { plainOf, plainOfInlines, textOf } from './rich-text.ts';
import { type ShapedRow, shapeRows } from './rows.ts';
import { withScript } from './script.ts';

/** One document as entries, with everything in it that is not an entry. */
export interface NormalisedDocument {
  variant: Variant;
  entries: Entry[];
  /** Number of rows in all code tables. */
  rows: number;
  captions: string[];
  notes: { line: number; block: Block }[];
  unplaced: { place: { file: string; line: number }; cells: Text[] }[];
  findings: Finding[];
}

/**
 * Turns the tables of a document into entries.
 *
 * @param read The reader's result.
 * @param variant The document's registry item; its `lang` is the language of the texts.
 * @param headings The headings of each field.
 * @returns Entries in source order. A finding of level `error` means that the document is unusable.
 */
export function normaliseDocument(
  read: ReadResult,
  variant: Variant,
  headings: Headings,
): NormalisedDocument {
  const document: NormalisedDocument = {
    variant,
    entries: [],
    rows: 0,
    captions: [],
    notes: read.notes.map(({ line, block }) => ({ line, block })),
    unplaced: [],
    findings: [...read.findings],
  };
  const own = mergeHeadings(headings, variant.headings);
  const tables = read.tables.map((table) => withColumns(table, own));
  assignCodeColumns(tables, document);
  for (const table of tables) addTable(table, document);
  reportRepeats(document);
  return document;
}

/** Reports rows that repeat an earlier row of the same code word for word; both are kept. */
function reportRepeats({ entries, findings }: NormalisedDocument): void {
  const first = new Map<string, Entry>();
  for (const entry of entries) {
    const { code, place } = entry;
    const texts = [entry.httpStatus, entry.message, entry.description, entry.solution];
    const key = JSON.stringify([code, ...texts.map((text) => text?.plain)]);
    const before = first.get(key);
    if (before === undefined) first.set(key, entry);
    else findings.push({ ...finding('row-duplicate', place, code, before.place.line), code });
  }
}

interface ColumnTable {
  table: Table;
  columns: Column[];
  rows: Table['rows'];
}

/** Determines the columns; without a marked header, the first row may be the header. */
function withColumns(table: Table, headings: Headings): ColumnTable {
  const columns = normaliseColumns(table.header, table.rows, headings);
  if (hasFields(columns) || table.header.length > 0) return { table, columns, rows: table.rows };
  const [first, ...rest] = table.rows;
  const guessed = first ? normaliseColumns([first], rest, headings) : [];
  return hasFields(guessed)
    ? { table, columns: guessed, rows: rest }
    : { table, columns, rows: table.rows };
}

function hasFields(columns: Column[]): boolean {
  return columns.filter((column) => column.field !== 'other').length >= 2;
}

/** If no table has a column of codes, uses a column of identifiers, or else that of HTTP statuses. */
function assignCodeColumns(tables: ColumnTable[], document: NormalisedDocument): void {
  const file = document.variant.source;
  const hasCode = (table: ColumnTable) => table.columns.some((column) => column.field === 'code');
  if (tables.length === 0) {
    document.findings.push(finding('no-table', { file, line: 1 }));
    return;
  }
  if (tables.some(hasCode)) return;
  for (const { table, columns, rows } of tables) {
    const guessed = guessCodeColumn(columns, rows);
    if (guessed === undefined) continue;
    const place = { file, line: table.line };
    document.findings.push(finding('code-column-guessed', place, guessed.heading));
  }
  if (tables.some(hasCode)) return;
  for (const { table, columns } of tables) {
    const status = columns.find((column) => column.field === 'httpStatus');
    if (status === undefined || !hasFields(columns)) continue;
    status.field = 'code';
    document.findings.push(finding('status-as-code', { file, line: table.line }));
  }
  if (tables.some(hasCode)) return;
  const line = tables[0]?.table.line ?? 1;
  document.findings.push(finding('no-code-column', { file, line }, headingList(tables)));
}

function headingList(tables: ColumnTable[]): string {
  return tables.map(({ columns }) => columns.map((column) => column.heading).join(', ')).join('; ');
}

function addTable({ table, columns, rows }: ColumnTable, document: NormalisedDocument): void {
  const file = document.variant.source;
  const caption = table.caption && plainOfInlines(table.caption);
  if (!columns.some((column) => column.field === 'code')) {
    const place = { file, line: table.line };
    document.findings.push(
      finding('table-without-codes', place, headingList([{ table, columns, rows }])),
    );
    for (const row of [...table.header, ...rows]) keepUnplaced(row.line, row.cells, document);
    return;
  }
  if (caption) document.captions.push(caption);
  for (const column of columns) {
    if (column.field === 'other' && !column.isKnown) {
      const place = { file, line: table.header[0]?.line ?? table.line };
      document.findings.push(finding('column-unknown', place, column.heading));
    }
  }
  const shaped = shapeRows(rows, columns, file);
  document.findings.push(...shaped.findings);
  document.rows += shaped.rows.length;
  for (const row of shaped.rows) addRow(row, columns, caption, document);
}

function addRow(
  row: ShapedRow,
  columns: Column[],
  caption: string | undefined,
  document: NormalisedDocument,
): void {
  const { variant, findings } = document;
  const place = { file: variant.source, line: row.line };
  const index = columns.findIndex((column) => column.field === 'code');
  const cell = plainOf(row.cells[index]?.blocks ?? []);
  if (cell === '' || !looksLikeCode(cell)) {
    findings.push(finding('row-without-code', place));
    keepUnplaced(row.line, [...row.cells, ...row.surplus], document);
    return;
  }
  const codes = splitCodes(cell);
  if (codes.length > 1) findings.push(finding('codes-in-one-cell', place, codes.join(', ')));
  for (const code of codes) {
    const entry = entryOf(code, row, columns, variant, caption);
    document.entries.push(entry);
    const status = entry.httpStatus?.plain;
    if (status !== undefined && status !== '' && !isHttpStatus(status)) {
      findings.push({ ...finding('status-odd', place, status), code });
    }
  }
}

function entryOf(
  code: string,
  row: ShapedRow,
  columns: Column[],
  variant: Variant,
  caption: string | undefined,
): Entry {
  const entry: Entry = {
    variant: variant.id,
    code,
    ...(caption ? { table: caption } : {}),
    extra: {},
    headings: {},
    place: { file: variant.source, line: row.line },
  };
  const uniqueHeading = headingsOf(entry.extra);
  for (const [index, column] of columns.entries()) {
    const cell = row.cells[index];
    if (column.field === 'code') {
      entry.headings['code'] = column.heading;
      continue;
    }
    if (cell === undefined) continue;
    const text = withScript(textOf(cell.blocks, variant.lang, cell.line, row.line));
    if (column.field === 'other' || column.field === 'alias')
      entry.extra[uniqueHeading(column.heading)] = text;
    else {
      entry[column.field] = text;
      entry.headings[column.field] = column.heading;
    }
  }
  for (const cell of row.surplus) {
    entry.extra[uniqueHeading('')] = textOf(cell.blocks, variant.lang, cell.line, row.line);
  }
  return entry;
}

/**
 * Returns a function that numbers columns with equal or missing headings. It counts per heading,
 * because searching from 2 each time would be quadratic in the number of columns.
 */
function headingsOf(extra: Entry['extra']): (heading: string) => string {
  const counts = new Map<string, number>();
  return (heading) => {
    // An object literal does not store `__proto__` as a key.
    let unique = heading === '' || heading === '__proto__' ? `${heading} 1`.trim() : heading;
    let count = counts.get(heading) ?? 1;
    while (unique in extra) {
      count += 1;
      unique = `${heading} ${count}`.trim();
    }
    counts.set(heading, count);
    return unique;
  };
}

function keepUnplaced(
  line: number,
  cells: ({ blocks: Block[]; line: number } | undefined)[],
  document: NormalisedDocument,
): void {
  const { variant } = document;
  document.unplaced.push({
    place: { file: variant.source, line },
    cells: cells.map((cell) => textOf(cell?.blocks ?? [], variant.lang, cell?.line ?? line, line)),
  });
}
