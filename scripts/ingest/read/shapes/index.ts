/** How the codes of a document are arranged: found by counting, or set in the registry. */
import type { ReadResult, Table } from '../../../../src/model/document.ts';
import type { Shape } from '../../../../src/model/registry.ts';
import { countAll } from '../../../../src/text/count-all.ts';
import { isConstantName } from '../../code-words.ts';
import { finding } from '../../findings.ts';
import { type HeadingLookup, isListed } from '../../headings.ts';
import { plainText } from '../rich-text.ts';
import { readDefinitionBlocks } from './definition-blocks.ts';
import { joinCodesBelow } from './headings.ts';
import { leadOf, linesOf } from './items.ts';
import type { LeadKind } from './leads.ts';
import { findNames, findShortNumbers, withNames } from './names.ts';
import { findListedNumbers, findPartedNumbers, findPrefixedNumbers } from './numbers.ts';
import { partFurniture } from './page-furniture.ts';
import { isWithin, readTogether } from './paragraphs.ts';
import { listParts, type Part } from './parts.ts';
import type { RecordList } from './recorder.ts';
import { readRecords } from './records.ts';
import {
  cellText,
  codesListed,
  hasCodeColumn,
  listsConstants,
  listsNumbers,
  turnCodes,
} from './tables.ts';
import { tabulateRecords } from './tabulate.ts';
import { listUnread } from './unread.ts';
import { isVertical, turnTables } from './vertical.ts';

/** In the order of preference: a section may have list items that repeat its code. */
const kinds = {
  section: 'heading',
  definition: 'term',
  paragraph: 'paragraph',
  list: 'item',
} as const;
/** A preferred shape wins over one with a few codes more, which may be examples. */
const enough = 0.6;

/**
 * Returns a document whose codes are in tables: those of the source, and for any other shape tables
 * made of its sections, paragraphs or list items, one row a code, one column a label. So everything
 * after reading is the same for all shapes.
 *
 * @param given What the reader of the format returned.
 * @param file Path of the document, for findings.
 * @param wanted The shape that the registry sets; without it the shape with most codes is taken.
 */
