/** What the RST reader returns, in the shape in which cells.py prints what docutils returns. */
import { createHash } from 'node:crypto';
import type { ReadResult, Row } from '../../../src/model/document.ts';
import type { Block, Inline } from '../../../src/model/text.ts';

export interface PlainCell {
  text: string;
  spanned: 'row' | 'column' | null;
}

export interface PlainTable {
  header: PlainCell[][];
  rows: PlainCell[][];
}

export interface Digest {
  tables: number;
  rows: number;
  cells: number;
  sha256: string;
}

/** The texts of all cells, markup removed and white space folded. */
export function plainTables({ tables }: ReadResult): PlainTable[] {
  const plain = (rows: Row[]) =>
    rows.map(({ cells }) =>
      cells.map(({ blocks, spanned }) => ({
        text: plainText(blocks),
        spanned: spanned ?? null,
      })),
    );
  return tables.map(({ header, rows }) => ({ header: plain(header), rows: plain(rows) }));
}

/** The text of blocks, separated by a space. */
export function plainText(blocks: Block[]): string {
  return blocks.map(blockText).join(' ').replace(/\s+/g, ' ').trim();
}

function blockText(block: Block): string {
  if (block.type === 'code') return block.value;
  if (block.type === 'paragraph') return block.children.map(inlineText).join('');
  return block.children.flatMap((item) => item.children.map(blockText)).join(' ');
}

function inlineText(node: Inline): string {
  if (node.type === 'break') return ' ';
  return 'value' in node ? node.value : node.children.map(inlineText).join('');
}

/** A short value that differs if any cell differs. */
export function digestOf(tables: PlainTable[]): Digest {
  const parts = tables.flatMap((table) =>
    (['header', 'rows'] as const).flatMap((part) => table[part].map((row) => ({ part, row }))),
  );
  const lines = parts.flatMap(({ part, row }) => [
    part,
    ...row.map((cell) => `${cell.spanned ?? 'own'} ${cell.text}`),
  ]);
  return {
    tables: tables.length,
    rows: parts.length,
    cells: parts.reduce((sum, { row }) => sum + row.length, 0),
    sha256: createHash('sha256').update(lines.join('\n')).digest('hex'),
  };
}
