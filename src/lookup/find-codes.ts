/** Codes that a text names, in any spelling, and codes it names that nobody knows. */

import { editDistance } from '../text/edit-distance.ts';
import type { CodeSpellings } from './code-spellings.ts';
import type { Field } from './fields.ts';
import { findLiterals } from './find-literals.ts';
import { findNames } from './find-names.ts';
import { findBareNumber, findNumbered } from './find-numbered.ts';
import { type CodeMention, type ForeignCode, MentionList } from './mention-list.ts';
import type { ReadText } from './read-text.ts';

export interface NamedCodes {
  mentions: CodeMention[];
  foreign: ForeignCode[];
}

/**
 * Find the codes that a text names.
 *
 * @param text The text.
 * @param fields Its fields.
 * @param spellings The codes.
 * @returns Each code once for each degree of certainty; codes by their position in the index.
 */
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
  findForeign(list);
  findNearest(list);
  return { mentions: list.all(), foreign: list.foreign };
}

const codeAtHead = /(?:^|\n|error |\()\s{0,8}([A-Z][A-Za-z]{1,20}[.-]?\d{3,8})(?![\w.-]*[:/]\d)\b/g;

/** Codes in a field for codes, or at the head of a line, that no document has. */
function findForeign(list: MentionList): void {
  const known = list.all().filter(({ match }) => match !== 'guess');
  const isKnown = (code: string, start: number) =>
    known.some(({ at }) => Math.abs(at - start) < code.length + 3);
  for (const { key, value, start } of list.codeFields) {
    const foreign = isForeignName(value)
      ? key !== 'type'
      : isForeignNumber(value) && key !== 'status';
    if (foreign && !isKnown(value, start)) list.noteForeign(value, start);
  }
  for (const match of list.text.plain.matchAll(codeAtHead)) {
    const [whole, code = ''] = match;
    const at = match.index + whole.length - code.length;
    if (!isKnown(code, at)) list.noteForeign(code, at);
  }
}

const mostNearest = 3;

/** Codes whose number is that of a foreign one, or differs from it by one slip: mere guesses. */
function findNearest(list: MentionList): void {
  const { byDigits } = list.spellings;
  for (const { code, at } of list.foreign.slice(0, mostNearest)) {
    const [digits] = /\d{3,6}$/.exec(code) ?? [];
    if (digits === undefined) continue;
    const near = byDigits.has(digits)
      ? [digits]
      : [...byDigits.keys()].filter((other) => editDistance(digits, other, 1) <= 1);
    for (const other of near.slice(0, mostNearest)) {
      for (const nearest of byDigits.get(other) ?? [])
        list.note(nearest, code, at, 'number', 'guess');
    }
  }
}

/** `VPC.0002`, `InvalidParameter`, `NOT_LEADER`; not a word such as "error". */
function isForeignName(value: string): boolean {
  return /^[A-Za-z][\w.:-]{2,80}$/.test(value) && /[._\d]|[a-z][A-Z]|^[A-Z]+$/.test(value);
}

/** Vendors number their errors; 0 is none, and what could be an HTTP status says nothing. */
function isForeignNumber(value: string): boolean {
  return /^-?\d{1,9}$/.test(value) && !/^(?:-?0+|-1|[245]\d\d)$/.test(value);
}
