/** Pipe tables of a Markdown document: seen by remark, or recovered from the lines. */
import type { Table as MdastTable } from 'mdast';
import { type Item, kindOf, readLines } from './flow.ts';
import { readFlow } from './inline.ts';
import { parseMarkdown } from './parse.ts';
import { isDelimiter, type RawRow, splitRow } from './pipe-line.ts';
import { absorbRows, findTable, type Join, joinRows, stripContainers } from './pipe-recovery.ts';
import { readRawRows, readRows } from './pipe-table.ts';
import { contextAt, type Reading, report } from './reading.ts';

/** One table, as raw rows. */
interface Draft {
  header: RawRow[];
  rows: RawRow[];
}

/** Cut rows apart where a delimiter row among them shows that another table has begun. */
function splitTables(header: RawRow[], rows: RawRow[], isDelim: (row: RawRow) => boolean): Draft[] {
  const drafts: Draft[] = [{ header, rows: [] }];
  for (const row of rows) {
    const last = drafts.at(-1) as Draft;
    if (isDelim(row) && last.rows.length > 0)
      drafts.push({ header: last.rows.splice(-1), rows: [] });
    else last.rows.push(row);
  }
  return drafts;
}

function reportJoins(reading: Reading, joins: Join[], of: number): void {
  for (const { line, code, cells } of joins) {
    report(reading, 'row-joined', line, code, cells, of);
    const last = reading.findings.at(-1);
    if (last) last.code = code;
  }
}

/** Read drafts; the last one takes the rows below it. Returns the index of the first line left. */
function readDrafts(reading: Reading, drafts: Draft[], below: number, recovered: boolean): number {
  let next = below;
  for (const [index, draft] of drafts.entries()) {
    const of = draft.header[0]?.cells.length ?? 0;
    const joined = joinRows([...draft.header, ...draft.rows], of);
    const rows = joined.rows;
    const line = rows[0]?.line ?? 1;
    if (index === drafts.length - 1) {
      const absorbed = absorbRows(reading.lines, below, rows);
      next = absorbed.next;
      joined.joins.push(...absorbed.joins);
      for (const orphan of absorbed.orphans) report(reading, 'row-orphan', orphan);
    }
    if (recovered || index > 0) report(reading, 'table-recovered', line);
    reportJoins(reading, joined.joins, of);
    const read = readRawRows(rows, contextAt(reading, 0));
    const count = draft.header.length;
    reading.notebook.addTable({ line, header: read.slice(0, count), rows: read.slice(count) });
  }
  return next;
}

/**
 * Read a table that remark found, and the rows below it that it did not.
 *
 * @returns The index of the first line that is not part of the table.
 */
export function readPipeTable(item: Item, table: MdastTable, reading: Reading): number {
  const context = contextAt(reading, item.offset);
  const raw = table.children.map((row) => {
    const line = (row.position?.start.line ?? 1) + item.offset;
    const column = row.position?.start.column ?? 1;
    return splitRow((reading.lines[line - 1] ?? '').slice(column - 1), line);
  });
  const header = raw.slice(0, 1);
  const isDelim = (row: RawRow) => isDelimiter(stripContainers(reading.lines[row.line - 1] ?? ''));
  const drafts = splitTables(header, raw.slice(1), isDelim);
  const of = header[0]?.cells.length ?? 0;
  const probe = joinRows(raw, of);
  const below = absorbRows(reading.lines, item.end, [...probe.rows.map((row) => ({ ...row }))]);
  if (drafts.length === 1 && probe.joins.length === 0 && below.next === item.end) {
    const rows = readRows(table, context, item.offset);
    const line = item.start;
    reading.notebook.addTable({ line, header: rows.slice(0, 1), rows: rows.slice(1) });
    return item.end;
  }
  const continued = below.joins.length > 0 || below.orphans.length === 0;
  return readDrafts(reading, drafts, item.end, continued && below.next > item.end);
}

/**
 * Read a table that GFM takes for text of a paragraph.
 *
 * @returns The index of the first line that is not part of it; undefined if there is no table.
 */
export function readHiddenTable(item: Item, reading: Reading): number | undefined {
  const lines = readLines(reading.lines, item);
  const { header, delimiter } = findTable(lines);
  if (header === -1) return undefined;
  const above = parseMarkdown(lines.slice(0, header).join('\n')).children;
  const context = contextAt(reading, item.start - 1);
  for (const node of above) {
    const end = item.start + header - 1;
    const lines = { start: item.start, end };
    reading.notebook.add(readFlow(node, context), lines, kindOf(node, item));
  }
  const row = (index: number) => splitRow(lines[index] ?? '', item.start + index);
  const first = delimiter ? header + 2 : header;
  const rows: RawRow[] = [];
  for (let index = first; index < lines.length; index += 1) rows.push(row(index));
  const of = row(header).cells.length;
  const isText = (each: RawRow) => !each.opened && !each.closed && each.cells.length === 1;
  // Text directly below complete rows is not a row; below a broken one it may be the rest of it.
  let end = rows.length;
  while (end > 0 && of > 1 && isText(rows[end - 1] as RawRow)) end -= 1;
  if (end > 0 && (rows[end - 1] as RawRow).cells.length >= of) rows.length = end;
  const below = first + rows.length + item.start - 1;
  const isDelim = (each: RawRow) => isDelimiter(lines[each.line - item.start] ?? '');
  const drafts = splitTables(delimiter ? [row(header)] : [], rows, isDelim);
  return readDrafts(reading, drafts, below, true);
}
