/** Codes at the beginning of a heading, a paragraph, a term or a list item. */
import { isHttpStatus, isSureCode, readCodeWord } from '../../code-words.ts';
import type { HeadingLookup } from '../../headings.ts';
import {
  enumerator,
  isJoinedRange,
  isRange,
  otherCodes,
  prefixedNumber,
  repeatedLabel,
  token,
  withCommas,
} from './code-ranges.ts';
import { splitLabel } from './lead-labels.ts';

/** A code and what follows it in the same text. */
export interface Lead {
  code: string;
  /** The label before the code: "错误码". */
  label: string;
  /** Between brackets behind the code: an SQLSTATE, an HTTP status, a name. */
  bracket: string;
  /** Behind the code: a message or a title. */
  rest: string;
  /** The mark of a footnote: `[^1]`. */
  mark?: string;
}

/**
 * What begins with a code: in running text more is needed to tell it from a word. A sibling is an
 * item of a list in which others are codes for sure: `0: OK` next to `40001: Too late`.
 */
export type LeadKind = 'heading' | 'term' | 'paragraph' | 'item' | 'sibling';

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
    .replace(signBefore, '')
    // `%ASA-1-101001: Cable OK`, as network devices write it.
    .replace(/^%(?=[A-Z][A-Z\d_]*-\d)/, '');
  for (const start of new Set([plain, plain.replace(enumerator, '')])) {
    const own = prefixedNumber.exec(start.trim());
    const isOwn = own !== null && lookUp.names?.has(own[0]) === true;
    const { label, isOfCode, rest } = isOwn
      ? { label: '', isOfCode: false, rest: start.trim() }
      : splitLabel(start.trim(), lookUp);
    const match = isOwn ? own : token.exec(rest);
    const { code = '', open = '', close = '' } = match?.groups ?? {};
    const isQuoted = open !== '' && close !== '';
    const isMarked = isOfCode || isQuoted || (kind === 'sibling' && bold === code);
    if (!match || !isCode(code, kind, isMarked, label !== '', lookUp)) continue;
    const [, before = '', mark = ''] = footnote.exec(rest.slice(match[0].length)) ?? [];
    const behindCode = before + rest.slice(match[0].length + before.length + mark.length);
    // "**E01, E04** Clean the filter": all that is bold are codes.
    const inBold = bold.startsWith(code) ? otherCodes(code, bold.slice(code.length)) : '';
    const [, otherName = ''] = (lookUp.names?.has(code) && secondName.exec(behindCode)) || [];
    if (otherName !== '') return { code: `${code}, ${otherName}`, label, bracket: '', rest: '' };
    const others = inBold || otherCodes(code, behindCode, kind === 'heading' || kind === 'term');
    const behind = behindCode.slice(others.length);
    const isAboutAll = !/\d/.test(code) && titleOfAll.test(behindCode);
    const isOfManual =
      ofManual.test(plain) ||
      (/^[A-Z]+$/.test(code) && inCapitals.test(plain.replace(/\s*\([^()]*\)$/, '')));
    if (kind === 'heading' && (isAboutAll || isOfManual)) continue;
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
        lookUp.names?.has(code) === true ||
        open !== '' ||
        inBold !== '' ||
        code === bold ||
        isBoldCode(bold, code, bold === plain && (kind === 'item' || kind === 'sibling')),
      /^\d+$/.test(code),
    );
    if (tail && !isRange(code, behind) && !isJoinedRange(code))
      return {
        code: withCommas(code + others.replaceAll(repeatedLabel, '')),
        label,
        ...tail,
        ...(mark !== '' && { mark: mark.trim() }),
      };
  }
  return undefined;
}

