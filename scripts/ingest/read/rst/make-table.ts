import type { Note } from '../../../../src/model/document.ts';
import { fillSpans, type SpanRow } from '../fill-spans.ts';
import type { RstContext } from './context.ts';

/**
 * Add a table to the document, with copies of cells where they span; in a cell, return its text.
 *
 * @param headers How many of the rows are the header.
 * @throws LimitError if the copies make the table too large.
 */
export function makeTable(
  line: number,
  rows: SpanRow[],
  headers: number,
  { tables }: RstContext,
): Note[] {
  if (!tables) {
    const cells = rows.flatMap((row) => row.cells.map(({ cell }) => cell));
    return cells.flatMap(({ blocks, line }) => blocks.map((block) => ({ line, block })));
  }
  if (rows.length === 0) return [];
  const filled = fillSpans(rows);
  tables.push({ line, header: filled.slice(0, headers), rows: filled.slice(headers) });
  return [];
}
