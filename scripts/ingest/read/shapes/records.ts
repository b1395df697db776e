/** Sections, paragraphs, terms or list items, one a code → a table of codes. */
import type { Cell, Row, Table } from '../../../../src/model/document.ts';
import type { ColumnField } from '../../../../src/model/registry.ts';
import type { Block, Inline, ListItem } from '../../../../src/model/text.ts';
import { type HeadingLookup, headingKey } from '../../headings.ts';
import { makeHeader, makeRow, makeTextCell } from '../make-table.ts';
import { plainText } from '../rich-text.ts';
import { readPossibleLabel, splitLabel } from './labels.ts';
import { type Lead, type LeadKind, readLead } from './leads.ts';
import { type Line, type Part, splitLines } from './parts.ts';

/** A code with the texts below it, by label; texts before the first label are under "". */
export interface CodeRecord {
  lead: Lead & { url?: string };
  line: number;
  /** The heading above that is no code. */
  caption: Inline[] | undefined;
  texts: Map<string, { label: string; line: number; blocks: Block[] }>;
}

/** Records, and the parts that belong to none. */
export interface RecordList {
  records: CodeRecord[];
  rest: Part[];
}

/**
 * Divides a document into records that begin with a code in a heading, a term, a paragraph or a list
 * item. Headings below the level of the record's own are labels, or a part of its text.
 */
export function readRecords(parts: Part[], kind: LeadKind, lookUp: HeadingLookup): RecordList {
  const list: RecordList = { records: [], rest: [] };
  const labels = countLabels(parts);
  const isLabel = (text: string) =>
    lookUp(text) !== undefined ||
    (labels.get(headingKey(text)) ?? 0) >= 2 ||
    /^[A-Z]{5,}$/.test(text);
  let record: CodeRecord | undefined;
  let level = 0;
  let label = '';
  let caption: Inline[] | undefined;
  const open = (lead: CodeRecord['lead'], line: number) => {
    record = { lead, line, caption, texts: new Map() };
    label = '';
    list.records.push(record);
  };
  const add = (line: number, blocks: Block[]) => {
    const key = headingKey(label);
    const text = record?.texts.get(key);
    if (text) text.blocks.push(...blocks);
    else record?.texts.set(key, { label, line, blocks: [...blocks] });
  };
  const addLines = (lines: Line[]) => {
    let run: Inline[] = [];
    let runLine = lines[0]?.line ?? 1;
    const flush = () => {
      if (plainText(run).trim() !== '') add(runLine, [{ type: 'paragraph', children: run }]);
      run = [];
    };
    for (const one of lines) {
      const labelled = splitLabel(one.children, isLabel, lookUp);
      if (labelled) {
        flush();
        label = labelled.label;
        // An empty text shows that the label is there.
        add(one.line, []);
      }
      if (run.length === 0) runLine = one.line;
      else run.push({ type: 'text', value: '\n' });
      run.push(...(labelled?.children ?? one.children));
    }
    flush();
  };
  const addItem = (blocks: Block[], line: number) => {
    for (const block of blocks) addBlock(block, line, []);
  };
  const hasLabel = (item: ListItem) => {
    const [first] = item.children;
    const [top] = first?.type === 'paragraph' ? splitLines(first.children, 0) : [];
    return top !== undefined && splitLabel(top.children, isLabel, lookUp) !== undefined;
  };
  function addBlock(block: Block, line: number, items: number[]): void {
    if (block.type === 'paragraph') addLines(splitLines(block.children, line));
    else if (block.type === 'list' && block.children.some(hasLabel)) {
      for (const [index, item] of block.children.entries())
        addItem(item.children, items[index] ?? line);
    } else add(line, [block]);
  }
  for (const part of parts) {
    if (part.type === 'heading' || part.type === 'term') {
      const lead = part.type === kind ? leadOf(part.children, kind, lookUp) : undefined;
      if (lead) {
        open(lead, part.line);
        level = part.level;
        continue;
      }
      const text = plainText(part.children);
      const isInside = record && (kind !== 'heading' || part.level > level);
      if (record && isInside && lookUp(text)) {
        label = text;
        add(part.line, []);
      } else if (record && isInside && (kind === 'heading' || part.type === 'term')) {
        add(part.line, [{ type: 'paragraph', children: part.children }]);
      } else {
        record = undefined;
        caption = part.type === 'heading' ? part.children : caption;
        list.rest.push(part);
      }
    } else if (part.type === 'table') {
      if (record) addTable(part.table, add, (text) => (label = text), lookUp);
      else list.rest.push(part);
    } else if (kind === 'item' && part.block.type === 'list') {
      for (const [index, item] of part.block.children.entries()) {
        const line = part.items[index] ?? part.line;
        const { lead, lines, blocks } = leadOfItem(item, line, lookUp);
        if (lead) {
          open(lead, line);
          addLines(lines);
          addItem(blocks, line);
        } else if (record) addItem(item.children, line);
      }
      if (!record) list.rest.push(part);
    } else {
      const [first, ...more] =
        kind === 'paragraph' && part.block.type === 'paragraph'
          ? splitLines(part.block.children, part.line)
          : [];
      const lead = first && leadOf(first.children, kind, lookUp);
      if (lead) {
        open(lead, part.line);
        addLines(more);
      } else if (record) addBlock(part.block, part.line, part.items);
      else list.rest.push(part);
    }
  }
  return list;
}

