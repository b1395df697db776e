/**
 * The block structure of an RST document, by rst-compiler, made so that damage never ends the parse.
 */
import {
  createDefaultParserOptions,
  RstBlockquote,
  RstCompiler,
  RstLiteralBlock,
  type RstNode,
  type RstNodeParser,
  RstParagraph,
  type RstParserOptions,
  RstParserState,
  RstText,
} from 'rst-compiler';
import { finding } from '../findings.ts';
import type { Finding } from '../model.ts';
import type { RstContext } from './rst-context.ts';
import { readCsvTable } from './rst-csv-table.ts';
import { readGridTable } from './rst-grid.ts';
import { readListTable } from './rst-list-table.ts';
import { isLateEnumerator, isMistaken } from './rst-mistaken.ts';
import { readSimpleTable } from './rst-simple.ts';
import { unpad } from './rst-width.ts';

/** Directives whose body is text as it stands. */
const RAW_BODY = ['code', 'code-block', 'sourcecode', 'math', 'raw', 'parsed-literal'];
/** Directives whose first line is an argument and not the beginning of their text. */
const WITH_ARGUMENT = RAW_BODY.concat(
  ['table', 'image', 'figure', 'include', 'only', 'container', 'highlight'],
  ['class', 'rst-class', 'role', 'default-role', 'contents', 'toctree', 'meta', 'index'],
);

const OPTIONS: RstParserOptions = createDefaultParserOptions({
  parseFirstFieldListAsDocumentMeta: false,
  directivesWithRawText: RAW_BODY,
  directivesWithInitContent: WITH_ARGUMENT,
});

/**
 * Parse a document into rst-compiler's nodes. Texts are left raw, for `parseInline`.
 *
 * @param text The document, line ends "\n".
 * @param file Its path, for findings.
 * @returns The nodes of the body, and a finding for each part that could not be parsed; the lines
 *   of such a part stand in the body as a literal block.
 */
