/** Tables made of parts of a document that are not tables: sections, list items, data, definitions. */
import type { Cell, Table } from '../../../src/model/document.ts';
import type { Inline } from '../../../src/model/text.ts';

/**
 * Returns a table of one header row, each heading in the line of its first cell; a place without a cell is
 * marked as absent, not as empty.
 *
 * @param about The caption, and what columns hold. The line is that of the first row if absent.
 */
export function makeTable(
  headings: readonly string[],
  rows: readonly { line: number; cells: readonly (Cell | undefined)[] }[],
  about: { line?: number; caption?: Inline[] | string | undefined; fields?: Table['fields'] } = {},
): Table {
  const { line = rows[0]?.line ?? 1, caption = '', fields } = about;
  const title = typeof caption === 'string' ? [{ type: 'text' as const, value: caption }] : caption;
  return {
    line,
    ...(caption.length === 0 ? {} : { caption: title }),
    header: [
      {
        line,
        cells: headings.map((heading, at) =>
          makeTextCell(heading, rows.find(({ cells }) => cells[at])?.cells[at]?.line ?? line),
        ),
      },
    ],
    rows: rows.map((row) => ({
      line: row.line,
      cells: row.cells.map((cell) => cell ?? { blocks: [], line: row.line, isAbsent: true }),
    })),
    ...(fields ? { fields } : {}),
  };
}

/**
 * Returns a cell of one text; a cell without text has no blocks.
 *
 * @param about Where the text links to, and whether it is struck out.
 */
export function makeTextCell(
  value: string,
  line: number,
  { url, isStruck }: { url?: string; isStruck?: boolean } = {},
): Cell {
  const text: Inline = { type: 'text', value };
  const marked: Inline = isStruck ? { type: 'delete', children: [text] } : text;
  const child: Inline = url === undefined ? marked : { type: 'link', url, children: [marked] };
  return { blocks: value === '' ? [] : [{ type: 'paragraph', children: [child] }], line };
}

/** Groups neighbours with the same key. */
export function groupNeighbours<T>(items: readonly T[], keyOf: (item: T) => unknown): T[][] {
  const groups: T[][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && keyOf(last[0]) === keyOf(item)) last.push(item);
    else groups.push([item]);
  }
  return groups;
}
