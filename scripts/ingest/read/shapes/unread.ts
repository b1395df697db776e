/** Reports codes in the text that belongs to no code. */
import type { ReadResult, Table } from '../../../../src/model/document.ts';
import type { Finding } from '../../../../src/model/finding.ts';
import type { Block } from '../../../../src/model/text.ts';
import { isSureCode, patternOf } from '../../code-words.ts';
import { finding } from '../../findings.ts';
import { type HeadingLookup, isListed } from '../../headings.ts';
import { flattenBlocks, plainText } from '../rich-text.ts';
import { findNames, withNames } from './names.ts';
import { listNumbers } from './numbers.ts';
import { readTogether } from './paragraphs.ts';
import { listParts, type Part } from './parts.ts';
import { readRecords } from './records.ts';
import { cellText } from './tables.ts';
import {
  isNumbered,
  type Known,
  listConstants,
  listLines,
  listTitles,
  status,
  type UnreadLine,
} from './unread-lines.ts';

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
  const known = describeKnown(tables, lookUp);
  const reported = new Set(findings.map(({ place }) => place.line));
  const captions = new Set(
    tables.map(({ caption = [] }) => plainText(caption).trim()).filter((text) => text !== ''),
  );
  // The title of codes is shown with them.
  const parts = listParts({ tables: [], notes, findings: [] }).filter(
    (part) => part.type !== 'heading' || !captions.has(plainText(part.children).trim()),
  );
  const outside = parts.filter(({ line }) => !reported.has(line));
  // Lists and code in the text of a code are its details.
  const texts = all.filter(
    (part) => part.type === 'term' || (part.type === 'block' && part.block.type === 'paragraph'),
  );
  const found = [
    ...listRecords(parts, lookUp, known),
    ...listTitles(parts, known),
    ...listNumbers(parts).map(({ line, children }) => ({ line, text: plainText(children) })),
    ...listConstants(parts),
    ...listInnerTables(tables, lookUp),
    ...listLines(texts, known, false),
    ...listLines(outside, known, true),
  ];
  const lines = new Map(found.reverse().map(({ line, text }) => [line, text]));
  return [...lines]
    .filter(([line]) => !reported.has(line))
    .sort(([a], [b]) => a - b)
    .map(([line, text]) => finding('part-unread', { file, line }, text.slice(0, 200)));
}

function describeKnown(tables: Table[], lookUp: HeadingLookup): Known {
  const codes = new Set(
    tables.flatMap(({ header, rows }) =>
      [...header, ...rows].flatMap(({ cells }) =>
        cells.map(cellText).flatMap((text) => [text, text.replace(footnote, ''), ...codesIn(text)]),
      ),
    ),
  );
  const areStatuses = tables.some((table) =>
    codesOfTable(table, lookUp).some((code) => status.test(code)),
  );
  return { codes, areStatuses, patterns: new Set([...codes].filter(isNumbered).map(patternOf)) };
}

/** The mark of a footnote behind a code. */
const footnote = /\s*\[[^\][]*\]$/;

/** Lists headings, terms, paragraphs and items that begin with codes. */
function listRecords(
  parts: Part[],
  lookUp: HeadingLookup,
  { codes: known, areStatuses }: Known,
): UnreadLine[] {
  const names = findNames(parts);
  const isUnread = (code: string) =>
    (isSureCode(code) || names.has(code)) &&
    (areStatuses || !status.test(code)) &&
    !known.has(code);
  const lookUpAny = withNames(lookUp, names);
  const [sections, terms, items] = (['heading', 'term', 'item'] as const).map(
    (kind) => readRecords(parts, kind, lookUpAny).records,
  );
  const hasCamels = [...known].some(isCamel);
  return [sections, terms, items, readTogether(parts, lookUpAny).records]
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
}

/** Lists the tables of codes within cells: a table there becomes lines, of which the first are its header. */
function listInnerTables(tables: readonly Table[], lookUp: HeadingLookup): UnreadLine[] {
  const fieldOf = (block: Block | undefined) => {
    const text = block?.type === 'paragraph' ? plainText(block.children).trim() : '';
    const found = lookUp(text);
    return found && isListed(found) ? found.field : undefined;
  };
  return tables.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) =>
      cells.flatMap(({ blocks, line }) => {
        const at = blocks.findIndex(
          (block, index) =>
            /^(?:code|alias)$/.test(fieldOf(block) ?? '') &&
            ![undefined, 'code', 'alias'].includes(fieldOf(blocks[index + 1])) &&
            blocks.length > index + 3,
        );
        return at < 0
          ? []
          : [{ line, text: plainText(flattenBlocks(blocks.slice(at))).replaceAll('\n', ' | ') }];
      }),
    ),
  );
}

/** The cells of the column of codes of a table. */
function codesOfTable({ header, rows, fields }: Table, lookUp: HeadingLookup): string[] {
  const headings = header.at(-1)?.cells ?? [];
  const isCode = (_: unknown, column: number) =>
    (fields?.[column] ?? lookUp(cellText(headings[column]))?.field) === 'code';
  return rows.flatMap(({ cells }) => cells.filter(isCode).map(cellText));
}

const splitList = (text: string): string[] => text.split(/[\s,，、/&和与及或]+/);
/** The codes of a cell that is a list of them. */
function codesIn(text: string): string[] {
  const parts = splitList(text);
  return parts.length > 1 && parts.every(isSureCode) ? parts : [];
}

const isCamel = (word: string): boolean => /^(?:[A-Z]?[a-z]+[A-Z][A-Za-z]*)$/.test(word);
