/** What the texts of a column are: HTTP statuses, names, identifiers, codes. */
import { hasHan } from '../../../src/text/lang-of-text.ts';
import { isRegistered } from '../../../src/text/statuses.ts';
import { isCounting, isHttpStatus, isSureCode, readCodeWord } from '../code-words.ts';
import { spacedCode, splitCodes } from './code-lists.ts';

/** Headings that may stand for codes, where all cells are identifiers; those of numbers may count the rows. */
const weakHeading =
  /^(?:alarm|cause|dtc|error|event|exit|exit value|fault|message|rc|reason|response|result|return|status|trap|warning|错误|报警|告警|故障|事件|结果|返回)$/i;
const numberHeading = /^(?:dec(?:imal)?|id|no\.?|nr\.?|number|num|value|代号|编号|编码|号码)$/i;

const isNumberOrRange = /^[-+]?(?:0x[\da-f]+|\d+)(?:\s*[-–~]\s*\d+)?$/i;

/**
 * Whether the heading of a column may stand for codes, and most cells are different identifiers.
 *
 * @param isWord Whether the heading must name codes, and not only numbers.
 */
export function mayBeCodes(heading: string, texts: string[], isWord = false): boolean {
  // In two languages: "Decimal / 十进制".
  const name = heading.split(/\s*[/／]\s*/)[0] ?? '';
  const isWeak = weakHeading.test(name.trim());
  const codes = texts.map((text) => text.replace(spacedCode, '$1$2'));
  return (
    (isWeak || (!isWord && numberHeading.test(name.trim()) && !isCounting(codes.map(Number)))) &&
    codes.length > 1 &&
    codes.every((code) => isSureCode(code) || isNumberOrRange.test(code)) &&
    new Set(codes).size >= codes.length * 0.7
  );
}

/** Whether a heading that may stand for a text has nothing but different numbers below it, which are no statuses. */
export const areNumbers = (heading: string, texts: string[]): boolean =>
  /^(?:cause|reason|message|原因)$/i.test(heading) &&
  texts.length > 1 &&
  texts.every((text) => /^[-+]?(?:\d{3,}|0x[\da-f]+)$/i.test(text)) &&
  isDistinct(texts);

const areStatuses = (texts: string[]): boolean => texts.length > 0 && texts.every(isHttpStatus);
/** Numbers of an operating system such as 110 and 111 look like statuses. */
export const areKnownStatuses = (texts: string[]): boolean =>
  areStatuses(texts) && texts.filter(isRegistered).length * 2 > texts.length;
export const isDistinct = (texts: string[]): boolean => new Set(texts).size === texts.length;
export const areRepeatedStatuses = (texts: string[]): boolean =>
  areStatuses(texts) && !isDistinct(texts);
export const areNames = (texts: string[]): boolean =>
  texts.length > 0 && texts.every((text) => readCodeWord(text) === 'name');
export const areIdentifiers = (texts: string[]): boolean =>
  texts.length > 0 && texts.every((text) => /^(?:name|number)$/.test(readCodeWord(text) ?? ''));
/** Whether numbers are those of codes in another base: 401 beside 0x0191 or 16#0191. */
export const areSameNumbers = (texts: string[], codes: string[]): boolean =>
  texts.length > 0 &&
  texts.length === codes.length &&
  codes.every((code, at) => {
    const [, digits] = /^(?:0x|16#)([\da-f]+)$/i.exec(code) ?? [];
    return digits !== undefined && Number.parseInt(digits, 16) === Number(texts[at]);
  });
const isJoined = (text: string): boolean => !['signs', undefined].includes(readCodeWord(text));
/**
 * Most cells hold identifiers, and a few may be text. Words alone may be anything; next to identifiers, `OK` is
 * one. Words joined by hyphens are identifiers where all are different: `no-tabs`.
 */
export function areAliases(texts: string[]): boolean {
  const cells = texts.map(splitCodes);
  const joined = isDistinct(texts) ? /^[a-z]+(?:-[a-z]+)+$/ : undefined;
  const isSure = (text: string) =>
    isSureCode(text) || readCodeWord(text) === 'number' || joined?.test(text) === true;
  return (
    cells.filter((parts) => parts.every(isJoined)).length * 2 > cells.length &&
    cells.filter((parts) => parts.every(isSure)).length * 2 >= cells.length
  );
}

/**
 * Most are different, as a document may list a code twice, and most cannot be words: `OK` can. A few may
 * be titles of rows; 0 is the code of success, and -1 that of any error.
 */
export function areDistinctCodes(texts: string[]): boolean {
  const cells = texts
    .map((text) => text.replace(statusBehind, '').replace(spacedCode, '$1$2'))
    .filter((text) => !/^-?[01]$/.test(text));
  if (cells.length === 0 || areStatuses(cells)) return false;
  const most = cells.length * 0.7;
  const isSure = (cell: string) =>
    splitCodes(cell).every((code) => isJoined(code) && isSureCode(code));
  const others = cells.filter((cell) => !isJoined(cell) && !isSure(cell)).length;
  return (
    new Set(cells).size >= most && cells.filter(isSure).length >= most && others <= cells.length / 4
  );
}
const statusBehind = /\s*[(（][1-5]\d\d[)）]$/;

/** Whether several texts are names of the codes beside them: `SESSION_EXPIRED`, and no Chinese words with a number. */
export const areNamesOfCodes = (texts: string[]): boolean =>
  texts.length > 1 && !texts.some(hasHan) && areDistinctCodes(texts) && areAliases(texts);
