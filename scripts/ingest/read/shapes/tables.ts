/** Tables below a code, and tables of codes. */
import type { Cell, Row, Table } from '../../../../src/model/document.ts';
import type { ColumnField } from '../../../../src/model/registry.ts';
import { type CodeWord, isSureCode, readCodeWord } from '../../code-words.ts';
import type { HeadingLookup } from '../../headings.ts';
import { makeTable } from '../make-table.ts';
import { flattenBlocks, plainText } from '../rich-text.ts';
import type { Recorder } from './recorder.ts';

/** Adds a table below a code: rows of a label and a text, or else text. */
export function addTable(
  { header, rows, line, caption, heading }: Table,
  recorder: Pick<Recorder, 'addUnder' | 'addText'>,
  lookUp: HeadingLookup,
): void {
  const labelOf = (row: Row) => cellText(row.cells[0]);
  // A heading above the table is a part of its own.
  if (caption && !heading) recorder.addText(line, [{ type: 'paragraph', children: caption }]);
  const all = [...header, ...rows];
  const isVertical =
    all.every(({ cells }) => cells.length === 2) && rows.some((row) => lookUp(labelOf(row)));
  const pairs = isVertical ? pairsOf({ header, rows }, lookUp) : all;
  for (const row of pairs) {
    if (isVertical) {
      recorder.addUnder(labelOf(row), row.line, row.cells[1]?.blocks ?? []);
    } else {
      const texts = row.cells.map(({ blocks }) => plainText(flattenBlocks(blocks)).trim());
      const value = texts.join(' | ');
      recorder.addText(row.line || line, [
        { type: 'paragraph', children: [{ type: 'text', value }] },
      ]);
    }
  }
}

/** Whether a table has a column of codes. */
export const hasCodeColumn = (
  { header, rows, fields }: Table,
  lookUp: HeadingLookup,
  codeFields: ColumnField[] = ['code', 'httpStatus'],
): boolean =>
  fields?.includes('code') ||
  [...header, ...(header.length === 0 ? rows.slice(0, 1) : [])].some(({ cells }) =>
    cells.some((cell) => codeFields.includes(lookUp(cellText(cell))?.field ?? 'other')),
  );

/** Returns the codes of a table of which a column holds numbered codes only, whatever its heading. */
export function codesListed({ rows }: Table): string[] {
  const columns = (rows[0]?.cells ?? []).map((_, column) =>
    rows.map(({ cells }) => cellText(cells[column]).split(/\s/)[0] ?? ''),
  );
  const areCodes = (texts: string[]) =>
    texts.length > 1 &&
    texts.every((text) => /\p{L}.*\d/u.test(text) && isSureCode(text)) &&
    new Set(texts).size === texts.length;
  return columns.find(areCodes) ?? [];
}

/** Whether the first column of a table with a header has numbers or codes of its rows: `1`, `16`, `18–19`. */
export function listsNumbers({ header, rows }: Table): boolean {
  const texts = rows.map(({ cells }) => cellText(cells[0]));
  const areNumbers = texts.every(
    (text) => isSureCode(text) || /^-?\d+(?:\s*[-–~]\s*\d+)?$/.test(text),
  );
  return (
    header.length > 0 && texts.length > 2 && areNumbers && new Set(texts).size === texts.length
  );
}

/** Whether a table has a column of distinct names, and one of their numbers: the values of an enum. */
export function listsConstants({ header, rows }: Table): boolean {
  const columns = (header[0]?.cells ?? []).map((_, column) =>
    rows.map(({ cells }) => cellText(cells[column])),
  );
  const areDistinct = (texts: string[]) => new Set(texts).size === rows.length && rows.length > 1;
  const has = (kind: CodeWord) =>
    columns.some(
      (texts) => areDistinct(texts) && texts.every((text) => readCodeWord(text) === kind),
    );
  return has('name') && has('number');
}

/** Turns a table whose header has the codes and whose first column the labels: one column a code. */
export function turnCodes(table: Table, lookUp: HeadingLookup): Table {
  const { header, rows, line, caption } = table;
  const [corner, ...codes] = header.length === 1 ? (header[0]?.cells ?? []) : [];
  const labels = rows.map(({ cells }) => cellText(cells[0]));
  const isTurned =
    codes.length > 1 &&
    codes.every((cell) => isSureCode(cellText(cell)) && lookUp(cellText(cell)) === undefined) &&
    labels.length > 0 &&
    labels.some((label) => lookUp(label) !== undefined) &&
    !labels.some(isSureCode) &&
    rows.every(({ cells }) => cells.length === codes.length + 1);
  if (!isTurned) return table;
  const turned = codes.map((code, column) => ({
    line: code.line,
    cells: [code, ...rows.map(({ cells }) => cells[column + 1])],
  }));
  const made = makeTable([cellText(corner), ...labels], turned, {
    line,
    ...(caption ? { caption } : {}),
    fields: ['code', ...labels.map(() => undefined)],
  });
  return { ...table, ...made };
}

/** Whether the rows of a table below a code begin with further codes, under a heading of identifiers. */
const listsSubCodes = ({ header, rows }: Table, lookUp: HeadingLookup): boolean =>
  header.some(({ cells }) => ['code', 'alias'].includes(lookUp(cellText(cells[0]))?.field ?? '')) &&
  rows.length > 0 &&
  rows.every(({ cells }) => isSureCode(cellText(cells[0])));

/** The rows of a label and a text, without a header such as "Item | Content". */
export function pairsOf({ header, rows }: Pick<Table, 'header' | 'rows'>, lookUp: HeadingLookup) {
  const [top] = header;
  return top && lookUp(cellText(top.cells[0])) === undefined ? rows : [...header, ...rows];
}

/** Returns the text of a cell in one line. */
export const cellText = (cell: Cell | undefined): string =>
  (cell?.blocks ?? [])
    .map((block) => (block.type === 'paragraph' ? plainText(block.children) : ''))
    .join(' ')
    .trim();

/** Returns the header of a table of further codes below a code; undefined for another table. */
export const titleOfSubCodes = (table: Table, lookUp: HeadingLookup): string | undefined =>
  listsSubCodes(table, lookUp)
    ? (table.header.at(-1)?.cells ?? []).map(cellText).join(' | ')
    : undefined;
