/** Cells of a column of codes → codes, their aliases and statuses. */
import { isBlank } from '../../../src/text/blank.ts';
import { countAll } from '../../../src/text/count-all.ts';
import { hasHan } from '../../../src/text/lang-of-text.ts';
import { reasonPhrases, statusesOf } from '../../../src/text/statuses.ts';
import { isHttpStatus, isSureCode, readCodeWord } from '../code-words.ts';

/** What a cell of a column of codes holds. */
export interface CodeCell {
  codes: string[];
  /** Further identifiers: `400 (10100)`, `4012 TIMEOUT`. */
  aliases: string[];
  /** An HTTP status next to the code: `Success (200)`. */
  status?: string;
  /** Words next to a code that is a number: `404 Not Found`. */
  message?: string;
  /** Whether a space inside the code was removed: `ERR _006`. */
  isJoined?: true;
}

/** What the cells of a column show together. */
export interface CodeColumn {
  /** Most cells are short phrases, no two the same: the phrases are the codes. */
  hasPhrases: boolean;
  /** The words next to HTTP statuses are their reason phrases, not names of errors. */
  hasReasons: boolean;
  /** The letters before the first digit of most codes; undefined if most have no digit, or no letters in common. */
  stem: string | undefined;
  /** How often each number of digits occurs in codes of one word. */
  digits: ReadonlyMap<number, number>;
  /** At least half of the codes have digits. */
  hasDigits: boolean;
  /** Nearly all codes have digits. */
  hasMostlyDigits: boolean;
  /** At least half of the codes have Chinese characters. */
  isChinese: boolean;
}

/** Judges a column of codes by all of its cells. */
export function describeCodeColumn(cells: readonly string[]): CodeColumn {
  const filled = cells.filter((cell) => cell !== '');
  const phrases = filled.filter((cell) => !isCodeList(cell) && isPhrase(cell) && !readMarked(cell));
  const numbered = filled.filter((cell) => /\d/.test(cell));
  const distinct = new Set(phrases.map((cell) => cell.toLowerCase())).size;
  const beside = filled.flatMap((cell) => {
    const [, status, words] = statusAndWords.exec(cell) ?? [];
    return status === undefined ? [] : [(words ?? '').toLowerCase().replaceAll('-', ' ')];
  });
  return {
    hasPhrases: phrases.length >= filled.length * 0.6 && distinct >= phrases.length * 0.8,
    hasReasons: beside.filter((words) => reasonPhrases.has(words)).length * 2 >= beside.length,
    stem: commonStem(filled),
    digits: countAll(numbered.filter(isCode).map(countDigits)),
    isChinese: filled.filter(hasHan).length * 2 >= filled.length,
    hasMostlyDigits: numbered.length >= filled.length * 0.7,
    hasDigits: numbered.length * 2 >= filled.length,
  };
}

/**
 * Reads a cell of a column of codes.
 *
 * A number and a name in one cell are a code and its alias, an HTTP status next to a name is the
 * status. A cell may list several codes. A space that a converter put inside a word is removed; a
 * short phrase in title case, or in a column of phrases, is a code with its spaces.
 *
 * @param marked Plain text, perhaps with the mark of a footnote; "\n" separates lines.
 * @returns What the cell holds; undefined for a sentence or a note.
 * @example readCodeCell('Success (200)', column) // => { codes: ['Success'], aliases: [], status: '200' }
 */
export function readCodeCell(marked: string, column: CodeColumn): CodeCell | undefined {
  // Accents may be written apart from their letters, spaces so that no line breaks at them.
  const cell = marked
    .normalize('NFC')
    .replace(/[^\S\n]/gu, ' ')
    // Spelled out by then, so that no text can reorder a page.
    .replace(/⟦U\+(?:061C|20[0-9A-F]{2})⟧/gu, '')
    .replace(footnote, '');
  const remarked = column.hasPhrases ? undefined : readMarked(cell);
  const pair = readPair(cell, column);
  // Words behind a number are its name or its message.
  const found = /^\d/.test(cell) ? (pair ?? remarked) : (remarked ?? pair);
  if (found) return found;
  const joined = joinBroken(cell);
  const isBroken = joined !== undefined && /[._]\n|\n[._]/.test(cell);
  if (!isBroken && isCodeList(cell)) return { codes: splitCodes(cell), aliases: [] };
  if (joined !== undefined) return { codes: [joined], aliases: [], isJoined: true };
  const phrase = cell.replaceAll('\n', ' ');
  // Among codes with digits a phrase is the title of a group.
  const isName =
    isPhrase(phrase) && (column.hasPhrases || (isTitle(phrase) && !column.hasMostlyDigits));
  return isName ? { codes: [phrase], aliases: [] } : undefined;
}

/** Marks of footnotes behind a code: `E1[^1]`, `E1 [2]`, `E1²`, `E1†`. */
const footnote = /(?<=\S)\s*(?:\[(?:\^[^\]\s]+|\d{1,2})\]|[⁰¹²³⁴-⁹⁽⁾]+|[†‡§]|(?<=\s)\*{1,3})$/u;