/** Returns the code at the beginning of a text, and the address if the whole text is a link. */
export function leadOf(
  children: Inline[],
  kind: LeadKind,
  lookUp: HeadingLookup,
): (Lead & { url?: string }) | undefined {
  const lead = readLead(plainText(children).trim(), kind, lookUp);
  const [link, ...others] = children.filter((child) => plainText([child]).trim() !== '');
  return lead && link?.type === 'link' && others.length === 0 ? { ...lead, url: link.url } : lead;
}

/** The code of a list item, the lines of text below it, and the other blocks of the item. */
function leadOfItem(
  item: ListItem,
  line: number,
  lookUp: HeadingLookup,
): { lead: CodeRecord['lead'] | undefined; lines: Line[]; blocks: Block[] } {
  const [first, ...blocks] = item.children;
  if (first?.type !== 'paragraph') return { lead: undefined, lines: [], blocks };
  const [top, ...lines] = splitLines(first.children, line);
  const lead = top && leadOf(top.children, 'item', lookUp);
  return { lead, lines, blocks };
}

/** A table below a code: rows of a label and a text, or else text. */
function addTable(
  { header, rows, line }: Table,
  add: (line: number, blocks: Block[]) => void,
  setLabel: (label: string) => void,
  lookUp: HeadingLookup,
): void {
  const labelOf = (row: Row) => cellText(row.cells[0]);
  const all = [...header, ...rows];
  const isVertical =
    all.every(({ cells }) => cells.length === 2) && all.some((row) => lookUp(labelOf(row)));
  const pairs = isVertical ? pairsOf({ header, rows }, lookUp) : all;
  for (const row of pairs) {
    if (isVertical) {
      setLabel(labelOf(row));
      add(row.line, row.cells[1]?.blocks ?? []);
    } else {
      const value = row.cells.map(cellText).join(' | ');
      add(row.line || line, [{ type: 'paragraph', children: [{ type: 'text', value }] }]);
    }
  }
}

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

/** How often each possible label occurs at the beginning of a line. */
function countLabels(parts: Part[]): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (block: Block): void => {
    if (block.type === 'list') for (const item of block.children) item.children.forEach(count);
    if (block.type !== 'paragraph') return;
    for (const { children } of splitLines(block.children, 0)) {
      const label = readPossibleLabel(plainText(children));
      const key = label === undefined ? '' : headingKey(label);
      if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  };
  for (const part of parts) if (part.type === 'block') count(part.block);
  return counts;
}

