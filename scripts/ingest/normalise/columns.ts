import type { Cell, Row } from '../../../src/model/document.ts';
import type { Lang } from '../../../src/model/lang.ts';
import type { ColumnField } from '../../../src/model/registry.ts';
import type { Field } from '../../../src/model/terms.ts';
import { isBlank } from '../../../src/text/blank.ts';
import type { Candidate, HeadingLookup } from '../headings.ts';
import {
  areAliases,
  areDistinctCodes,
  areIdentifiers,
  areKnownStatuses,
  areNames,
  areNamesOfCodes,
  areNumbers,
  areRepeatedStatuses,
  areSameNumbers,
  isDistinct,
  mayBeCodes,
} from './column-texts.ts';
import { lookUpInLanguage } from './languages.ts';
import { plainOf } from './rich-text.ts';

/** A column of a table: its heading as the document spells it, and the field it maps to. */
export interface Column {
  heading: string;
  /** `other` columns are kept under their headings; `alias` columns hold further identifiers. */
  field: ColumnField;
  /** Whether the heading stands for a field, even if another column was preferred for it. */
  isKnown: boolean;
  /** The field that this column has in rows whose preferred column is blank. */
  instead?: Field;
}

/**
 * Maps the columns of a table to fields.
 *
 * 1. A heading is looked up in the lists as a whole, then without bracketed parts. A heading in no
 *    list is recognised by the last known word of its first part ("Recommended User Actions",
 *    "可能的出错场景"), so that documents of other vendors need no entry each.
 * 2. If several columns map to one field, the order of the list decides, then the position. A second
 *    column of codes holds aliases; another column of texts stands in where the preferred one is blank,
 *    and is kept under its heading elsewhere.
 * 3. Cells decide where headings mislead: repeated HTTP statuses are not the codes if another
 *    column holds distinct identifiers, and a message that is an identifier in every row is a name.
 *
 * @param header Header rows, top to bottom; the heading may be in any of them.
 * @param rows The rows below.
 * @param lookUpHeading Made once for all tables of a document.
 * @param lang Language of the document.
 * @param fields What is decided already, by column.
 * @returns One column for each cell of the widest header row.
 * @example normaliseColumns([row('Error Code', 'Solution')], [], lookUp, 'en').map((c) => c.field)
 * // => ['code', 'solution']
 */
export function normaliseColumns(
  header: Row[],
  rows: Row[],
  lookUpHeading: HeadingLookup,
  lang: Lang,
  fields: (ColumnField | undefined)[] = [],
): Column[] {
  const width = Math.max(0, ...header.map((row) => row.cells.length));
  const titles = Array.from({ length: width }, (_, column) =>
    header
      .map((row) => plainOf(row.cells[column]?.blocks ?? []).replaceAll('\n', ' '))
      .filter((text, index, all) => text !== '' && all.indexOf(text) === index),
  );
  const lookUp = lookUpInLanguage(lookUpHeading, titles.flat(), lang);
  const textsOf = sampleTexts(rows);
  const found = titles.map((texts, column) => {
    const set = fields[column];
    const decided = set && { field: set, rank: -1, isCause: false };
    const candidate =
      decided ??
      (isPartOf(titles, texts, lookUp) ? texts.slice(-1) : texts.toReversed())
        .map(lookUp)
        .find((one) => one !== undefined);
    const isKnown = candidate !== undefined;
    const heading = texts.join(' / ');
    // "Reason" above 2009 and 2033 is that of codes.
    const isOfNumbers = decided === undefined && areNumbers(heading, textsOf(column));
    return {
      heading,
      isKnown,
      candidate: candidate === 'other-language' || isOfNumbers ? undefined : candidate,
    };
  });
  const columns = found.map(
    ({ heading, isKnown }): Column => ({ heading, field: 'other', isKnown }),
  );
  const ranked = [...found.entries()]
    .flatMap(([index, { candidate }]) => (candidate ? [{ index, ...candidate }] : []))
    .sort((a, b) => a.rank - b.rank || a.index - b.index);
  separateCause(ranked);
  for (const { index, field } of ranked) {
    const column = columns[index] as Column;
    const isTaken = field !== 'alias' && columns.some((other) => other.field === field);
    column.field = !isTaken ? field : field === 'code' ? 'alias' : 'other';
    if (isTaken && isTextField(field)) column.instead = field;
  }
  // What is set is right: a name of a constant may be a word.
  const isSet = columns.map((_, index) => found[index]?.candidate?.rank === -1);
  correctByCells(columns, textsOf, isSet);
  return columns;
}

/** Whether the title above a column is that of several columns, of which another one is known by its own title. */
function isPartOf(titles: string[][], texts: string[], lookUp: (text: string) => unknown): boolean {
  const own = (column: string[]) => lookUp(column.at(-1) ?? '');
  return (
    texts.length > 1 &&
    titles.some(
      (other) => other !== texts && other.length > 1 && other[0] === texts[0] && own(other),
    )
  );
}

/**
 * Lets a cause be the description and what happened the message, if a table has both columns and
 * none for the message.
 */
