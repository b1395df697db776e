/** Codes with their texts → tables: one row a code, one column a label. */
import type { Cell, Table } from '../../../../src/model/document.ts';
import type { ColumnField } from '../../../../src/model/registry.ts';
import { isSameNumber, isSum, numbersOf } from '../../code-words.ts';
import { type HeadingLookup, isListed } from '../../headings.ts';
import { groupNeighbours, makeTable, makeTextCell } from '../make-table.ts';
import type { Lead } from './leads.ts';
import type { CodeRecord } from './recorder.ts';

/** A column of the table that records become; without a field, its heading decides. */
interface RecordColumn {
  heading: string;
  field?: ColumnField | undefined;
  cell: (record: CodeRecord) => Cell | undefined;
}

/** Returns the tables of records: one for each heading above them. */
export function tabulateRecords(records: CodeRecord[], lookUp: HeadingLookup): Table[] {
  const first = listLeadColumns(records, lookUp);
  const hasMessage = first.some(({ field }) => field === 'message');
  const columns = [...first, ...listLabelColumns(records, lookUp, hasMessage)];
  const headings = columns.map(({ heading }) => heading);
  const fields = columns.map(({ field }) => field);
  return groupNeighbours(records, ({ caption }) => caption).map((group) =>
    makeTable(
      headings,
      group.map((record) => ({
        line: record.line,
        cells: columns.map(({ cell }) => cell(record)),
      })),
      { caption: group[0]?.caption, fields },
    ),
  );
}

/** Lists the columns of a code and of what follows it in its own line, in brackets or behind it. */
function listLeadColumns(records: CodeRecord[], lookUp: HeadingLookup): RecordColumn[] {
  const brackets = records.map(({ lead }) => lead.bracket).filter((text) => text !== '');
  const isRest = records.some(({ lead }) => lead.rest !== '');
  // What stands behind the code is the message, unless a label of the heading lists is.
  const hasMessage = records.some(({ texts }) =>
    [...texts.values()].some(({ label }) => {
      const found = lookUp(label);
      return found?.field === 'message' && isListed(found);
    }),
  );
  const message = hasMessage ? 'other' : 'message';
  const column = (of: (lead: Lead) => string, field: ColumnField, heading = ''): RecordColumn => ({
    heading,
    field,
    cell: ({ lead, line }) => (of(lead) === '' ? undefined : makeTextCell(of(lead), line)),
  });
  const columns: RecordColumn[] = [
    {
      heading: records[0]?.lead.label ?? '',
      field: 'code',
      cell: ({ lead, line }) => ({
        ...makeTextCell(lead.code + (lead.mark ?? ''), line, lead),
        label: lead.label,
      }),
    },
  ];
  if (brackets.length > 0) {
    const areSame = records.every(
      ({ lead: { code, bracket } }) => bracket === '' || isSameNumber(code, bracket),
    );
    // SQL:2016, 24.1: five characters, digits or capital letters.
    const sqlStates = brackets.filter((text) => /^[\dA-Z]{5}$/.test(text));
    const isStatus =
      brackets.every((text) => /^[1-5]\d\d\b/.test(text)) && !brackets.some(isSum) && !areSame;
    // A number behind a name, or another notation of it, is the same error.
    const isNumber =
      !isStatus &&
      (areSame ||
        records.every(({ lead: { code, bracket } }) => /\p{L}{2}/u.test(code) || bracket === '')) &&
      brackets.every((text) => numbersOf(text).length > 0);
    // Of several SQLSTATEs one has letters.
    const isSqlState =
      sqlStates.length > brackets.length * 0.8 &&
      !(isNumber && sqlStates.every((text) => /^\d+$/.test(text)));
    const other = isNumber ? 'alias' : 'other';
    // "(retired)" behind one code of many is a remark.
    const isRemark = isRest || brackets.some(isSum) || brackets.length * 2 < records.length;
    const field = isStatus ? 'httpStatus' : isSqlState || isNumber || isRemark ? other : message;
    columns.push(column(({ bracket }) => bracket, field, isSqlState ? 'SQLSTATE' : ''));
  }
  if (isRest) columns.push(column(({ rest }) => rest, message));
  return columns;
}

/**
 * Lists the columns of labels, in the order of their first occurrence.
 *
 * @param hasMessage Whether the line of a code has its message. Otherwise a text before a cause is it, and so
 *   is a single line before an explanation.
 */