/** The mark of a footnote behind a code, or behind brackets: "E1 (late) [#n]". */
const footnote = /^(\s*(?:[(（][^()（）]{1,60}[)）])?)(\s*\[(?:\^[^\]\s]+|[#*]\w*)\])/;

/** "condor_shadow Exit Codes", "AUTH 错误码": the title of all codes of a thing. */
const titleOfAll =
  /^\s+(?:(?:alarm|error|event|exit|fault|reason|result|return|status|warning)\s+)?(?:codes?|messages)\s*$|^\s*(?:错误|返回|状态|退出|告警|故障)[码代]码?(?:列表)?\s*$/i;

/** Titles of the sections of manuals: "EXIT STATUS", "OPTIONS". */
const ofManual =
  /^(?:ARGUMENTS|AUTHORS?|BUGS|COMMANDS|COPYRIGHT|DIAGNOSTICS|ENVIRONMENT|ERRORS|EXAMPLES?|EXIT|FILES|HISTORY|NAME|NOTES?|OPTIONS|OVERVIEW|PARAMETERS|RETURN|SECURITY|STANDARDS|SYNOPSIS|USAGE|WARNINGS?)(?: [A-Z]+)?$/;

/** "STATE REGISTERS": the first word is no name. */
const inCapitals = /^[A-Z]+(?: [A-Z&]+)+$/;

/** A second name behind one that is joined by signs: "storage/full and storage/late". */
const secondName = /^[`"'”]?\s*(?:and|or|[,，、/&和与或])\s*[`"'“]?(\w+(?:[./-]\w+)+)[`"'”]?\s*$/;

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

/** Splits what follows a code; undefined if it shows that the text is a sentence. */
function readTail(
  text: string,
  kind: LeadKind,
  isMarked: boolean,
  isNumber: boolean,
): { bracket: string; rest: string } | undefined {
  const [whole = '', bracket = ''] =
    /^\s*[(（[【]([^()（）[\]【】]{1,60})[)）\]】]/.exec(text) ?? [];
  const behind = text.slice(whole.length);
  const [separator] =
    /^\s*(?:[:：,，;；|·•]|[-–—=]+(?=\s)|\.(?=\s)|(?=["“'「])|$)\s*/.exec(behind) ?? [];
  if (separator !== undefined) {
    const rest = unquote(behind.slice(separator.length).trim());
    // A lone quotation mark is a typo.
    return { bracket, rest: /^["'”“]$/.test(rest) ? '' : rest };
  }
  // A badge with the status is all that follows: "NoSuchKey 404".
  const [, status] = /^\s+([1-5]\d\d)$/.exec(behind) ?? [];
  if (status !== undefined && bracket === '' && !isNumber) return { bracket: status, rest: '' };
  // Headings need no sign between a code and its title; others need none before a name that ends the line.
  const isTitle = kind === 'heading' || kind === 'term' || isMarked || longName.test(behind.trim());
  return isTitle && /^\s/.test(behind) ? { bracket, rest: unquote(behind.trim()) } : undefined;
}

/** `TOO_MANY_REQUESTS`, `NoSuchKey`, `UNKNOWN`: a word like `USDT` may be a unit. */
const longName = /^(?:[A-Z][A-Z\d]*(?:_[A-Z\d]+)+|[A-Z]{6,}|(?:[A-Z][a-z]+){2,})$/;

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
  if (lookUp.names?.has(code)) return true;
  // Versions and dates begin headings of other documents.
  const isVersion = /^v?\d+(?:\.\d+)+$/i.test(code) || /^\d{4}-\d\d(?:-\d\d)?$/.test(code);
  const word = code.split('/').every((part) => readCodeWord(part) === 'name')
    ? 'name'
    : readCodeWord(code);
  if (word === undefined || isVersion) return isVersion && isMarked;
  if (/\d/.test(code)) return isMarked || isLabelled || kind === 'sibling' || isSureCode(code);
  const isPlain = /^(?:[A-Z]+|[A-Z]?[a-z]+)$/.test(code);
  // `ABORTED` beside `NOT_FOUND`.
  if (kind === 'sibling' && /^[A-Z]{4,}$/.test(code)) return lookUp(code) === undefined;
  // "Error", "NOTE" and "Solution" are titles of texts.
  if (isPlain && lookUp(code) !== undefined) return false;
  if (word === 'name' && !isPlain) return true;
  if (isMarked) return /^[A-Z]/.test(code);
  return (kind === 'heading' || kind === 'term') && word === 'name';
}
