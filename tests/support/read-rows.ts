import { plainOf } from '../../scripts/ingest/normalise/rich-text.ts';
import type { Cell, ReadResult } from '../../src/model/document.ts';

/**
 * The tables of a document as text: the caption with its line, then a line for each row, such as
 * `3: code=E1 | message=No.@4`. A cell has its own line only where it differs;
 * absent ones are left out, and a column without a heading has the name of its field.
 */
export function showRows({ tables }: Pick<ReadResult, 'tables'>): string[] {
  return tables.flatMap(({ line, caption, header, rows, fields }) => {
    const headings =
      header[0]?.cells.map(({ blocks }, index) => plainOf(blocks) || fields?.[index]) ?? [];
    const show = (cell: Cell, index: number, own: number) =>
      cell.isAbsent
        ? []
        : [`${headings[index]}=${plainOf(cell.blocks)}${cell.line === own ? '' : `@${cell.line}`}`];
    const title = caption?.map((node) => ('value' in node ? node.value : '')).join('');
    return [
      ...(title ? [`${line}: [${title}]`] : []),
      ...rows.map(
        (row) =>
          `${row.line}: ${row.cells.flatMap((cell, index) => show(cell, index, row.line)).join(' | ')}`,
      ),
    ];
  });
}
