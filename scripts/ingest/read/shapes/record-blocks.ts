/** Paragraphs, lists, code and tables of a document that is divided into records. */
import type { Inline } from '../../../../src/model/text.ts';
import { isHttpStatus, isSureCode } from '../../code-words.ts';
import { unfolding } from '../notes.ts';
import { plainText } from '../rich-text.ts';
import { isAside, isTitleOfCodes } from './captions.ts';
import { startsRange } from './code-ranges.ts';
import { leadOf } from './items.ts';
import type { Lead } from './leads.ts';
import { type BlockPart, type Part, splitLines, startsDefinition } from './parts.ts';
import type { RecordState } from './record-state.ts';
import type { CodeRecord } from './recorder.ts';
import { addTable, hasCodeColumn, titleOfSubCodes } from './tables.ts';

/** Reads a table: it belongs to the last code unless it has codes of its own. */
export function readTable(
  { kind, lookUp, recorder }: RecordState,
  part: Extract<Part, { type: 'table' }>,
): void {
  const { list } = recorder;
  // A paragraph or an item does not say where it ends.
  const isInside = kind === 'term' && part.table.role === 'definition';
  const isOwn = kind !== 'heading' && !isInside && hasCodeColumn(part.table, lookUp, ['code']);
  if (!recorder.record || isOwn) {
    recorder.record = undefined;
    list.rest.push(part);
    return;
  }
  if (part.table.isBehindRule)
    list.plainItems.push({ line: part.line, code: recorder.record.lead.code });
  addTable(part.table, recorder, lookUp);
  const text = titleOfSubCodes(part.table, lookUp);
  if (text !== undefined) list.unread.push({ line: part.line, text });
}

/** Reads a block that is no title. */
export function readBlock(state: RecordState, part: BlockPart, next: Part | undefined): void {
  leaveLists(state, part);
  const { kind, lookUp, recorder } = state;
  const { list } = recorder;
  const { block, line, items, note } = part;
  if (kind === 'item' && block.type === 'list' && !isAside(recorder.caption)) {
    const before = { ...block, children: recorder.addItems(block, line, items) };
    if (before.children.length > 0)
      list.rest.push({ ...part, block: before, note: { ...note, block: before } });
    return;
  }
  const [first, ...more] = block.type === 'paragraph' ? splitLines(block.children, line) : [];
  const own = part.isSibling ? 'sibling' : 'paragraph';
  const lead = isAside(recorder.caption) ? undefined : first && leadOf(first.children, own, lookUp);
  const end = (caption = recorder.caption) => {
    recorder.record = undefined;
    recorder.caption = caption;
    list.rest.push(part);
  };
  const isOpen = recorder.record !== undefined;
  const isInside = kind === 'term' && isOpen && note.role === 'definition';
  const text = first ? plainText(first.children) : '';
  if (!lead && isOpen && kind !== 'heading' && first && startsRange(text)) {
    // A range is about several codes, not about the one above.
    list.unread.push({ line, text });
    end();
  } else if (
    !lead &&
    !isInside &&
    block.type === 'paragraph' &&
    // Before a heading it may be the last line of a text.
    (kind !== 'heading' || note.isBehindRule) &&
    recorder.labelOf(block) === undefined &&
    isTitleOfCodes(block.children, next, kind, lookUp, isOpen)
  )
    end(block.children);
  // A code in another shape behind a list of codes: it is reported with the notes.
  else if (lead && kind === 'item' && isSureCode(lead.code)) end();
  else if (lead && kind === 'paragraph' && !isStatusOf(recorder.record, lead)) {
    state.isFieldOfCode = note.isField === true;
    recorder.open(lead, line);
    recorder.addLines(more);
  } else if (isOpen) addBelow(state, part, first?.children);
  else list.rest.push(part);
}

/** Ends what is behind: the text behind a list within a definition, or of fields, is about the code around it. */
function leaveLists(state: RecordState, { note }: BlockPart): void {
  const { kind, level, outer, recorder } = state;
  const around = unfolding * (note.depth ?? 0);
  const isOfOuter = kind === 'term' && note.role === 'definition' && around < level;
  if (isOfOuter && outer.has(around)) {
    recorder.record = outer.get(around);
    recorder.endLabel();
    state.level = around;
  }
  if (state.isInFields && !note.isField) {
    recorder.endLabel();
    if (state.isFieldOfCode) recorder.record = undefined;
  }
  state.isInFields = note.isField === true;
}

/** Adds a block to the code above it. Behind its labels, or a line across the page, it may be about all codes. */
function addBelow(state: RecordState, part: BlockPart, first: Inline[] | undefined): void {
  const { kind, recorder, lookUpLabel, areTextsBehind, below } = state;
  const { block, line, items, note } = part;
  const { record } = recorder;
  if (!record) return;
  const text = plainText(first ?? []);
  const isBehindDefinition =
    first !== undefined && kind === 'paragraph' && recorder.isDefined && !startsDefinition(text);
  recorder.isBehindRule ||= note.isBehindRule === true;
  const mayEnd =
    kind === 'item' || isBehindDefinition || (kind !== 'term' && recorder.isBehindRule);
  const label = recorder.labelOf(block);
  if (mayEnd && label === undefined)
    recorder.list.plainItems.push({ line, code: record.lead.code });
  else if ((kind === 'paragraph' || areTextsBehind) && first && !lookUpLabel(label ?? ''))
    below.push({ line, record, text });
  recorder.addBlock(block, line, items);
}

/** Whether a status stands alone below a code that is none, as in rows that are no table. */
function isStatusOf(record: CodeRecord | undefined, { code, label, rest }: Lead): boolean {
  const isAlone = label === '' && rest === '' && isHttpStatus(code);
  return isAlone && record?.texts.size === 0 && !isHttpStatus(record.lead.code);
}
