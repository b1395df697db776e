/** A document as one sequence of parts in the order of its lines, tables and text together. */
import type { Note, ReadResult, Table } from '../../../../src/model/document.ts';
import type { Block, Inline } from '../../../../src/model/text.ts';
import { unfolding } from '../notes.ts';
import { flattenBlocks, plainText } from '../rich-text.ts';

interface Title {
  line: number;
  level: number;
  children: Inline[];
  note?: Note;
}

/** A heading or a term. */
export type TitlePart = (Title & { type: 'heading' }) | (Title & { type: 'term' });

/** A block that is no title. */
export interface BlockPart {
  type: 'block';
  line: number;
  block: Block;
  items: number[];
  note: Note;
  /** Whether it is among lines that begin with a code for sure. */
  isSibling?: true;
}

/** A title, another block, or a table. */
export type Part = TitlePart | BlockPart | { type: 'table'; line: number; table: Table };

/** Returns a part of its own: a block at a line. */
export const makePart = (line: number, block: Block): BlockPart => ({
  type: 'block',
  line,
  block,
  items: [],
  note: { line, block },
});

/** Returns the parts of a document. The heading that became the caption of a table is a part of its own. */
export function listParts({ notes, tables }: ReadResult): Part[] {
  const parts = notes.map((note): Part => {
    const { line, block, level, role, depth = 0, items = [] } = note;
    const isTitle = block.type === 'paragraph' && (level !== undefined || role === 'term');
    return isTitle
      ? {
          type: role === 'term' ? 'term' : 'heading',
          line,
          level: level ?? unfolding * (1 + depth),
          children: block.children,
          note,
        }
      : { type: 'block', line, block, items, note };
  });
  for (const table of tables) {
    if (table.heading && table.caption) {
      parts.push({ type: 'heading', ...table.heading, children: table.caption });
    }
    parts.push({ type: 'table', line: table.line, table });
  }
  // Stable: notes of one line stay in their order.
  return parts.sort((a, b) => a.line - b.line);
}

/** Returns the first line of a part. */
export function startOf(part: Part): string {
  if (part.type === 'table') {
    const { caption = [], header, rows } = part.table;
    const cells = (header[0] ?? rows[0])?.cells ?? [];
    return (
      plainText(caption) || cells.map(({ blocks }) => plainText(flattenBlocks(blocks))).join(' | ')
    );
  }
  const children = part.type === 'block' ? flattenBlocks([part.block]) : part.children;
  return plainText(children).split('\n', 1)[0] ?? '';
}

/** A text that may begin with a label, with its line. */
export interface Line {
  line: number;
  children: Inline[];
}

/** Returns the lines of a paragraph as the source has them. */
export function splitLines(children: Inline[], line: number): Line[] {
  const lines: Line[] = [{ line, children: [] }];
  let at = line;
  for (const child of children) {
    // `<br>` may be within a line of the source.
    if (child.type === 'break') lines.push({ line: at, children: [] });
    else if (child.type !== 'text') {
      at += plainText([child]).split('\n').length - 1;
      lines.at(-1)?.children.push(child);
    } else {
      for (const [index, value] of child.value.split('\n').entries()) {
        if (index > 0) {
          at += 1;
          lines.push({ line: at, children: [] });
        }
        if (value !== '') lines.at(-1)?.children.push({ type: 'text', value });
      }
    }
  }
  return lines;
}

/** Whether a line begins the text of a definition list of Markdown: `:   Out of memory.` */
export const startsDefinition = (text: string): boolean => /^:\s/.test(text);

/** Removes the first characters of a text; marks that become empty go. */
export function dropStart(children: Inline[], count: number): Inline[] {
  let left = count;
  return children.flatMap((child): Inline[] => {
    if (left <= 0) return [child];
    const { length } = plainText([child]);
    if (length <= left) {
      left -= length;
      return [];
    }
    const from = left;
    left = 0;
    if ('value' in child) return [{ ...child, value: child.value.slice(from) }];
    return 'children' in child
      ? [{ ...child, children: dropStart(child.children, from) }]
      : [child];
  });
}

/** Returns a paragraph of its own, of one or more lines. */
export function joinLines(lines: Line[]): BlockPart {
  const children = lines.flatMap((line, index): Inline[] =>
    index === 0 ? line.children : [{ type: 'text', value: '\n' }, ...line.children],
  );
  return makePart(lines[0]?.line ?? 1, { type: 'paragraph', children });
}
