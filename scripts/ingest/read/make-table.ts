/** Tables made of parts of a document that are no table: sections, list items, data, definitions. */
import type { Cell, Row } from '../../../src/model/document.ts';

/** Returns a cell of one text; a cell without text has no blocks. */
export const makeTextCell = (value: string, line: number): Cell => ({
  blocks: value === '' ? [] : [{ type: 'paragraph', children: [{ type: 'text', value }] }],
  line,
});

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
