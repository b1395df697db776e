/** Finds the codes that a text names, in any spelling, and codes that are in no document. */
import { editDistance } from '../../text/edit-distance.ts';
import { codeKey, compactOf } from '../code-key.ts';
import type { CodeSpellings } from '../index/code-spellings.ts';
import type { Field } from '../text/fields.ts';
import type { ReadText } from '../text/read-text.ts';
import { findListedNames } from './find-listed-names.ts';
import { findLiterals } from './find-literals.ts';
import { findNames } from './find-names.ts';
import { findBareNumber, findNumbered } from './find-numbered.ts';
import { type CodeMention, MentionList, type UnknownCode } from './mention-list.ts';

export interface NamedCodes {
  /** Each code once for each degree of certainty. */
  mentions: CodeMention[];
  unknown: UnknownCode[];
  /** The codes that the whole text is, as a document spells them. */
  typed: ReadonlySet<number>;
  /** Whether a body names a type of errors that is no code: `"type": "rate_limit_error"`. */
  hasOtherType: boolean;
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
  findListedNames(list);
  addNearest(list);
  const hasOtherType = list.codeFields.some(
    ({ key, value }) =>
      key === 'type' && looksLikeName(value) && list.codesSpelled(value).length === 0,
  );
  return { mentions: list.all(), unknown: list.unknown, typed: list.typed, hasOtherType };
}

/** A code at the start of a line, after "error", or in parentheses. */
const codeAtStart =
  /(?:^|\n|error |\()\s{0,8}([A-Z][A-Za-z]{1,20}[.-]?\d{3,10})(?![\w.-]*[:/]\d)\b/g;
/** `ModelArts.0107` anywhere, `[SWR-0610]`, and `ORA-12541`. */
const codeAnywhere =
  /(?<![\w.$/@-])([A-Z][A-Za-z]{1,24}(?:-[A-Z]{1,8})?\.\d{3,10}|(?<=\[)[A-Z][A-Za-z]{1,24}-?\d{3,10}(?=\])|[A-Z]{2,6}-\d{5})(?![\w/-]|[.:]\w)/g;
/** `apigw-0502`; in small letters a code needs nearly the prefix of known ones. */
const codeInSmallLetters = /(?<![\w.$/@-])([a-z]{4,24}[._-]\d{4})(?![\w/-]|[.:]\w)/g;

/** Codes in a field for codes, and words shaped like a code, that are in no document. */
function findUnknown(list: MentionList): void {
  const named = list.all().filter(({ match }) => match !== 'guess');
  const spelled = new Set(named.map((mention) => codeKey(mention.spelled)));
  const isKnown = (code: string) =>
    list.codesSpelled(code).length > 0 ||
    spelled.has(codeKey(code)) ||
    named.some((mention) => mention.spelled.includes(code));
  for (const { key, value, start } of list.codeFields) {
    const isCode = looksLikeName(value)
      ? key !== 'type'
      : looksLikeNumber(value) && key !== 'status';
    if (isCode && !isKnown(value)) list.addUnknown(value, start);
  }
  for (const pattern of [codeAtStart, codeAnywhere]) {
    for (const match of list.text.plain.matchAll(pattern)) {
      const [whole, code = ''] = match;
      if (!isKnown(code)) list.addUnknown(code, match.index + whole.lastIndexOf(code));
    }
  }
  for (const { 0: code, index } of list.text.folded.matchAll(codeInSmallLetters)) {
    if (hasNearPrefix(code, list) && !isKnown(code))
      list.addUnknown(list.text.plain.slice(index, index + code.length), index);
  }
  const { core } = list;
  if (/^[a-z]{2,20}(?:-[a-z]{1,8})?[._-]?\d{3,8}$/.test(core) && !isKnown(core)) {
    const at = list.text.folded.indexOf(core);
    list.addUnknown(list.text.plain.slice(at, at + core.length), at);
  }
}

function hasNearPrefix(code: string, { spellings }: MentionList): boolean {
  const [, prefix = '', digits = ''] = /^([a-z]+).(\d+)$/.exec(code) ?? [];
  return spellings.prefixes.some(
    (own) => prefixDistance(prefix, own + digits, digits) <= (prefix.startsWith(own) ? 2 : 1),
  );
}

const maxNearest = 3;

/**
 * Adds, as guesses, the codes with the number of an unknown code: `near` under a prefix that is a
 * letter or two away, else those of other prefixes.
 */
function addNearest(list: MentionList): void {
  const { spellings } = list;
  const { byDigits } = spellings;
  for (const { code, at } of list.unknown.slice(0, maxNearest)) {
    const [, prefix = '', digits] = /^(.*?)[^\p{L}\p{N}]*(\d{3,10})$/u.exec(code) ?? [];
    if (digits === undefined) continue;
    const own = compactOf(prefix);
    const distanceOf = (other: number) =>
      Math.min(
        ...spellings.spellingsOf(other).map((spelling) => prefixDistance(own, spelling, digits)),
      );
    const same = byDigits.get(digits) ?? [];
    for (const other of same) {
      list.add(other, code, at, distanceOf(other) <= 2 ? 'near' : 'number', 'guess');
    }
    for (const other of list.codesSpelled(digits)) list.add(other, code, at, 'number', 'guess');
  }
}

/** Letters by which a prefix differs from that of a code; `APIGateway` begins with `APIG`. */
function prefixDistance(prefix: string, code: string, digits: string): number {
  const own = code.endsWith(digits) ? compactOf(code.slice(0, -digits.length)) : '';
  if (own.length < 2 || prefix.length < 2) return own === prefix ? 0 : Number.POSITIVE_INFINITY;
  if (own.length > 2 && prefix.startsWith(own)) return Math.min(2, prefix.length - own.length);
  return editDistance(prefix, own, 2);
}

/** `VPC.0002`, `InvalidParameter`, `NOT_LEADER`; not a word such as "error". */
function looksLikeName(value: string): boolean {
  return /^[A-Za-z][\w.:-]{2,80}$/.test(value) && /[._\d]|[a-z][A-Z]|^[A-Z]+$/.test(value);
}

/** A number other than 0, -1 and HTTP statuses. */
function looksLikeNumber(value: string): boolean {
  return /^-?\d{1,9}$/.test(value) && !/^(?:-?0+|-1|[245]\d\d)$/.test(value);
}
