import type { Row, Table } from '../../../src/model/document.ts';
import { plainOf } from './rich-text.ts';

/**
 * Returns a table that prints the same columns several times side by side, such as “Code, Meaning, Code,
 * Meaning”, with these columns once: each of its rows becomes several. Any other table stays as it is.
 */
export function stackColumns(table: Table): Table {
  const titles = table.header.at(-1)?.cells.map(({ blocks }) => plainOf(blocks)) ?? [];
  const width = titles.indexOf(titles[0] ?? '', 1);
  const isRepeated =
    width > 1 &&
    titles.length % width === 0 &&
    titles.every((title, index) => title !== '' && title === titles[index % width]);
  if (!isRepeated || table.fields) return table;
  const cut = ({ line, cells }: Row): Row[] =>
    Array.from({ length: Math.ceil(cells.length / width) }, (_, index) => ({
      line,
      cells: cells.slice(index * width, (index + 1) * width),
    }));
  const isFilled = ({ cells }: Row) => cells.some(({ blocks }) => plainOf(blocks) !== '');
  return {
    ...table,
    header: table.header.flatMap((row) => cut(row).slice(0, 1)),
    rows: table.rows.flatMap((row) => cut(row).filter(isFilled)),
  };
}
