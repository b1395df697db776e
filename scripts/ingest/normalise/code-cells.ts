/** Cells of a column of codes → codes, their aliases and statuses. */
import { hasHan } from '../../../src/text/lang-of-text.ts';
import { isRegistered, reasonPhrases, statusesOf } from '../../../src/text/statuses.ts';
import {
  isCode,
  isHttpStatus,
  isOpenEnd,
  isSameNumber,
  isSum,
  readCodeWord,
} from '../code-words.ts';
import { isCodeList, isPhrase, spacedCode, splitCodes } from './code-lists.ts';
import { type CodeCell, isBadgeWord, readMarked } from './code-remarks.ts';
import { type CodeColumn, constantAndValue, isLikeCodes } from './code-shape.ts';
import { markBehind } from './footnotes.ts';

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
    // Full-width letters, digits and signs, and what editors make of a minus.
    .replace(/[\uff0d\uff0e\uff3f\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/gu, (sign) =>
      sign.normalize('NFKC'),
    )
    .replace(/^[\u2212\ufe63\u2013](?=\d+$)/u, '-')
    // Spelled out by then, so that no text can reorder a page.
    .replace(/⟦U\+(?:061C|20[0-9A-F]{2})⟧/gu, '')
    .replace(markBehind, '')
    // `*E1`: a star before a code refers to a remark, too.
    .replace(/^\*{1,3}(?=[\p{L}\p{N}])/u, (stars, _at, whole) =>
      isLikeCodes(whole.slice(stars.length), column) ? '' : stars,
    )
    // `E1*`, unless it stands for all codes that begin so, as `4**` does.
    .replace(/(?<![_.*-])(?<!^[1-9](?=\*\*$))\*{1,3}$/, (stars, at, whole) =>
      isLikeCodes(whole.slice(0, at), column) ? '' : stars,
    );
  if (open.test(cell)) return undefined;
  if (isOpenEnd(codeAndEnd.exec(cell)?.[1] ?? '')) return { codes: [cell], aliases: [] };
  const constant = readConstant(cell, column);
  if (constant) return constant;
  if (column.isSpaced && spacedCode.test(cell)) return { codes: [cell], aliases: [] };
  const remarked = column.hasPhrases ? undefined : readMarked(cell);
  const [, behind = ''] = /^\S+\s+(\S+)$/.exec(cell) ?? [];
  const pair = isBadgeWord(behind) ? undefined : readPair(cell, column);
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

/** Placeholders for a code that is not assigned yet. */
const open = /^[(（]?(?:TBA|TBC|TBD|reserved|待定|预留|保留|未定)[)）]?$/i;

/** "5000 and above", 9000 以后: a code and a few words. */
const codeAndEnd = /^\S*\d(\s*(?:\p{Script=Han}+|[a-z]+(?: [a-z]+)?))$/iu;

/** A constant with its number: `E_ARGS = (E_BASE + 1)`, or `E_NEXT` below it. */
function readConstant(cell: string, { constants }: CodeColumn): CodeCell | undefined {
  const [, name = cell] = constantAndValue.exec(cell) ?? [];
  const number = constants.get(name);
  if (constants.size === 0 || (name === cell && number === undefined)) return undefined;
  return isCode(name)
    ? { codes: [name], aliases: number === undefined ? [] : [number] }
    : undefined;
}

const hasLetter = /\p{L}/u;
const isNumber = (word: string) => readCodeWord(word) === 'number';
const isName = (word: string) => hasLetter.test(word) && !isNumber(word);

/** Two identifiers in one cell: in brackets, on two lines, or a number before a name. */
function readPair(cell: string, column: CodeColumn): CodeCell | undefined {
  const folded = cell.replace(/[（]/g, '(').replace(/[）]/g, ')').trim();
  const [, outer, space, inner] = /^(\S+?)(\s*)[([]([^\s()[\]]+)[)\]]$/.exec(folded) ?? [];
  // `2002（已废弃）` and `143 (128+15)` are codes with a remark.
  const isRemark = isSum(inner ?? '') || (hasHan(inner ?? '') && !hasHan(outer ?? ''));
  if (outer !== undefined && inner !== undefined && !isRemark && [outer, inner].every(isCode)) {
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
  if (isSameNumber(first, second)) return { codes: [first], aliases: [second] };
  const [status, other] = isHttpStatus(second) ? [second, first] : [first, second];
  if (isHttpStatus(status) && isName(other)) {
    return hasReasons && reasonPhrases.has(other.toLowerCase())
      ? { codes: [status], aliases: [], message: other }
      : { codes: [other], aliases: [], status };
  }
  // `10100 (400)`; `400 (10100)` is a code with its sub code.
  if (isHttpStatus(second) && !isHttpStatus(first) && isRegistered(second))
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

/** Every word but prepositions begins with a capital or a digit. */
function isTitle(phrase: string): boolean {
  return phrase
    .split(/\s+/)
    .every((word, index) => /^\P{Ll}/u.test(word) || (index > 0 && prepositions.has(word)));
}
const prepositions = new Set('a an and by for from in is not of on or the to with'.split(' '));
