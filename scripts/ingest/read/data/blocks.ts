import type { Block, Inline } from '../../../../src/model/text.ts';
import { showUnfit } from '../decode.ts';
import { type DataMap, type DataNode, spellingOf } from './node.ts';

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

/** Whether a map has the forms of one text for numbers: `{ one: …, other: … }`. */
export const isForms = ({ entries }: DataMap): boolean =>
  entries.length > 0 && entries.every(({ key, value }) => isForm(key) && value.kind === 'scalar');

/** Whether a key is a form of a text for numbers. */
export const isForm = (key: string): boolean => /^(zero|one|two|few|many|other)$/.test(key);

/** Returns the text of a value; the only form of a text is that text, a list is a list, and a map has a line `key: value` for each key. */
export function blocksOf(node: DataNode): Block[] {
  if (node.kind === 'scalar') return textBlocks(node.text);
  if (node.kind === 'list') {
    const items = node.items
      .map(blocksOf)
      .filter((blocks) => blocks.length > 0)
      .map((children) => ({ type: 'listItem' as const, children }));
    return items.length === 0 ? [] : [{ type: 'list', ordered: false, children: items }];
  }
  const [only] = node.entries;
  if (only && node.entries.length === 1 && isForms(node)) return blocksOf(only.value);
  return node.entries.flatMap((entry) =>
    entry.value.kind === 'scalar'
      ? textBlocks(`${spellingOf(entry)}: ${entry.value.text}`)
      : [...textBlocks(`${spellingOf(entry)}:`), ...blocksOf(entry.value)],
  );
}
