/** The lines of a grid table. */

import { padWide } from '../width.ts';
import type { RstContext } from './context.ts';
import type { Source } from './source.ts';

/** A row or rows between two borders that run through the whole width of a table. */
export interface GridPiece {
  /** With both borders, as long as they are wide, without indent. */
  lines: string[];
  /** 1-based line of the upper border. */
  line: number;
  isHeader: boolean;
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
export function takeGrid(source: Source, report: RstContext['report']): GridPiece[] | undefined {
  if (!TOP.test(source.peek())) return undefined;
  const { line } = source;
  if (isGridTop(source) && isTextAbove(source)) {
    report(line, 'a table follows text without a blank line; it was read as a table');
  }
  const top = padWide(source.peek());
  const pieces: GridPiece[] = [];
  let piece: GridPiece = { lines: [top], line, isHeader: false };
  source.at += 1;
  const endPiece = (border: string, line: number) => {
    pieces.push({ ...piece, lines: [...piece.lines, border] });
    piece = { lines: [border], line, isHeader: false };
  };
  let hasHeader = false;
  while (!source.isAtEnd) {
    const text = padWide(source.peek().trim());
    const isOpen = piece.lines.length > 1;
    if (isOpen ? /^[+|]/.test(text) : isFirstOfRow(source, text)) {
      const isHead = HEAD_BORDER.test(text);
      if (isHead && hasHeader) {
        report(source.line, 'a second border below the header; it is read as a plain one');
      } else if (isHead) {
        hasHeader = true;
        piece.isHeader = true;
        for (const above of pieces) above.isHeader = true;
      }
      if (isHead || BORDER.test(text)) endPiece(text.replaceAll('=', '-'), source.line);
      else piece.lines.push(text);
      source.at += 1;
      continue;
    }
    const blanks = isOpen ? countBlanksWithinRow(source) : 0;
    if (blanks === 0) break;
    report(source.line, 'a blank line within a table; the table was read on');
    const blank = top.replaceAll('-', ' ').replaceAll('+', '|');
    piece.lines.push(...source.take(blanks).map(() => blank));
  }
  if (piece.lines.length > 1) {
    report(line, 'a table that is not closed; it was read to its last line');
    endPiece(piece.lines[0] ?? '', source.line);
  } else if (source.peek() !== '') {
    report(source.line, 'text follows a table without a blank line; it was read as a paragraph');
  }
  return pieces;
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
