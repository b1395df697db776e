/** Rows of a table → entries; rows without a code stay on the source page. */
import type { Cell } from '../../../src/model/document.ts';
import type { Entry } from '../../../src/model/entry.ts';
import type { ColumnField, Variant } from '../../../src/model/registry.ts';
import type { Block, Inline } from '../../../src/model/text.ts';
import { isBlank } from '../../../src/text/blank.ts';
import { hasHan } from '../../../src/text/lang-of-text.ts';
import { statusesOf } from '../../../src/text/statuses.ts';
import { finding } from '../findings.ts';
import { type ColumnTable, headingList } from './code-columns.ts';
import {
  type CodeCell,
  type CodeColumn,
  describeCodeColumn,
  isLikeCodes,
  readAliases,
  readCodeCell,
} from './codes.ts';
import { type Column, ownText } from './columns.ts';
import type { NormalisedDocument } from './index.ts';
import { plainOf, plainOfInlines, textOf, withScript } from './rich-text.ts';
import { type ShapedRow, shapeRows } from './rows.ts';

/**
 * Adds the rows of a table to a document: as entries, or as unplaced rows if it has no column of codes.
 *
 * @param named Codes that editors gave to rows, by line.
 */
export function addTable(
  { table, columns, rows: all }: ColumnTable,
  named: ReadonlyMap<number, string>,
  document: NormalisedDocument,
): void {
  const file = document.variant.source;
  const rows = all.filter((row) => !isHeaderAgain(row, table));
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
  if (rows.length === 0) {
    document.findings.push(finding('table-without-rows', { file, line: table.line }));
  }
  for (const [index, column] of columns.entries()) {
    if (
      column.field === 'other' &&
      !column.isKnown &&
      rows.some(({ cells }) => !cells[index]?.isAbsent)
    ) {
      const cell = table.header.findLast(({ cells }) => cells[index])?.cells[index];
      const place = { file, line: cell?.line ?? table.line };
      document.findings.push(finding('column-unknown', place, column.heading));
    }
  }
  const code = columns.findIndex((column) => column.field === 'code');
  const cells = rows.map((row) => plainOf(row.cells[code]?.blocks ?? []));
  const codeColumn = describeCodeColumn(cells);
  const shaped = shapeRows(rows, columns, codeColumn, file);
  document.findings.push(...shaped.findings);
  document.rows += shaped.rows.length;
  const aliases = aliasColumns(columns, shaped.rows);
  const about = { table, columns, code, codeColumn, caption, aliases };
  for (const row of shaped.rows) addRow(row, about, named.get(row.line), document);
}

/** Whether a row repeats the last header of its table, as long tables do. */
function isHeaderAgain(
  { cells }: ColumnTable['rows'][number],
  { header }: ColumnTable['table'],
): boolean {
  const titles =
    header.at(-1)?.cells.map((cell) => plainOf(cell?.blocks ?? []).toLowerCase()) ?? [];
  const texts = cells.map((cell) => plainOf(cell?.blocks ?? []).toLowerCase());
  return (
    titles.length > 1 && texts.join('\n') === titles.join('\n') && texts.some((text) => text !== '')
  );
}

/** Whether a row only names the rows below it: a text unlike the codes, and nothing else or the same. */
function isGroupRow(own: string, { cells }: ShapedRow, { code, codeColumn }: TableFacts): boolean {
  if (isLikeCodes(own, codeColumn)) return false;
  const others = cells.filter((_, at) => at !== code).map((cell) => plainOf(cell?.blocks ?? []));
  const isAlone = others.length > 0 && others.every((text) => isBlank(text));
  // A cell that spans the row is in every column.
  const isSpan = others.length > 1 && others.every((text) => text === own);
  if (!isAlone) return isSpan;
  const { stem, hasDigits, isChinese } = codeColumn;
  return stem !== undefined || hasDigits || (hasHan(own) && !isChinese);
}

/** What the rows of a table have in common. */
interface TableFacts {
  table: ColumnTable['table'];
  columns: Column[];
  /** Position of the column of codes. */
  code: number;
  codeColumn: CodeColumn;
  /** Positions of the columns that hold further identifiers. */
  aliases: number[];
  caption: string | undefined;
}

/**
 * The columns of aliases. Columns that repeat a few values name groups, not errors; an unknown column
 * of constants, each a different one, holds the names of the errors.
 */
