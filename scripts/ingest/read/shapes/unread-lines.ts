/** Titles and lines of text in which codes may be that belong to no code. */
import { isSureCode, patternOf } from '../../code-words.ts';
import { plainText } from '../rich-text.ts';
import { rangeOf, startsRange } from './code-ranges.ts';
import { linesOf } from './items.ts';
import { joinedName } from './names.ts';
import type { Part } from './parts.ts';

/** What the tables of a document have. */
export interface Known {
  codes: ReadonlySet<string>;
  /** Whether statuses are among its codes. */
  areStatuses: boolean;
  /** The patterns of its numbered codes. */
  patterns: ReadonlySet<string>;
}

export interface UnreadLine {
  line: number;
  text: string;
}

/** A status or a class of statuses, as labels of a list are: no sure code. */
export const status = /^[1-5](?:\d\d|xx)(?![\dA-Za-z_])/i;

/** Lists titles that are further names in a table, have a code of it ("Long text of 002"), or are ranges without codes. */
export function listTitles(parts: readonly Part[], { codes }: Known): UnreadLine[] {
  return parts.flatMap((part, index) => {
    if (part.type !== 'heading') return [];
    const text = plainText(part.children).trim();
    const [from = '', to = ''] = rangeOf(text) ?? [];
    const isEmptyRange =
      from !== '' && part.level > 1 && ![...codes].some((code) => isBetween(code, from, to));
    const isName = codes.has(text) && joinedName.test(text);
    const words = text.split(/[\s(（)）:：,，]+/);
    const isAbout = words.length <= 8 && words.some((word) => isNumbered(word) && codes.has(word));
    const hasText = ![undefined, 'heading'].includes(parts[index + 1]?.type);
    const isTitle = isAbout && hasText && !words.some(startsRange) && !startsRange(text);
    return isName || isEmptyRange || isTitle ? [{ line: part.line, text }] : [];
  });
}

/** Lists blocks of code in which several constants have numbers and comments. */
export function listConstants(parts: readonly Part[]): UnreadLine[] {
  return parts.flatMap((part) => {
    const lines = part.type === 'block' && part.block.type === 'code' ? linesOf(part) : [];
    const [first, second] = lines.filter(({ children }) => explained.test(plainText(children)));
    return first && second ? [{ line: first.line, text: plainText(first.children).trim() }] : [];
  });
}

/**
 * Lists lines with a code like those of the document, which has it nowhere.
 *
 * @param isAnywhere Whether the code may be anywhere in the line, not only its first word.
 */
export function listLines(
  parts: readonly Part[],
  { codes, areStatuses, patterns }: Known,
  isAnywhere: boolean,
): UnreadLine[] {
  const isLikeKnown = (code: string) =>
    isNumbered(code) &&
    (areStatuses || !status.test(code)) &&
    !codes.has(code) &&
    patterns.has(patternOf(code));
  return parts.flatMap((part) =>
    linesOf(part).flatMap(({ line, children }) => {
      const text = plainText(children).trim();
      const [, first = ''] = firstWord.exec(text) ?? [];
      const others = isAnywhere
        ? [
            ...(text.match(letteredWord) ?? []),
            ...(text.match(signedNumber) ?? []),
            ...[...text.matchAll(numberOfCode)].map(([, number = '']) => number),
          ]
        : [];
      return [first, ...others].some(isLikeKnown) && !startsRange(text) ? [{ line, text }] : [];
    }),
  );
}

/** Whether a word is a code for sure, or may be one beside others like it: `13.20.00`. */
export const isNumbered = (code: string): boolean =>
  /\d/.test(code) && (isSureCode(code) || /^\d+(?:\.\d+)+$/.test(code));

/** Whether the number at the end of a code is between those of two others. */
function isBetween(code: string, from: string, to: string): boolean {
  const [first, own, last] = [from, code, to].map((one) =>
    Number(/\d+$/.exec(one)?.[0] ?? Number.NaN),
  );
  return Number(first) <= Number(own) && Number(own) <= Number(last);
}

/** A constant with a number of several digits, and a comment: `ErrInternal = 10001 // Internal error`. */
const explained = /^[^"]*[=(,]\s*-?(?:\d{3,}|0x[\da-f]+)\b[^"]*(?:\/\/|\/\*|#|--)\s*\S/i;
const firstWord = /^[^\p{L}\p{N}]*([\p{L}\p{N}][\p{L}\p{N}_.-]*[\p{L}\p{N}])(?![\p{L}\p{N}])/u;
/** A word of letters and digits anywhere in a line. */
const letteredWord = /[A-Z][A-Za-z]*[_.-]?\d[\w.-]*(?<![.-])/g;
/** "Messages for -1010 and -2010". */
const signedNumber = /(?<!\S)-\d{3,}(?![\w.])/g;
/** A number that a sentence explains: "另：48001 为接口未授权". */
const numberOfCode =
  /(?<![\d.])(\d{3,})\s*[（(]?[^\s\d）)]{0,12}[）)]?\s*(?:为|表示|是指|代表|means\b|indicates\b)/g;
