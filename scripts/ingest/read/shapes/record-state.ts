/** What is known while a document is divided into records: the last code, and what is around the place. */
import { countAll } from '../../../../src/text/count-all.ts';
import { headingKey } from '../../../../src/text/fold.ts';
import type { HeadingLookup } from '../../headings.ts';
import { unfolding } from '../notes.ts';
import { plainText } from '../rich-text.ts';
import { leadsOfHeadings } from './headings.ts';
import { hasBoldNumbers, type LinkedLead, leadOfItem } from './items.ts';
import { countLabels, listBoldLabels, strictLookup } from './labels.ts';
import type { LeadKind } from './leads.ts';
import { ListRecorder } from './list-recorder.ts';
import { type Part, startOf, type TitlePart } from './parts.ts';
import type { CodeRecord } from './recorder.ts';
import type { TextBelow } from './remarks.ts';

export interface RecordState {
  readonly kind: LeadKind;
  readonly lookUp: HeadingLookup;
  /** Tells labels in running text. */
  readonly lookUpLabel: HeadingLookup;
  readonly recorder: ListRecorder;
  /** The codes of headings. */
  readonly leads: ReadonlyMap<Part, LinkedLead>;
  /** How often each heading occurs. */
  readonly subtitles: ReadonlyMap<string, number>;
  /** The part in which the record began, and its level. */
  opened: Part | undefined;
  level: number;
  /** The records that are open around this one, by their levels. */
  readonly outer: Map<number, CodeRecord>;
  /** The level of the title above the codes. */
  section: number;
  /** Whether the part before was within the definition of a term. */
  isDefined: boolean;
  /** Whether texts of terms are behind their lists. */
  areTextsBehind: boolean;
  /** Whether the block before was a field of a list of fields, and whether the code is one. */
  isInFields: boolean;
  isFieldOfCode: boolean;
  /** The first part behind a list of definitions. */
  behind: Part | undefined;
  /** Terms, and titles of ranges, before the first code. */
  readonly above: TitlePart[];
  /** Paragraphs below a code, without a label of the lists. */
  readonly below: TextBelow[];
}

/** Returns the state before the first part of a document. */
export function openRecords(parts: Part[], kind: LeadKind, lookUp: HeadingLookup): RecordState {
  const leads = kind === 'heading' ? leadsOfHeadings(parts, lookUp) : new Map<Part, LinkedLead>();
  const labels = countLabels(parts, lookUp);
  if (leads.size > 1) for (const label of listBoldLabels(parts, leads.size)) labels.set(label, 2);
  const lookUpLabel = strictLookup(parts, lookUp);
  const recorder = new ListRecorder(
    kind,
    lookUpLabel,
    (text) =>
      lookUpLabel(text) !== undefined ||
      (labels.get(headingKey(text)) ?? 0) >= 2 ||
      /^[A-Z]{5,}$/.test(text),
  );
  recorder.areBoldNumbers = parts.some(
    (part) =>
      part.type === 'block' &&
      part.block.type === 'list' &&
      hasBoldNumbers(part.block) &&
      part.block.children.some((item) => leadOfItem(item, 0, lookUp).lead),
  );
  const headings = parts.filter((part) => part.type === 'heading');
  return {
    kind,
    lookUp,
    lookUpLabel,
    recorder,
    leads,
    subtitles: countAll(headings.map(({ children }) => headingKey(plainText(children)))),
    opened: undefined,
    level: 0,
    outer: new Map(),
    section: 0,
    isDefined: false,
    areTextsBehind: false,
    isInFields: false,
    isFieldOfCode: false,
    behind: undefined,
    above: [],
    below: [],
  };
}

/** Reports the text between two codes, which may be about one; behind the last term it is about all. */
export function reportBehind(
  state: RecordState,
  isBetween = state.kind === 'heading' && state.level >= unfolding,
): void {
  const { behind, recorder } = state;
  if (behind && isBetween) recorder.list.unread.push({ line: behind.line, text: startOf(behind) });
  state.behind = undefined;
}
