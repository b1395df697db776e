/** Finds codes with a number: `APIG.0201`. */
import { reasonsByStatus } from '../../text/statuses.ts';
import { compactOf } from '../code-key.ts';
import { readListed, readRest } from './listed-numbers.ts';
import type { MentionList } from './mention-list.ts';

const digit = '[0-9oil]';
const separator = '\\s{0,2}[._:/#,。·点-]?\\s{0,2}';
/** `APIG_ERR_0303`: a word between prefix and number. */
const label = '[ ._-]{0,2}(?:(?:err(?:or)?|code|错误码?)[ ._:-]{0,2}){1,2}';
/** A number, one that a line break cuts, and one whose digits have spaces between them. */
const number = `${digit}{1,4}\\n${digit}{1,4}|${digit}{2,10}|[0-9ol](?: [0-9ol]){2,5}`;

/**
 * Adds `APIG.0201`, `apig-201`, `APIG . 0 2 0 1`, `apig/0201`, and `APIG。0201` as a Chinese keyboard
 * types it. Letters that text recognition confuses are accepted: `APIG.O201` is exact, but
 * `APlG.0201` and `API G 0201` only likely, since another vendor may use that prefix.
 */
export function findNumbered(list: MentionList): void {
  const { prefixes } = list.spellings;
  if (prefixes.length === 0) return;
  const pattern = new RegExp(
    `(${prefixes.map(lookalikePattern).join('|')})(?:(${label})|(${separator}))(${number})(?![a-z0-9])`,
    'g',
  );
  const prefixBy = new Map(prefixes.map((prefix) => [unifyLookalikes(prefix), prefix]));
  const { folded, plain } = list.text;
  for (const match of folded.matchAll(pattern)) {
    const [whole, seen = '', labelled, between = '', written = ''] = match;
    const prefix = prefixes.includes(seen) ? seen : (prefixBy.get(unifyLookalikes(seen)) ?? seen);
    if (/[a-z0-9]/.test(folded.charAt(match.index - 1)) || !/\d/.test(written)) continue;
    const { codes, digits } = readNumber(list, prefix, written);
    if (seen !== prefix && digits.length < 3) continue;
    const spelled = plain.slice(match.index, match.index + whole.length);
    // "apig 502", "apig: 502 Bad Gateway": a gateway that answered 502, not a code without its zero.
    const isStatus =
      /^[45]\d\d$/.test(digits) &&
      (/^(?:[\s,]+|:\s+)$/.test(between) || hasReason(folded, match.index + whole.length, digits));
    const end = match.index + whole.length;
    const other = codes.length > 0 ? readRest(folded, match.index, end) : '';
    if (other !== '') {
      const own = list.codesSpelled(spelled + other);
      for (const code of own) list.add(code, spelled + other, match.index, 'same', 'exact');
      if (own.length > 0) continue;
      list.addUnknown(spelled + other, match.index);
    } else if (codes.length > 0 && prefix === seen)
      addListed(list, prefix, digits, { spelled: spelled.slice(0, -written.length), end });
    for (const code of codes) {
      if (other !== '') list.add(code, spelled + other, match.index, 'near', 'guess');
      else if (isStatus) list.add(code, spelled, match.index, 'same', 'guess');
      else if (prefix === seen && labelled === undefined)
        list.add(code, spelled, match.index, 'same', 'exact');
      else list.add(code, spelled, match.index, 'typo', 'likely');
    }
    if (codes.length > 0 || addPrefixed(list, prefix + digits, spelled, match.index)) continue;
    if (isStatus || digits.length < 3 || /[:/]/.test(between)) continue;
    // `SVC_APIG_5000304` is one name.
    const [before = ''] =
      /(?:[\p{L}\p{N}]+[._-])*$/u.exec(
        plain.slice(Math.max(0, match.index - longestName), match.index),
      ) ?? [];
    list.addUnknown(before + spelled, match.index - before.length);
  }
}

/** What is before a number in a name is not longer. */
const longestName = 100;

/** Whether an HTTP status is followed by what HTTP calls it: `404 page not found`, `401): Unauthorized`. */
function hasReason(folded: string, end: number, status: string): boolean {
  const reasons = reasonsByStatus[status];
  const after = folded.slice(end, end + 60);
  return (
    reasons !== undefined &&
    new RegExp(`^[\\s:,.()[\\]"'-]{0,4}(?:[a-z]+ )?(?:${reasons})`).test(after)
  );
}

