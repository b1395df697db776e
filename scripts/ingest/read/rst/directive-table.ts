/** Directives with a table: lists of lists, comma-separated values, or any other table with a caption. */
import type { Note } from '../../../../src/model/document.ts';
import type { SpanRow } from '../fill-spans.ts';
import { paragraphNote, type RstContext } from './context.ts';
import { readCsv } from './csv.ts';
import { takeList } from './lists.ts';
import { makeTable } from './make-table.ts';
import { dedent, Source } from './source.ts';
import type { Directive } from './take-apart.ts';

/** Parse a directive with a table; its argument is the caption. */
export function parseTable(name: string, directive: Directive, context: RstContext): Note[] {
  const { argument, body, bodyLine, line } = directive;
  const { tables } = context;
  const caption = context.parseInline(argument);
  const index = tables?.length ?? 0;
  let rows: SpanRow[] | undefined;
  if (name === 'csv-table') rows = readCsvTable(directive, context);
  // The kernel's documents have the second one.
  if (name === 'list-table' || name === 'flat-table') {
    rows = readListTable(directive, context);
    if (!rows) context.report(line, 'a list-table that is not a list of lists; its text is kept');
  }
  const notes = rows
    ? makeTable(line, rows, countHeaders(rows, directive, context), context)
    : context.parse(body, bodyLine);
  const table = tables?.[index];
  if (!table) return [...paragraphNote(line, caption), ...notes];
  if (caption.length > 0) table.caption = caption;
  return notes;
}

function countHeaders(rows: SpanRow[], { line, options }: Directive, context: RstContext): number {
  const named = Number(options.get('header-rows') ?? 0) || 0;
  const count = options.has('header') ? named + 1 : named;
  if (count <= 1 || count < rows.length) return count;
  context.report(
    line,
    `the table has ${rows.length} rows, and header-rows makes all of them header rows; the first was read as the header`,
  );
  return 1;
}

/** Rows of a table written as a list of lists; undefined if it is something else. */
function readListTable({ body, bodyLine }: Directive, context: RstContext): SpanRow[] | undefined {
  const rows: SpanRow[] = [];
  const items = takeBullets(body, bodyLine);
  if (!items) return undefined;
  for (const row of items) {
    const cells = takeBullets(row.body, row.line);
    if (!cells) return undefined;
    rows.push({
      line: row.line,
      cells: cells.map(({ body, line }) => {
        const [first = '', ...others] = body;
        const text = first.replace(span, '');
        return { cell: context.parseCell([text, ...others], line), ...spansOf(first) };
      }),
    });
  }
  return rows;
}

/** The roles of a `flat-table` before the text of a cell that spans rows or columns. */
const span = /^(?:\s*:[cr]span:`\d+`)+\s*/;

function spansOf(text: string): Pick<SpanRow['cells'][number], 'rowSpan' | 'columnSpan'> {
  const [roles = ''] = span.exec(text) ?? [];
  const count = (role: string) => Number(new RegExp(`:${role}:\`(\\d+)\``).exec(roles)?.[1] ?? 0);
  const [rows, columns] = [count('rspan'), count('cspan')];
  return {
    ...(rows > 0 && { rowSpan: rows + 1 }),
    ...(columns > 0 && { columnSpan: columns + 1 }),
  };
}

/** The items of a list of bullets; undefined if the lines hold anything else. */
function takeBullets(lines: string[], line: number) {
  const source = new Source(dedent(lines), line);
  source.skipBlank();
  const items = takeList(source);
  return source.isAtEnd && items[0]?.kind === 'bullet' ? items : undefined;
}

/** Rows of a table written as comma-separated values. */
function readCsvTable(
  { line, options, body, bodyLine }: Directive,
  context: RstContext,
): SpanRow[] {
  if (options.has('file') || options.has('url')) {
    context.report(line, 'a csv-table whose values are in another file');
  }
  const named = options.get('delim') ?? ',';
  const delimiter = { tab: '\t', space: ' ' }[named] ?? named[0] ?? ',';
  const quote = options.get('quote')?.[0] ?? '"';
  // docutils reads the header with commas and quotes, whatever the rows have.
  const header = readCsv(options.get('header') ?? '', line, ',', '"');
  const rows = readCsv(dedent(body).join('\n'), bodyLine, delimiter, quote);
  return [...header, ...rows].map((values) => ({
    line: values[0]?.line ?? line,
    cells: values.map(({ line, text }) => ({ cell: context.parseCell(text.split('\n'), line) })),
  }));
}
