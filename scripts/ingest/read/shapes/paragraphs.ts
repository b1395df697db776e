/** Paragraphs of codes that stand together: `E1: …` on adjacent lines, or with an indented text below. */

import type { Shape } from '../../../../src/model/registry.ts';
import { isSureCode, readCodeWord } from '../../code-words.ts';
import type { HeadingLookup } from '../../headings.ts';
import { plainText } from '../rich-text.ts';
import { leadOf, linesOf } from './items.ts';
import {
  type BlockPart,
  joinLines,
  type Line,
  type Part,
  splitLines,
  startsDefinition,
} from './parts.ts';
import type { RecordList } from './recorder.ts';
import { readRecords } from './records.ts';

/** A code and a colon or a full stop at the beginning of a line: a line of running text may begin with a code alone. */
const codeAndColon = /^\s*%?[[【`"'“「]?([^\s:：]+?)[\]】`"'”」]?\s*(?:[:：](?=\s*\S)|\.(?=\s+\S))/;

/**
 * Reads the paragraphs of codes of a document, those that stand together too.
 *
 * @param document The parts of the document.
 */
export function readTogether(document: Part[], lookUp: HeadingLookup): RecordList {
  const { parts, shared } = splitParagraphs(document, lookUp);
  const list = readRecords(parts, 'paragraph', lookUp);
  shareTexts(list, shared);
  return list;
}

/**
 * Whether paragraphs that stand together have all codes that were found otherwise, and more.
 *
 * @param first What was found otherwise.
 * @param wanted The shape that the registry sets.
 */
export function isWithin(
  first: (RecordList & { shape: Shape }) | undefined,
  together: RecordList,
  wanted?: Shape,
): boolean {
  if (!first || first.shape === 'paragraph') return !wanted || wanted === 'paragraph';
  if (wanted || first.shape !== 'definition') return false;
  const [own, all] = [first, together].map(
    ({ records }) => new Set(records.map(({ lead }) => lead.code)),
  );
  return Boolean(own && all && own.size < all.size && own.isSubsetOf(all));
}

/**
 * Returns the parts of a document in which each paragraph has the text of one code. A term with a text
 * behind its code is such a paragraph: RST takes a line above an indented one for a term.
 *
 * @returns `shared` has the lines of codes that share the text of the next one: `N101` above
 *   `N102` and `: Unknown field.`, a definition list of Markdown.
 */
function splitParagraphs(
  parts: Part[],
  lookUp: HeadingLookup,
): { parts: Part[]; shared: Set<number> } {
  const shared = new Set<number>();
  const codeIn = ({ children }: Pick<Line, 'children'>) =>
    codeAndColon.exec(plainText(children))?.[1] ?? '';
  const firsts = parts.flatMap((part) => {
    if (part.type !== 'block' || part.block.type !== 'paragraph') return [];
    const [first, ...lines] = splitLines(part.block.children, part.line);
    // Several lines of codes below an introduction count, too.
    const codes = lines.filter((line) => isSureCode(codeIn(line)));
    return [...(first ? [first] : []), ...(codes.length >= 2 ? codes : [])];
  });
  const styles = new Set(
    firsts.map(({ children }) => styleOf(leadOf(children, 'paragraph', lookUp)?.code ?? '')),
  );
  const isLead = (line: Pick<Line, 'children'>) => {
    const code = codeIn(line);
    const isStyled = isSureCode(code) && styles.has(styleOf(code));
    return isStyled && leadOf(line.children, 'paragraph', lookUp) !== undefined;
  };
  const isAlone = ({ children }: Line) =>
    isSureCode(plainText(children).trim()) && leadOf(children, 'paragraph', lookUp)?.rest === '';
  const begun = new Set(firsts.map(codeIn));
  const isNew = (line: Line) => isLead(line) && !begun.has(codeIn(line));
  /** Whether a paragraph of the section is a list of codes: "0: OK" above "40001: Too late". */
  let hasListed = false;
  const split = parts.flatMap((part): Part[] => {
    if (part.type === 'heading') hasListed = false;
    if (part.type === 'term' && isLead(part)) return [joinLines([part])];
    if (part.type !== 'block') return [part];
    if (part.block.type === 'code') return splitCode(part, isNew);
    if (part.block.type !== 'paragraph') return [part];
    const lines = splitLines(part.block.children, part.line);
    const codes = lines.map(codeIn);
    const sure = codes.filter(isSureCode);
    const isListed = codes.every((code) => isSureCode(code) || /^[-+]?\d+$/.test(code));
    hasListed ||= isListed && sure.length >= 2 && new Set(sure.map(styleOf)).size === 1;
    if (isListed && hasListed)
      return lines.map((line) => ({ ...joinLines([line]), isSibling: true }));
    const definition = lines.findIndex((line) => startsDefinition(plainText(line.children)));
    const isShared = definition > 1 && lines.slice(0, definition).every(isAlone);
    const starts = lines.flatMap((line, index) =>
      index === 0 || isLead(line) || (isShared && index < definition) ? [index] : [],
    );
    if (starts.length === 1) return [part];
    if (isShared) for (const { line } of lines.slice(0, definition - 1)) shared.add(line);
    return starts.map((start, index) => joinLines(lines.slice(start, starts[index + 1])));
  });
  return { parts: split, shared };
}

/** A block of code that begins with a code of its own, as paragraphs, one a code: any other is an example. */
function splitCode(part: BlockPart, isNew: (line: Line) => boolean): Part[] {
  const lines = linesOf(part).filter(({ children }) => plainText(children).trim() !== '');
  const starts = lines.flatMap((line, index) => (isNew(line) ? [index] : []));
  if (starts[0] !== 0) return [part];
  return starts.map((start, index) => joinLines(lines.slice(start, starts[index + 1])));
}

/** What codes of one document share: `requestId: 5` below `E1: …` is no further code. */
const styleOf = (code: string): string =>
  `${readCodeWord(code)} ${/\d/.test(code)} ${/[a-z]/.test(code)}`;

/** Gives codes that share a text the text of the next one. */
function shareTexts({ records }: RecordList, shared: Set<number>): void {
  for (const [index, record] of [...records.entries()].reverse()) {
    const next = records[index + 1];
    if (next && shared.has(record.line)) record.texts = next.texts;
  }
}
