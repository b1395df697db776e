/**
 * Lines of an RST document.
 */
import { RstLiteralBlock, type RstParserState } from 'rst-compiler';

/** Lines `from` to before `to` of what a parser parses, counted from 0. */
export function linesOf(state: RstParserState, from: number, to: number): string[] {
  return Array.from(
    { length: to - from },
    (_, index) => state.peek(from + index - state.lineIdx)?.str ?? '',
  );
}

/** Take the lines that are indented, and blank lines between them. */
export function takeBody(state: RstParserState, indent: number): string[] {
  const lines: string[] = [];
  for (let ahead = 0; state.canConsume(ahead); ahead++) {
    if (state.peekIsNewLine(ahead)) continue;
    if (state.peekIndentSize(ahead) < indent) break;
    for (; ahead >= 0; ahead--) lines.push(state.consume().str.slice(indent));
  }
  return lines;
}

/** A literal block of the lines from `start` to where the parser stands. */
export function literalOf(state: RstParserState, start: number, indent: number): RstLiteralBlock {
  const source = { startLineIdx: start, endLineIdx: state.lineIdx };
  const lines = linesOf(state, start, state.lineIdx).map((line) => line.slice(indent));
  return new RstLiteralBlock(state.registrar, source, lines.join('\n'));
}

/** Columns that a tab reaches are multiples of eight, as docutils has it. */
export function expandTabs(line: string): string {
  if (!line.includes('\t')) return line;
  let out = '';
  for (const part of line.split('\t'))
    out += part + ' '.repeat(8 - ((out.length + part.length) % 8));
  return out;
}

/** Cut the indent that all lines share, and blank lines at both ends. */
export function trimBlock(input: string[]): { lines: string[]; skipped: number } {
  const lines = input.map((line) => line.trimEnd());
  const isText = (line: string) => line !== '';
  const skipped = Math.max(lines.findIndex(isText), 0);
  const kept = lines.slice(skipped, lines.findLastIndex(isText) + 1);
  const indent = Math.min(...kept.filter(isText).map((line) => line.search(/[^ ]/)));
  return { lines: kept.map((line) => line.slice(indent)), skipped };
}