export function recogniseShape(
  given: ReadResult,
  file: string,
  lookUp: HeadingLookup,
  wanted?: Shape,
): ReadResult {
  const tablesOfRows = given.tables.map((table) => turnCodes(table, lookUp));
  const document = { ...given, tables: tablesOfRows };
  const read = readDefinitionBlocks(document, file, lookUp);
  if (wanted === 'table') return read;
  const vertical = read.tables.filter((table) => isVertical(table, lookUp));
  // A table without a header in the text of a term has its details.
  const ofCodes = read.tables.filter(
    (table) =>
      !vertical.includes(table) &&
      (table.header.length > 0 || table.role !== 'definition') &&
      hasCodeColumn(table, lookUp),
  );
  if (wanted === 'table-per-code' || (!wanted && vertical.length > countRows(ofCodes))) {
    const turned = turnTables(read, vertical, lookUp);
    return report({ ...read, ...turned }, file, 'table-per-code', vertical.length);
  }
  // A definition in the section of a code is a part of its text.
  const { parts: all, below } = partFurniture(listParts(document));
  const parts = wanted && wanted !== 'section' ? all : joinCodesBelow(all, lookUp);
  const found = (Object.keys(kinds) as (keyof typeof kinds)[]).map((shape) => {
    const list = readRecords(parts, kinds[shape], lookUp);
    return { shape, ...list, count: countCodes(list, parts, kinds[shape], lookUp) };
  });
  const most = Math.max(...found.map(({ count }) => count));
  const first = found.find(({ shape, count }) =>
    wanted ? shape === wanted : count > 0 && count >= most * enough,
  );
  const paragraphs = readTogether(parts, lookUp);
  const count = countCodes(paragraphs, parts, 'paragraph', lookUp);
  const together: Found = { shape: 'paragraph', ...paragraphs, count };
  const chosen = count > 0 && isWithin(first, together, wanted) ? together : first;
  // A table in the definition of a code is a part of its text.
  const areTerms =
    chosen?.shape === 'definition' &&
    chosen.records.every(({ lead }) => isConstantName(lead.code) || !isNameOfThing(lead.code));
  const outside = ofCodes.filter(({ role }) => role !== 'definition');
  const inTables = countRows(areTerms ? outside : ofCodes);
  // Remarks about codes are no codes, if tables outside of them have more, whatever their headings.
  const own = new Set(chosen?.records.map(({ lead }) => lead.code));
  // All tables of a document below one title that begins like a code: it is the name of a thing.
  const [only] = chosen?.shape === 'section' && chosen.records.length === 1 ? chosen.records : [];
  const isTitle =
    only !== undefined &&
    (isNameOfThing(only.lead.code)
      ? ofCodes.length > 0 || read.tables.some(listsNumbers)
      : (only.texts.size === 1 && read.tables.some(listsNumbers)) || hasRowsOfNumbers(parts));
  // Titles of enums, each above a table of its constants.
  const areTitles =
    chosen?.shape === 'section' &&
    chosen.records.every(({ lead }) => !isConstantName(lead.code) && isNameOfThing(lead.code)) &&
    read.tables.filter(listsConstants).length >= chosen.records.length;
  const beside = (chosen?.rest ?? [])
    .flatMap((part) => (part.type === 'table' ? codesListed(part.table) : []))
    .filter((code) => !own.has(code));
  const again = lookUp.names
    ? undefined
    : findOwnNames(
        parts,
        {
          most,
          chosen: chosen?.count,
          inTables,
          areInTables: outside.length > 0,
        },
        wanted,
      );
  if (again) return recogniseShape(document, file, withNames(lookUp, again.names), again.shape);
  const isEnough =
    wanted !== undefined ||
    (chosen !== undefined && (hasLabels(chosen, lookUp) || isDetailed(chosen, lookUp)));
  if (
    !chosen ||
    (!isEnough && inTables >= Math.max(most, chosen.count)) ||
    (!wanted &&
      !hasLabels(chosen, lookUp) &&
      (isTitle || areTitles || beside.length > chosen.count))
  )
    return { ...read, findings: [...read.findings, ...listUnread(read, file, lookUp)] };
  const { shape, records, rest, plainItems, unread } = chosen;
  const tables = tabulateRecords(records, lookUp);
  const notes = [...rest, ...below].flatMap((part) =>
    part.type !== 'table' && part.note ? [part.note] : [],
  );
  const others = rest.flatMap((part) => (part.type === 'table' ? [part.table] : []));
  const whole = readDefinitionBlocks(
    { ...document, tables: [...tables, ...others], notes },
    file,
    lookUp,
  );
  const plain = plainItems.map(({ line, code }) =>
    finding('item-without-code', { file, line }, code),
  );
  for (const { line, text } of unread) plain.push(finding('part-unread', { file, line }, text));
  plain.push(...listUnread({ ...whole, findings: plain }, file, lookUp, parts));
  return report({ ...whole, findings: [...whole.findings, ...plain] }, file, shape, records.length);
}

/**
 * Returns the codes that only their repetition tells from other words, if they are more than the others, and the
 * shape in which to read them.
 *
 * @param found How many codes the shapes and the tables have, and whether tables of codes are outside of definitions.
 */
function findOwnNames(
  parts: Part[],
  found: { most: number; chosen: number | undefined; inTables: number; areInTables: boolean },
  wanted: Shape | undefined,
): { names: Set<string>; shape?: Shape | undefined } | undefined {
  const { most, chosen, inTables, areInTables } = found;
  const parted = findPartedNumbers(parts).union(findPrefixedNumbers(parts));
  if (parted.size > 0) return { names: parted, shape: wanted };
  if (!wanted) {
    const short = chosen === undefined ? new Set<string>() : findShortNumbers(parts);
    if (short.size > Math.max(chosen ?? 0, inTables)) return { names: short };
    const numbers = findListedNumbers(parts);
    if (numbers.size > Math.max(most, inTables)) return { names: numbers, shape: 'list' };
  }
  const names = chosen === undefined && !areInTables ? findNames(parts) : new Set<string>();
  return names.size > Math.max(1, inTables) ? { names, shape: wanted } : undefined;
}

