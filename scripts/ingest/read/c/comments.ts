import { isDisabledCode } from './disabled-code.ts';
import type { Token } from './tokenise.ts';

/** A comment, or several in lines after each other. */
export interface Comment {
  line: number;
  endLine: number;
  column: number;
  text: string;
  /** The line of each line of its text. */
  lines: number[];
  /** Whether it is marked as documentation: `/**`, `///`. */
  isDoc: boolean;
  /** Whether it is the title of a part, between rulers: `/* === Network === *\/`. */
  isTitle: boolean;
  /** Whether code stands in front of it on its line. */
  isBehind?: boolean;
  /** The lines that are code. */
  disabled: number[];
}

/** Returns the prose of a comment: without its marks, rulers and disabled code. */
export function readComment({ text, line, endLine, column }: Token): Comment {
  const disabled: number[] = [];
  const all = text
    // A line comment that a backslash continues.
    .replace(/\\\n/g, '\n')
    .replace(/^\/\*[*!]*<?|\*+\/$|^\/\/[/!]*<?/g, '')
    .split('\n')
    .map((each, index) => ({
      line: line + index,
      text: each
        .replace(/^\s*\*+(?=\s|$)/, '')
        .replace(/[\\@](brief|short)\b/, '')
        .replace(/([-=*#~_/])\1{2,}/g, ' ')
        .trim(),
    }))
    .filter((each) => {
      const isCode = isDisabledCode(each.text);
      if (isCode && /\w/.test(each.text)) disabled.push(each.line);
      return !isCode;
    });
  const isFilled = (each: { text: string }) => each.text !== '';
  const kept = all.slice(all.findIndex(isFilled), all.findLastIndex(isFilled) + 1);
  const prose = kept.map((each) => each.text).join('\n');
  const lines = kept.map((each) => each.line);
  const quoted = /^"(.*)"$/s.exec(prose)?.[1];
  const isDoc = /^\/\*[*!](?!\*)|^\/\/[/!]/.test(text);
  const isTitle = /^\/[/*]\s*([-=*#~_])\1{2,}[^\n]*[\p{L}\p{N}][^\n]*?\1{3}/u.test(text);
  return { text: quoted ?? prose, lines, line, endLine, column, isDoc, isTitle, disabled };
}

const range =
  /(-?(?:0x[\da-f]+|\d+)) *(?:~|～|-|–|—|…|\.\.+|to|through|至|到) *-?(0x[\da-f]+|\d+)/i;
const reserved = /\b(?:reserved|unused|not used)\b|保留|预留|未使用/i;

/** Whether a comment is about several codes: `6~9 …`, `codes -10 to -19 are reserved`. */
export function isAboutRange({ text }: Comment): boolean {
  const found = range.exec(text);
  const [, low, high] = found ?? [];
  const isRange = Math.abs(Number(high)) > Math.abs(Number(low));
  const before = text.slice(0, found?.index);
  // "General: 0x0000 ~ 0x00FF"
  const isTitle = /^[\p{L} ]{1,30}[:：]\s*$/u.test(before) && text.endsWith(found?.[0] ?? '');
  return isRange && (/^\W{0,3}$/.test(before) || isTitle || reserved.test(text));
}

/** Whether a comment says that it is about the line above: `// timed out (see the line above)`. */
export const isAboutLineAbove = ({ text }: Comment): boolean =>
  /上一?行|(?:previous|preceding|above) line|line above/i.test(text);

/** Whether a comment in front of a definition is about a page, a file or a group. */
export function isAboutPart({ text, isTitle }: Comment, code = ''): boolean {
  const [, low, high] =
    /(0x[\da-f]+|\d+) *(?:~|～|-|–|—|to|至|到) *(0x[\da-f]+|\d+)\)?$/i.exec(text) ?? [];
  const isInRange = Number(low) <= Number(code) && Number(code) <= Number(high);
  // `[-100, 0) common error`
  const isInterval = /^[[(] *-?(?:\d+|oo|inf|∞) *, *[-+]?(?:\d+|oo|inf|∞) *[\])]/.test(text);
  const isPage = /^\s*[\\@](?:page|file|mainpage|defgroup|addtogroup|section|name|[{])/m.test(text);
  return isTitle || isPage || isInRange || isInterval || listCodes(text).length > 1;
}

const codeInText = String.raw`([-+]?(?:0x[\da-fA-F]+|\d+)|[A-Z][A-Z\d]*_[A-Z\d_]+)`;
/** A line about a code: `| 21 | E_IO | …`, `E_IO: input failed`. */
const codeLine = new RegExp(
  String.raw`^[\s*|•+-]*${codeInText}\s*(?:[|:=：–—>、，（(]|-\s|\s{2,}).*\p{L}`,
  'u',
);
/** A line that begins with what can only be a code: `ERR-3001: The spooler is not running`. */
const sureLine = /^[\s*|•+-]*([A-Z]{1,10}[-_]?\d{3,})(?=\s*[:：]|$)/;
/** `Code 24 is raised by model B only` */
const namedLine =
  /^[\s*|•+-]*(?:(?:error )?code|error|错误码|返回码)\s*[:：#]?\s*(-?(?:0x[\da-f]+|\d+))\b.*\p{L}/iu;
/** What a message compiler writes above a code. */
const messageId = /^MessageId:\s*([A-Z_]\w*)$/;
const returned = new RegExp(String.raw`[\\@]retval\s+${codeInText}`);

/** A line of a comment that tells what a code means. */
export interface CodeLine {
  code: string;
  /** The place among the lines. */
  at: number;
  text: string;
  /** Whether it is a result of a function. */
  isResult: boolean;
}

/**
 * Lists the lines of a comment that tell what codes mean: `\retval 25 Cable cut`, or two lines or
 * more that begin with codes.
 */
export function listCodes(text: string): CodeLine[] {
  const match = (pattern: RegExp) =>
    text.split('\n').flatMap((line, at): CodeLine[] => {
      const code = pattern.exec(line)?.[1];
      return code === undefined ? [] : [{ code, at, text: line, isResult: pattern === returned }];
    });
  const list = match(codeLine);
  const rows = list.length > 1 ? list : match(sureLine);
  return [...rows, ...match(namedLine), ...match(messageId), ...match(returned)];
}

/** Joins a comment with one in the next line. */
export function joinComments(first: Comment, next: Comment): Comment {
  const parts = [first, next].filter((each) => each.text !== '');
  const text = parts.map((each) => each.text).join('\n');
  return { ...first, endLine: next.endLine, text, lines: parts.flatMap(({ lines }) => lines) };
}

/** A definition of an error. */
export interface Definition {
  line: number;
  endLine: number;
  /** Name of its enum. */
  group: string;
  /** The line of its array: the rows of one array are one table. */
  array?: number;
  /** Whether it is a row of a list: an enumerator, a call of a macro. */
  isRow?: boolean;
  /** Texts by heading: code, symbol, message … */
  texts: Map<string, string>;
  trailing?: Comment | undefined;
  leading?: Comment | undefined;
}
