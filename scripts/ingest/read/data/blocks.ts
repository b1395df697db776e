import type { Block, Inline } from '../../../../src/model/text.ts';
import { showUnfit } from '../decode.ts';
import type { DataNode } from './node.ts';

/**
 * Returns a text as paragraphs: a blank line ends a paragraph, a line end is a break. Markup in
 * data is not interpreted.
 */
export function textBlocks(text: string): Block[] {
  return showUnfit(text.replace(/\r\n?/g, '\n'))
    .trim()
    .split(/\n[^\S\n]*\n\s*/)
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({
      type: 'paragraph',
      children: paragraph
        .split('\n')
        .flatMap((line, index): Inline[] => [
          ...(index > 0 ? [{ type: 'break' as const }] : []),
          ...(line.trim() === '' ? [] : [{ type: 'text' as const, value: line.trim() }]),
        ]),
    }));
}

/** Returns the text of a value; a list is a list, and a map has a line `key: value` for each key. */
export function blocksOf(node: DataNode): Block[] {
  if (node.kind === 'scalar') return textBlocks(node.text);
  if (node.kind === 'list') {
    const items = node.items
      .map(blocksOf)
      .filter((blocks) => blocks.length > 0)
      .map((children) => ({ type: 'listItem' as const, children }));
    return items.length === 0 ? [] : [{ type: 'list', ordered: false, children: items }];
  }
  return node.entries.flatMap(({ key, value }) =>
    value.kind === 'scalar'
      ? textBlocks(`${key}: ${value.text}`)
      : [...textBlocks(`${key}:`), ...blocksOf(value)],
  );
}