/** Whether lines begin with numbers and a bar, as rows do in a table that Markdown does not read. */
const hasRowsOfNumbers = (parts: Part[]): boolean =>
  parts.flatMap(linesOf).filter(({ children }) => /^\s*\d+\s*\|/.test(plainText(children))).length >
  1;

const countRows = (tables: Table[]): number =>
  tables.reduce((sum, { rows }) => sum + rows.length, 0);

/** `auth.code2Session`: a name whose digits are a part of its words. */
const isNameOfThing = (code: string): boolean => !/\d(?![A-Z])/.test(code);

type Found = RecordList & { shape: Shape; count: number };

/** Whether the sections of codes explain the rows of a table outside of them, which is an overview. */
function isDetailed({ shape, records, rest, count }: Found, lookUp: HeadingLookup): boolean {
  const tables = rest.flatMap((part) => (part.type === 'table' ? [part.table] : []));
  const listed = new Set(
    tables
      .filter((table) => hasCodeColumn(table, lookUp))
      .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(cellText))),
  );
  const explained = new Set(records.map(({ lead }) => lead.code)).intersection(listed);
  return shape === 'section' && count > 0 && explained.size * 2 > count;
}

/** Whether most sections of codes have texts with labels of the lists: they are no remarks. */
function hasLabels({ shape, records }: Found, lookUp: HeadingLookup): boolean {
  const labelled = records.filter(({ texts }) =>
    [...texts.values()].some(({ label }) => {
      const found = lookUp(label);
      return found !== undefined && isListed(found) && found.field !== 'code';
    }),
  );
  return shape === 'section' && records.length > 1 && labelled.length * 2 > records.length;
}

function report(read: ReadResult, file: string, shape: Shape, codes: number): ReadResult {
  const found = finding('shape-detected', { file, line: 1 }, shape, codes);
  return { ...read, findings: [...read.findings, found] };
}

/** "Code 251 is only sent by version 3" is a remark. */
const verb =
  /^(?:is|are|was|were|has|have|can|cannot|may|must|should|will|does|do|means|needs|requires|depends|occurs|appears)\b/;

/** Counts the codes that begin a part of a kind; 0 if they are exceptions among such parts. */
function countCodes(
  { records }: RecordList,
  parts: Part[],
  kind: LeadKind,
  lookUp: HeadingLookup,
): number {
  const codes = new Set(records.map(({ lead }) => lead.code));
  // A word before a colon that begins many parts is a label.
  if (codes.size < records.length / 2) return 0;
  const isLabelled = records.some(({ lead, texts }) => lead.label !== '' || texts.size > 1);
  const isRemark = isLabelled && records.every(({ lead }) => verb.test(lead.rest));
  if (codes.size === 1 && (!isLabelled || isRemark) && kind !== 'heading') return 0;
  if (kind !== 'heading') return codes.size;
  const level = records.length > 0 ? levelOf(parts, lookUp) : 0;
  const isLabel = (part: Part) =>
    part.type === 'heading' && lookUp(plainText(part.children)) !== undefined;
  const siblings = parts.filter(
    (part) => part.type === 'heading' && part.level === level && !isLabel(part),
  ).length;
  return records.length * 2 >= siblings ? codes.size : 0;
}

/** The level at which most headings begin with a code. */
function levelOf(parts: Part[], lookUp: HeadingLookup): number {
  const levels = parts.flatMap((part) =>
    part.type === 'heading' && leadOf(part.children, 'heading', lookUp) ? [part.level] : [],
  );
  return [...countAll(levels)].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
