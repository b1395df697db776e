/** Texts that are struck out in a document. */
import type { Finding } from '../../../src/model/finding.ts';
import type { Block, Inline, ListItem, Place } from '../../../src/model/text.ts';
import { finding } from '../findings.ts';
import { plainOfInlines } from './rich-text.ts';
import type { ShapedRow } from './rows.ts';

/** Returns the texts that are struck out, such as “0” in `KH~~0~~9001`. */
export function struckIn(nodes: readonly (Block | Inline | ListItem)[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'delete') return plainOfInlines(node.children) || [];
    return 'children' in node ? struckIn(node.children) : [];
  });
}

/**
 * Reports the texts of a row that are struck out, other than its code.
 *
 * @param codeColumn The column of the code.
 * @param code The code of the row.
 */
export function listStruck(
  { cells }: ShapedRow,
  codeColumn: number,
  place: Place,
  code: string | undefined,
): Finding[] {
  const texts = cells.flatMap((cell, at) =>
    at === codeColumn ? [] : struckIn(cell?.blocks ?? []),
  );
  if (texts.length === 0) return [];
  const found = finding('text-struck', place, texts.join('”, “').slice(0, 200));
  return [code === undefined ? found : { ...found, code }];
}
