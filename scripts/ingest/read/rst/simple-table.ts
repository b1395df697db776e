/** Simple tables: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#simple-tables */
import type { Note } from '../../../../src/model/document.ts';
import type { SpanRow } from '../fill-spans.ts';
import { checkLimit, checkTableCells } from '../limits.ts';
import { padWide, unpad } from '../width.ts';
import { codeNote, type RstContext } from './context.ts';
import { makeTable } from './make-table.ts';
import type { Source } from './source.ts';

const BORDER = /^=+(?: +=+)+$/;
const SPAN_BORDER = /^-[ -]*$/;

/** From where to before where a column reaches; the last one has no end. */
interface Column {
  start: number;
  end: number;
}

/**
 * Parse a simple table.
 *
 * Text that runs over the end of its column is kept in it. A table without lower border, or with
 * text in the last position between two columns, is kept as a literal block and reported.
 */
export function parseSimpleTable(source: Source, context: RstContext): Note[] | undefined {
  if (!BORDER.test(source.peek())) return undefined;
  const { line } = source;
  const { height, isClosed } = measure(source);
  const lines = source.take(height).map(padWide);
  const keep = (why: string): Note[] => {
    context.report(line, `${why}; its lines are kept as they are`);
    return codeNote(line, unpad(lines.join('\n')).trimEnd());
  };
  if (!isClosed) return keep('a table that is not closed');
  const columns = columnsOf(lines[0] ?? '', '=');
  checkLimit('columns in a row', columns.length, line);
  checkTableCells(columns.length * height, line);
  const rows: SpanRow[] = [];
  let headerRows = 0;
  let from = 1;
  for (let at = 1; at < height; at++) {
    const text = lines[at] ?? '';
    const isBorder = BORDER.test(text);
    const isSpanBorder = SPAN_BORDER.test(text);
    const isFirstOfRow = text.slice(0, columns[0]?.end).trim() !== '';
    if (!isBorder && !isSpanBorder && !isFirstOfRow) continue;
    const content = lines.slice(from, at);
    if (content.some((one) => one !== '')) {
      const cells = cutRow(content, columns, isSpanBorder ? columnsOf(text, '-') : columns);
      if (!cells) return keep('a table with text between its columns');
      const place = line + from;
      rows.push({
        line: place,
        cells: cells.map(({ columnSpan, content }) => ({
          columnSpan,
          cell: context.parseCell(content, place),
        })),
      });
    }
    from = isBorder || isSpanBorder ? at + 1 : at;
    if (isBorder && at < height - 1) headerRows = rows.length;
  }
  return makeTable(line, rows, headerRows, context);
}

/** The table ends at its third border, or at its second if a blank line follows. */
function measure(source: Source): { height: number; isClosed: boolean } {
  let borders = 0;
  let height = 1;
  for (; source.at + height < source.lines.length; height++) {
    if (!BORDER.test(source.peek(height))) continue;
    borders += 1;
    if (borders === 2 || source.peek(height + 1) === '')
      return { height: height + 1, isClosed: true };
  }
  return { height, isClosed: false };
}

/** The columns below a border; each reaches to the position before the next one. */
function columnsOf(border: string, mark: string): Column[] {
  const starts = [...border.matchAll(new RegExp(`${mark}+`, 'g'))].map(({ index }) => index);
  return starts.map((start, index) => {
    const next = starts[index + 1];
    return { start, end: next === undefined ? Number.POSITIVE_INFINITY : next - 1 };
  });
}

/** The cells of a row; undefined if text is between its columns or a span does not fit the columns. */
function cutRow(
  lines: string[],
  columns: Column[],
  spans: Column[],
): { columnSpan: number; content: string[] }[] | undefined {
  const starts = new Set(columns.map(({ start }) => start));
  const isText = (text: string, { end }: Column) => (text[end] ?? ' ') !== ' ';
  const isDamaged = spans.some(
    (span) => !starts.has(span.start) || lines.some((text) => isText(text, span)),
  );
  if (isDamaged) return undefined;
  return spans.map(({ start, end }) => ({
    columnSpan: columns.filter((column) => column.start >= start && column.start <= end).length,
    content: lines.map((text) => text.slice(start, end)),
  }));
}
