/** Markdown text → tree, and lines of a document → flat items. */
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { flatten, type Item, readDefinitions } from './flow.ts';
import type { Reading } from './reading.ts';

/**
 * Extends the tokenizer.
 *
 * - Bare addresses are found by the tree transform of mdast-util-gfm. The tokenizers would find them too, but
 *   look back through all tokens of a block at every word, which takes quadratic time.
 * - In Chinese nothing separates `**原因：**` from the text behind it; CommonMark alone would show the asterisks.
 */
function extendTokenizer(this: Processor): void {
  const data = this.data();
  const disabled = ['wwwAutolink', 'protocolAutolink', 'emailAutolink'];
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    { disable: { null: disabled } },
    cjkFriendlyExtension(),
  ];
}

const parser = unified().use(remarkParse).use(remarkGfm).use(extendTokenizer);

/** Returns the tree of a Markdown text (CommonMark and GFM, with marks of emphasis beside Chinese). */
export const parseMarkdown = (text: string) => parser.parse(text);

/**
 * Returns the items of a run of lines.
 *
 * @param from Index of the first line.
 * @param to Index after the last line.
 */
export function parseLines(reading: Reading, from: number, to: number): Item[] {
  const root = parseMarkdown(reading.lines.slice(from, to).join('\n'));
  readDefinitions(root, reading);
  return flatten(root, reading.lines, from);
}
