/**
 * Paragraphs and block quotes, which rst-compiler reads otherwise than the specification has it:
 * https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#body-elements
 */
import { RstBlockquote, type RstNode, RstParagraph, type RstParserState } from 'rst-compiler';
import type { RstContext } from './context.ts';
import { isGridTop } from './grid-lines.ts';
import { linesOf } from './lines.ts';
import { isLateEnumerator } from './mistaken.ts';

/** A line that is a border of a grid or a simple table. */
export const TABLE_BORDER = /^ *(?:\+-[-+]+-\+|=+(?: +=+)+) *$/;

/** Whether a paragraph ends in "::", so that an indented block below it is literal. */
export function announcesLiteral(raw: string): boolean {
  return /(?<!\\)(?:\\\\)*::$/.test(raw);
}

/** A block quote of any indent; rst-compiler knows those of four spaces. */
export function readQuote(
  state: RstParserState,
  indent: number,
  previous: RstNode | undefined,
): RstBlockquote | null {
  const inner = state.peekIndentSize();
  const isLiteral = previous?.nodeType === 'Paragraph' && announcesLiteral(previous.rawTextContent);
  if (inner <= indent || isLiteral) return null;
  const start = state.lineIdx;
  const children = state.parseBodyNodes(inner, 'Blockquote');
  const source = { startLineIdx: start, endLineIdx: state.lineIdx };
  return new RstBlockquote(state.registrar, source, children);
}

/** The paragraph that begins where the parser stands; a table below it ends it. */
export function readParagraph(
  state: RstParserState,
  indent: number,
  report: RstContext['report'],
): RstParagraph {
  const start = state.lineIdx;
  do {
    state.consume();
    if (isGridTop(state)) {
      report(state.lineIdx, 'a table follows text without a blank line; it was read as a table');
      break;
    }
  } while (
    state.peekIsContent() &&
    state.peekIndentSize() === indent &&
    !isLateEnumerator(state.peek()?.str ?? '')
  );
  const lines = linesOf(state, start, state.lineIdx);
  const border = lines.findIndex((line) => TABLE_BORDER.test(line));
  if (border >= 0) report(start + border, 'a border of a table within text');
  const source = { startLineIdx: start, endLineIdx: state.lineIdx };
  const raw = lines.map((line) => line.slice(indent)).join('\n');
  return new RstParagraph(state.registrar, source, state.parseInlineNodes(raw, source));
}
