/** Footnotes: their texts belong to the rows that refer to them, too. */
import type { Cell, Note } from '../../../src/model/document.ts';
import type { Block } from '../../../src/model/text.ts';
import { countAll } from '../../../src/text/count-all.ts';
import { isListOfFootnotes, plainText } from '../read/rich-text.ts';
import { splitLines } from '../read/shapes/parts.ts';
import { plainOf } from './rich-text.ts';

/** The text of a footnote, with its line. */
export interface Footnote {
  line: number;
  blocks: Block[];
}

/** What refers to a footnote: `[^1]`, `[1]`; or a sign at the end of a cell and at the beginning of a line. */
export type Footnotes = ReadonlyMap<string, Footnote>;

/** A sign that stands for a footnote: `†`, `**`, `²`. */
const sign = String.raw`\*{1,3}|[†‡§]{1,3}|[¹²³⁴-⁹]{1,2}|[①-⑳]`;
const startSign = new RegExp(String.raw`^(${sign})\s*[\p{L}\p{N}“"'(（]`, 'u');
/** `1. Spare fuse`, `[1] Spare fuse`: for a row that has `[1]`. */
const startNumber = /^\[?(\d{1,2})[\].)）]\s*\S/;
const endSign = new RegExp(`(?<![*†‡§¹²³⁴-⁹])(?:${sign})$`, 'u');

/** Marks of footnotes behind a code or a name: `E1[^1]`, `E1 [2]`, `E1²`, `E1†`. */
export const markBehind =
  /(?<=\S)\s*(?:\[(?:\^[^\]\s]+|[#*]\w*|[A-Za-z]|\d{1,2})\]|[⁰¹²³⁴-⁹⁽⁾]+|[①-⑳]|[†‡§]|(?<=\s)\*{1,3})$/u;

/** Returns the footnotes of a document. A mark that stands for several is left out: `[#]` of RST. */
export function findFootnotes(notes: Note[]): Footnotes {
  const footnotes = new Map<string, Footnote>();
  const marks = countAll(notes.flatMap(({ footnote }) => footnote ?? []));
  for (const { footnote, line, block, level, items = [] } of notes) {
    if (footnote !== undefined) {
      const known = footnotes.get(footnote);
      if (known) known.blocks.push(block);
      else if (marks.get(footnote) === 1 || !/^\[[#*]\]$/.test(footnote))
        footnotes.set(footnote, { line, blocks: [block] });
    } else if (isListOfFootnotes(block)) {
      for (const [index, { children }] of block.children.entries())
        footnotes.set(`[${index + 1}]`, { line: items[index] ?? line, blocks: children });
    } else if (block.type === 'paragraph' && level === undefined) {
      for (const { line: at, children } of splitLines(block.children, line)) {
        const text = plainText(children).trim();
        const [, number] = startNumber.exec(text) ?? [];
        const mark = number === undefined ? startSign.exec(text)?.[1] : `[${number}]`;
        // Footnotes come last; other numbered lines may be above them.
        if (mark !== undefined && (number !== undefined || !footnotes.has(mark)))
          footnotes.set(mark, { line: at, blocks: [{ type: 'paragraph', children }] });
      }
    }
  }
  return footnotes;
}

/** Returns the footnotes to which the cells of a row refer, by their marks. */
export function footnotesIn(
  cells: readonly (Cell | undefined)[],
  footnotes: Footnotes,
): [mark: string, footnote: Footnote][] {
  if (footnotes.size === 0) return [];
  const texts = cells.map((cell) => plainOf(cell?.blocks ?? []));
  const marks = texts.flatMap((text) => [
    ...[...text.matchAll(/\[[^\][\s]+\]/g)].map(([mark]) => mark),
    ...(endSign.exec(text) ?? []),
  ]);
  return [...new Set(marks)].flatMap((mark) => {
    const footnote = footnotes.get(mark);
    return footnote ? [[mark, footnote]] : [];
  });
}