/** Adds the codes of a list or range whose prefix is before the first one only. */
function addListed(
  list: MentionList,
  prefix: string,
  digits: string,
  before: { spelled: string; end: number },
): void {
  for (const { number, spelled, at } of readListed(list.text.folded, before.end, digits)) {
    const codes = list.codesSpelled(`${prefix}.${number}`);
    for (const code of codes) list.add(code, spelled, at, 'number', 'exact');
    // Not every number of a range need be a code.
    if (codes.length === 0 && spelled === number) list.addUnknown(before.spelled + number, at);
  }
}

/** The codes that a number after a prefix means; a line break is part of it only if it is in one. */
function readNumber(list: MentionList, prefix: string, written: string) {
  const digits = written.replace(/o/g, '0').replace(/[il]/g, '1').replace(/ /g, '');
  const [first = ''] = digits.split('\n');
  for (const one of [first, digits.replace('\n', '')]) {
    const codes = list.codesSpelled(`${prefix}.${one}`);
    if (codes.length > 0) return { codes, digits: one };
  }
  return { codes: [], digits: first };
}

/** A prefix as a pattern that accepts characters that look alike, and spaces, dots and hyphens in a longer one. */
function lookalikePattern(prefix: string): string {
  const between = prefix.length < 3 ? '' : '[ .-]?';
  return [...prefix]
    .map((letter) => (/[il1]/.test(letter) ? '[il1|]' : /[o0]/.test(letter) ? '[o0]' : letter))
    .join(between);
}

function unifyLookalikes(prefix: string): string {
  return prefix
    .replace(/[il1|]/g, 'i')
    .replace(/[o0]/g, 'o')
    .replace(/[ .-]/g, '');
}

/** Adds every code that begins with `APIG.02`, as it is being typed. @returns Whether there is any. */
function addPrefixed(list: MentionList, start: string, spelled: string, at: number): boolean {
  if (list.core !== spelled.toLowerCase()) return false;
  const { spellings } = list;
  const codes = Array.from({ length: spellings.size }, (_, code) => code).filter((code) =>
    compactOf(spellings.spellingsOf(code)[0] ?? '').startsWith(start),
  );
  for (const code of codes) list.add(code, spelled, at, 'part', 'guess');
  return codes.length > 0;
}

/** Three digits from here on are not an HTTP status. */
const beyondStatuses = 600;

/** A number after a word such as "code", or "error" if it begins with a zero: 错误码是 0201. */
const labelledNumber =
  /(?:code|error(?=[\s:#]{1,3}0\d)|错误码|错误代码|代码|报错)["']?\s{0,2}(?:好像|应该|大概)?(?:是|为|is|was)?[\s:="'([]{0,4}(\d{3,10})(?![\w.%])/g;

/**
 * Adds `0201`, `错误码 0201`: a text that is only a number. Without its zero it may be a status. In
 * other texts a number after "code" is a guess.
 */
export function findBareNumber(list: MentionList): void {
  const { core, spellings, text } = list;
  if (!/^\d{3,10}$/.test(core)) {
    for (const match of text.folded.matchAll(labelledNumber)) addLabelled(list, match);
    return;
  }
  const at = text.folded.indexOf(core);
  const isCode = list.codesSpelled(core).some((code) => spellings.spellingsOf(code).includes(core));
  for (const code of spellings.byDigits.get(core) ?? [])
    list.add(code, core, at, 'number', isCode && list.typed.size === 0 ? 'guess' : 'exact');
  if (core.length > 3) return;
  const match = Number(core) >= beyondStatuses ? 'likely' : 'guess';
  for (const prefix of spellings.prefixes) {
    for (const code of list.codesSpelled(`${prefix}.${core}`)) {
      list.add(code, core, at, 'number', match);
    }
  }
}

function addLabelled(
  list: MentionList,
  { 0: whole, 1: digits = '', index }: RegExpExecArray,
): void {
  if (/^[145]\d\d$/.test(digits)) return;
  for (const written of [digits, `0${digits}`]) {
    for (const code of list.spellings.byDigits.get(written) ?? []) {
      list.add(code, digits, index + whole.length - digits.length, 'number', 'guess');
    }
  }
}