function separateCause(ranked: (Candidate & { index: number })[]): void {
  if (ranked.some(({ field }) => field === 'message')) return;
  // What is decided already stays.
  const explaining = ranked.filter(({ field, rank }) => field === 'description' && rank >= 0);
  const cause = explaining.find(({ isCause }) => isCause);
  const event = explaining.find(({ isCause }) => !isCause);
  if (cause && event) event.field = 'message';
}

const isTextField = (field: ColumnField): field is Exclude<Field, 'httpStatus'> =>
  field === 'message' || field === 'description' || field === 'solution';

/** Rows beyond this number do not change what a column holds. */
const sampledRows = 200;

/** Returns the texts of a column that are not blank. */
type TextsOf = (column: number) => string[];

const sampleTexts =
  (rows: Row[]): TextsOf =>
  (column) =>
    rows
      .slice(0, sampledRows)
      .map((row) => ownText(row.cells[column]))
      .filter((text) => !isBlank(text));

/** The text of a cell; "" for the copy of a cell that spans columns, such as a title of rows. */
export const ownText = (cell: Cell | undefined): string =>
  cell === undefined || cell.spanned === 'column' ? '' : plainOf(cell.blocks);

function correctByCells(columns: Column[], textsOf: TextsOf, isSet: boolean[]): void {
  const code = columns.findIndex(({ field }) => field === 'code');
  const hasStatus = () => columns.some(({ field }) => field === 'httpStatus');
  for (const [index, column] of columns.entries()) {
    if (column.field === 'alias' && !isSet[index] && !areAliases(textsOf(index)))
      column.field = 'other';
    const isOfCode = code >= 0 && areSameNumbers(textsOf(index), textsOf(code));
    if (column.field === 'alias' && !hasStatus() && areKnownStatuses(textsOf(index)) && !isOfCode)
      column.field = isAnyNumber.test(column.heading) ? 'other' : 'httpStatus';
    if (column.field === 'other' && code >= 0 && mayBeCodes(column.heading, textsOf(index), true))
      column.field = 'alias';
    const areOwnNames = areNamesOfCodes(textsOf(index));
    if (column.field === 'message' && code >= 0 && areIdentifiers(textsOf(index)))
      column.field = 'alias';
    // 描述信息 with SESSION_EXPIRED beside 说明 with sentences.
    if (column.instead && code >= 0 && areOwnNames) {
      column.field = 'alias';
      delete column.instead;
    }
    // `reason: STOCK_RESERVED` beside a description.
    if (column.field === 'description' && code >= 0 && areOwnNames) {
      const other = columns.find(
        ({ instead, field }) => instead === 'description' || field === 'message',
      );
      if (other) column.field = 'alias';
      if (other?.instead === 'description') other.field = 'description';
    }
  }
  const status = columns[code];
  if (status !== undefined && !isSet[code] && areRepeatedStatuses(textsOf(code))) {
    const better = findCodeColumn(columns, textsOf);
    if (better === undefined) return;
    status.field = hasStatus() ? 'other' : 'httpStatus';
    better.field = 'code';
  }
}

/** A heading of numbers of any kind: nothing says that they are HTTP statuses. */
const isAnyNumber = /^(?:value|值|数值)$/i;

/**
 * Returns the column of distinct identifiers that can be the codes of a table, other than the one
 * that is mapped to `code`.
 */
function findCodeColumn(columns: Column[], textsOf: TextsOf): Column | undefined {
  const open = [...columns.entries()].filter(
    ([, { field }]) => field === 'other' || field === 'alias' || field === 'message',
  );
  return open.find(([index]) => areDistinctCodes(textsOf(index)))?.[1];
}

/** Maps the codes of a table without a heading for them; returns the column, if one fits. */
export function guessCodeColumn(columns: Column[], rows: Row[]): Column | undefined {
  // A row with one text names the rows below it.
  const whole = rows.filter(
    ({ cells }) => cells.filter((cell) => !isBlank(ownText(cell))).length > 1,
  );
  const textsOf = sampleTexts(whole.length > 0 ? whole : rows);
  const statusIndex = columns.findIndex(({ field }) => field === 'httpStatus');
  const status = columns[statusIndex];
  const isOwnList =
    status !== undefined && !/http/i.test(status.heading) && isDistinct(textsOf(statusIndex));
  // "状态码" above MBBLACK and REJECT is no HTTP status.
  const statuses = textsOf(statusIndex);
  const isNone =
    isOwnList && areDistinctCodes(statuses) && statuses.every((text) => /\p{L}/u.test(text));
  const better =
    (isNone ? status : findCodeColumn(columns, textsOf)) ??
    (status
      ? undefined
      : [...columns].find((column, at) => mayBeCodes(column.heading, textsOf(at))));
  const index = better ? columns.indexOf(better) : -1;
  // Names beside distinct statuses name the statuses; identifiers with digits are codes.
  if (
    better &&
    (!isOwnList || better === status || textsOf(index).some((text) => /\d/.test(text)))
  ) {
    better.field = 'code';
    delete better.instead;
    return better;
  }
  if (better && areNames(textsOf(index))) better.field = 'alias';
  return undefined;
}
