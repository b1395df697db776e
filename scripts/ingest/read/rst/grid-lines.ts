/** The lines of a grid table. */
import type { ParseContext } from './block-tree.ts';
import type { Source } from './source.ts';
import { padWide } from './width.ts';

/** Lines of a table, each as long as it is wide, without indent. */
export interface GridLines {
  lines: string[];
  /** Indices of the borders that run through the whole width; "=" in them is "-". */
  borders: number[];
  /** Index of the border below the header, or -1. */
  head: number;
}

/** A line that is a border of a grid or a simple table. */
export const TABLE_BORDER = /^ *(?:\+-[-+]+-\+|=+(?: +=+)+)$/;

const TOP = /^\+-[-+]+-\+$/;
// The lookahead avoids two adjacent runs of the same characters, which take quadratic time.
const BORDER = /^\+(?=\+*-)[-+]*\+$/;
const HEAD_BORDER = /^\+(?=\+*=)[=+]*\+$/;

/** Whether `source` is at the upper border of a table that has a row. */
export function isGridTop(source: Source): boolean {
  return TOP.test(source.peek()) && /^ *\|.*[|+]$/.test(source.peek(1));
}

/**
 * Take the lines of a grid table.
 *
 * An unclosed table is closed, and a blank line within a row is made part of it; both are reported.
 *
 * @returns undefined if no grid table begins; then nothing is taken.
 */
export function takeGrid(source: Source, report: ParseContext['report']): GridLines | undefined {
  if (!TOP.test(source.peek())) return undefined;
  const { line } = source;
  if (isGridTop(source) && isTextAbove(source)) {
    report(line, 'a table follows text without a blank line; it was read as a table');
  }
  const lines: string[] = [];
  const borders: number[] = [];
  let head = -1;
  while (!source.isAtEnd) {
    const text = padWide(source.peek().trim());
    const isOpen = borders.at(-1) !== lines.length - 1;
    const isLine = isOpen ? /^[+|]/.test(text) : isFirstOfRow(source, text);
    if (isLine || lines.length === 0) {
      const isHead = HEAD_BORDER.test(text);
      if (isHead && head >= 0) {
        report(source.line, 'a second border below the header; it is read as a plain one');
      } else if (isHead) head = lines.length;
      if (isHead || BORDER.test(text)) borders.push(lines.length);
      lines.push(isHead ? text.replaceAll('=', '-') : text);
      source.at += 1;
      continue;
    }
    const blanks = isOpen ? countBlanksWithinRow(source) : 0;
    if (blanks === 0) break;
    report(source.line, 'a blank line within a table; the table was read on');
    const blank = (lines[0] ?? '').replaceAll('-', ' ').replaceAll('+', '|');
    lines.push(...source.take(blanks).map(() => blank));
  }
  if (borders.at(-1) !== lines.length - 1) {
    report(line, 'a table that is not closed; it was read to its last line');
    lines.push(lines[borders.at(-1) ?? 0] ?? '');
    borders.push(lines.length - 1);
  } else if (source.peek() !== '') {
    report(source.line, 'text follows a table without a blank line; it was read as a paragraph');
  }
  return { lines, borders, head };
}

function isTextAbove(source: Source): boolean {
  const above = source.peek(-1);
  return above !== '' && !/^(?:\+[-=+]*\+|\.\..*)$/.test(above);
}

/** Whether a line below a border belongs to the table. */
function isFirstOfRow(source: Source, text: string): boolean {
  if (/^[+|].*[+|]$/.test(text)) return true;
  return text.startsWith('|') && /^ *[+|]/.test(source.peek(1));
}

/** How many blank lines precede a line that continues the row; 0 if none does. */
function countBlanksWithinRow(source: Source): number {
  let count = 0;
  while (source.at + count < source.lines.length && source.peek(count) === '') count++;
  return /^ *\|.*\|$/.test(source.peek(count)) ? count : 0;
}
