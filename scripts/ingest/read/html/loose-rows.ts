/** Rows of tables outside of any table, as behind a stray `</table>`: HTML parsers drop their tags. */
import { scanHtml } from './tags.ts';

/** A row with its 1-based line. */
export interface LooseRow {
  line: number;
  text: string;
}

/**
 * Returns the rows with text that no table of an HTML text holds.
 *
 * @example findLooseRows('<table></table>\n<tr><td>E1</td></tr>') // => [{ line: 2, text: 'E1' }]
 */
export function findLooseRows(html: string): LooseRow[] {
  const rows: LooseRow[] = [];
  let depth = 0;
  let line = 1;
  let row: LooseRow | undefined;
  for (const piece of scanHtml(html)) {
    if (piece.type === 'text' && row) row.text += piece.raw;
    if (piece.type === 'tag') {
      if (row) row.text += ' ';
      if (piece.name === 'table') depth = Math.max(0, depth + (piece.close ? -1 : 1));
      if (piece.name === 'table' || piece.name === 'tr') row = undefined;
      if (piece.name === 'tr' && !piece.close && depth === 0) {
        row = { line, text: '' };
        rows.push(row);
      }
    }
    line += piece.raw.split('\n').length - 1;
  }
  return rows
    .map((one) => ({ ...one, text: one.text.replace(/\s+/g, ' ').trim().slice(0, 80) }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}
