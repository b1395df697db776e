/**
 * The lines of a grid table, taken from a document.
 */
import type { RstParserState } from 'rst-compiler';
import type { RstContext } from './context.ts';
import { padWide } from './width.ts';

/** Lines of a table, each as long as it is wide, without indent. */
export interface GridLines {
  /** Where it begins, counted from 0. */
  line: number;
  lines: string[];
  /** Indices of the borders that run through the whole width; "=" in them is "-". */
  borders: number[];
  /** Index of the border below the header, or -1. */
  head: number;
}

const TOP = /^ *\+-[-+]+-\+ *$/;
// One run each, with a look ahead for the dash: two runs that may share characters take long.
const BORDER = /^\+(?=\+*-)[-+]*\+$/;
const HEAD_BORDER = /^\+(?=\+*=)[=+]*\+$/;

/** Whether the parser stands at the upper border of a table that has a row. */
export function isGridTop(state: RstParserState): boolean {
  return state.peekTest(TOP) !== null && state.peekTest(/^ *\|.*[|+] *$/, 1) !== null;
}

/**
 * Take the lines of a grid table from the parser.
 *
 * A table that is not closed is closed, and a blank line within a row is taken for a part of it;
 * both are reported.
 *
 * @returns undefined where no grid table begins; then nothing is taken.
 */
export function isolateGrid(
  state: RstParserState,
  indent: number,
  report: RstContext['report'],
): GridLines | undefined {
  if (state.peekIndentSize() !== indent || !state.peekTest(TOP)) return undefined;
  const line = state.lineIdx;
  const lines: string[] = [];
  const borders: number[] = [];
  let head = -1;
  for (;;) {
    const text = padWide(state.peek()?.str.trim() ?? '');
    const isOpen = borders.at(-1) !== lines.length - 1;
    const isLine = isOpen ? /^[+|]/.test(text) : isFirstOfRow(state, text);
    if (state.peekIndentSize() >= indent && (isLine || lines.length === 0)) {
      const isHead = HEAD_BORDER.test(text);
      if (isHead && head < 0) head = lines.length;
      else if (isHead)
        report(state.lineIdx, 'a second border below the header; it is read as a plain one');
      if (isHead || BORDER.test(text)) borders.push(lines.length);
      lines.push(isHead ? text.replaceAll('=', '-') : text);
      state.consume();
      continue;
    }
    if (!isOpen || text !== '' || !state.canConsume()) break;
    const next = rowBehindBlank(state, indent);
    if (next === 0) break;
    report(state.lineIdx, 'a blank line within a table; the table was read on');
    for (let blank = 0; blank < next; blank++) {
      state.consume();
      lines.push((lines[0] ?? '').replaceAll('-', ' ').replaceAll('+', '|'));
    }
  }
  if (borders.at(-1) !== lines.length - 1) {
    report(line, 'a table that is not closed; it was read to its last line');
    borders.push(lines.length);
    lines.push(lines[borders.at(-2) ?? 0] ?? '');
  } else if (state.peekIsContent() && state.peekIndentSize() >= indent) {
    report(state.lineIdx, 'text follows a table without a blank line; it was read as a paragraph');
  }
  return { line, lines, borders, head };
}

/** Whether a line below a border belongs to the table. */
function isFirstOfRow(state: RstParserState, text: string): boolean {
  if (/^[+|].*[+|]$/.test(text)) return true;
  return text.startsWith('|') && state.peekTest(/^ *[+|]/, 1) !== null;
}

/** How many blank lines stand before a line that goes on with the row; 0 if none does. */
function rowBehindBlank(state: RstParserState, indent: number): number {
  let offset = 0;
  while (state.peekIsNewLine(offset)) offset++;
  const isRow = state.peekIndentSize(offset) >= indent && state.peekTest(/^ *\|.*\| *$/, offset);
  return isRow ? offset : 0;
}
