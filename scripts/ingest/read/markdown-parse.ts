/** Parsing Markdown that may be hostile: input that would exhaust the parser is read as plain text. */
import type { Root } from 'mdast';
import { parseMarkdown } from './inline-markdown.ts';

/** The document as paragraphs of plain text, parted at blank lines. */
function readPlain(text: string): Root {
  const root: Root = { type: 'root', children: [] };
  let block: string[] = [];
  const lines = text.split('\n');
  for (const [index, line] of [...lines, ''].entries()) {
    if (line.trim() !== '') {
      block.push(line);
      continue;
    }
    if (block.length > 0) {
      const value = block.join('\n');
      const start = { line: index - block.length + 1, column: 1 };
      const end = { line: index, column: (block.at(-1)?.length ?? 0) + 1 };
      const position = { start, end };
      root.children.push({ type: 'paragraph', children: [{ type: 'text', value }], position });
    }
    block = [];
  }
  return root;
}

/**
 * Parse Markdown without ever throwing or hanging.
 *
 * @returns The tree, and why it is plain text if it is.
 */
export function parseSafely(text: string): { root: Root; plain?: string } {
  try {
    return { root: parseMarkdown(text) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return {
      root: readPlain(text),
      plain: 'the document nests too deep for a Markdown parser; it was read line by line',
    };
  }
}
