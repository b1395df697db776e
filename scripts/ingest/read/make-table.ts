/** Tables made of parts of a document that are no table: sections, list items, data, definitions. */
import type { Cell, Row } from '../../../src/model/document.ts';

/**
 * Returns a cell of one text; a cell without text has no blocks.
 *
 * @param url Where the text links to, if it does.
 */
export function makeTextCell(value: string, line: number, url?: string): Cell {
  const text = { type: 'text' as const, value };
  const child = url === undefined ? text : { type: 'link' as const, url, children: [text] };
  return { blocks: value === '' ? [] : [{ type: 'paragraph', children: [child] }], line };
}

/** Returns a header row of headings. */
export const makeHeader = (headings: readonly string[], line: number): Row => ({
  line,
  cells: headings.map((heading) => makeTextCell(heading, line)),
});

/** Returns a row; a place without a cell is marked as absent, not as empty. */
export const makeRow = (line: number, cells: readonly (Cell | undefined)[]): Row => ({
  line,
  cells: cells.map((cell) => cell ?? { blocks: [], line, isAbsent: true }),
});
