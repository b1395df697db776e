/**
 * Directives that hold a table in a form of their own.
 */
import {
  RstDirective,
  type RstNode,
  RstParagraph,
  type RstParserState,
  RstTable,
  RstTableCell,
  RstTableRow,
} from 'rst-compiler';

/** The parts of a directive, raw. */
export interface DirectiveLines {
  /** Where it begins and where its body begins, counted from 0. */
  line: number;
  bodyLine: number;
  argument: string;
  options: Map<string, string>;
  body: string[];
}

const NAMES = {
  'list-table': /^ *\.\. +list-table::(?: +(.*))?$/i,
  'csv-table': /^ *\.\. +csv-table::(?: +(.*))?$/i,
};

/**
 * Take the lines of a directive from the parser.
 *
 * @returns undefined where no directive of this name begins; then nothing is taken.
 */
export function takeDirective(
  state: RstParserState,
  indent: number,
  name: 'list-table' | 'csv-table',
): DirectiveLines | undefined {
  const first = state.peekTest(NAMES[name]);
  if (!first || state.peekIndentSize() !== indent) return undefined;
  const line = state.lineIdx;
  state.consume();
  const lines: string[] = [];
  while (state.canConsume() && (state.peekIsNewLine() || state.peekIndentSize() > indent)) {
    lines.push(state.consume().str);
  }
  const options = new Map<string, string>();
  const argument = [first[1] ?? ''];
  let at = 0;
  for (; (lines[at] ?? '').trim() !== ''; at++) {
    const option = /^ *:([\w-]+):(?: +(.*))?$/.exec(lines[at] ?? '');
    if (option) options.set(option[1] ?? '', option[2] ?? '');
    else if (options.size === 0) argument.push(lines[at] ?? '');
    else
      options.set(
        [...options.keys()].at(-1) ?? '',
        `${[...options.values()].at(-1)} ${lines[at]?.trim()}`,
      );
  }
  return {
    line,
    bodyLine: line + 1 + at,
    argument: argument.map((part) => part.trim()).join('\n'),
    options,
    body: lines.slice(at),
  };
}

/**
 * Make a directive node with a caption and what stands below it.
 *
 * @param children A table, or the text that could not be read as one.
 */
export function makeDirective(
  name: string,
  { line, argument }: DirectiveLines,
  children: readonly RstNode[],
  state: RstParserState,
): RstDirective {
  const source = { startLineIdx: line, endLineIdx: state.lineIdx };
  const caption =
    argument.trim() === ''
      ? []
      : [
          new RstParagraph(
            state.registrar,
            source,
            state.parseInlineNodes(argument.trim(), source),
          ),
        ];
  return new RstDirective(state.registrar, source, children, name, false, caption, null, '');
}

/** Content of a cell and its line, counted from 0. */
export interface CellContent {
  line: number;
  nodes: readonly RstNode[];
}

/** Make a table node of rows of cells, the first of which are its header. */
export function makeTable(
  { line }: DirectiveLines,
  rows: CellContent[][],
  heads: number,
  state: RstParserState,
): RstTable {
  const { registrar } = state;
  const made = rows.map((row, index) => {
    const cells = row.map((cell) => {
      const source = { startLineIdx: cell.line, endLineIdx: cell.line + 1 };
      return new RstTableCell(registrar, source, cell.nodes, 1, 1, 1);
    });
    const source = { startLineIdx: row[0]?.line ?? line, endLineIdx: (row[0]?.line ?? line) + 1 };
    return new RstTableRow(registrar, source, cells, index < heads);
  });
  const source = { startLineIdx: line, endLineIdx: state.lineIdx };
  return new RstTable(registrar, source, made.slice(0, heads), made.slice(heads));
}
