/** Ranges and lists of codes at the beginning of a text. */
import { isHttpStatus, isOpenEnd, isSureCode, readCodeWord } from '../../code-words.ts';

/** Numbers of chapters and list items before a code. */
export const enumerator =
  /^(?:[(（]?\d{1,2}(?:\.\d{1,2})*[.)）、](?!\d{1,2}(?!\d))\s*|\d{1,2}(?:\.\d{1,2})+\s+|[一二三四五六七八九十]{1,3}、\s*)/;
/** The first word of a text, and the brackets or quotation marks around it. */
export const token =
  /^(?<open>[[【`"'“「]?)(?<code>[-+]?[\p{L}\p{N}_](?:[\p{L}\p{N}_.\-/%]*[\p{L}\p{N}_%])?)(?<close>[\]】`"'”」]?)/u;
/** A word before a number: `ALARM:1`. */
export const prefixedNumber = /^(?<code>(\p{L}{2,20}):(\d{1,6}))(?![\d.]|:\d)/u;
const rangeEnd =
  /^\s*(?:~|～|(?:to|through|thru)\b|-{1,4}|–|—|至|到)\s*([\p{L}\p{N}_.-]*\d[A-Za-z]{0,2})(?![\p{L}\p{N}])/iu;

/** Whether a text begins with a range of codes: "E102–E105". */
export const startsRange = (text: string): boolean =>
  firstCodes(text).some(({ code, behind }) => isJoinedRange(code) || isRange(code, behind));

/** Returns the first and the last code of the range with which a text begins: "E102–E105". */
export function rangeOf(text: string): [string, string] | undefined {
  for (const { code, behind } of firstCodes(text)) {
    const end = endOfRange(code, behind);
    if (end !== undefined) return [code, end];
  }
  return undefined;
}

/** The code with which a text begins, with and without the number of a chapter before it. */
function firstCodes(text: string): { code: string; behind: string }[] {
  return [text.trim(), text.trim().replace(enumerator, '')].flatMap((start) => {
    const { code = '', open = '' } = token.exec(start)?.groups ?? {};
    return isSureCode(code) ? [{ code, behind: start.slice(open.length + code.length) }] : [];
  });
}

/** Whether two codes have the same letters and signs, and as many digits at the same places. */
const differInDigits = (one: string, other: string): boolean =>
  one.replace(/\d/g, '0') === other.replace(/\d/g, '0');

/** "E05-E07": two codes that differ in digits only; "10.xx": all codes that begin so. */
export function isJoinedRange(code: string): boolean {
  if (/\d.*[.\d]xx$/i.test(code)) return true;
  const [, first = '', last = ''] =
    /^(\p{L}[\p{L}\p{N}_.]*\d)-(\p{L}[\p{L}\p{N}_.]*\d)$/u.exec(code) ?? [];
  return first !== '' && differInDigits(first, last);
}

/** "4000 to 4499", "ORA-01000 ~ ORA-01499" and "4000 and above" are ranges: titles of groups. */
export const isRange = (code: string, behind: string): boolean =>
  endOfRange(code, behind) !== undefined || (/\d$/.test(code) && isOpenEnd(behind));

function endOfRange(code: string, behind: string): string | undefined {
  const [, end] = rangeEnd.exec(behind) ?? [];
  return end !== undefined && differInDigits(end, code) ? end : undefined;
}

/** Writes names between slashes as a list: "NoSuchBucket/NoSuchKey". */
export function withCommas(codes: string): string {
  const parts = codes.split(/\s*\/\s*/);
  return parts.length > 1 && parts.every((part) => readCodeWord(part) === 'name')
    ? parts.join(', ')
    : codes;
}

/** The label of a code again, as in "Error 7002 / Error 7003". */
export const repeatedLabel = /\b(?:error|code)\s+|错误码?\s+/giu;

/** Returns the further codes behind a code: ", E1004" of "E1003, E1004: Too late". Statuses stand beside statuses only. */
export function otherCodes(code: string, behind: string, isTitle = false): string {
  // "F002 / F003 Overvoltage": without a sign behind them, codes must look alike.
  const [alike = ''] =
    (isTitle && /^(?:\s*[,，、/／&]\s*[\p{L}\p{N}_.-]+)+(?=\s+[\p{L}\p{N}])/u.exec(behind)) || [];
  const same = alike.split(/[,，、/／&]/).slice(1);
  if (alike !== '' && same.every((other) => differInDigits(other.trim(), code))) return alike;
  const [list = ''] =
    /^(?:(?:\s*[,，、/／&和与及或]|\s+(?:and|or)\s|\u3000)\s*(?:(?:error|code|错误码?)\s+)?(?:(?![和与及或])[\p{L}\p{N}_.-])*(?![和与及或])[\p{L}\p{N}])+(?=\s*(?:[:：(（]|$|\s[-–—]))/iu.exec(
      behind,
    ) ?? [];
  const codes = list
    .split(/[,，、/／&和与及或\u3000]|\s(?:and|or)\s/)
    .map((code) => code.trim().replace(repeatedLabel, ''))
    .slice(1);
  const mayBe = (other: string) => isHttpStatus(code) || !isHttpStatus(other);
  return codes.every((other) => isSureCode(other) && mayBe(other)) ? list : '';
}
