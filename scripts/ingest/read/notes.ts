/** Collects the tables of a document and the text between them: notes, and captions among them. */
import type { List, ListItem } from 'mdast';
import type { Note, ReadResult, Table } from '../../../src/model/document.ts';
import type { Block, Inline } from '../../../src/model/text.ts';
import { plainText } from './rich-text.ts';

/** A note while it may still become a caption. */
interface Draft extends Note {
  isParagraph: boolean;
  end: number;
  list?: List | undefined;
}

const numbered = /^(?:表格?|table|tab\.)\s*[\d一二三四五六七八九十]/i;
const sentence = /[。．.:：;；!！?？,，、]$/;
const longest = 80;

/** Whether a paragraph reads as a title: bold throughout, numbered, or a short line right above. */
function isTitle(children: Inline[], adjacent: boolean): boolean {
  const plain = plainText(children).trim();
  if (numbered.test(plain) && plain.length <= 2 * longest) return true;
  const bold = children.every(
    (node) => node.type === 'strong' || (node.type === 'text' && node.value.trim() === ''),
  );
  if (bold) return true;
  return adjacent && plain.length <= longest && !plain.includes('\n') && !sentence.test(plain);
}

/** The level of a line below which a text unfolds, and of terms: headings of a page have lower ones. */
export const unfolding = 7;

/** What kind of node blocks are of. */
export interface NoteKind
  extends Pick<Note, 'level' | 'role' | 'depth' | 'isDefined' | 'footnote' | 'textLine' | 'items'> {
  isParagraph?: boolean;
  /** The list item, of a list that is taken apart because it contains a table. */
  list?: { list: List; item: ListItem } | undefined;
}

/** Collects the parts of a document in their order. */
export interface Notebook {
  /** Adds the blocks of one node, which is in `lines` of the document. */
  add: (blocks: Block[], lines: { start: number; end: number }, kind?: NoteKind) => void;
  /** Notes a line across the page, or the end of a part of it, which may end a section. */
  addRule: () => void;
  /** Adds a table. Without a caption of its own, a title right above it becomes the caption. */
  addTable: (table: Table) => void;
  /** Returns what was added. */
  collect: () => Pick<ReadResult, 'tables' | 'notes'>;
}

/** Returns an empty notebook. */
export function openNotebook(): Notebook {
  const drafts: Draft[] = [];
  const tables: Table[] = [];
  let latest: Draft | undefined;
  let item: ListItem | undefined;
  let isBehindRule = false;
  /** Takes the caption of a table that starts at a line out of the notes. */
  const takeCaption = (line: number): Pick<Table, 'caption' | 'heading'> => {
    const block = latest?.block;
    const { level, isParagraph = false } = latest ?? {};
    if (!latest || block?.type !== 'paragraph' || !(level || isParagraph)) return {};
    const adjacent = latest.end === line - 1;
    if (!level && !isTitle(block.children, adjacent)) return {};
    drafts.splice(drafts.indexOf(latest), 1);
    const caption = block.children;
    return level ? { caption, heading: { line: latest.line, level } } : { caption };
  };
  return {
    add(blocks, { start: line, end }, { list, isParagraph = false, ...kind } = {}) {
      for (const block of blocks) {
        // Behind a table a list is another one, so that all parts stay in their order.
        const last = latest;
        if (list) {
          const listItem = { type: 'listItem' as const, children: [block] };
          const within = kind.items ?? [];
          const box =
            last?.block.type === 'list' && last.list === list.list ? last.block : undefined;
          const open = item === list.item ? box?.children.at(-1) : undefined;
          item = list.item;
          if (open) open.children.push(block);
          else if (box) box.children.push(listItem);
          if (box) last?.items?.push(...(open ? [] : [line]), ...within);
          else {
            const ordered = list.list.ordered ?? false;
            const made: Block = { type: 'list', ordered, children: [listItem] };
            const items = [line, ...within];
            drafts.push({ line, end, block: made, isParagraph: false, list: list.list, items });
          }
          latest = drafts.at(-1);
        } else {
          const rule = isBehindRule ? { isBehindRule: true as const } : {};
          latest = { line, end, block, isParagraph, ...kind, ...rule };
          isBehindRule = false;
          drafts.push(latest);
        }
      }
    },
    addRule() {
      isBehindRule = true;
    },
    addTable(table) {
      const { line, ...rest } = table;
      const rule = isBehindRule ? { isBehindRule: true as const } : {};
      isBehindRule = false;
      tables.push(table.caption ? table : { line, ...takeCaption(line), ...rule, ...rest });
      // A note above this table is not the caption of a later one.
      latest = undefined;
    },
    collect: () => ({
      tables,
      notes: drafts.map(({ end: _, list: _list, isParagraph: _is, ...note }) => note),
    }),
  };
}