export function parseRst(
  text: string,
  file: string,
): { nodes: readonly RstNode[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const report = (line: number, what: string) => {
    findings.push(finding('markup-odd', { file, line: line + 1 }, what));
  };

  /** Keeps texts raw, and the line numbers of nested parts right. */
  class State extends RstParserState {
    override parseInlineNodes(input: string, source: RstText['source']): RstText[] {
      return [new RstText(this.registrar, source, input)];
    }

    override parseInlineNodesWithDelimiter(
      input: string,
      source: RstText['source'],
      delimiter?: string,
    ): RstText[][] {
      const parts = delimiter === undefined ? [input] : input.split(delimiter);
      return parts.map((part) => this.parseInlineNodes(part, source));
    }

    override parseRstToAst(input: string, line: number): readonly RstNode[] {
      const { lines, skipped } = trimBlock(unpad(input).split('\n'));
      return parse(lines, line + skipped, guarded, this);
    }

    override parseInitContent(
      ...[indent, first, line, keepBreaks]: Parameters<RstParserState['parseInitContent']>
    ): readonly RstNode[] {
      // The content begins a line below when nothing stands on the first.
      return super.parseInitContent(
        indent,
        first,
        first.trim() === '' ? line + 1 : line,
        keepBreaks,
      );
    }
  }

  function parse(
    lines: string[],
    line: number,
    compiler: RstCompiler,
    parent?: RstParserState,
  ): readonly RstNode[] {
    const tokens = lines.map((str) => ({ idx: 0, str }));
    return new State(OPTIONS, tokens, compiler, parent?.registrar, line).rootBodyNodes;
  }

  const plain = new RstCompiler();
  const guarded = new RstCompiler();
  const context = (state: RstParserState): RstContext => ({
    parseTable: (lines, line) => {
      try {
        return parse(lines, line, plain, state)[0];
      } catch {
        return undefined;
      }
    },
    report,
  });
  const ownParsers: RstNodeParser[] = [
    { parse: (state, indent) => readGridTable(state, indent, context(state)) },
    { parse: (state, indent) => readListTable(state, indent, context(state)) },
    { parse: (state, indent) => readCsvTable(state, indent, context(state)) },
    { parse: (state, indent) => readSimpleTable(state, indent, context(state)) },
    { parse: (state, indent) => (isMistaken(state, indent) ? takeParagraph(state, indent) : null) },
  ] as RstNodeParser[];
  const parsers = [...ownParsers, ...plain.nodeParsers.map((parser) => guard(parser, report))];
  // Before the last one, which takes anything for a paragraph.
  parsers.splice(-1, 0, { parse: readQuote } as RstNodeParser);
  guarded.nodeParsers.splice(0, guarded.nodeParsers.length, ...parsers);
  const lines = text.split('\n').map(expandTabs);
  return { nodes: parse(lines, 0, guarded), findings };
}

/** Columns that a tab reaches are multiples of eight, as docutils has it. */
function expandTabs(line: string): string {
  if (!line.includes('\t')) return line;
  let out = '';
  for (const part of line.split('\t'))
    out += part + ' '.repeat(8 - ((out.length + part.length) % 8));
  return out.trimEnd();
}

/** Cut the indent that all lines share, and blank lines at both ends. */
function trimBlock(input: string[]): { lines: string[]; skipped: number } {
  const lines = input.map((line) => line.trimEnd());
  const isText = (line: string) => line !== '';
  const skipped = Math.max(lines.findIndex(isText), 0);
  const kept = lines.slice(skipped, lines.findLastIndex(isText) + 1);
  const indent = Math.min(...kept.filter(isText).map((line) => line.search(/\S/)));
  return { lines: kept.map((line) => line.slice(indent)), skipped };
}

function linesOf(state: RstParserState, from: number, to: number): string[] {
  return Array.from(
    { length: to - from },
    (_, index) => state.peek(from + index - state.lineIdx)?.str ?? '',
  );
}

/** A block quote of any indent; rst-compiler knows those of four spaces. */
function readQuote(state: RstParserState, indent: number): RstBlockquote | null {
  const start = state.lineIdx;
  const inner = state.peekIndentSize();
  if (inner <= indent) return null;
  const children = state.parseBodyNodes(inner, 'Blockquote');
  const source = { startLineIdx: start, endLineIdx: state.lineIdx };
  return new RstBlockquote(state.registrar, source, children);
}

/** The paragraph that begins where the parser stands. */
function takeParagraph(state: RstParserState, indent: number): RstParagraph {
  const start = state.lineIdx;
  do state.consume();
  while (
    state.peekIsContent() &&
    state.peekIndentSize() >= indent &&
    !isLateEnumerator(state.peek()?.str ?? '')
  );
  const source = { startLineIdx: start, endLineIdx: state.lineIdx };
  const raw = linesOf(state, start, state.lineIdx)
    .map((line) => line.slice(indent))
    .join('\n');
  return new RstParagraph(state.registrar, source, state.parseInlineNodes(raw, source));
}

/** Turn what a parser throws or drops into a finding and a literal block of the lines it had taken. */
function guard(parser: RstNodeParser, report: RstContext['report']): RstNodeParser {
  const parse: RstNodeParser['parse'] = (state, ...rest) => {
    const start = state.lineIdx;
    const keep = (why: string): never => {
      if (state.lineIdx === start) state.advance(1);
      report(start, `markup that cannot be parsed (${why})`);
      const source = { startLineIdx: start, endLineIdx: state.lineIdx };
      const lines = linesOf(state, start, state.lineIdx);
      return new RstLiteralBlock(state.registrar, source, lines.join('\n')) as never;
    };
    try {
      const node = parser.parse(state, ...rest);
      if (node?.nodeType === 'Table') return keep('a table of unknown shape');
      const isDropped =
        node === null && linesOf(state, start, state.lineIdx).some((line) => line.trim());
      return isDropped ? keep('a list of unknown kind') : node;
    } catch (error) {
      return keep((error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '');
    }
  };
  return { ...parser, parse } as RstNodeParser;
}
