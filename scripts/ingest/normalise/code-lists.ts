/** Cells that hold several codes, or phrases that are codes. */
import { isBlank } from '../../../src/text/blank.ts';
import { isCode, isConstantName, numbersOf } from '../code-words.ts';
import { markBehind } from './footnotes.ts';

/**
 * Splits the text of a code cell into codes.
 *
 * Line breaks, commas and semicolons separate codes if every part can be a code. Spaces, slashes and
 * “and” also occur within names; they separate codes only if all parts share the letters before their
 * first digit, or are constants, so that "Read/Write" or a sentence stays whole.
 *
 * @example splitCodes('APIG.0101, APIG.0102') // => ['APIG.0101', 'APIG.0102']
 * @example splitCodes('5979 and 9685') // => ['5979', '9685']
 */
export function splitCodes(cell: string): string[] {
  const listed = partsOf(cell, /[\n,，、;；]+/);
  if (listed.length > 1 && listed.every(isCode)) return listed;
  const loose = partsOf(cell, /(?:[\s,，、;；/／或和及与&]|\b(?:or|and)\b)+/);
  const stem = stemOf(loose[0] ?? '');
  const alike =
    loose.every((part) => isCode(part) && /\d/.test(part) && stemOf(part) === stem) ||
    loose.every(isConstantName);
  return loose.length > 1 && alike ? loose : [cell.replaceAll('\n', ' ')];
}

function partsOf(cell: string, separator: RegExp): string[] {
  return cell
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/**
 * Returns the identifiers in a cell of a column of aliases.
 *
 * @example readAliases('4096') // => ['4096']
 * @example readAliases('5 (0x5)') // => ['5', '0x5']
 */
export function readAliases(marked: string): string[] {
  const cell = marked.replace(markBehind, '');
  const numbers = numbersOf(cell);
  if (numbers.length > 0) return numbers;
  return isCodeList(cell) && /[\p{L}\p{N}]/u.test(cell) ? splitCodes(cell) : [];
}

/** A code whose letters and digits stand apart: "A 2101", "SW 6A82". */
export const spacedCode = /^(\p{Lu}{1,4}) (\d[\dA-Z]*)$/u;

/** Whether a cell holds nothing but codes that are words. */
export function isCodeList(cell: string): boolean {
  return splitCodes(cell).every(isCode);
}

/** A few words without the punctuation of a sentence. */
export function isPhrase(cell: string): boolean {
  const words = cell.trim().split(/\s+/);
  return (
    words.length <= 6 &&
    cell.length <= 80 &&
    /\p{L}/u.test(cell) &&
    !isBlank(cell) &&
    !/[。！？；，：“”]|[.!?;:,](?:\s|$)|^__proto__$|^\$?\{/u.test(cell)
  );
}

/** The letters of a code before its first digit. */
export function stemOf(code: string): string {
  return code.replace(/\d.*$/, '');
}