function listLabelColumns(
  records: CodeRecord[],
  lookUp: HeadingLookup,
  hasMessage: boolean,
): RecordColumn[] {
  const labels = new Map<string, string>();
  for (const { texts } of records) {
    for (const [key, { label }] of texts) if (!labels.has(key)) labels.set(key, label);
  }
  const meaningOf = (key: string) =>
    key === '' ? 'description' : lookUp(labels.get(key) ?? '')?.field;
  const remarks = listRemarks([...labels.keys()], records, meaningOf, (key) =>
    Boolean(lookUp(labels.get(key) ?? '')?.isCause),
  );
  const fieldOf = (key: string) => (remarks.includes(key) ? 'other' : meaningOf(key));
  const groups = groupLabels([...labels.keys()], records, fieldOf);
  const countOf = (keys: string[]) =>
    records.filter(({ texts }) => keys.some((key) => texts.has(key))).length;
  const columnFieldOf = (keys: string[], first: string): ColumnField | undefined => {
    const field = fieldOf(first);
    if (field === 'code') return 'alias';
    if (field === 'other') return 'other';
    const rivals = groups.filter(
      (other) => other !== keys && field !== undefined && fieldOf(other.at(-1) ?? '') === field,
    );
    if (rivals.length === 0) return first === '' ? 'description' : undefined;
    if (first === '') {
      const isEvent =
        !(hasMessage || groups.flat().some((key) => fieldOf(key) === 'message')) &&
        (records.every(isLine) ||
          rivals.flat().every((key) => lookUp(labels.get(key) ?? '')?.isCause));
      return isEvent ? 'message' : 'other';
    }
    // If several labels stand for one field, the most frequent one does.
    return rivals.every((other) => countOf(other) < countOf(keys)) ? field : undefined;
  };
  return groups.map((keys) => {
    const [first = ''] = keys.filter((key) => key !== '');
    return {
      heading: labels.get(first) ?? '',
      field: columnFieldOf(keys, first),
      cell: ({ texts }) => keys.map((key) => texts.get(key)).find((one) => one !== undefined),
    };
  });
}

/** Whether the text before the labels of a record, if it has one, is a single line. */
function isLine({ texts }: CodeRecord): boolean {
  const blocks = texts.get('')?.blocks ?? [];
  const isFirst = blocks.length === 0 || [...texts.keys()][0] === '';
  return isFirst && blocks.length < 2 && blocks.every(({ type }) => type === 'paragraph');
}

/**
 * Returns the labels of remarks. A label that comes after the solution does not say what the code means if
 * another label does: 说明 below 错误原因 and 解决方法.
 */
function listRemarks(
  keys: string[],
  records: CodeRecord[],
  fieldOf: (key: string) => string | undefined,
  isCause: (key: string) => boolean,
): string[] {
  const explaining = keys.filter((key) => fieldOf(key) === 'description');
  return explaining.filter((key) => {
    if (key === '' || isCause(key) || !explaining.some(isCause)) return false;
    const places = records.flatMap(({ texts }) => {
      const order = [...texts.keys()];
      const [own, solution] = [
        order.indexOf(key),
        order.findIndex((one) => fieldOf(one) === 'solution'),
      ];
      return own === -1 || solution === -1 ? [] : [own > solution];
    });
    return places.length > 0 && places.every(Boolean);
  });
}

/**
 * Returns the labels of each column. Labels of one field ("Cause", "Reason") share a column if no
 * record has two of them.
 */
function groupLabels(
  keys: string[],
  records: CodeRecord[],
  fieldOf: (key: string) => string | undefined,
): string[][] {
  const isFree = (group: string[]) =>
    records.every(({ texts }) => group.filter((key) => texts.has(key)).length < 2);
  const groups = new Map<string, string[]>();
  for (const key of keys) {
    const field = fieldOf(key) ?? 'other';
    groups.set(field, [...(groups.get(field) ?? []), key]);
  }
  return [...groups].flatMap(([field, group]) => {
    if (field === 'other' || field === 'code') return group.map((key) => [key]);
    if (isFree(group)) return [group];
    const named = group.filter((key) => key !== '');
    const rest = named.length < group.length ? [['']] : [];
    return [...rest, ...(isFree(named) ? [named] : named.map((key) => [key]))];
  });
}
