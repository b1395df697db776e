/** Codes at the beginning of a heading, a paragraph, a term or a list item. */
import { isHttpStatus, isSureCode, readCodeWord } from '../../code-words.ts';
import type { HeadingLookup } from '../../headings.ts';

/** A code and what follows it in the same text. */
export interface Lead {
  code: string;
  /** The label before the code: "错误码". */
  label: string;
  /** Between brackets behind the code: an SQLSTATE, an HTTP status, a name. */
  bracket: string;
  /** Behind the code: a message or a title. */
  rest: string;
}

/**
 * What begins with a code: in running text more is needed to tell it from a word. A sibling is an
 * item of a list in which others are codes for sure: `0: OK` next to `40001: Too late`.
 */
export type LeadKind = 'heading' | 'term' | 'paragraph' | 'item' | 'sibling';

/** Numbers of chapters and list items before a code. */
const enumerator =
  /^(?:[(（]?\d{1,2}(?:\.\d{1,2})*[.)）、](?!\d{1,2}(?!\d))\s*|\d{1,2}(?:\.\d{1,2})+\s+|[一二三四五六七八九十]{1,3}、\s*)/;
/** A general word before a code, if no heading list knows the label. */
const generalLabel =
  /^(?:(?:error|err|exception|fault|错误|异常|故障)(?:\s+(?:code|no\.?|number|id))?|(?:message|msg|alarm|event|return|result|reason)\s+(?:code|no\.?|number|id))(?:[\s:：#]+|(?=\[))/i;
/** A word in capitals before a number: "SQLCODE 9005". Others are standards: "RFC 7807". */
const capitals = /^(?:[A-Z]*(?:CODE|ERR|ERROR|STATE|FAULT)|TODO|FIXME)\s+(?=\d{3,}(?![\d.]))/;
/** "错误码 20002", "Error code E100". */
const labelBeforeNumber = /^(\D{2,40}?)\s*[:：#]?\s*(?=[-+]?[A-Za-z]*[_.-]?\d)/;
const token =
  /^(?<open>[[【`"'“「]?)(?<code>[-+]?[\p{L}\p{N}_](?:[\p{L}\p{N}_.\-/%]*[\p{L}\p{N}_%])?)(?<close>[\]】`"'”」]?)/u;
const rangeEnd =
  /^\s*(?:~|～|(?:to|through|thru)\b|-{1,4}|–|—|至|到)\s*([\p{L}\p{N}_.-]*\d[A-Za-z]{0,2})(?![\p{L}\p{N}])/iu;

/** Whether a text begins with a range of codes: "E102–E105". */
export function startsRange(text: string): boolean {
  return [text.trim(), text.trim().replace(enumerator, '')].some((start) => {
    const { code = '', open = '' } = token.exec(start)?.groups ?? {};
    const behind = start.slice(open.length + code.length);
    return isSureCode(code) && (isJoinedRange(code) || isRange(code, behind));
  });
}

/** Whether two codes have the same letters and signs, and as many digits at the same places. */
const differInDigits = (one: string, other: string): boolean =>
  one.replace(/\d/g, '0') === other.replace(/\d/g, '0');

/** "E05-E07": two codes that differ in digits only. */
function isJoinedRange(code: string): boolean {
  const [, first = '', last = ''] =
    /^(\p{L}[\p{L}\p{N}_.]*\d)-(\p{L}[\p{L}\p{N}_.]*\d)$/u.exec(code) ?? [];
  return first !== '' && differInDigits(first, last);
}

/** "4000 to 4499" and "ORA-01000 ~ ORA-01499" are ranges: titles of groups. */
function isRange(code: string, behind: string): boolean {
  const [, end] = rangeEnd.exec(behind) ?? [];
  return end !== undefined && differInDigits(end, code);
}

/**
 * Returns the code with which a text begins; undefined if it begins with something else.
 *
 * @param text A heading, a term, or the first line of a paragraph or list item.
 * @param lookUp Tells labels of codes, from the heading lists.
 * @param bold What is bold at the beginning of the text.
 * @example readLead('ERROR 4003 (42000): Out of range', 'heading', lookUp)
 * // => { code: '4003', label: 'ERROR', bracket: '42000', rest: 'Out of range' }
 */
export function readLead(
  text: string,
  kind: LeadKind,
  lookUp: HeadingLookup,
  bold = '',
): Lead | undefined {
  // Converters write `** E_IO **`, which is not bold.
  const plain = text
    .replace(unseen, '')
    .replace(/^\*\*\s+(\S+)\s+\*\*$/, '$1')
    .replace(/\s*¶$/u, '')
    .replace(signBefore, '');
  for (const start of new Set([plain, plain.replace(enumerator, '')])) {
    const { label, isOfCode, rest } = splitLabel(start.trim(), lookUp);
    const match = token.exec(rest);
    const { code = '', open = '', close = '' } = match?.groups ?? {};
    const isQuoted = open !== '' && close !== '';
    if (!match || !isCode(code, kind, isOfCode || isQuoted, label !== '', lookUp)) continue;
    // "**E01, E04** Clean the filter": all that is bold are codes.
    const inBold = bold.startsWith(code) ? otherCodes(code, bold.slice(code.length)) : '';
    const others = inBold || otherCodes(code, rest.slice(match[0].length));
    const behind = rest.slice(match[0].length + others.length);
    // "All codes: Reset by the user" is a sentence, "AUTH messages" the title of several.
    if (/^(?:[A-Z][a-z]+|[A-Z]+)$/.test(code) && /^\s+\p{Ll}/u.test(behind)) continue;
    // Questions are numbered.
    if (/^Q\d{1,2}$/.test(code) && /[?？]\s*$/.test(behind)) continue;
    // "The code of beginning 2 is third party" is a sentence.
    const isLoose = /^\d{1,2}$/.test(code) && /\p{L}\s*$/u.test(start.slice(0, -rest.length));
    const tail = readTail(
      behind,
      kind,
      (label !== '' && !isLoose) ||
        open !== '' ||
        inBold !== '' ||
        code === bold ||
        isBoldCode(bold, code, bold === plain && (kind === 'item' || kind === 'sibling')),
    );
    if (tail && !isRange(code, behind) && !isJoinedRange(code))
      return { code: withCommas(code + others.replaceAll(repeatedLabel, '')), label, ...tail };
  }
  return undefined;
}

/** A longer text is no title. */
const longestTitle = 300;

/**
 * Returns the code in brackets behind a title: "Currency mismatch (TLY-12)". An HTTP status or a version
 * there is none.
 */
export function readLeadAtEnd(text: string): Lead | undefined {
  if (text.length > longestTitle) return undefined;
  const [, rest = '', code = ''] =
    /^(.*[^\s(（[【])\s*[(（[【]\s*([^()（）[\]【】\s]+)\s*[)）\]】]\s*¶?$/su.exec(text) ?? [];
  const isVersion = /^v?\d+(?:\.\d+)*$/i.test(code) && !/^\d{4,}$/.test(code);
  const isCode = /\d/.test(code) && isSureCode(code) && !isVersion && !isHttpStatus(code);
  return isCode ? { code, label: '', bracket: '', rest } : undefined;
}

/**
 * Whether a bold text begins with a code. A number may be one of "200 requests", unless the item is
 * nothing but bold.
 */
const isBoldCode = (bold: string, code: string, isWhole: boolean): boolean =>
  isSureCode(code) &&
  (isWhole || /\p{L}/u.test(code)) &&
  bold.startsWith(code) &&
  !/^[\p{L}\p{N}]/u.test(bold.slice(code.length));

/** A picture before a title. */
const signBefore = /^(?:\p{Extended_Pictographic}|\p{So}|\uFE0F|\u200D)+\s*(?=\S)/u;

/** Characters that nobody sees. */
const unseen = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;

/** Writes names between slashes as a list: "NoSuchBucket/NoSuchKey". */
function withCommas(codes: string): string {
  const parts = codes.split(/\s*\/\s*/);
  return parts.length > 1 && parts.every((part) => readCodeWord(part) === 'name')
    ? parts.join(', ')
    : codes;
}

/** The label of a code again, as in "Error 7002 / Error 7003". */
const repeatedLabel = /\b(?:error|code)\s+|错误码?\s+/giu;

/** Returns the further codes behind a code: ", E1004" of "E1003, E1004: Too late". Statuses stand beside statuses only. */
function otherCodes(code: string, behind: string): string {
  const [list = ''] =
    /^(?:(?:\s*[,，、/&和与及或]|\s+(?:and|or)\s)\s*(?:(?:error|code|错误码?)\s+)?(?:(?![和与及或])[\p{L}\p{N}_.-])*(?![和与及或])[\p{L}\p{N}])+(?=\s*(?:[:：(（]|$|\s[-–—]))/iu.exec(
      behind,
    ) ?? [];
  const codes = list
    .split(/[,，、/&和与及或]|\s(?:and|or)\s/)
    .map((code) => code.trim().replace(repeatedLabel, ''))
    .slice(1);
  const mayBe = (other: string) => isHttpStatus(code) || !isHttpStatus(other);
  return codes.every((other) => isSureCode(other) && mayBe(other)) ? list : '';
}

/** Whether words before a number are a label of codes, and not the beginning of a sentence. */
function isLabelOfCode(words: string, lookUp: HeadingLookup): boolean {
  const isSentence = /[.!?。！？:：,，;；]/.test(words) || words.split(/\s+/).length > 4;
  return !isSentence && lookUp(words)?.field === 'code';
}

/** Splits off a label; "Error" before a code is a general one, "Error code" is one of codes. */
function splitLabel(
  text: string,
  lookUp: HeadingLookup,
): { label: string; isOfCode: boolean; rest: string } {
  const [whole = '', label = ''] = /^([^:：]{1,40}?)\s*[:：]\s*(?=\S)/.exec(text) ?? [];
  if (label !== '' && !/[\d.!?。！？]/.test(label) && lookUp(label)?.field === 'code') {
    return { label, isOfCode: true, rest: text.slice(whole.length) };
  }
  const [before = '', words = ''] = labelBeforeNumber.exec(text) ?? [];
  if (isLabelOfCode(words, lookUp)) {
    return { label: words, isOfCode: true, rest: text.slice(before.length) };
  }
  const [general = ''] = generalLabel.exec(text) ?? capitals.exec(text) ?? [];
  const name = general.replace(/[\s:：#]+$/, '');
  return { label: name, isOfCode: false, rest: text.slice(general.length) };
}

/** Splits what follows a code; undefined if it shows that the text is a sentence. */
function readTail(
  text: string,
  kind: LeadKind,
  isMarked: boolean,
): { bracket: string; rest: string } | undefined {
  const [whole = '', bracket = ''] =
    /^\s*[(（[【]([^()（）[\]【】]{1,60})[)）\]】]/.exec(text) ?? [];
  const behind = text.slice(whole.length);
  const [separator] =
    /^\s*(?:[:：,，;；|]|[-–—=]+(?=\s)|\.(?=\s)|(?=["“'「])|$)\s*/.exec(behind) ?? [];
  if (separator !== undefined) {
    return { bracket, rest: unquote(behind.slice(separator.length).trim()) };
  }
  // Headings need no sign between a code and its title.
  const isTitle = kind === 'heading' || kind === 'term' || isMarked;
  return isTitle && /^\s/.test(behind) ? { bracket, rest: unquote(behind.trim()) } : undefined;
}

const quoted = /^(?:"([^"]*)"|“([^“”]*)”|「([^「」]*)」)$/;

function unquote(text: string): string {
  const [, ...inside] = quoted.exec(text) ?? [];
  return inside.find((one) => one !== undefined) ?? text;
}

/**
 * Whether a text begins with a code.
 *
 * @param isMarked Whether it is quoted, or follows a label of codes.
 * @param isLabelled Whether it follows any label, such as "Error".
 */
function isCode(
  code: string,
  kind: LeadKind,
  isMarked: boolean,
  isLabelled: boolean,
  lookUp: HeadingLookup,
): boolean {
  // Versions and dates begin headings of other documents.
  const isVersion = /^v?\d+(?:\.\d+)+$/i.test(code) || /^\d{4}-\d\d(?:-\d\d)?$/.test(code);
  const word = code.split('/').every((part) => readCodeWord(part) === 'name')
    ? 'name'
    : readCodeWord(code);
  if (word === undefined || isVersion) return isVersion && isMarked;
  if (/\d/.test(code)) return isMarked || isLabelled || kind === 'sibling' || isSureCode(code);
  const isPlain = /^(?:[A-Z]+|[A-Z]?[a-z]+)$/.test(code);
  // "Error", "NOTE" and "Solution" are titles of texts.
  if (isPlain && lookUp(code) !== undefined) return false;
  if (word === 'name' && !isPlain) return true;
  if (isMarked) return /^[A-Z]/.test(code);
  return (kind === 'heading' || kind === 'term') && word === 'name';
}
