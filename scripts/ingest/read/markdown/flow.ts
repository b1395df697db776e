/** A Markdown tree as a flat list of flow nodes in document order, so that tables come to the top. */
import type { Definition, List, ListItem, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { scanHtml } from '../html/tags.ts';
import { maxNesting } from '../limits.ts';
import type { NoteKind } from '../notes.ts';
import { footnoteMark } from './inline.ts';
import { findTable, stripContainers } from './pipe-recovery.ts';

/** One node outside the tables, or a table. */
export interface Item {
  node: RootContent;
  /** First and last line in the document, from 1. */
  start: number;
  end: number;
  /** Lines of the document above the text that was parsed. */
  offset: number;
  /** The list item it stands in, where lists are taken apart because a table stands in them. */
  list?: { list: List; item: ListItem };
  /** The mark of the footnote that it is a part of. */
  footnote?: string;
}

const structural = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th']);

/** The change of table depth in an HTML text, and whether it has any tag of a table. */
export function readTableTags(html: string): { depths: number[]; any: boolean } {
  const depths: number[] = [];
  let any = false;
  for (const piece of scanHtml(html)) {
    if (piece.type !== 'tag' || !structural.has(piece.name)) continue;
    any = true;
    if (piece.name === 'table') depths.push(piece.close ? -1 : 1);
  }
  return { depths, any };
}

/** The source lines of a paragraph, without what its list items and quotations put before them. */
export function readLines(lines: string[], item: Item): string[] {
  return lines.slice(item.start - 1, item.end).map((line, index) => {
    const column = item.node.position?.start.column ?? 1;
    return index === 0 ? line.slice(column - 1) : stripContainers(line);
  });
}

/** Whether a table, or what may be a part of one, is in a list. */
function hasTable(list: List, lines: string[], offset: number): boolean {
  let found = false;
  visit(list, (node) => {
    if (node.type === 'table') found = true;
    if (node.type === 'html') found ||= /<table\b/i.test(node.value);
    if (node.type === 'paragraph')
      found ||= findTable(readLines(lines, toItem(node, offset))).header !== -1;
    return !found;
  });
  return found;
}

function toItem(node: RootContent, offset: number): Item {
  const start = (node.position?.start.line ?? 1) + offset;
  return { node, start, end: (node.position?.end.line ?? 1) + offset, offset };
}

/**
 * Flatten a tree. Quotations give up their content; lists do where a table stands in them.
 *
 * @param lines The lines of the whole document.
 * @param offset Lines of the document above the text that was parsed.
 */
export function flatten(root: Root, lines: string[], offset: number): Item[] {
  const items: Item[] = [];
  const add = (nodes: RootContent[], depth: number, around: Pick<Item, 'list' | 'footnote'>) => {
    for (const node of nodes) {
      const opens =
        node.type === 'blockquote' ||
        node.type === 'footnoteDefinition' ||
        (node.type === 'list' && hasTable(node, lines, offset));
      if (!opens || depth > maxNesting) {
        for (const part of splitDefinitions(node, lines, offset))
          items.push({ ...toItem(part, offset), ...around });
      } else if (node.type === 'list') {
        for (const item of node.children)
          add(item.children, depth + 1, { ...around, list: { list: node, item } });
      } else {
        const mark = node.type === 'footnoteDefinition' && { footnote: footnoteMark(node) };
        add(node.children, depth + 1, { ...around, ...mark });
      }
    }
  };
  add(root.children, 0, {});
  return items;
}

/**
 * Returns a paragraph, and the tags of definitions right behind it, apart: a blank line in `<dd>` ends HTML, but
 * `</dd>` ends no paragraph.
 */
function splitDefinitions(node: RootContent, lines: string[], offset: number): RootContent[] {
  if (node.type !== 'paragraph' || !node.position) return [node];
  const at = node.children.findIndex(
    (child) => child.type === 'html' && /^<\/?d[dlt]\b/i.test(child.value),
  );
  const start = node.children[at]?.position?.start;
  const isHtml = node.children.slice(at).every(({ type }) => type === 'html' || type === 'text');
  if (at < 1 || !start || !isHtml) return [node];
  const { end } = node.position;
  const [first = '', ...more] = lines.slice(start.line + offset - 1, end.line + offset);
  const value = [first.slice(start.column - 1), ...more].join('\n');
  return [
    { ...node, children: node.children.slice(0, at), position: { ...node.position, end: start } },
    { type: 'html', value, position: { start, end } },
  ];
}

/** Note the link definitions of a tree, the first of each name, and the names referred to. */
export function readDefinitions(
  root: Root,
  known: { definitions: Map<string, Definition>; used: Set<string> },
): void {
  visit(root, 'definition', (node) => {
    if (!known.definitions.has(node.identifier)) known.definitions.set(node.identifier, node);
  });
  visit(root, ['linkReference', 'imageReference'], (node) => {
    if ('identifier' in node) known.used.add(node.identifier);
  });
}

/** Returns what the notes of a node need to know of it. */
export function kindOf(node: RootContent, item: Item): NoteKind {
  const kind = kindOfNode(node, item);
  const footnote = item.footnote ?? abbreviationOf(node);
  return footnote === undefined ? kind : { ...kind, footnote };
}

/** Returns the abbreviation that a paragraph explains, as MkDocs has it: `*[TLS]: Transport Layer Security`. */
function abbreviationOf(node: RootContent): string | undefined {
  const [first] = node.type === 'paragraph' ? node.children : [];
  return first?.type === 'text' ? /^\*\[([^\]]+)\]:/.exec(first.value)?.[1] : undefined;
}

function kindOfNode(node: RootContent, { list, offset, start, end }: Item): NoteKind {
  if (node.type === 'code') {
    const isFenced = end - start + 1 > node.value.split('\n').length;
    return { list, textLine: isFenced ? start + 1 : start };
  }
  if (node.type === 'heading') return { list, level: node.depth };
  if (node.type !== 'list') return { list, isParagraph: node.type === 'paragraph' };
  return { list, items: itemLines(node, offset) };
}

/** The lines of the items of a list, each followed by those of the items within it. */
function itemLines(list: List, offset: number): number[] {
  return list.children.flatMap(({ children, position }) => {
    const within = children.flatMap((node) =>
      node.type === 'list' ? itemLines(node, offset) : [],
    );
    return children.length > 0 ? [(position?.start.line ?? 1) + offset, ...within] : [];
  });
}
