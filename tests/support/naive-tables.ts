/**
 * Tables read as naively as can be, to count against the readers: no code is shared with them, and
 * nothing is understood that a line or a tag does not say by itself.
 */

import type { Cell } from '../../src/model/document.ts';
import type { Block, Inline } from '../../src/model/text.ts';

export interface NaiveCell {
  line: number;
  text: string;
}

const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: '\u00a0' };

/** Cells of all HTML tables, row by row, found by their tags. */
export function naiveHtmlRows(text: string): NaiveCell[][] {
  return [...text.matchAll(/<tr[\s>].*?(?=<\/tr>|<tr[\s>])/gs)].map((row) =>
    [...row[0].matchAll(/<(t[dh])[\s>].*?<\/\1>/gs)].map((cell) => ({
      line: lineAt(text, row.index + cell.index),
      text: cell[0]
        .replace(/<\/?[a-zA-Z][^>]*>/g, '')
        .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole),
    })),
  );
}

const isDelimiter = (line: string) => /^\|?[\s:|-]*-[\s:|-]*$/.test(line);

/** Cells of all lines that begin with a pipe, cut at unescaped pipes. */
export function naivePipeRows(text: string): NaiveCell[][] {
  return text.split('\n').flatMap((source, index) => {
    const line = source.trim();
    if (!line.startsWith('|') || isDelimiter(line)) return [];
    const inner = line.replace(/^\|/, '').replace(/\|$/, '');
    return [inner.split(/(?<!\\)\|/).map((cell) => ({ line: index + 1, text: cell }))];
  });
}

/** What is left of Markdown or of a cell when white space and markup are gone. */
export const bare = (text: string): string =>
  text
    .replace(/\[([^\]]*)\]\(\s*[^()\s]*\s*\)/g, '$1')
    .replace(/<\/?(?:br|b|i|p|ul|li|sup|code|a)(?:\s[^<>]*)?\/?>/g, '')
    .replace(/[\s`*\\|-]/g, '');

const inlineText = (node: Inline): string => {
  if (node.type === 'break') return '\n';
  return 'value' in node ? node.value : node.children.map(inlineText).join('');
};

const blockText = (block: Block): string => {
  if (block.type === 'paragraph') return block.children.map(inlineText).join('');
  if (block.type === 'code') return block.value;
  return block.children.map((item) => item.children.map(blockText).join('\n')).join('\n');
};

/** All text of blocks. */
export const textOf = (blocks: Block[]): string => blocks.map(blockText).join('\n');

/** Text and line of a cell. */
export const plainCell = ({ blocks, line }: Cell): NaiveCell => ({ line, text: textOf(blocks) });

/** Rows of the grid tables of RST; a line of a row continues the cells above it. */
export function naiveGridRows(text: string): string[][] {
  const rows: string[][] = [];
  let current: string[] | undefined;
  for (const line of text.split('\n')) {
    if (/^\s*\+[-=+]+\+\s*$/.test(line)) {
      if (current) rows.push(current);
      current = undefined;
    } else if (/^\s*\|/.test(line)) {
      const cells = line.trim().slice(1, -1).split('|');
      current = current?.map((cell, index) => `${cell} ${cells[index] ?? ''}`) ?? cells;
    }
  }
  return rows;
}
