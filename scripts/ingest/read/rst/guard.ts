/**
 * Keeps what rst-compiler's parsers would lose.
 */
import { RstBlockquote, type RstNode, type RstNodeParser, RstParserError } from 'rst-compiler';
import type { RstContext } from './context.ts';
import { linesOf, literalOf } from './lines.ts';
import { TABLE_BORDER } from './paragraph.ts';

/**
 * Wrap a parser so that lines are never lost: what it throws at, or takes and gives nothing for,
 * becomes a literal block, and what a damaged comment or target hides is read. All is reported.
 */
export function guard(parser: RstNodeParser, report: RstContext['report']): RstNodeParser {
  const parse: RstNodeParser['parse'] = (state, ...rest) => {
    const start = state.lineIdx;
    const keep = (why: string): never => {
      if (state.lineIdx === start) state.advance(1);
      report(start, `markup that cannot be parsed (${why})`);
      return literalOf(state, start, 0) as never;
    };
    try {
      const node = parser.parse(state, ...rest);
      if (node === null) return isTextTaken() ? keep('a list of unknown kind') : null;
      if (node.nodeType === 'Table') return keep('a table of unknown shape');
      const hidden = hiddenText(node, () => linesOf(state, start, state.lineIdx));
      if (hidden === undefined) return node;
      report(start, `${hidden}; it was read`);
      const text = linesOf(state, start + 1, state.lineIdx).join('\n');
      const nodes = state.parseRstToAst(text, start + 1);
      const source = { startLineIdx: start, endLineIdx: state.lineIdx };
      return new RstBlockquote(state.registrar, source, nodes) as never;
    } catch (error) {
      const isKnown = error instanceof RstParserError;
      return keep(isKnown ? (error.message.split('\n')[0] ?? '') : 'its lines do not fit together');
    }

    function isTextTaken(): boolean {
      return linesOf(state, start, state.lineIdx).some((line) => line.trim() !== '');
    }
  };
  return { ...parser, parse } as RstNodeParser;
}

// Directives that people write with one colon, which makes them comments.
const DIRECTIVE_TYPO =
  /^ *\.\. +(?:note|warning|tip|hint|important|caution|attention|danger|error|table|list-table|csv-table) ?:(?: |$)/i;

/** What stands in a comment or a target only because its markup is damaged. */
function hiddenText(node: RstNode, takeLines: () => string[]): string | undefined {
  if (node.nodeType !== 'Comment' && node.nodeType !== 'HyperlinkTarget') return undefined;
  const [first = '', ...lines] = takeLines();
  if (node.nodeType === 'HyperlinkTarget') {
    return lines.some((line) => /\S \S/.test(line)) ? 'a link target holds text' : undefined;
  }
  if (DIRECTIVE_TYPO.test(first)) return 'a directive with one colon is a comment';
  return lines.some((line) => TABLE_BORDER.test(line)) ? 'a comment holds a table' : undefined;
}
