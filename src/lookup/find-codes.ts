/** Finds the codes that a text names, in any spelling, and codes that are in no document. */
import { editDistance } from '../text/edit-distance.ts';
import type { CodeSpellings } from './code-spellings.ts';
import type { Field } from './fields.ts';
import { findLiterals } from './find-literals.ts';
import { findNames } from './find-names.ts';
import { findBareNumber, findNumbered } from './find-numbered.ts';
import { type CodeMention, MentionList, type UnknownCode } from './mention-list.ts';
import type { ReadText } from './read-text.ts';

export interface NamedCodes {
  /** Each code once for each degree of certainty. */
  mentions: CodeMention[];
  unknown: UnknownCode[];
}

/** Returns the codes that a text with these fields names. */
export function findCodes(
  text: ReadText,
  fields: readonly Field[],
  spellings: CodeSpellings,
): NamedCodes {
  const list = new MentionList(text, fields, spellings);
  findLiterals(list);
  findNumbered(list);
  findNames(list);
  findBareNumber(list);
  findUnknown(list);
  addNearest(list);
  return { mentions: list.all(), unknown: list.unknown };
}

const codeAtLineStart =
  /(?:^|\n|error |\()\s{0,8}([A-Z][A-Za-z]{1,20}[.-]?\d{3,8})(?![\w.-]*[:/]\d)\b/g;

/** Codes in a field for codes, or at the start of a line, that are in no document. */
function findUnknown(list: MentionList): void {
  const known = list.all().filter(({ match }) => match !== 'guess');
  const isKnown = (code: string, start: number) =>
    known.some(({ at }) => Math.abs(at - start) < code.length + 3);
  for (const { key, value, start } of list.codeFields) {
    const isCode = looksLikeName(value)
      ? key !== 'type'
      : looksLikeNumber(value) && key !== 'status';
    if (isCode && !isKnown(value, start)) list.addUnknown(value, start);
  }
  for (const match of list.text.plain.matchAll(codeAtLineStart)) {
    const [whole, code = ''] = match;
    const at = match.index + whole.length - code.length;
    if (!isKnown(code, at)) list.addUnknown(code, at);
  }
}

const maxNearest = 3;

/** Codes whose number is that of an unknown code, or one digit away: guesses. */
function addNearest(list: MentionList): void {
  const { byDigits } = list.spellings;
  for (const { code, at } of list.unknown.slice(0, maxNearest)) {
    const [digits] = /\d{3,6}$/.exec(code) ?? [];
    if (digits === undefined) continue;
    const near = byDigits.has(digits)
      ? [digits]
      : [...byDigits.keys()].filter((other) => editDistance(digits, other, 1) <= 1);
    for (const other of near.slice(0, maxNearest)) {
      for (const nearest of byDigits.get(other) ?? []) list.add(nearest, code, at, 'near', 'guess');
    }
  }
}

/** `VPC.0002`, `InvalidParameter`, `NOT_LEADER`; not a word such as "error". */
function looksLikeName(value: string): boolean {
  return /^[A-Za-z][\w.:-]{2,80}$/.test(value) && /[._\d]|[a-z][A-Z]|^[A-Z]+$/.test(value);
}

/** A number other than 0, -1 and HTTP statuses. */
function looksLikeNumber(value: string): boolean {
  return /^-?\d{1,9}$/.test(value) && !/^(?:-?0+|-1|[245]\d\d)$/.test(value);
}
