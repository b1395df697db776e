/** Tables of one code each: labels on the left, texts on the right, and perhaps sections below. */
import type { Cell, Note, ReadResult, Table } from '../../../../src/model/document.ts';
import type { Block } from '../../../../src/model/text.ts';
import { isCode } from '../../code-words.ts';
import { type HeadingLookup, isListed } from '../../headings.ts';
import { makeTable, makeTextCell } from '../make-table.ts';
import { plainText } from '../rich-text.ts';
import { readLead } from './leads.ts';
import { listParts, type Part } from './parts.ts';
import { cellText, pairsOf } from './tables.ts';

/** More rows are a table of codes whose names contain words of headings. */
const mostLabels = 20;

/** Whether a table is about one code: two columns, labels on the left, one of them of a code. */
export function isVertical(table: Table, lookUp: HeadingLookup): boolean {
  const { header, rows } = divideFirst(table, lookUp);
  const all = [...header, ...rows];
  const isPair = all.every(({ cells }) => cells.length === 2);
  if (!isPair || all.length < 2 || all.length > mostLabels) return false;
  const fields = all.map((row) => lookUp(cellText(row.cells[0]))?.field);
  const code = all[fields.indexOf('code')]?.cells[1];
  const known = fields.filter((field) => field !== undefined);
  return (
    lookUp(cellText(code)) === undefined &&
    // A label says that 900.001 is no version.
    (readLead(cellText(code), 'term', lookUp) !== undefined || /^\d+\.\d+$/.test(cellText(code))) &&
    new Set(known).size >= 2 &&
    known.length * 2 > all.length
  );
}

/** Returns a table in which "Alarm ID: 900.001" beside a text is a label with its code, above the message. */
function divideFirst(table: Table, lookUp: HeadingLookup): Table {
  const [first, ...others] = [...table.header, ...table.rows];
  const [, label = '', code = ''] =
    /^([^:：]{2,30}?)\s*[:：]\s*(\S{1,40})$/.exec(cellText(first?.cells[0])) ?? [];
  if (!first || lookUp(label)?.field !== 'code' || !isCode(code)) return table;
  const { line } = first;
  const pair = [label, code].map((text) => makeTextCell(text, line));
  const message = [makeTextCell('', line), ...first.cells.slice(1)];
  return {
    ...table,
    header: [],
    rows: [{ ...first, cells: pair }, { ...first, cells: message }, ...others],
  };
}

/**
 * Returns a document in which tables of one code each are one table with a row for each of them. The sections
 * below a table are columns, too: "Explanation" and "User Action" below the table of an error.
 *
 * @param vertical The tables of one code each.
 */
export function turnTables(
  { tables, notes }: Pick<ReadResult, 'tables' | 'notes'>,
  vertical: readonly Table[],
  lookUp: HeadingLookup,
): Pick<ReadResult, 'tables' | 'notes'> {
  const parts = listParts({ tables, notes, findings: [] });
  const used = new Set<Note>();
  const records = vertical.map((table) => {
    const cells = new Map<string, Cell>();
    for (const {
      line,
      cells: [label, text],
    } of pairsOf(divideFirst(table, lookUp), lookUp)) {
      if (text) cells.set(cellText(label).replace(/\s*[:：]$/, ''), { ...text, line });
    }
    const at = parts.findIndex((part) => part.type === 'table' && part.table === table);
    for (const section of sectionsBelow(parts, at, vertical, lookUp)) {
      if (cells.has(section.label)) continue;
      cells.set(section.label, { blocks: section.blocks, line: section.line });
      for (const note of section.notes) used.add(note);
    }
    return { line: table.line, cells };
  });
  const columns = [...new Set(records.flatMap(({ cells }) => [...cells.keys()]))];
  const fields = columns.map((label) => (label === '' ? 'message' : undefined));
  const rows = records.map(({ line, cells }) => ({
    line,
    cells: columns.map((label) => cells.get(label)),
  }));
  const others = tables.filter((table) => !vertical.includes(table));
  return {
    tables: [makeTable(columns, rows, { fields }), ...others],
    notes: notes.filter((note) => !used.has(note)),
  };
}

interface Section {
  label: string;
  line: number;
  blocks: Block[];
  notes: Note[];
}

/**
 * Returns the sections between a table and the next one of a code that explain the code: the first one has a
 * label of the lists, and the others are titles of the same level.
 */
function sectionsBelow(
  parts: Part[],
  from: number,
  vertical: readonly Table[],
  lookUp: HeadingLookup,
): Section[] {
  const sections: Section[] = [];
  let level: number | undefined;
  for (const part of parts.slice(from + 1)) {
    if (part.type === 'table') {
      if (vertical.includes(part.table)) break;
      continue;
    }
    const last = sections.at(-1);
    if (part.type === 'block') {
      last?.blocks.push(part.block);
      last?.notes.push(part.note);
      continue;
    }
    const label = plainText(part.children).trim();
    const found = lookUp(label);
    const isLabel = found !== undefined && isListed(found) && found.field !== 'code';
    if (!isLabel && (level === undefined || part.level < level)) break;
    level ??= part.level;
    if (part.level > level && last && part.note) {
      last.blocks.push({ type: 'paragraph', children: part.children });
      last.notes.push(part.note);
    } else
      sections.push({ label, line: part.line, blocks: [], notes: part.note ? [part.note] : [] });
  }
  // A title without a text is that of the next code.
  return sections.filter(({ blocks }) => blocks.length > 0);
}
