import { countAll } from '../../../../src/text/count-all.ts';
import { headingKey } from '../../../../src/text/fold.ts';
import { isHttpStatus, isSureCode, numbersOf } from '../../code-words.ts';
import type { HeadingLookup } from '../../headings.ts';
import { unfolding } from '../notes.ts';
import { plainText } from '../rich-text.ts';
import { isAside, isTitleOfCodes } from './captions.ts';
import { startsRange } from './code-ranges.ts';
import { leadsOfHeadings } from './headings.ts';
import { hasBoldNumbers, type LinkedLead, leadOf, leadOfItem } from './items.ts';
import { countLabels, emphasiseLabels, listBoldLabels, strictLookup } from './labels.ts';
import type { Lead, LeadKind } from './leads.ts';
import { joinedName } from './names.ts';
import {
  type BlockPart,
  type Part,
  splitLines,
  startOf,
  startsDefinition,
  type TitlePart,
} from './parts.ts';
import { type CodeRecord, Recorder, type RecordList } from './recorder.ts';
import { listRemarks, type TextBelow } from './remarks.ts';
import { addTable, hasCodeColumn, titleOfSubCodes } from './tables.ts';

/**
 * Divides a document into records that begin with a code in a heading, a term, a paragraph or a list
 * item. Headings below the level of the record's own are labels, or a part of its text.
 */