function aliasColumns(columns: Column[], rows: ShapedRow[]): number[] {
  return columns.flatMap(({ field, isKnown }, index) => {
    if (field !== 'alias' && (field !== 'other' || isKnown)) return [];
    const texts = rows.map((row) => ownText(row.cells[index]));
    const values = texts.filter((text) => !isBlank(text));
    const readable = values.filter((value) => readAliases(value).length > 0);
    const distinct = new Set(readable).size;
    const isConstants = values.every((value) => constant.test(value)) && distinct === values.length;
    return isConstants || (field === 'alias' && distinct >= readable.length * 0.7) ? [index] : [];
  });
}

const constant = /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/;

function addRow(
  row: ShapedRow,
  table: TableFacts,
  named: string | undefined,
  document: NormalisedDocument,
): void {
  const { variant, findings } = document;
  const place = { file: variant.source, line: row.line };
  const cell = plainOf(row.cells[table.code]?.blocks ?? []);
  const read = readCodes(cell, row, table);
  if (named !== undefined && read?.codes.join() === named) document.needlessCodes.push(row.line);
  const content = named === undefined ? read : { codes: [named], aliases: [] };
  if (content === undefined || (named === undefined && isGroupRow(cell, row, table))) {
    findings.push(finding('row-without-code', place));
    keepUnplaced(row.line, [...row.cells, ...row.surplus], document);
    return;
  }
  const { codes, isJoined } = content;
  for (const at of table.aliases) {
    const text = textAt(row, at);
    if (!isBlank(text) && readAliases(text).length === 0)
      findings.push({
        ...finding('alias-odd', place, text),
        ...(codes[0] ? { code: codes[0] } : {}),
      });
  }
  if (codes.length > 1) findings.push(finding('codes-in-one-cell', place, codes.join(', ')));
  for (const code of codes) {
    const entry = entryOf(code, row, table, variant);
    addCodeCell(entry, content, cell, table.columns[table.code]?.heading ?? '', variant);
    const aliases = table.aliases.flatMap((at) => readAliases(textAt(row, at)));
    const others = new Set([...content.aliases, ...aliases]);
    others.delete(code);
    if (others.size > 0) entry.aliases = [...others];
    document.entries.push(entry);
    document.origins.set(entry, { table: table.table, isLink: isLink(row.cells[table.code]) });
    if (isJoined)
      findings.push({ ...finding('code-joined', place, cell.replaceAll('\n', ' '), code), code });
    const status = entry.httpStatus?.plain ?? '';
    if (!isBlank(status) && statusesOf(status).length === 0) {
      findings.push({ ...finding('status-odd', place, status), code });
    }
  }
}

const isSpace = (child: Inline) => child.type === 'text' && child.value.trim() === '';

/** Whether all text of a cell is a link. */
function isLink(cell: Cell | undefined): boolean {
  const [block, ...others] = cell?.blocks ?? [];
  if (block?.type !== 'paragraph' || others.length > 0) return false;
  const areLinks = (children: Inline[]): boolean =>
    children.every(
      (child) =>
        child.type === 'link' || ('children' in child ? areLinks(child.children) : isSpace(child)),
    );
  return areLinks(block.children);
}

const textAt = (row: ShapedRow, column: number) => plainOf(row.cells[column]?.blocks ?? []);

/** What the code cell of a row holds. A phrase in a row without other texts is a heading of rows. */
function readCodes(
  cell: string,
  row: ShapedRow,
  { code, codeColumn }: TableFacts,
): CodeCell | undefined {
  const read = cell === '' ? undefined : readCodeCell(cell, codeColumn);
  const isPhrase = read?.codes.some((one) => /\s/.test(one));
  const hasTexts = row.cells.some((other, index) => {
    const text = plainOf(other?.blocks ?? []);
    return index !== code && text !== '' && text !== cell;
  });
  return isPhrase && !hasTexts ? undefined : read;
}

/** Adds what a code cell holds next to the code; the whole cell is kept if an entry has no place for it. */
function addCodeCell(
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
  const isWhole = codes.length > 1 || isJoined || codes[0] === cell.replaceAll('\n', ' ');
  const isSplit = status !== undefined || message !== undefined;
  if (aliases.length === 0 && isPlaced && (isWhole || isSplit)) return;
  entry.extra[headingsOf(entry.extra)(heading)] = { lang, plain: cell };
}

function entryOf(
  code: string,
  row: ShapedRow,
  { columns, caption, aliases }: TableFacts,
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
