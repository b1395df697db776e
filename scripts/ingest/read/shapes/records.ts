/** Sections, paragraphs, terms or list items, one a code → a table of codes. */
import type { Block, Inline, ListItem } from '../../../../src/model/text.ts';
import { countAll } from '../../../../src/text/count-all.ts';
import { headingKey } from '../../../../src/text/fold.ts';
import type { HeadingLookup } from '../../headings.ts';
import { plainText } from '../rich-text.ts';
import {
  codesOf,
  countItems,
  hasCodes,
  type LinkedLead,
  type List,
  leadOf,
  leadOfItem,
  listItems,
  type PlacedItem,
} from './items.ts';
import { readPossibleLabel, splitLabel } from './labels.ts';
import { type LeadKind, startsRange } from './leads.ts';
import { dropStart, type Line, makePart, type Part, splitLines, startOf } from './parts.ts';
import { addTable, hasCodeColumn, titleOfSubCodes } from './tables.ts';

/** A code with the texts below it, by label; texts before the first label are under "". */
export interface CodeRecord {
  lead: LinkedLead;
  line: number;
  /** The heading above that is not a code. */
  caption: Inline[] | undefined;
  texts: Map<string, { label: string; line: number; blocks: Block[] }>;
}

/** Records, and the parts that belong to none. */
export interface RecordList {
  records: CodeRecord[];
  rest: Part[];
  /** Items among those of codes that begin with neither a code nor a label. */
  plainItems: { line: number; code: string }[];
  /** Further codes that are a part of a code's text. */
  unread: { line: number; text: string }[];
}

/** The level of a line below which a text unfolds; headings are above. */
const unfolding = 7;

/** Fields whose text ends with the paragraph that has their label. */
const briefFields = new Set(['code', 'alias', 'httpStatus', 'message']);

/**
 * Divides a document into records that begin with a code in a heading, a term, a paragraph or a list
 * item. Headings below the level of the record's own are labels, or a part of its text.
 */
