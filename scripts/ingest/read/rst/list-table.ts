/**
 * `.. list-table::`, a table written as a list of lists:
 * https://docutils.sourceforge.io/docs/ref/rst/directives.html#list-table
 */
import type { RstDirective, RstNode, RstParserState } from 'rst-compiler';
import type { RstContext } from './context.ts';
import { type CellContent, makeDirective, makeTable, takeDirective } from './directive.ts';

const NAME = 'list-table';
/** An escape of white space, which stands for nothing. */
const EMPTY = '\\\u00a0';

/**
 * Read the list-table at which the parser stands. One that is no list of lists is reported, and its
 * text stays in the directive.
 *
 * @returns null where no list-table begins.
 */
export function readListTable(
  state: RstParserState,
  indent: number,
  context: RstContext,
): RstDirective | null {
  const directive = takeDirective(state, indent, NAME);
  if (!directive) return null;
  // A cell without text is a bullet alone, which rst-compiler takes for text: an escape fills it.
  const body = directive.body.map((line) =>
    line.replace(/^(\s*(?:[-*+] +)*[-*+])\s*$/, `$1 ${EMPTY}`),
  );
  const nodes = state.parseRstToAst(body.join('\n'), directive.bodyLine);
  const rows = rowsOf(nodes);
  if (!rows) {
    context.report(directive.line, 'a list-table that is no list of lists; its text is kept');
    return makeDirective(NAME, directive, nodes, state);
  }
  const heads = Number(directive.options.get('header-rows') ?? 0) || 0;
  return makeDirective(NAME, directive, [makeTable(directive, rows, heads, state)], state);
}

function rowsOf(nodes: readonly RstNode[]): CellContent[][] | undefined {
  const [list, ...more] = nodes;
  if (list?.nodeType !== 'BulletList' || more.length > 0) return undefined;
  const rows: CellContent[][] = [];
  for (const item of list.children) {
    const [row, ...others] = item.children;
    if (row?.nodeType !== 'BulletList' || others.length > 0) return undefined;
    rows.push(
      row.children.map((cell) => ({ line: cell.source.startLineIdx, nodes: cell.children })),
    );
  }
  return rows;
}
