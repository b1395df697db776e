/** Recognises words that can be error codes: in cells, in columns, and at the beginning of lines. */
import { isBlank } from '../../src/text/blank.ts';

/**
 * What a word looks like: digits (`4012`, `-5`, `0x1F`), a name in a program (`NOT_FOUND`,
 * `NoSuchKey`), words or numbers joined by signs with a digit (`APIG.0201`), a plain word
 * (`Success`), or a word with other signs (`50%`).
 */
export type CodeWord = 'number' | 'name' | 'numbered' | 'word' | 'signs';

/**
 * Letters, digits or a sign such as `%`, no Chinese sentence punctuation. `__proto__` is excluded
 * because an object literal does not store it as a key.
 */
const possible = /^(?!__proto__$)(?=.*[\p{L}\p{N}%#$&@])[^\s。，！？：“”]+$/u;
const number = /^[+-]?\d+$|^0x[\da-f]+$/i;
/** What tells a name from a word: a capital inside, an underscore, four capitals. */
const name =
  /^(?=.*[A-Za-z])(?:(?:[A-Z][A-Z\d]*\.)*[A-Z][A-Z\d]*(?:_[A-Z\d]+)+|[A-Z]{4,}|\w+_\w+|[A-Z]?[a-z\d]+[A-Z]\w*|[A-Z]{3,}[a-z]{3,}\w*|[A-Z]\w*[a-z]\w*(?:\.[A-Z]\w+)+|[A-Z]{2,}(?:\.[A-Z][a-z]\w+)+)$/;
const joined = /^[+-]?[\p{L}\p{N}]+(?:[.:_\-/#][\p{L}\p{N}]+)*$/u;

/** Names of files are no codes, dates are none, `EXXXX` stands for any, and `${dict.value}` for a value that a template puts there. */
const noCode =
  /^[A-Z]{0,2}[-_.]?X{3,}$|^(?:\$\{[^{}]*\}|\{\{.*\}\})$|\.(?:xlsx?|docx?|pptx?|pdf|png|jpe?g|gif|svg|zip|csv)$|^(?:19|20)\d\d([-/.])\d{1,2}(?:\1\d{1,2})?$|^\d{1,2}([-/.])\d{1,2}\2(?:19|20)\d\d$/i;

/**
 * Returns what a word looks like; undefined if it cannot be a code, such as `N/A`
 * or `None`; `NONE` is a name.
 *
 * @example readCodeWord('APIG.0201') // => 'numbered'
 */
export function readCodeWord(word: string): CodeWord | undefined {
  if (!possible.test(word) || noCode.test(word) || (isBlank(word) && !/^[A-Z]{4,}$/.test(word)))
    return undefined;
  if (number.test(word)) return 'number';
  if (name.test(word)) return 'name';
  if (!joined.test(word)) return 'signs';
  return /\d/.test(word) ? 'numbered' : 'word';
}

/** Whether a word can be a code. */
export const isCode = (word: string): boolean => readCodeWord(word) !== undefined;

/** Whether a word is a code wherever it is: a name, three digits, or a digit next to a letter. */
export function isSureCode(word: string): boolean {
  const kind = readCodeWord(word);
  const isNumber = kind === 'number' || kind === 'numbered';
  return kind === 'name' || (isNumber && /\d{3}|[A-Za-z]/.test(word));
}

/** A code with its digits as 0 and its letters as A: codes of one document share a few patterns. */
export const patternOf = (code: string): string =>
  code.replace(/\d/g, '0').replace(/\p{Lu}/gu, 'A');

/**
 * Returns a number, or two notations of it; nothing for another text.
 *
 * @example numbersOf('5 (0x5)') // => ['5', '0x5']
 */
export function numbersOf(text: string): string[] {
  const number = '(-?\\d+|0x[\\da-f]+)';
  const [, ...found] =
    new RegExp(`^${number}(?:\\s*\\(${number}\\))?$`, 'i').exec(text.trim()) ?? [];
  return found.filter((one) => one !== undefined);
}

/** Whether two numbers are one in two notations: `0x1F4` and `500`. */
export const isSameNumber = (one: string, other: string): boolean =>
  numbersOf(one).length > 0 && numbersOf(other).length > 0 && Number(one) === Number(other);

/** Whether a text is a sum, such as that of an exit status: `128 + 9`. */
export const isSum = (text: string): boolean => /^\d+\s*\+\s*\d+$/.test(text.trim());

/** Whether a text is the name of a constant: words in capitals with low lines, such as `NET_DOWN`. */
export const isConstantName = (text: string): boolean => /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/.test(text);

/** Whether a text behind a code says that all codes above it, or below it, are meant: "and above", 以后. */
export const isOpenEnd = (behind: string): boolean => openEnd.test(behind);
const openEnd =
  /^\s*(?:(?:及|或)?(?:以上|以下|以后|以前|之后|之前)|(?:and|or) (?:above|below|greater|higher|larger|later|less|lower|more|over|up)\b|onwards?\b)/i;

/**
 * Returns a constant and its number; undefined for another text.
 *
 * @example constantOf('FINE = 0') // => { name: 'FINE', number: '0' }
 */
export function constantOf(text: string): { name: string; number: string } | undefined {
  const [, name, number] = /^\s*([A-Za-z]\w*)\s*=\s*(-?(?:\d+|0x[\da-f]+))\s*$/i.exec(text) ?? [];
  return name !== undefined && number !== undefined ? { name, number } : undefined;
}

/** Whether numbers count up by one, as those of chapters and rows do. */
export const isCounting = (numbers: readonly number[]): boolean =>
  numbers.every((number, at) => number - at === numbers[0]);

/** Whether a text is one HTTP status and nothing else. */
export function isHttpStatus(text: string): boolean {
  return /^[1-5]\d\d$/.test(text);
}
