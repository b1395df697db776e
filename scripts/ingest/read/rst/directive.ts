/** Directives: https://docutils.sourceforge.io/docs/ref/rst/directives.html */
import type { ParseContext, RstBlock, RstRow } from './block-tree.ts';
import { readCsv } from './csv.ts';
import { dedent, indentOf } from './source.ts';

/** Directives whose body is code. */
const CODE = new Set(['code', 'code-block', 'sourcecode', 'raw', 'math', 'parsed-literal']);
/** Directives whose content is not part of every build of a document. */
const CONDITIONAL = new Set(['only', 'ifconfig', 'todo']);
/** Directives whose first line is a setting, not text. */
const WITH_ARGUMENT = new Set(
  `code code-block sourcecode raw image figure include only container highlight class rst-class role
  default-role ifconfig contents toctree meta index`.split(/\s+/),
);

const OPTION = /^:([^:\s][^:]*):(?: +(.*))?$/;

/** A directive, taken apart. Lines are 1-based lines of the file. */
interface Parts {
  name: string;
  line: number;
  argument: string;
  options: Map<string, string>;
  body: string[];
  bodyLine: number;
}

/**
 * Parse a directive.
 *
 * @param lines What follows "::" on its line, and the lines below, dedented.
 * @param line 1-based line of the first of them.
 */
export function parseDirective(
  name: string,
  lines: string[],
  line: number,
  context: ParseContext,
): RstBlock[] {
  const parts = takeApart(name, lines, line);
  const { argument, body, bodyLine } = parts;
  if (name === 'list-table') return makeTable(parts, readListTable(parts, context), context);
  if (name === 'csv-table') return makeTable(parts, readCsvTable(parts, context), context);
  if (CONDITIONAL.has(name)) {
    context.report(
      line,
      `“${name}:: ${argument}” shows its content in some builds only; it was read`,
    );
  }
  if (!CODE.has(name)) {
    return [{ type: 'directive', line, name, argument, body: context.parse(body, bodyLine) }];
  }
  const start = Math.max(
    body.findIndex((text) => text !== ''),
    0,
  );
  const value = dedent(body.slice(start)).join('\n').trimEnd();
  return value === '' ? [] : [{ type: 'literal', line, value }];
}

function takeApart(name: string, lines: string[], line: number): Parts {
  const start = lines[0] === '' ? 1 : 0;
  const end = [...lines, ''].indexOf('', start);
  const isOption = (text: string, index: number) =>
    index >= start && index < end && OPTION.test(text);
  const optionsAt = lines.findIndex(isOption);
  const argumentEnd = optionsAt < 0 ? end : optionsAt;
  const options = new Map<string, string>();
  let last = '';
  for (const text of optionsAt < 0 ? [] : lines.slice(optionsAt, end)) {
    const [, key, value = ''] = OPTION.exec(text) ?? [];
    last = key ?? last;
    options.set(last, key === undefined ? `${options.get(last)} ${text.trim()}` : value);
  }
  if (name.endsWith('table') || WITH_ARGUMENT.has(name)) {
    const argument = lines.slice(0, argumentEnd).join('\n').trim();
    return { name, line, argument, options, body: lines.slice(end), bodyLine: line + end };
  }
  // The first line is the beginning of the text. Blank lines in place of the options.
  const body = lines.map((text, index) => (index >= argumentEnd && index < end ? '' : text));
  return { name, line, argument: '', options, body, bodyLine: line };
}

function makeTable(
  { name, line, argument, options, body, bodyLine }: Parts,
  rows: RstRow[] | undefined,
  context: ParseContext,
): RstBlock[] {
  const children = (): RstBlock[] => {
    if (!rows) {
      context.report(line, 'a list-table that is not a list of lists; its text is kept');
      return context.parse(body, bodyLine);
    }
    const named = Number(options.get('header-rows') ?? 0) || 0;
    let heads = named + (options.has('header') ? 1 : 0);
    if (heads > 1 && heads >= rows.length) {
      context.report(
        line,
        `the table has ${rows.length} rows, and header-rows makes all of them header rows; the first was read as the header`,
      );
      heads = 1;
    }
    return [{ type: 'table', line, header: rows.slice(0, heads), rows: rows.slice(heads) }];
  };
  const isEmpty = rows?.length === 0;
  return [{ type: 'directive', line, name, argument, body: isEmpty ? [] : children() }];
}

/** Rows of a table written as a list of lists; undefined if it is something else. */
function readListTable({ body, bodyLine }: Parts, context: ParseContext): RstRow[] | undefined {
  // A lone bullet is text elsewhere; here it is an empty cell.
  const lines = body.map((text) => text.replace(/^(\s*(?:[-*+] +)*[-*+])$/, '$1 \\\u00a0'));
  const [list, ...more] = context.parse(lines, bodyLine);
  if (list?.type !== 'list' || list.kind !== 'bullet' || more.length > 0) return undefined;
  const rows: RstRow[] = [];
  for (const item of list.items) {
    const [row, ...others] = item.body;
    if (row?.type !== 'list' || row.kind !== 'bullet' || others.length > 0) return undefined;
    const cells = row.items.map((cell) => ({ ...cell, rowSpan: 1, columnSpan: 1 }));
    rows.push({ line: row.line, cells });
  }
  return rows;
}

/** Rows of a table written as comma-separated values. */
function readCsvTable({ line, options, body, bodyLine }: Parts, context: ParseContext): RstRow[] {
  if (options.has('file') || options.has('url')) {
    context.report(line, 'a csv-table whose values are in another file');
  }
  const named = options.get('delim') ?? ',';
  const delimiter = { tab: '\t', space: ' ' }[named] ?? named[0] ?? ',';
  const quote = options.get('quote') ?? '"';
  const header = readCsv(options.get('header') ?? '', line, delimiter, quote);
  const indent = Math.min(...body.filter((text) => text !== '').map(indentOf));
  const text = body.map((one) => one.slice(indent)).join('\n');
  return [...header, ...readCsv(text, bodyLine, delimiter, quote)].map((values) => ({
    line: values[0]?.line ?? line,
    cells: values.map((value) => ({
      line: value.line,
      body: context.parse(value.text.split('\n'), value.line),
      rowSpan: 1,
      columnSpan: 1,
    })),
  }));
}
