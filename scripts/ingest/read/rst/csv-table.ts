/**
 * `.. csv-table::`, a table written as comma-separated values:
 * https://docutils.sourceforge.io/docs/ref/rst/directives.html#csv-table
 */
import type { RstDirective, RstParserState } from 'rst-compiler';
import type { RstContext } from './context.ts';
import { type CellContent, makeDirective, makeTable, takeDirective } from './directive.ts';

const NAME = 'csv-table';

/**
 * Read the csv-table at which the parser stands. A table whose values stand in another file is
 * reported.
 *
 * @returns null where no csv-table begins.
 */
export function readCsvTable(
  state: RstParserState,
  indent: number,
  context: RstContext,
): RstDirective | null {
  const directive = takeDirective(state, indent, NAME);
  if (!directive) return null;
  const { body, bodyLine, line, options } = directive;
  if (options.has('file') || options.has('url')) {
    context.report(line, 'a csv-table whose values stand in another file');
  }
  const delimiter = delimiterOf(options.get('delim') ?? ',');
  const quote = options.get('quote') ?? '"';
  const margin = Math.min(
    ...body.filter((text) => text.trim()).map((text) => text.search(/\S/)),
    1000,
  );
  const head = splitValues(options.get('header') ?? '', line, delimiter, quote);
  const values = splitValues(
    body.map((text) => text.slice(margin)).join('\n'),
    bodyLine,
    delimiter,
    quote,
  );
  const rows = [...head, ...values].map((row) =>
    row.map((value): CellContent => {
      return { line: value.line, nodes: state.parseRstToAst(value.text, value.line) };
    }),
  );
  const heads = head.length + (Number(options.get('header-rows') ?? 0) || 0);
  const table = rows.length > 0 ? [makeTable(directive, rows, heads, state)] : [];
  return makeDirective(NAME, directive, table, state);
}

function delimiterOf(option: string): string {
  if (option === 'tab') return '\t';
  if (option === 'space') return ' ';
  return option[0] ?? ',';
}

interface Value {
  line: number;
  text: string;
}

/** Rows of values; a quote within a quoted value is doubled, lines without a value are left out. */
function splitValues(text: string, line: number, delimiter: string, quote: string): Value[][] {
  const rows: Value[][] = [];
  let row: Value[] = [];
  let value = { line, text: '' };
  let isQuoted = false;
  const endValue = () => {
    row.push(value);
    value = { line, text: '' };
  };
  const endRow = () => {
    const isBlank = row.length === 0 && value.text.trim() === '';
    if (!isBlank) endValue();
    if (!isBlank) rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char === '\n') line += 1;
    if (isQuoted) {
      if (char !== quote) value.text += char;
      else if (text[at + 1] === quote) value.text += text[++at];
      else isQuoted = false;
    } else if (char === quote && value.text.trim() === '') {
      isQuoted = true;
      value = { line, text: '' };
    } else if (char === delimiter) endValue();
    else if (char === '\n') {
      endRow();
      value = { line, text: '' };
    } else value.text += char;
  }
  endRow();
  return rows;
}