export function readRecords(document: Part[], kind: LeadKind, lookUp: HeadingLookup): RecordList {
  const parts = emphasiseLabels(document, lookUp);
  const leads = kind === 'heading' ? leadsOfHeadings(parts, lookUp) : new Map();
  const labels = countLabels(parts, lookUp);
  if (leads.size > 1) for (const label of listBoldLabels(parts, leads.size)) labels.set(label, 2);
  const lookUpLabel = strictLookup(parts, lookUp);
  const recorder = new Recorder(
    kind,
    lookUpLabel,
    (text) =>
      lookUpLabel(text) !== undefined ||
      (labels.get(headingKey(text)) ?? 0) >= 2 ||
      /^[A-Z]{5,}$/.test(text),
  );
  const { list } = recorder;
  recorder.areBoldNumbers = parts.some(
    (part) =>
      part.type === 'block' &&
      part.block.type === 'list' &&
      hasBoldNumbers(part.block) &&
      part.block.children.some((item) => leadOfItem(item, 0, lookUp).lead),
  );
  /** The part in which the record began, and its level. */
  let opened: Part | undefined;
  let level = 0;
  /** The records that are open around this one, by their levels. */
  const outer = new Map<number, CodeRecord>();
  /** The level of the title above the codes. */
  let section = 0;
  /** Whether the part before was within the definition of a term. */
  let isDefined = false;
  /** Whether texts of terms are behind their lists. */
  let areTextsBehind = false;
  /** Whether the block before was a field of a list of fields. */
  let isInFields = false;
  /** Whether the code is a field of such a list. */
  let isFieldOfCode = false;
  /** The first part behind a list of definitions. */
  let behind: Part | undefined;

  /** Terms, and titles of ranges, before the first code. */
  const above: TitlePart[] = [];

  /** Paragraphs below a code, without a label of the lists. */
  const below: TextBelow[] = [];

  /** Text between two codes may be about one; behind the last term it is about all. */
  const reportBehind = (isBetween = kind === 'heading' && level >= unfolding): void => {
    if (behind && isBetween) list.unread.push({ line: behind.line, text: startOf(behind) });
    behind = undefined;
  };

  /** "Obsolete error (20)" beside "E_FULL (19)". */
  const isNumberAtEnd = (text: string): boolean =>
    /[(（]\d+(?:\s*[-–,，]\s*\d+)*[)）]\s*$/.test(text) &&
    list.records.some(({ lead }) => /^\d+$/.test(lead.bracket));

  const subtitles = countAll(
    parts.flatMap((part) =>
      part.type === 'heading' ? [headingKey(plainText(part.children))] : [],
    ),
  );
  const leadOfTitle = (part: TitlePart): LinkedLead | undefined => {
    if (kind === 'heading') return leads.get(part);
    return isAside(recorder.caption) ? undefined : leadOf(part.children, kind, lookUp);
  };

  const readTitle = (part: TitlePart, before: Part | undefined, next: Part | undefined): void => {
    const { record } = recorder;
    const text = plainText(part.children);
    const found = part.type === kind ? leadOfTitle(part) : undefined;
    // "E_FULL parameters" below "0xD1: E_FULL" is about the same code.
    const isName = part.level > level && record?.lead.rest === found?.code;
    const lead = isName ? undefined : found;
    // Several terms share the description below them (HTML, 4.4.9).
    const isShared =
      kind === 'term' &&
      opened?.type === 'term' &&
      opened === before &&
      opened.note?.isDefined !== true;
    // A number beside a name in the same list of terms, or in one within: 5 (0x5) below ERROR_ACCESS_DENIED.
    const isNested = kind === 'term' && opened === before && part.level > level;
    if (
      (isShared || isNested) &&
      record &&
      /\p{L}{2}/u.test(record.lead.code) &&
      record.lead.bracket === '' &&
      numbersOf(text).length > 0
    ) {
      record.lead = { ...record.lead, bracket: text.trim() };
      opened = part;
      return;
    }
    if (lead) {
      const shared = isShared && record?.lead.rest === '' ? record.texts : undefined;
      reportBehind(true);
      recorder.open(lead, part.line);
      if (shared && recorder.record) recorder.record.texts = shared;
      opened = part;
      level = part.level;
      if (recorder.record) outer.set(level, recorder.record);
      return;
    }
    const isBeside = part.type === kind && part.level === level;
    // Next to codes, the title of several: it ends what is before.
    const isRange = isBeside && startsRange(text);
    const isWithin = part.type === 'term' || part.note?.role === 'definition';
    // A title like the one above the codes is about something else.
    const isBelow = part.type !== 'heading' || part.level > section;
    const mayBeInside =
      kind === 'heading' ? part.level > level : isBelow && (kind !== 'term' || isWithin);
    const isInside = recorder.record && mayBeInside && !isRange;
    // "Changed error codes" is the title of others.
    const field = lookUpLabel(text)?.field;
    // The same title below several codes is a label that no list knows.
    const isRepeated =
      kind === 'heading' &&
      part.type === kind &&
      !isBeside &&
      subtitles.get(headingKey(text)) !== 1;
    if (isInside && field !== 'code' && (field !== undefined || isRepeated))
      recorder.addUnder(text, part.line, []);
    else if (isInside && (kind === 'heading' || part.type === 'term')) {
      // `isp.unknown-error` below "20000 - Not available" may be a code of its own.
      if (kind === 'heading' && joinedName.test(text)) list.unread.push({ line: part.line, text });
      else if (isBeside)
        list.plainItems.push({ line: part.line, code: recorder.record?.lead.code ?? '' });
      recorder.addText(part.line, [{ type: 'paragraph', children: part.children }]);
    } else {
      if (isRange && list.records.length > 0) list.unread.push({ line: part.line, text });
      else if (isBeside && kind === 'heading' && (codeWithGap.test(text) || isNumberAtEnd(text)))
        list.unread.push({ line: part.line, text });
      else if (part.type === kind && (kind === 'term' || startsRange(text))) above.push(part);
      recorder.record = undefined;
      if (part.type === 'heading') section = part.level;
      // Beside codes, a title with a text of its own is not that of the codes behind it.
      const isPart = isBeside && next?.type !== 'heading';
      if (part.type === 'heading' && !isPart)
        recorder.caption = isRange ? undefined : part.children;
      list.rest.push(part);
    }
  };

  const readTable = (part: Extract<Part, { type: 'table' }>): void => {
    // A definition or an item does not say where it ends.
    const isOwn = kind !== 'heading' && hasCodeColumn(part.table, lookUp, ['code']);
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
  };

  const readBlock = (part: BlockPart, next: Part | undefined): void => {
    const { block, line, items, note } = part;
    // Behind a list of definitions within a definition, the text is about the outer term again.
    const around = unfolding * (note.depth ?? 0);
    if (
      kind === 'term' &&
      note.role === 'definition' &&
      around > 0 &&
      around < level &&
      outer.has(around)
    ) {
      recorder.record = outer.get(around);
      recorder.endLabel();
      level = around;
    }
    // What follows a list of fields is no part of the last one.
    if (isInFields && !note.isField) {
      recorder.endLabel();
      if (isFieldOfCode) recorder.record = undefined;
    }
    isInFields = note.isField === true;
    if (kind === 'item' && block.type === 'list' && !isAside(recorder.caption)) {
      const before = { ...block, children: recorder.addItems(block, line, items) };
      if (before.children.length > 0)
        list.rest.push({ ...part, block: before, note: { ...note, block: before } });
      return;
    }
    const [first, ...more] = block.type === 'paragraph' ? splitLines(block.children, line) : [];
    const own = part.isSibling ? 'sibling' : 'paragraph';
    const lead = isAside(recorder.caption)
      ? undefined
      : first && leadOf(first.children, own, lookUp);
    if (
      !lead &&
      recorder.record &&
      kind !== 'heading' &&
      first &&
      startsRange(plainText(first.children))
    ) {
      // A range is about several codes, not about the one above.
      list.unread.push({ line, text: plainText(first.children) });
      recorder.record = undefined;
      list.rest.push(part);
    } else if (
      !lead &&
      block.type === 'paragraph' &&
      // Before a heading it may be the last line of a text.
      (kind !== 'heading' || note.isBehindRule) &&
      recorder.labelOf(block) === undefined &&
      isTitleOfCodes(block.children, next, kind, lookUp, recorder.record !== undefined)
    ) {
      recorder.record = undefined;
      recorder.caption = block.children;
      list.rest.push(part);
    } else if (lead && kind === 'item' && isSureCode(lead.code)) {
      // A code in another shape behind a list of codes: it is reported with the notes.
      recorder.record = undefined;
      list.rest.push(part);
    } else if (lead && kind === 'paragraph' && !isStatusOf(recorder.record, lead)) {
      isFieldOfCode = note.isField === true;
      recorder.open(lead, line);
      recorder.addLines(more);
    } else if (recorder.record) {
      // Behind a list of codes, or a line across the page, a paragraph may be about the last code, or about all.
      const isBehindDefinition =
        first !== undefined &&
        kind === 'paragraph' &&
        recorder.isDefined &&
        !startsDefinition(plainText(first.children));
      recorder.isBehindRule ||= note.isBehindRule === true;
      const mayEnd =
        kind === 'item' || isBehindDefinition || (kind !== 'term' && recorder.isBehindRule);
      if (mayEnd && recorder.labelOf(block) === undefined)
        list.plainItems.push({ line, code: recorder.record.lead.code });
      else if (
        (kind === 'paragraph' || areTextsBehind) &&
        first &&
        !lookUpLabel(recorder.labelOf(block) ?? '')
      )
        below.push({ line, record: recorder.record, text: plainText(first.children) });
      recorder.addBlock(block, line, items);
    } else list.rest.push(part);
  };

  for (const [index, part] of parts.entries()) {
    if (part.type === 'heading' || part.type === 'term') {
      isDefined = false;
      if (part.type === 'heading' && part.level < unfolding) reportBehind();
      readTitle(part, parts[index - 1], parts[index + 1]);
      continue;
    }
    if (part.type === 'block' && part.note.footnote !== undefined) {
      list.rest.push(part);
      continue;
    }
    const { role } = part.type === 'block' ? part.note : part.table;
    const mayEnd = kind === 'term' || level >= unfolding;
    // A term, or a line below which nothing unfolds, may have no text of its own.
    const isBehindTerm = mayEnd && opened !== undefined && opened === parts[index - 1];
    // "Cause: …" and "Action: …" below a list with one message each.
    const label = part.type === 'block' ? recorder.labelOf(part.block) : undefined;
    const isText =
      kind === 'term' && role !== 'definition' && label !== undefined && recorder.mayHave(label);
    if (isText) areTextsBehind = true;
    else if (mayEnd && (isDefined || isBehindTerm) && role !== 'definition') {
      behind ??= part;
      recorder.record = undefined;
    }
    isDefined = role === 'definition';
    if (part.type === 'table') readTable(part);
    else readBlock(part, parts[index + 1]);
  }
  reportBehind();
  list.plainItems.push(...listRemarks(below, list.records));
  // Next to titles that are codes, they may be codes, too.
  for (const { line, level: own, children } of list.records.length > 0 ? above : [])
    if (own === level) list.unread.push({ line, text: plainText(children) });
  return list;
}

/** `OSD_<type>_DOWN`, `parser-error (QL9xxx)`, "Xids 63, 64": a code of which a part stands for several. */
const codeWithGap =
  /^[A-Z][a-z]+ \d+(?:, \d+|\s+\p{Lu})|^\S*[A-Z\d][_.-]?[<{]\w[^<>{}]*[>}]|\b[A-Z]{1,6}[-_]?\d+x{2,}\b|^[A-Z]{1,6}[-_.]?\d*(?:□|\*|＊|×|X){2,}/u;

/** Whether a status stands alone below a code that is none, as in rows that are no table. */
function isStatusOf(record: CodeRecord | undefined, { code, label, rest }: Lead): boolean {
  const isAlone = label === '' && rest === '' && isHttpStatus(code);
  return isAlone && record?.texts.size === 0 && !isHttpStatus(record.lead.code);
}
