/** Headings and terms of a document that is divided into records: codes, labels, titles of other parts. */
import { headingKey } from '../../../../src/text/fold.ts';
import { numbersOf } from '../../code-words.ts';
import { plainText } from '../rich-text.ts';
import { isAside } from './captions.ts';
import { startsRange } from './code-ranges.ts';
import { type LinkedLead, leadOf } from './items.ts';
import { joinedName } from './names.ts';
import type { Part, TitlePart } from './parts.ts';
import { type RecordState, reportBehind } from './record-state.ts';

/**
 * Reads a heading or a term.
 *
 * @param before The part before it.
 * @param next The part behind it.
 */
export function readTitle(
  state: RecordState,
  part: TitlePart,
  before: Part | undefined,
  next: Part | undefined,
): void {
  const { kind, recorder, opened } = state;
  const { record } = recorder;
  const text = plainText(part.children);
  const found = part.type === kind ? leadOfTitle(state, part) : undefined;
  // "E_FULL parameters" below "0xD1: E_FULL" is about the same code.
  const isName = part.level > state.level && record?.lead.rest === found?.code;
  // Several terms share the description below them (HTML, 4.4.9).
  const isShared =
    kind === 'term' &&
    opened?.type === 'term' &&
    opened === before &&
    opened.note?.isDefined !== true;
  // A number beside a name in the same list of terms, or in one within: 5 (0x5) below ERROR_ACCESS_DENIED.
  const isNested = kind === 'term' && opened === before && part.level > state.level;
  if (
    (isShared || isNested) &&
    record &&
    /\p{L}{2}/u.test(record.lead.code) &&
    record.lead.bracket === '' &&
    numbersOf(text).length > 0
  ) {
    record.lead = { ...record.lead, bracket: text.trim() };
    state.opened = part;
  } else if (found && !isName) openTitle(state, part, found, isShared);
  else if (isInside(state, part, text)) addInside(state, part, text);
  else endRecord(state, part, text, next);
}

function leadOfTitle({ kind, leads, recorder, lookUp }: RecordState, part: TitlePart) {
  if (kind === 'heading') return leads.get(part);
  return isAside(recorder.caption) ? undefined : leadOf(part.children, kind, lookUp);
}

function openTitle(state: RecordState, part: TitlePart, lead: LinkedLead, isShared: boolean): void {
  const { recorder, outer } = state;
  const { record } = recorder;
  const shared = isShared ? record?.texts : undefined;
  reportBehind(state, true);
  recorder.open(lead, part.line);
  if (shared && recorder.record) recorder.record.texts = shared;
  state.opened = part;
  state.level = part.level;
  if (recorder.record) outer.set(part.level, recorder.record);
}

const isBeside = ({ kind, level }: RecordState, part: TitlePart): boolean =>
  part.type === kind && part.level === level;

/** Whether a title next to codes is that of several: it ends what is before. */
const isRange = (state: RecordState, part: TitlePart, text: string): boolean =>
  isBeside(state, part) && startsRange(text);

/** Whether a title is that of a part of the record. */
function isInside(state: RecordState, part: TitlePart, text: string): boolean {
  const { kind, level, section, recorder } = state;
  const isWithin = part.type === 'term' || part.note?.role === 'definition';
  // A title like the one above the codes is about something else.
  const isBelow = part.type !== 'heading' || part.level > section;
  const mayBeInside =
    kind === 'heading' ? part.level > level : isBelow && (kind !== 'term' || isWithin);
  const isPart = kind === 'heading' || part.type === 'term' || isLabel(state, part, text);
  return recorder.record !== undefined && mayBeInside && !isRange(state, part, text) && isPart;
}

/** Whether a title is a label of the lists, or one of several codes. */
function isLabel(state: RecordState, part: TitlePart, text: string): boolean {
  const { kind, subtitles, lookUpLabel } = state;
  // "Changed error codes" is the title of others.
  const field = lookUpLabel(text)?.field;
  // The same title below several codes is a label that no list knows.
  const isRepeated =
    kind === 'heading' &&
    part.type === kind &&
    !isBeside(state, part) &&
    subtitles.get(headingKey(text)) !== 1;
  return field !== 'code' && (field !== undefined || isRepeated);
}

function addInside(state: RecordState, part: TitlePart, text: string): void {
  const { kind, recorder } = state;
  const { list, record } = recorder;
  if (isLabel(state, part, text)) {
    recorder.addUnder(text, part.line, []);
    return;
  }
  // `isp.unknown-error` below "20000 - Not available" may be a code of its own.
  if (kind === 'heading' && joinedName.test(text)) list.unread.push({ line: part.line, text });
  else if (isBeside(state, part))
    list.plainItems.push({ line: part.line, code: record?.lead.code ?? '' });
  recorder.addText(part.line, [{ type: 'paragraph', children: part.children }]);
}

/** Ends the record at the title of something else. */
function endRecord(
  state: RecordState,
  part: TitlePart,
  text: string,
  next: Part | undefined,
): void {
  const { kind, recorder, above } = state;
  const { list } = recorder;
  const isOfSeveral = isRange(state, part, text);
  const isGap =
    isBeside(state, part) &&
    kind === 'heading' &&
    (codeWithGap.test(text) || /^\d{3,}\s/.test(text) || isNumberAtEnd(state, text));
  if ((isOfSeveral && list.records.length > 0) || isGap)
    list.unread.push({ line: part.line, text });
  else if (part.type === kind && (kind === 'term' || startsRange(text))) above.push(part);
  recorder.record = undefined;
  if (part.type === 'heading') state.section = part.level;
  // Beside codes, a title with a text of its own is not that of the codes behind it.
  const isPart = isBeside(state, part) && next?.type !== 'heading';
  if (part.type === 'heading' && !isPart)
    recorder.caption = isOfSeveral ? undefined : part.children;
  list.rest.push(part);
}

/** `OSD_<type>_DOWN`, `parser-error (QL9xxx)`, "Xids 63, 64", `AL.1□□`: a code of which a part stands for several. */
const codeWithGap =
  /^[A-Z][a-z]+ \d+(?:, \d+|\s+\p{Lu})|^\S*[A-Z\d][_.-]?[<{]\w[^<>{}]*[>}]|\b[A-Z]{1,6}[-_]?\d+x{2,}\b|^[A-Z]{1,6}[-_.]?\d*(?:□|\*|＊|×|X){2,}/u;

/** "Obsolete error (20)" beside "E_FULL (19)". */
const isNumberAtEnd = ({ recorder }: RecordState, text: string): boolean =>
  /[(（]\d+(?:\s*[-–,，]\s*\d+)*[)）]\s*$/.test(text) &&
  recorder.list.records.some(({ lead }) => /^\d+$/.test(lead.bracket));
