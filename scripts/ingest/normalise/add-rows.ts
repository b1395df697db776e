/** Rows of a table → entries; rows without a code stay on the source page. */
import type { Cell } from '../../../src/model/document.ts';
import type { Block, Inline } from '../../../src/model/text.ts';
import { isBlank } from '../../../src/text/blank.ts';
import { hasHan } from '../../../src/text/lang-of-text.ts';
import { statusesOf } from '../../../src/text/statuses.ts';
import { finding } from '../findings.ts';
import { readCodeCell } from './code-cells.ts';
import { type ColumnTable, headingList } from './code-columns.ts';
import { readAliases } from './code-lists.ts';
import type { CodeCell } from './code-remarks.ts';
import { describeCodeColumn, isLikeCodes } from './code-shape.ts';
import { ownText } from './columns.ts';
import { addCodeCell, aliasColumns, makeEntry, type TableFacts } from './entries.ts';
import type { Footnotes } from './footnotes.ts';
import type { NormalisedDocument } from './index.ts';
import { plainOf, plainOfInlines, textOf } from './rich-text.ts';
import { type ShapedRow, shapeRows } from './rows.ts';
import { listStruck, struckIn } from './struck.ts';

/**
 * Adds the rows of a table to a document: as entries, or as unplaced rows if it has no column of codes.
 *
 * @param named Codes that editors gave to rows, by line.
 * @param footnotes The footnotes of the document.
 */
export function addTable(
  { table, columns, rows: all }: ColumnTable,
  named: ReadonlyMap<number, string>,
  footnotes: Footnotes,
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
  const about = { table, columns, code, codeColumn, caption, aliases, footnotes };
  for (const row of shaped.rows) addRow(row, about, named.get(row.line), document);
}

const footnoteMark = /\[[^\]]*\]|[*†‡¹²³]/g;

/** Whether a row repeats the last header of its table, as long tables do. */
function isHeaderAgain(
  { cells }: ColumnTable['rows'][number],
  { header }: ColumnTable['table'],
): boolean {
  const titleOf = ({ blocks }: Cell) =>
    plainOf(blocks).toLowerCase().replace(footnoteMark, '').trim();
  const titles = header.at(-1)?.cells.map(titleOf) ?? [];
  const texts = cells.map(titleOf);
  return (
    titles.length > 1 && texts.join('\n') === titles.join('\n') && texts.some((text) => text !== '')
  );
}

/** Whether a row only names the rows below it: a text unlike the codes, and nothing else or the same. */
function isGroupRow(own: string, { cells }: ShapedRow, { code, codeColumn }: TableFacts): boolean {
  if (isLikeCodes(own, codeColumn) && !/\s/.test(own)) return false;
  const others = cells.filter((_, at) => at !== code).map((cell) => plainOf(cell?.blocks ?? []));
  const isAlone = others.length > 0 && others.every((text) => isBlank(text));
  // A cell that spans the row is in every column.
  const isSpan = others.length > 1 && others.every((text) => text === own);
  if (!isAlone) return isSpan;
  const { stem, hasDigits, isChinese } = codeColumn;
  return stem !== undefined || hasDigits || (hasHan(own) && !isChinese);
}

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
  // What is read from sections, lists and data is a code.
  const mayBeGroup = table.table.fields?.[table.code] !== 'code';
  if (named !== undefined && read?.codes.join() === named) document.needlessCodes.push(row.line);
  const content = named === undefined ? read : { codes: [named], aliases: [] };
  if (
    content === undefined ||
    (named === undefined && mayBeGroup && isGroupRow(cell, row, table))
  ) {
    findings.push(finding('row-without-code', place));
    keepUnplaced(row.line, [...row.cells, ...row.surplus], document);
    return;
  }
  const { codes, isJoined } = content;
  for (const at of table.aliases) {
    const text = nameAt(row, at);
    if (!isBlank(text) && readAliases(text).length === 0)
      findings.push({
        ...finding('alias-odd', place, text),
        ...(codes[0] ? { code: codes[0] } : {}),
      });
  }
  const struck = struckIn(row.cells[table.code]?.blocks ?? []);
  findings.push(...listStruck(row, table.code, place, codes[0]));
  if (codes.length > 1) findings.push(finding('codes-in-one-cell', place, codes.join(', ')));
  for (const [number, code] of codes.entries()) {
    const entry = makeEntry(code, row, table, variant);
    addCodeCell(entry, content, cell, table.columns[table.code]?.heading ?? '', variant);
    const aliases = table.aliases.flatMap((at) => {
      const own = readAliases(nameAt(row, at));
      // "17, 18" beside "ERR_JOIN, ERR_LEAVE": each has its own.
      return codes.length > 1 && own.length === codes.length ? own.slice(number, number + 1) : own;
    });
    const others = new Set([...content.aliases, ...aliases]);
    others.delete(code);
    if (others.size > 0) entry.aliases = [...others];
    document.entries.push(entry);
    document.origins.set(entry, {
      table: table.table,
      isLink: isLink(row.cells[table.code]),
    });
    if (struck.some((text) => text.includes(code) || code.includes(text)))
      findings.push({ ...finding('code-struck', place, code), code });
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
  const areAll = (children: Inline[]): boolean =>
    children.every(
      (child) =>
        child.type === 'link' || ('children' in child ? areAll(child.children) : isSpace(child)),
    );
  return block.children.length > 0 && areAll(block.children);
}

/** The text of a cell; "" for one that is in several columns, which is no name. */
const nameAt = (row: ShapedRow, column: number): string =>
  row.cells[column + 1]?.spanned === 'column' ? '' : ownText(row.cells[column]);

/** What the code cell of a row holds. A phrase in a row without other texts is a heading of rows; a total has no code. */
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
  const isTotal = row.cells.some((other) => total.test(plainOf(other?.blocks ?? [])));
  return isTotal || (isPhrase && !hasTexts) ? undefined : read;
}

/** The title of a row that counts or adds up the others. */
const total = /^(?:合计|总计|小计|总数|(?:grand |sub)?total)[:：]?$/i;

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
