import type { Row, Table } from '../../../src/model/document.ts';
import { plainOf } from './rich-text.ts';

/**
 * Returns a table that prints the same columns several times side by side, such as “Code, Meaning, Code,
 * Meaning”, with these columns once: the rows of the second columns follow those of the first, so that
 * a cell that says “same as above” has the one that is above it on the page. Any other table stays as it is.
 */
export function stackColumns(table: Table): Table {
  const titles = table.header.at(-1)?.cells.map(({ blocks }) => plainOf(blocks)) ?? [];
  const width = titles.indexOf(titles[0] ?? '', 1);
  const isRepeated =
    width > 1 &&
    titles.length % width === 0 &&
    titles.every((title, index) => title !== '' && title === titles[index % width]);
  if (!isRepeated || table.fields) return table;
  const widest = Math.max(titles.length, ...table.rows.map(({ cells }) => cells.length));
  const starts = Array.from({ length: Math.ceil(widest / width) }, (_, index) => index * width);
  const cut = ({ line, cells }: Row, start: number): Row => ({
    line,
    cells: cells.slice(start, start + width),
  });
  const isFilled = ({ cells }: Row) => cells.some(({ blocks }) => plainOf(blocks) !== '');
  return {
    ...table,
    header: table.header.map((row) => cut(row, 0)),
    rows: starts.flatMap((start) => table.rows.map((row) => cut(row, start)).filter(isFilled)),
  };
}