/** Columns of the table that records become, in the order of their first occurrence. */
interface RecordColumn {
  heading: string;
  field?: ColumnField;
  cell: (record: CodeRecord) => Cell | undefined;
}

/** Returns the tables of records: one for each heading above them. */
export function tabulateRecords(records: CodeRecord[], lookUp: HeadingLookup): Table[] {
  const columns = listColumns(records, lookUp);
  const tables: Table[] = [];
  let last: CodeRecord | undefined;
  for (const record of records) {
    const { line, caption } = record;
    let table = tables.at(-1);
    if (!table || last?.caption !== caption) {
      table = {
        line,
        ...(caption ? { caption } : {}),
        header: [
          makeHeader(
            columns.map(({ heading }) => heading),
            line,
          ),
        ],
        rows: [],
        fields: columns.map(({ field }) => field),
      };
      tables.push(table);
    }
    last = record;
    table.rows.push(
      makeRow(
        line,
        columns.map(({ cell }) => cell(record)),
      ),
    );
  }
  return tables;
}

function listColumns(records: CodeRecord[], lookUp: HeadingLookup): RecordColumn[] {
  const first = records[0]?.lead;
  const columns: RecordColumn[] = [
    {
      heading: first?.label ?? '',
      field: 'code',
      cell: ({ lead: { code, url }, line }) => makeTextCell(code, line, url),
    },
  ];
  const addLead = (of: (lead: Lead) => string, column: Omit<RecordColumn, 'cell'>) => {
    if (!records.some(({ lead }) => of(lead) !== '')) return;
    const cell = ({ lead, line }: CodeRecord) =>
      of(lead) === '' ? undefined : makeTextCell(of(lead), line);
    columns.push({ ...column, cell });
  };
  const brackets = records.map(({ lead }) => lead.bracket).filter((text) => text !== '');
  // SQL:2016, 24.1: five characters, digits or capital letters.
  const sqlStates = brackets.filter((text) => /^[\dA-Z]{5}$/.test(text));
  const isSqlState = sqlStates.length > brackets.length * 0.8;
  const isStatus = brackets.every((text) => /^[1-5]\d\d\b/.test(text));
  const bracket: Omit<RecordColumn, 'cell'> = isStatus
    ? { heading: '', field: 'httpStatus' }
    : { heading: isSqlState ? 'SQLSTATE' : '', field: 'other' };
  addLead((lead) => lead.bracket, bracket);
  const labels = new Map<string, string>();
  for (const { texts } of records) {
    for (const [key, { label }] of texts) if (!labels.has(key)) labels.set(key, label);
  }
  const fieldOf = (key: string) =>
    key === '' ? 'description' : lookUp(labels.get(key) ?? '')?.field;
  const hasMessage = [...labels.keys()].some((key) => fieldOf(key) === 'message');
  addLead((lead) => lead.rest, { heading: '', field: hasMessage ? 'other' : 'message' });
  const groups = groupLabels([...labels.keys()], records, fieldOf);
  const countOf = (keys: string[]) =>
    records.filter(({ texts }) => keys.some((key) => texts.has(key))).length;
  for (const keys of groups) {
    const [first = ''] = keys.filter((key) => key !== '');
    const field = fieldOf(first);
    // If several labels stand for one field, the most frequent one does.
    const rivals = groups.filter(
      (other) => other !== keys && field !== undefined && fieldOf(other.at(-1) ?? '') === field,
    );
    const isRest =
      field !== 'code' && rivals.some((other) => first === '' || countOf(other) > countOf(keys));
    columns.push({
      heading: labels.get(first) ?? '',
      ...(isRest ? { field: 'other' as const } : {}),
      ...(first === '' && !isRest ? { field: 'description' as const } : {}),
      ...(field === 'code' ? { field: 'alias' as const } : {}),
      cell: ({ texts }) => {
        const text = keys.map((key) => texts.get(key)).find((one) => one !== undefined);
        return text && { blocks: text.blocks, line: text.line };
      },
    });
  }
  return columns;
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