/** A status, then words. */
const statusAndWords = /^([1-5]\d\d)[\s:：-]+(\p{L}[\p{L}\s'-]*)$/u;
const hasLetter = /\p{L}/u;
const isCode = (word: string) => readCodeWord(word) !== undefined;
const isNumber = (word: string) => readCodeWord(word) === 'number';
const isName = (word: string) => hasLetter.test(word) && !isNumber(word);

/**
 * Reads a code with a remark behind it: `E1 (no longer used)`, `E1（已废弃）`, `E1 (since 2.1)`, `E_IO New`.
 * A code that the remark says it had before is an alias: `E1 (was OLD-1)`.
 */
function readMarked(cell: string): CodeCell | undefined {
  const [, code = '', bracket = ''] =
    /^(\S*[^\s(（[【])\s*[(（[【]([^()（）[\]【】]+)[)）\]】]$/.exec(cell) ?? [];
  if (bracket === '') return readBadged(cell);
  if (!isSureCode(code)) return undefined;
  const [, earlier] = formerCode.exec(bracket) ?? [];
  if (earlier !== undefined && isSureCode(earlier)) return { codes: [code], aliases: [earlier] };
  const [status = '', more] = /^HTTP\b/i.test(bracket) ? statusesOf(bracket) : [];
  if (status !== '' && more === undefined) return { codes: [code], aliases: [], status };
  return isRemark(bracket, code.length + 2 + bracket.length === cell.length)
    ? { codes: [code], aliases: [] }
    : undefined;
}

/** What stands before a code that was replaced. */
const formerCode =
  /^(?:was|formerly|previously|old(?: code)?|原(?:为|码|错误码)?|旧(?:码|错误码)?)[\s:：]*(\S+)$/iu;

/** Whether a text in brackets is a remark and no identifier; other codes stand alone, in lists or behind “or”. */
function isRemark(bracket: string, isClose: boolean): boolean {
  if (/^v?\d+(?:\.\d+)+\+?$/i.test(bracket)) return true;
  if (/^(?:and|or)\b|^[和或与及]/.test(bracket)) return false;
  if (/[\d_]/.test(bracket)) return /\p{Ll}{2,}\s|\p{Script=Han}/u.test(bracket);
  const isWord = isCode(bracket) && (/^\P{Ll}/u.test(bracket) || isClose);
  return !isWord || hasHan(bracket);
}

/** Reads a code with a few words beside it that are a badge. */
function readBadged(cell: string): CodeCell | undefined {
  const [, code = '', words = ''] = /^(\S+)\s+(\S.*)$/s.exec(cell) ?? [];
  const isShort = words.split(/\s+/).length <= 3 && isPhrase(words) && !/[\d_]/.test(words);
  const isBadge = isShort && !/^(?:and|or)\b|^[和或与及]/.test(words);
  return isBadge && /[\d_]/.test(code) && isSureCode(code)
    ? { codes: [code], aliases: [] }
    : undefined;
}

/** Two identifiers in one cell: in brackets, on two lines, or a number before a name. */
function readPair(cell: string, column: CodeColumn): CodeCell | undefined {
  const folded = cell.replace(/[（]/g, '(').replace(/[）]/g, ')').trim();
  const [, outer, space, inner] = /^(\S+?)(\s*)[([]([^\s()[\]]+)[)\]]$/.exec(folded) ?? [];
  if (outer !== undefined && inner !== undefined && [outer, inner].every(isCode)) {
    // `f(x)` is one name.
    if (space !== '' || isNumber(outer) || isNumber(inner)) return pairOf(outer, inner, column);
  }
  const lines = folded.split('\n').map((line) => line.trim());
  const [first = '', second = ''] = lines.length === 2 ? lines : [];
  if (isCode(first) && isCode(second) && isNumber(first) !== isNumber(second))
    return pairOf(first, second, column);
  const [status = '', more] = /status|http|状态/i.test(second) ? statusesOf(second) : [];
  if (isCode(first) && status !== '' && more === undefined) return pairOf(first, status, column);
  const [, before, after] =
    /^([^\s:：/|]+)(?:\s*[:：/|]\s*|\s+[-–—]\s+|\s+)(\S.*)$/su.exec(folded) ?? [];
  if (before === undefined || after === undefined || !isNumber(before)) return undefined;
  if (isCode(after) && isName(after) && !/[,;]/.test(after)) {
    return pairOf(before, after, column);
  }
  // `404 Not Found`; a list such as `0101, 0102` has no words.
  const isWords = /\s/.test(after) && isPhrase(after) && !/\d/.test(after);
  return isWords ? { codes: [before], aliases: [], message: after } : undefined;
}

function pairOf(first: string, second: string, { hasReasons }: CodeColumn): CodeCell {
  const [status, other] = isHttpStatus(second) ? [second, first] : [first, second];
  if (isHttpStatus(status) && isName(other)) {
    return hasReasons && reasonPhrases.has(other.toLowerCase())
      ? { codes: [status], aliases: [], message: other }
      : { codes: [other], aliases: [], status };
  }
  // `10100 (400)`; `400 (10100)` is a code with its sub code.
  if (isHttpStatus(second) && !isHttpStatus(first))
    return { codes: [first], aliases: [], status: second };
  return { codes: [first], aliases: [second] };
}

/**
 * Returns a code without a space that a converter put into it: next to a sign that joins words or the ends
 * of a range, or between the parts of a name in camel case.
 *
 * @example joinBroken('ERR _006') // => 'ERR_006'
 * @example joinBroken('MaxLength Exceeded') // => 'MaxLengthExceeded'
 */
function joinBroken(cell: string): string | undefined {
  const joined = cell
    .replace(/(?<=\w)\s+(?=[._]\w)|(?<=\w[._])\s+(?=\w)/g, '')
    .replace(/^(-?\d+)\s*([-–—~～])\s*(-?\d+)$/, '$1$2$3');
  if (joined !== cell && isCode(joined) && /^[\w.\-–—~～]+$/.test(joined)) return joined;
  const words = cell.split(/\s+/);
  const isCamel =
    words.length > 1 && words.every((word) => /^[A-Z][a-z\d]+(?:[A-Z][a-z\d]*)*$/.test(word));
  return isCamel && words.some((word) => /[a-z\d][A-Z]/.test(word)) ? words.join('') : undefined;
}

/** A few words without the punctuation of a sentence. */
function isPhrase(cell: string): boolean {
  const words = cell.trim().split(/\s+/);
  return (
    words.length <= 6 &&
    cell.length <= 80 &&
    hasLetter.test(cell) &&
    !isBlank(cell) &&
    !/[。！？；，：“”]|[.!?;:,](?:\s|$)|^__proto__$/u.test(cell)
  );
}

/** Every word but prepositions begins with a capital or a digit. */
function isTitle(phrase: string): boolean {
  return phrase
    .split(/\s+/)
    .every((word, index) => /^\P{Ll}/u.test(word) || (index > 0 && prepositions.has(word)));
}
const prepositions = new Set('a an and by for from in is not of on or the to with'.split(' '));

/**
 * Splits the text of a code cell into codes.
 *
 * Line breaks, commas and semicolons separate codes if every part can be a code. Spaces, slashes and
 * “and” also occur within names; they separate codes only if all parts share the letters before their
 * first digit, so that "Read/Write" or a sentence stays whole.
 *
 * @example splitCodes('APIG.0101, APIG.0102') // => ['APIG.0101', 'APIG.0102']
 * @example splitCodes('5979 and 9685') // => ['5979', '9685']
 */
export function splitCodes(cell: string): string[] {
  const listed = partsOf(cell, /[\n,，、;；]+/);
  if (listed.length > 1 && listed.every(isCode)) return listed;
  const loose = partsOf(cell, /(?:[\s,，、;；/或和及与&]|\b(?:or|and)\b)+/);
  const stem = stemOf(loose[0] ?? '');
  const alike = loose.every((part) => isCode(part) && /\d/.test(part) && stemOf(part) === stem);
  return loose.length > 1 && alike ? loose : [cell.replaceAll('\n', ' ')];
}

function partsOf(cell: string, separator: RegExp): string[] {
  return cell
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

const countDigits = (text: string): number => text.match(/\d/g)?.length ?? 0;

/** Whether a text may be one of the codes of a column: it begins like them, or is a word with as many digits. */
export function isLikeCodes(text: string, { stem, digits }: CodeColumn): boolean {
  if (stem === undefined) return /[\d_.]/.test(text);
  if (text.startsWith(stem) && /^\d/.test(text.slice(stem.length))) return true;
  const isNumbered = isCode(text) && /\d/.test(text);
  return isNumbered && (digits.get(countDigits(text)) ?? 0) > 1;
}

function commonStem(cells: readonly string[]): string | undefined {
  const numbered = cells.filter((cell) => /\d/.test(cell));
  const [stem, count] = [...countAll(numbered.map(stemOf))].sort((a, b) => b[1] - a[1])[0] ?? [
    '',
    0,
  ];
  return numbered.length * 2 >= cells.length && count * 2 > numbered.length ? stem : undefined;
}

function stemOf(code: string): string {
  return code.replace(/\d.*$/, '');
}

/**
 * Returns the identifiers in a cell of a column of aliases.
 *
 * @example readAliases('4096') // => ['4096']
 */
export function readAliases(cell: string): string[] {
  return isCodeList(cell) && /[\p{L}\p{N}]/u.test(cell) ? splitCodes(cell) : [];
}

/** Whether a cell holds nothing but codes that are words. */
function isCodeList(cell: string): boolean {
  return splitCodes(cell).every(isCode);
}
