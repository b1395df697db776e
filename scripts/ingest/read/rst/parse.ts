/**
 * The block structure of an RST document, by rst-compiler, made so that damage never ends the parse.
 */
import {
  createDefaultParserOptions,
  RstCompiler,
  type RstNode,
  type RstNodeParser,
  RstParagraph,
  type RstParserOptions,
  RstParserState,
  RstText,
} from 'rst-compiler';
import type { Finding } from '../../../../src/model/finding.ts';
import { finding } from '../../findings.ts';
import type { RstContext } from './context.ts';
import { readCsvTable } from './csv-table.ts';
import { readGridTable } from './grid.ts';
import { guard } from './guard.ts';
import { expandTabs, literalOf, takeBody, trimBlock } from './lines.ts';
import { readListTable } from './list-table.ts';
import { isMistaken } from './mistaken.ts';
import { readParagraph, readQuote } from './paragraph.ts';
import { readSimpleTable } from './simple.ts';
import { unpad } from './width.ts';

/** Directives whose body is text as it stands. */
const RAW_BODY = ['code', 'code-block', 'sourcecode', 'math', 'raw', 'parsed-literal'];
/** Directives whose first line is an argument and not the beginning of their text. */
const WITH_ARGUMENT = RAW_BODY.concat(
  ['table', 'image', 'figure', 'include', 'only', 'container', 'highlight'],
  ['class', 'rst-class', 'role', 'default-role', 'contents', 'toctree', 'meta', 'index'],
);

/** Marks that stand alone in a cell announce or underline nothing: they are text. */
const LONE_MARK = /^(?:[-*+]|\.\.|::|[=\-`:.'"~^_*+#]{4,})$/;

const DIRECTIVE = /^ *\.\. +(?:\|.+\| +)?\S+ ?::(?: |$)/;

/** Deeper than any document for people, and far from the end of the stack. */
const MAX_DEPTH = 100;

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

  let depth = 0;

  /** What is nested too deep, as it stands. */
  function keepRest(state: RstParserState, indent: number): RstNode {
    const start = state.lineIdx;
    while (state.canConsume() && (state.peekIsNewLine() || state.peekIndentSize() >= indent)) {
      state.consume();
    }
    report(start, `blocks nested more than ${MAX_DEPTH} deep; their lines are kept as they are`);
    return literalOf(state, start, indent);
  }

  /** Keeps texts raw, and the line numbers of nested parts right. */
  class State extends RstParserState {
    /** Ideographic spaces at the beginning of a paragraph are no indent. */
    override peekIndentSize(offset = 0): number {
      return this.peek(offset)?.str.search(/[^ ]|$/) ?? 0;
    }

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

    override parseBodyNodes(
      ...[indent, parent, before]: Parameters<RstParserState['parseBodyNodes']>
    ): readonly RstNode[] {
      if (depth === MAX_DEPTH) {
        return this.canConsume() ? [...(before ?? []), keepRest(this, indent)] : (before ?? []);
      }
      depth += 1;
      try {
        return super.parseBodyNodes(indent, parent, before);
      } finally {
        depth -= 1;
      }
    }

    override parseRstToAst(input: string, line: number): readonly RstNode[] {
      const { lines, skipped } = trimBlock(unpad(input).split('\n'));
      if (lines.length !== 1 || !LONE_MARK.test(lines[0] ?? '')) {
        return parse(lines, line + skipped, guarded, this);
      }
      const source = { startLineIdx: line + skipped, endLineIdx: line + skipped + 1 };
      const mark = (lines[0] ?? '').replace(/::$/, '\\::');
      return [new RstParagraph(this.registrar, source, this.parseInlineNodes(mark, source))];
    }

    override parseInitContent(
      ...[indent, first, line, keepBreaks]: Parameters<RstParserState['parseInitContent']>
    ): readonly RstNode[] {
      const isDirective = this.peekTest(DIRECTIVE, -1) !== null;
      // What follows a list in an item may belong to the last item of that list: it is parsed
      // together with the first line, where rst-compiler parses it alone.
      if (!isDirective)
        return this.parseRstToAst([first, ...takeBody(this, indent)].join('\n'), line);
      // The content begins a line below when nothing stands on the first.
      const begin = first.trim() === '' ? line + 1 : line;
      return super.parseInitContent(indent, first, begin, keepBreaks);
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
    { parse: (state, indent, _parent, previous) => readQuote(state, indent, previous) },
    { parse: (state, indent) => readGridTable(state, indent, context(state)) },
    { parse: (state, indent) => readListTable(state, indent, context(state)) },
    { parse: (state, indent) => readCsvTable(state, indent, context(state)) },
    { parse: (state, indent) => readSimpleTable(state, indent, context(state)) },
    {
      parse: (state, indent) =>
        isMistaken(state, indent) ? readParagraph(state, indent, report) : null,
    },
  ] as RstNodeParser[];
  const parsers = [...ownParsers, ...plain.nodeParsers.map((parser) => guard(parser, report))];
  // The last one takes anything for a paragraph.
  parsers.splice(-1, 1, {
    parse: (state, indent) => readParagraph(state, indent, report),
  } as RstNodeParser);
  guarded.nodeParsers.splice(0, guarded.nodeParsers.length, ...parsers);
  const lines = text.split('\n').map((line) => expandTabs(line).trimEnd());
  const nodes = parse(lines, 0, guarded);
  return { nodes, findings: findings.sort((a, b) => a.place.line - b.place.line) };
}
