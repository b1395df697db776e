/** A row with its columns → an entry: fields, further columns, and what the cell of the code holds. */
import type { Entry } from '../../../src/model/entry.ts';
import type { ColumnField, Variant } from '../../../src/model/registry.ts';
import { isBlank } from '../../../src/text/blank.ts';
import { statusesOf } from '../../../src/text/statuses.ts';
import { isConstantName } from '../code-words.ts';
import type { ColumnTable } from './code-columns.ts';
import { readAliases } from './code-lists.ts';
import type { CodeCell } from './code-remarks.ts';
import type { CodeColumn } from './code-shape.ts';
import { type Column, ownText } from './columns.ts';
import { type Footnotes, footnotesIn, markBehind } from './footnotes.ts';
import { plainOf, textOf, withScript } from './rich-text.ts';
import type { ShapedRow } from './rows.ts';

/** What the rows of a table have in common. */
export interface TableFacts {
  table: ColumnTable['table'];
  columns: Column[];
  /** Position of the column of codes. */
  code: number;
  codeColumn: CodeColumn;
  /** Positions of the columns that hold further identifiers. */
  aliases: number[];
  caption: string | undefined;
  /** The footnotes of the document. */
  footnotes: Footnotes;
}

/**
 * The columns of aliases. Columns that repeat a few values name groups, not errors; an unknown column
 * of constants, each a different one, holds the names of the errors.
 */
export function aliasColumns(columns: Column[], rows: ShapedRow[]): number[] {
  const code = columns.findIndex(({ field }) => field === 'code');
  const cellsOf = new Map<string, { row: number; column: number }[]>();
  for (const [row, { cells }] of rows.entries())
    for (const [column, cell] of cells.entries()) {
      const text = ownText(cell);
      if (isConstantName(text) || columns[column]?.field === 'code')
        cellsOf.set(text, [...(cellsOf.get(text) ?? []), { row, column }]);
    }
  return columns.flatMap(({ field, isKnown }, index) => {
    if (field !== 'alias' && (field !== 'other' || isKnown)) return [];
    const texts = rows.map((row) => ownText(row.cells[index]));
    const values = texts.filter((text) => !isBlank(text));
    const readable = values.filter((value) => readAliases(value).length > 0);
    const distinct = new Set(readable).size;
    // `see: ERR_TLS` refers to another error, by its code or its name.
    const areOthers = texts.some((text, at) =>
      cellsOf.get(text)?.some(({ row, column }) => column !== index && row !== at),
    );
    const isConstants = !areOthers && values.every(isConstantName) && distinct === values.length;
    // A code may be in several rows, each with its name.
    const pairs = new Set(
      rows.flatMap(({ cells }) =>
        readAliases(ownText(cells[index])).length > 0
          ? `${ownText(cells[code])}\n${ownText(cells[index])}`
          : [],
      ),
    );
    return isConstants || (field === 'alias' && distinct >= pairs.size * 0.7) ? [index] : [];
  });
}

/** Adds what a code cell holds next to the code; the whole cell is kept if an entry has no place for it. */
export function addCodeCell(
  entry: Entry,
  { codes, aliases, status, message, isJoined }: CodeCell,
  cell: string,
  heading: string,
  { lang }: Variant,
): void {
  const put = (field: 'httpStatus' | 'message', plain: string | undefined): boolean => {
    const present = entry[field]?.plain ?? '';
    if (plain === undefined || statusesOf(present).includes(plain)) return true;
    if (present !== '') return false;
    entry[field] = { lang, plain };
    entry.headings[field] = heading;
    return true;
  };
  const isPlaced = [put('httpStatus', status), put('message', message)].every(Boolean);
  // A mark of a footnote is shown with the footnote.
  const shown = heading === '' ? cell.replace(markBehind, '') : cell;
  const isWhole = codes.length > 1 || isJoined || codes[0] === shown.replaceAll('\n', ' ');
  const isSplit = status !== undefined || message !== undefined;
  if (aliases.length === 0 && isPlaced && (isWhole || isSplit)) return;
  entry.extra[headingsOf(entry.extra)(heading)] = { lang, plain: cell };
}

/** Makes the entry of a code in a row. */
export function makeEntry(
  code: string,
  row: ShapedRow,
  { columns, caption, aliases, footnotes }: TableFacts,
  variant: Variant,
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
  const fields = fieldsOf(row, columns);
  for (const [index, column] of columns.entries()) {
    const cell = row.cells[index];
    const field = fields[index] ?? 'other';
    if (field === 'code') {
      entry.headings['code'] = cell?.label ?? column.heading;
      continue;
    }
    if (cell === undefined || cell.isAbsent) continue;
    const text = withScript(textOf(cell.blocks, variant.lang, cell.line, row.line));
    // An alias that the document has no heading for is shown below the code only.
    if (column.heading === '' && aliases.includes(index) && readAliases(text.plain)[0]) continue;
    if (field === 'other' || field === 'alias') entry.extra[uniqueHeading(column.heading)] = text;
    else {
      entry[field] = text;
      entry.headings[field] = cell.label ?? column.heading;
    }
  }
  for (const cell of row.surplus) {
    entry.extra[uniqueHeading('')] = textOf(cell.blocks, variant.lang, cell.line, row.line);
  }
  for (const [mark, { line, blocks }] of footnotesIn([...row.cells, ...row.surplus], footnotes))
    entry.extra[uniqueHeading(mark)] = textOf(blocks, variant.lang, line, row.line);
  return entry;
}

/** Returns the field of each column in a row: another column stands in for a preferred one that is blank. */
function fieldsOf({ cells }: ShapedRow, columns: Column[]): ColumnField[] {
  const fields = columns.map(({ field }) => field);
  const isEmpty = (index: number) => isBlank(plainOf(cells[index]?.blocks ?? []));
  for (const [index, { instead }] of columns.entries()) {
    if (instead === undefined || isEmpty(index)) continue;
    const preferred = fields.indexOf(instead);
    if (preferred !== -1 && !isEmpty(preferred)) continue;
    if (preferred !== -1) fields[preferred] = 'other';
    fields[index] = instead;
  }
  return fields;
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
