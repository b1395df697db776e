/** Reports codes in the text that belongs to no code. */
import type { ReadResult, Table } from '../../../../src/model/document.ts';
import type { Finding } from '../../../../src/model/finding.ts';
import { isSureCode, patternOf } from '../../code-words.ts';
import { finding } from '../../findings.ts';
import type { HeadingLookup } from '../../headings.ts';
import { plainText } from '../rich-text.ts';
import { rangeOf, startsRange } from './code-ranges.ts';
import { linesOf } from './items.ts';
import { findNames, joinedName, listNumbers, withNames } from './names.ts';
import { readTogether } from './paragraphs.ts';
import { listParts, type Part } from './parts.ts';
import { readRecords } from './records.ts';
import { cellText } from './tables.ts';

/** A status or a class of statuses, as labels of a list are: no sure code. */
const status = /^[1-5](?:\d\d|xx)(?![\dA-Za-z_])/i;

/**
 * Reports what begins with a code in the notes of a document, whose codes are in another shape:
 * headings, terms, paragraphs and items of lists; and lines that begin with a code like those of the
 * document, whatever follows it. One with a text is reported even if its code is known.
 *
 * @param result A document whose codes are in tables.
 * @param file Its path.
 * @param all All parts of the document, also those that are in its tables now.
 */
export function listUnread(
  { tables, notes, findings }: ReadResult,
  file: string,
  lookUp: HeadingLookup,
  all: readonly Part[] = [],
): Finding[] {
  const known = new Set(
    tables.flatMap(({ header, rows }) =>
      [...header, ...rows].flatMap(({ cells }) =>
        cells.map(cellText).flatMap((text) => [text, ...codesIn(text)]),
      ),
    ),
  );
  const reported = new Set(findings.map(({ place }) => place.line));
  const parts = listParts({ tables: [], notes, findings: [] });
  const names = findNames(parts);
  const isCode = (code: string) => isSureCode(code) || names.has(code);
  const areStatuses = tables.some((table) =>
    codesOfTable(table, lookUp).some((code) => status.test(code)),
  );
  const isUnread = (code: string) =>
    isCode(code) && (areStatuses || !status.test(code)) && !known.has(code);
  const lookUpAny = withNames(lookUp, names);
  const [sections, terms, items] = (['heading', 'term', 'item'] as const).map(
    (kind) => readRecords(parts, kind, lookUpAny).records,
  );
  const hasCamels = [...known].some(isCamel);
  const found = [sections, terms, items, readTogether(parts, lookUpAny).records]
    .flatMap((records = []) => records)
    .filter((record) => {
      const { lead, texts: own } = record;
      const codes = names.has(lead.code) ? [lead.code] : splitList(lead.code);
      const hasText = own.size > 0 || (lead.rest !== '' && !sections?.includes(record));
      // A list of links above the sections is an overview.
      const isLink = lead.url !== undefined;
      // "macOS" and "PutItem" are titles, unless codes are such words.
      const isTitle = sections?.includes(record) && codes.every(isCamel) && !hasCamels;
      const isNumber = (code: string) =>
        lead.label !== '' && /^\d+$/.test(code) && !known.has(code);
      if (codes.some((code) => isUnread(code) || isNumber(code))) return !isTitle;
      return hasText && !isLink && codes.every((code) => known.has(code));
    })
    .map(({ lead, line }) => ({ line, text: `${lead.code} ${lead.rest}`.trim() }));
  // A title that is a further name in a table, or has a code of it: "Long text of 002".
  for (const [index, part] of parts.entries()) {
    if (part.type !== 'heading') continue;
    const text = plainText(part.children).trim();
    const [from = '', to = ''] = rangeOf(text) ?? [];
    const isEmptyRange =
      from !== '' && part.level > 1 && ![...known].some((code) => isBetween(code, from, to));
    const isName = known.has(text) && joinedName.test(text);
    const words = text.split(/[\s(（)）:：,，]+/);
    const isAbout = words.length <= 8 && words.some((word) => isNumbered(word) && known.has(word));
    const hasText = ![undefined, 'heading'].includes(parts[index + 1]?.type);
    if (
      isName ||
      isEmptyRange ||
      (isAbout && hasText && !words.some(startsRange) && !startsRange(text))
    )
      found.push({ line: part.line, text });
  }
  for (const { line, children } of listNumbers(parts))
    found.push({ line, text: plainText(children) });
  for (const part of parts) {
    const lines = part.type === 'block' && part.block.type === 'code' ? linesOf(part) : [];
    const constants = lines.filter(({ children }) => explained.test(plainText(children)));
    const [first] = constants;
    if (first && constants.length > 1)
      found.push({ line: first.line, text: plainText(first.children).trim() });
  }
  const patterns = new Set([...known].filter(isNumbered).map(patternOf));
  // Lists and code in the text of a code are its details.
  const texts = all.filter(
    (part) => part.type === 'term' || (part.type === 'block' && part.block.type === 'paragraph'),
  );
  const outside = parts.filter(({ line }) => !reported.has(line));
  const isOutside = new Set(outside);
  const isLikeKnown = (code: string) =>
    isNumbered(code) &&
    (areStatuses || !status.test(code)) &&
    !known.has(code) &&
    patterns.has(patternOf(code));
  const wordsIn = (text: string) => text.match(letteredWord) ?? [];
  for (const part of [...texts, ...outside]) {
    for (const { line, children } of linesOf(part)) {
      const text = plainText(children).trim();
      const [, first = ''] = firstWord.exec(text) ?? [];
      const numbers = [...text.matchAll(numberOfCode)].map(([, number = '']) => number);
      const words = isOutside.has(part) ? [first, ...wordsIn(text), ...numbers] : [first];
      if (words.some(isLikeKnown) && !startsRange(text)) found.push({ line, text });
    }
  }
  const lines = new Map(found.reverse().map(({ line, text }) => [line, text]));
  return [...lines]
    .filter(([line]) => !reported.has(line))
    .sort(([a], [b]) => a - b)
    .map(([line, text]) => finding('part-unread', { file, line }, text.slice(0, 200)));
}

