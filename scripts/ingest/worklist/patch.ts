/** A fix as a unified diff against the source document. */
import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff';
import type { Format } from '../../../src/model/format.ts';

/** What is replaced where. */
export interface Replacement {
  format: Format;
  /** 1-based line on which the row, or the cell where it has its own line, begins. */
  line: number;
  before: string;
  after: string;
}

/**
 * Returns the patch of a fix, to be applied with `patch -p1` in the project's root, or on the
 * publisher's own file by name.
 *
 * @param file Path of the document from the project's root.
 * @param lines The lines of the document, byte for byte as text.
 * @returns `undefined` if the text is not the whole of one cell of one line, or is there twice, or
 *   if the new one does not fit its column: nothing is guessed.
 */
export function renderPatch(
  file: string,
  lines: readonly string[],
  replacement: Replacement,
): string | undefined {
  const first = replacement.line - 1;
  const last = replacement.format === 'rst' ? endOfGridRow(lines, first) : first + 1;
  const found = lines.slice(first, last).flatMap((line, index) => {
    return replaceInLine(line, replacement).map((content) => ({ index: first + index, content }));
  });
  const [only] = found;
  if (found.length !== 1 || !only) return undefined;
  // The lines around are enough for a patch, and a document may be long.
  const start = Math.max(0, only.index - context);
  const end = Math.min(lines.length, only.index + context + 1);
  const near = lines.slice(start, end);
  const textOf = (part: string[]) => part.join('\n') + (end < lines.length ? '\n' : '');
  const fixed = textOf(near.with(only.index - start, only.content));
  const patch = structuredPatch(`a/${file}`, `b/${file}`, textOf(near), fixed);
  for (const hunk of patch.hunks) {
    hunk.oldStart += start;
    hunk.newStart += start;
  }
  return formatPatch(patch, FILE_HEADERS_ONLY);
}

/** Lines of a patch before and after the changed one. */
const context = 3;

function endOfGridRow(lines: readonly string[], first: number): number {
  const border = lines.findIndex((line, index) => index > first && /^\s*\+[-=+]+\s*$/.test(line));
  return border < 0 ? first + 1 : border;
}

/** Every way to replace the text in a cell of the line; a grid table keeps the width of its columns. */
function replaceInLine(line: string, { format, before, after }: Replacement): string[] {
  const cell = new RegExp(`(?<=^|[|>])(\\s*)${RegExp.escape(before)}([ \\t]*)(?=[|<]|\\r?$)`, 'gu');
  return [...line.matchAll(cell)].flatMap((match) => {
    const [whole, lead = '', tail = ''] = match;
    const room = before.length + tail.length - after.length;
    const grid = format === 'rst';
    if (grid && room < 1) return [];
    const cellNow = `${lead}${after}${grid ? ' '.repeat(room) : tail}`;
    return [line.slice(0, match.index) + cellNow + line.slice(match.index + whole.length)];
  });
}
