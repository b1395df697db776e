import type { HeadingLookup } from '../../headings.ts';
import { unfolding } from '../notes.ts';
import { isListOfFootnotes, plainText } from '../rich-text.ts';
import { emphasiseLabels } from './labels.ts';
import type { LeadKind } from './leads.ts';
import type { BlockPart, Part } from './parts.ts';
import { readBlock, readTable } from './record-blocks.ts';
import { openRecords, type RecordState, reportBehind } from './record-state.ts';
import { readTitle } from './record-titles.ts';
import type { RecordList } from './recorder.ts';
import { listRemarks } from './remarks.ts';

/**
 * Divides a document into records that begin with a code in a heading, a term, a paragraph or a list
 * item. Headings below the level of the record's own are labels, or a part of its text.
 */
export function readRecords(document: Part[], kind: LeadKind, lookUp: HeadingLookup): RecordList {
  const parts = emphasiseLabels(document, lookUp);
  const state = openRecords(parts, kind, lookUp);
  const { list } = state.recorder;
  for (const [index, part] of parts.entries()) {
    const [before, next] = [parts[index - 1], parts[index + 1]];
    if (part.type === 'heading' || part.type === 'term') {
      state.isDefined = false;
      if (part.type === 'heading' && part.level < unfolding) reportBehind(state);
      readTitle(state, part, before, next);
    } else if (part.type === 'block' && isFootnotes(part)) list.rest.push(part);
    else {
      leaveTerm(state, part, before);
      if (part.type === 'table') readTable(state, part);
      else readBlock(state, part, next);
    }
  }
  reportBehind(state);
  list.plainItems.push(...listRemarks(state.below, list.records));
  // Next to titles that are codes, they may be codes, too.
  for (const { line, level, children } of list.records.length > 0 ? state.above : [])
    if (level === state.level) list.unread.push({ line, text: plainText(children) });
  return list;
}

const isFootnotes = ({ note, block }: BlockPart): boolean =>
  note.footnote !== undefined || isListOfFootnotes(block);

/** Ends the record of a term at what is behind its definition, but for texts with labels that it has not got. */
function leaveTerm(
  state: RecordState,
  part: Exclude<Part, { type: 'heading' | 'term' }>,
  before: Part | undefined,
): void {
  const { kind, level, opened, recorder } = state;
  const { role } = part.type === 'block' ? part.note : part.table;
  const mayEnd = kind === 'term' || level >= unfolding;
  // A term, or a line below which nothing unfolds, may have no text of its own.
  const isBehindTerm = mayEnd && opened !== undefined && opened === before;
  // "Cause: …" and "Action: …" below a list with one message each.
  const label = part.type === 'block' ? recorder.labelOf(part.block) : undefined;
  const isText =
    kind === 'term' && role !== 'definition' && label !== undefined && recorder.mayHave(label);
  if (isText) state.areTextsBehind = true;
  else if (mayEnd && (state.isDefined || isBehindTerm) && role !== 'definition') {
    state.behind ??= part;
    recorder.record = undefined;
  }
  state.isDefined = role === 'definition';
}
