/** Parsing a Markdown document that may be hostile: no input makes it throw or hang. */
import type { Paragraph, Root } from 'mdast';
import { flatten, type Item, readDefinitions } from './flow.ts';
import { parseMarkdown } from './inline.ts';
import { isDelimiter } from './pipe-line.ts';
import { contextAt, type Reading, reportOdd } from './reading.ts';

/** A paragraph of more lines takes the parser a time that grows with their square. */
const longest = 2000;

const fence = /^[ \t>]*(`{3,}|~{3,})/;
const starts = /^[ \t]*(?:#{1,6}[ \t]|[-+*][ \t]|\d{1,9}[.)][ \t]|[><])/;

/** Lines `from` (inclusive) to `to` (exclusive); `plain` if they are one endless paragraph. */
interface Part {
  from: number;
  to: number;
  plain: boolean;
}

/** Whether lines are a paragraph, or a table that GFM takes for one, of too many lines. */
function isEndless(lines: string[], from: number, to: number): boolean {
  if (to - from <= longest) return false;
  const first = lines[from] ?? '';
  if (first.trimStart().startsWith('<')) return false;
  const lazy = starts.test(first) && !first.trimStart().startsWith('#');
  return lazy || !lines.slice(from, to).some(isDelimiter);
}

/** Cut a run of lines around endless paragraphs; mostly there is one part. */
function cutDocument(lines: string[], from: number, to: number): Part[] {
  const parts: Part[] = [];
  let done = from;
  let start = from;
  let inside = '';
  for (let at = from; at <= to; at += 1) {
    const line = at < to ? (lines[at] ?? '') : '';
    const mark = fence.exec(line)?.[1] ?? '';
    const blank = line.trim() === '';
    const breaks = blank || mark !== '' || (inside === '' && starts.test(line));
    if (breaks || at === to) {
      if (inside === '' && isEndless(lines, start, at)) {
        if (start > done) parts.push({ from: done, to: start, plain: false });
        parts.push({ from: start, to: at, plain: true });
        done = at;
      }
      start = blank ? at + 1 : at;
    }
    if (mark !== '' && inside === '') inside = mark;
    else if (inside !== '' && mark.startsWith(inside)) inside = '';
  }
  if (to > done) parts.push({ from: done, to, plain: false });
  return parts;
}

/** Lines as paragraphs of plain text, parted at blank lines. */
function readPlain(lines: string[]): Root {
  const root: Root = { type: 'root', children: [] };
  let block: string[] = [];
  for (const [index, line] of [...lines, ''].entries()) {
    if (line.trim() !== '') {
      block.push(line);
      continue;
    }
    if (block.length > 0) {
      const start = { line: index - block.length + 1, column: 1 };
      const end = { line: index, column: (block.at(-1) ?? '').length + 1 };
      const text = { type: 'text' as const, value: block.join('\n') };
      const paragraph: Paragraph = {
        type: 'paragraph',
        children: [text],
        position: { start, end },
      };
      root.children.push(paragraph);
    }
    block = [];
  }
  return root;
}

function parsePart(lines: string[], part: Part, reading: Reading): Root {
  const say = (what: string) => reportOdd(reading, what, part.from + 1);
  if (!part.plain) {
    try {
      return parseMarkdown(lines.join('\n'), contextAt(reading, part.from).onDeep);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      say('the document nests too deep for a Markdown parser; it was read line by line');
      return readPlain(lines);
    }
  }
  say('the paragraph is too long for a Markdown parser; it was read line by line');
  return readPlain(lines);
}

/**
 * The items of a run of lines.
 *
 * @param from Index of the first line.
 * @param to Index behind the last.
 */
export function parseLines(reading: Reading, from: number, to: number): Item[] {
  return cutDocument(reading.lines, from, to).flatMap((part) => {
    const root = parsePart(reading.lines.slice(part.from, part.to), part, reading);
    readDefinitions(root, reading);
    return flatten(root, reading.lines, part.from);
  });
}