/** The cells of the column of codes of a table. */
function codesOfTable({ header, rows, fields }: Table, lookUp: HeadingLookup): string[] {
  const headings = header.at(-1)?.cells ?? [];
  const isCode = (_: unknown, column: number) =>
    (fields?.[column] ?? lookUp(cellText(headings[column]))?.field) === 'code';
  return rows.flatMap(({ cells }) => cells.filter(isCode).map(cellText));
}

/** Whether the number at the end of a code is between those of two others. */
function isBetween(code: string, from: string, to: string): boolean {
  const [first, own, last] = [from, code, to].map((one) =>
    Number(/\d+$/.exec(one)?.[0] ?? Number.NaN),
  );
  return Number(first) <= Number(own) && Number(own) <= Number(last);
}

const splitList = (text: string): string[] => text.split(/[\s,，、/&和与及或]+/);
/** The codes of a cell that is a list of them. */
function codesIn(text: string): string[] {
  const parts = splitList(text);
  return parts.length > 1 && parts.every(isSureCode) ? parts : [];
}

/** A constant with a number of several digits, and a comment: `ErrInternal = 10001 // Internal error`. */
const explained = /^[^"]*[=(,]\s*-?(?:\d{3,}|0x[\da-f]+)\b[^"]*(?:\/\/|\/\*|#|--)\s*\S/i;
const firstWord = /^[^\p{L}\p{N}]*([\p{L}\p{N}][\p{L}\p{N}_.-]*[\p{L}\p{N}])(?![\p{L}\p{N}])/u;
/** A word of letters and digits anywhere in a line. */
const letteredWord = /[A-Z][A-Za-z]*[_.-]?\d[\w.-]*(?<![.-])/g;
/** A number that a sentence explains: "另：48001 为接口未授权". */
const numberOfCode =
  /(?<![\d.])(\d{3,})\s*[（(]?[^\s\d）)]{0,12}[）)]?\s*(?:为|表示|是指|代表|means\b|indicates\b)/g;
const isCamel = (word: string): boolean => /^(?:[A-Z]?[a-z]+[A-Z][A-Za-z]*)$/.test(word);
/** Whether a word is a code for sure, or may be one beside others like it: `13.20.00`. */
const isNumbered = (code: string): boolean =>
  /\d/.test(code) && (isSureCode(code) || /^\d+(?:\.\d+)+$/.test(code));