export function readRecords(parts: Part[], kind: LeadKind, lookUp: HeadingLookup): RecordList {
  const list: RecordList = { records: [], rest: [], plainItems: [], unread: [] };
  const labels = countLabels(parts);
  const isLabel = (text: string) =>
    lookUp(text) !== undefined ||
    (labels.get(headingKey(text)) ?? 0) >= 2 ||
    /^[A-Z]{5,}$/.test(text);
  let record: CodeRecord | undefined;
  /** The part in which the record began. */
  let opened: Part | undefined;
  let level = 0;
  let label = '';
  /** Whether the part before was within the definition of a term. */
  let isDefined = false;
  /** The first part behind a list of definitions. */
  let behind: Part | undefined;
  let caption: Inline[] | undefined;
  const open = (lead: CodeRecord['lead'], line: number) => {
    record = { lead, line, caption, texts: new Map() };
    list.records.push(record);
    // "1022; Symbol: ER_DUP_KEY; SQLSTATE: 23000": further labels in the line of the code.
    const pairs = lead.rest
      .split(/[;；]\s*/)
      .map((value) => splitLabel([{ type: 'text', value }], isLabel, lookUp));
    if (pairs.length > 1 && !pairs.includes(undefined)) {
      for (const pair of pairs) {
        label = pair?.label ?? '';
        add(line, [{ type: 'paragraph', children: pair?.children ?? [] }]);
      }
      record.lead = { ...lead, rest: '' };
    }
    label = '';
  };
  const add = (line: number, blocks: Block[], isBrief = false) => {
    const key = headingKey(label);
    const text = record?.texts.get(key);
    if (text) text.blocks.push(...blocks);
    else record?.texts.set(key, { label, line, blocks: [...blocks] });
    if (isBrief) label = '';
  };
  const addLines = (lines: Line[]) => {
    let run: Inline[] = [];
    let runLine = lines[0]?.line ?? 1;
    // Behind a status or a message, the next paragraph is about the code again.
    let isBrief = false;
    const flush = () => {
      if (plainText(run).trim() !== '')
        add(runLine, [{ type: 'paragraph', children: run }], isBrief);
      run = [];
    };
    for (const { line, children } of lines) {
      // A definition list of Markdown: `:   Out of memory.`
      const [mark = ''] = /^:\s+/.exec(plainText(children)) ?? [];
      const one = { line, children: dropStart(children, mark.length) };
      const labelled = splitLabel(one.children, isLabel, lookUp);
      if (labelled) {
        flush();
        label = labelled.label;
        isBrief = briefFields.has(lookUp(label)?.field ?? '');
        // An empty text shows that the label is there.
        add(one.line, []);
      }
      if (run.length === 0) runLine = one.line;
      else run.push({ type: 'text', value: '\n' });
      run.push(...(labelled?.children ?? one.children));
    }
    flush();
  };
  const addItem = (blocks: Block[], line: number, lines: number[]) => {
    const before = label;
    let at = 0;
    for (const [index, block] of blocks.entries()) {
      const from = at;
      at += countItems(block);
      addBlock(block, line, lines.slice(from, at), index > 0 && label !== before);
    }
  };
  const labelOfBlock = (block: Block | undefined) => {
    const [top] = block?.type === 'paragraph' ? splitLines(block.children, 0) : [];
    return top && splitLabel(top.children, isLabel, lookUp)?.label;
  };
  const labelOf = (item: ListItem) => labelOfBlock(item.children[0]);
  /** Whether the items of a list begin with labels. Steps below a label are its text: "1. Check it: …". */
  const hasLabels = ({ ordered, children }: List, isInLabelled: boolean) => {
    const labels = children.map(labelOf);
    const isEmpty = record?.texts.get(headingKey(label))?.blocks.length === 0;
    return isInLabelled || (ordered && label !== '' && isEmpty)
      ? labels.every((one) => one !== undefined && lookUp(one))
      : labels.some((one) => one !== undefined);
  };
  /** @param isInLabelled Whether the block is in a list item that begins with a label. */
  function addBlock(block: Block, line: number, items: number[], isInLabelled = false): void {
    if (block.type === 'paragraph') addLines(splitLines(block.children, line));
    else if (kind === 'item' && block.type === 'list' && hasCodes(block, lookUp))
      addCodes(listItems(block, line, items));
    else if (block.type === 'list' && hasLabels(block, isInLabelled)) {
      for (const { item, ...place } of listItems(block, line, items))
        addItem(item.children, place.line, place.lines);
    } else {
      const codes = block.type === 'list' ? codesOf(block, lookUp) : [];
      if (codes.length > 0) list.unread.push({ line, text: codes.join(', ') });
      add(line, [block]);
    }
  }
  /** Opens the record of an item that begins with a code. */
  const addCode = ({ item, line, lines }: PlacedItem, kind: 'item' | 'sibling'): boolean => {
    const { lead, texts, blocks } = leadOfItem(item, line, lookUp, kind);
    if (!lead) return false;
    open(lead, line);
    addLines(texts);
    addItem(blocks, line, lines);
    return true;
  };
  /** An item that is the title of codes below it. */
  const addGroup = ({ item, line, lines }: PlacedItem): boolean => {
    const [title, ...blocks] = item.children;
    const lists = blocks.filter((block) => block.type === 'list' && hasCodes(block, lookUp));
    if (title?.type !== 'paragraph' || lists.length === 0) return false;
    const outer = caption;
    caption = title.children;
    let at = 0;
    for (const block of blocks) {
      const from = at;
      at += countItems(block);
      if (block.type === 'list' && lists.includes(block)) {
        record = undefined;
        addCodes(listItems(block, line, lines.slice(from, at)));
      } else list.rest.push(makePart(line, block));
    }
    caption = outer;
    record = undefined;
    return true;
  };
  /** Items of codes within the item of a code: what follows them is about the outer code again. */
  function addCodes(items: PlacedItem[]): void {
    const outer = { record, label };
    for (const placed of items) {
      if (addCode(placed, 'sibling')) {
        if (outer.record) ({ record, label } = outer);
        continue;
      }
      const { item, line, lines } = placed;
      const code = record?.lead.code;
      if (code === undefined) list.unread.push({ line, text: textOfItem(item) });
      else if (labelOf(item) === undefined) list.plainItems.push({ line, code });
      if (record) addItem(item.children, line, lines);
    }
    ({ record, label } = outer);
  }
  const textOfItem = ({ children: [first] }: ListItem) =>
    first?.type === 'paragraph' ? plainText(first.children) : '';
  for (const [index, part] of parts.entries()) {
    if (part.type === 'block' && part.note.role === 'footnote') {
      list.rest.push(part);
      continue;
    }
    const isText = part.type === 'block' || part.type === 'table';
    const isDefinition =
      isText && (part.type === 'block' ? part.note : part.table).role !== undefined;
    if ((kind === 'term' || level >= unfolding) && isText && isDefined && !isDefinition) {
      behind ??= part;
      record = undefined;
    }
    isDefined = isDefinition;
    if (part.type === 'heading') behind = undefined;
    if (part.type === 'heading' || part.type === 'term') {
      const lead = part.type === kind ? leadOf(part.children, kind, lookUp) : undefined;
      if (lead) {
        // Several terms share the description below them (HTML, 4.4.9).
        const isShared =
          kind === 'term' &&
          opened !== undefined &&
          opened === parts[index - 1] &&
          record?.lead.rest === '';
        const shared = isShared ? record?.texts : undefined;
        if (behind) list.unread.push({ line: behind.line, text: startOf(behind) });
        behind = undefined;
        open(lead, part.line);
        if (shared && record) record.texts = shared;
        opened = part;
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
        // Next to sections of a code each, one of several codes.
        const isBeside = part.type === kind && part.level === level;
        if (isBeside && startsRange(text) && list.records.length > 0)
          list.unread.push({ line: part.line, text });
        record = undefined;
        caption = part.type === 'heading' ? part.children : caption;
        list.rest.push(part);
      }
    } else if (part.type === 'table') {
      // A definition or an item does not say where it ends.
      const isOwn = kind !== 'heading' && hasCodeColumn(part.table, lookUp, ['code']);
      if (record && !isOwn) {
        addTable(part.table, add, (text) => (label = text), lookUp);
        const text = titleOfSubCodes(part.table, lookUp);
        if (text !== undefined) list.unread.push({ line: part.line, text });
      } else {
        record = undefined;
        list.rest.push(part);
      }
    } else if (kind === 'item' && part.block.type === 'list') {
      const before: ListItem[] = [];
      const hasSure = hasCodes(part.block, lookUp);
      for (const placed of listItems(part.block, part.line, part.items)) {
        const { item, line, lines } = placed;
        if (addCode(placed, hasSure ? 'sibling' : 'item') || addGroup(placed)) continue;
        if (!record) before.push(item);
        else {
          if (labelOf(item) === undefined) list.plainItems.push({ line, code: record.lead.code });
          addItem(item.children, line, lines);
        }
      }
      const block = { ...part.block, children: before };
      if (before.length > 0)
        list.rest.push({ ...part, block, ...(part.note ? { note: { ...part.note, block } } : {}) });
    } else {
      const [first, ...more] =
        kind === 'paragraph' && part.block.type === 'paragraph'
          ? splitLines(part.block.children, part.line)
          : [];
      const lead = first && leadOf(first.children, part.isSibling ? 'sibling' : kind, lookUp);
      if (lead) {
        open(lead, part.line);
        addLines(more);
      } else if (record) {
        // Behind a list of codes a paragraph may be about the last code, or about all.
        if (kind === 'item' && labelOfBlock(part.block) === undefined)
          list.plainItems.push({ line: part.line, code: record.lead.code });
        addBlock(part.block, part.line, part.items);
      } else list.rest.push(part);
    }
  }
  return list;
}

/** How often each possible label occurs at the beginning of a line. */
function countLabels(parts: Part[]): Map<string, number> {
  const labelsOf = (block: Block): string[] => {
    if (block.type === 'list')
      return block.children.flatMap(({ children }) => children.flatMap(labelsOf));
    if (block.type !== 'paragraph') return [];
    return splitLines(block.children, 0)
      .map(({ children }) => headingKey(readPossibleLabel(children) ?? ''))
      .filter((key) => key !== '');
  };
  return countAll(parts.flatMap((part) => (part.type === 'block' ? labelsOf(part.block) : [])));
}
