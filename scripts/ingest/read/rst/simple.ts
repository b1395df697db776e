/**
 * Simple tables: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#simple-tables
 */
import { RstLiteralBlock, type RstParserState, RstTable, type RstTableRow } from 'rst-compiler';
import type { RstContext } from './context.ts';
import { padWide, unpad } from './width.ts';

const BORDER = /^ *=+(?: +=+)+ *$/;
const SPAN_BORDER = /^-[ -]*$/;

/**
 * Read the simple table at which the parser stands.
 *
 * Text that runs over the end of its column is kept in it. A table that has no lower border, or text
 * in the last column of space between two columns, is kept as a literal block and reported.
 *
 * @returns null where no simple table begins.
 */
export function readSimpleTable(
  state: RstParserState,
  indent: number,
  context: RstContext,
): RstTable | RstLiteralBlock | null {
  if (state.peekIndentSize() !== indent || !state.peekTest(BORDER)) return null;
  const line = state.lineIdx;
  const height = findHeight(state, indent);
  const lines: string[] = [];
  for (let index = 0; index < Math.abs(height); index++) {
    lines.push(padWide(state.consume().str.slice(indent).trimEnd()));
  }
  const source = { startLineIdx: line, endLineIdx: state.lineIdx };
  const keep = (why: string) => {
    context.report(line, why);
    return new RstLiteralBlock(state.registrar, source, unpad(lines.join('\n')).trimEnd());
  };
  if (height < 0) return keep('a table that is not closed; its lines are kept as they are');
  const wide = widen(lines);
  if (!wide) return keep('a table with text between its columns; its lines are kept as they are');
  const table = context.parseTable(wide, line);
  if (table?.nodeType !== 'Table')
    return keep('a table of unknown shape; its lines are kept as they are');
  const { headRows, bodyRows } = table as RstTable;
  const isText = (row: RstTableRow) =>
    lines
      .slice(row.source.startLineIdx - line, row.source.endLineIdx - line)
      .some((text) => text.trim());
  return new RstTable(
    state.registrar,
    source,
    (headRows as RstTableRow[]).filter(isText),
    (bodyRows as RstTableRow[]).filter(isText),
  );
}

/** How many lines the table has; negative if it has no lower border. */
function findHeight(state: RstParserState, indent: number): number {
  let borders = 0;
  for (let offset = 1; ; offset++) {
    const isOutside = !state.peekIsNewLine(offset) && state.peekIndentSize(offset) < indent;
    if (!state.canConsume(offset) || isOutside) return -offset;
    if (!state.peekTest(BORDER, offset)) continue;
    borders += 1;
    if (borders === 2 || !state.peekIsContent(offset + 1)) return offset + 1;
  }
}

/**
 * Let each column reach to the one before the next column begins.
 *
 * @returns undefined if there is text in what is left between the columns.
 */
function widen(lines: string[]): string[] | undefined {
  const border = widenBorder(lines[0] ?? '', '=');
  let gaps = gapsOf(border);
  const out: string[] = [];
  // From below, as the columns of a row stand under it.
  for (const text of lines.toReversed()) {
    if (BORDER.test(text)) {
      gaps = gapsOf(border);
      out.push(border);
    } else if (SPAN_BORDER.test(text)) {
      const spans = widenBorder(text, '-');
      gaps = gapsOf(spans);
      out.push(spans);
    } else {
      if (gaps.some((gap) => (text[gap] ?? ' ') !== ' ')) return undefined;
      out.push(text);
      // A row begins with the line that has text in the first column.
      if (!text.startsWith(' ') && text !== '') gaps = gapsOf(border);
    }
  }
  return out.reverse();
}

function widenBorder(border: string, mark: string): string {
  return border.replace(/ +(?= )/g, (spaces) => mark.repeat(spaces.length));
}

function gapsOf(border: string): number[] {
  return [...border].flatMap((char, index) => (char === ' ' ? [index] : []));
}
