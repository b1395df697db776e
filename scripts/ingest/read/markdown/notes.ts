/** What stands between the tables of a Markdown document: notes, and the captions among them. */
import type { List, ListItem, RootContent } from 'mdast';
import type { Note } from '../../../../src/model/document.ts';
import type { Block, Inline } from '../../../../src/model/text.ts';
import { plainText } from '../rich-text.ts';

/** A note while it may still become a caption. */
interface Draft extends Note {
  kind: 'heading' | 'paragraph' | 'other';
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

/** Collects notes in document order and gives back the last one as a caption. */
export interface Notebook {
  /** Add blocks; `from` tells of which node, `list` of which list item they are. */
  add: (
    blocks: Block[],
    line: number,
    end: number,
    from?: RootContent['type'],
    list?: { list: List; item: ListItem } | undefined,
  ) => void;
  /** The caption of a table that starts at `line`, taken out of the notes. */
  takeCaption: (line: number) => Inline[] | undefined;
  /** A table stands here: what was noted before is no caption of a later one. */
  close: () => void;
  notes: () => Note[];
}

/** Start collecting. */
export function openNotebook(): Notebook {
  const drafts: Draft[] = [];
  let latest: Draft | undefined;
  let item: ListItem | undefined;
  return {
    add(blocks, line, end, from, list) {
      for (const block of blocks) {
        const kind = from === 'heading' || from === 'paragraph' ? from : 'other';
        const last = drafts.at(-1);
        if (list) {
          const listItem = { type: 'listItem' as const, children: [block] };
          const box =
            last?.block.type === 'list' && last.list === list.list ? last.block : undefined;
          const open = item === list.item ? box?.children.at(-1) : undefined;
          item = list.item;
          if (open) open.children.push(block);
          else if (box) box.children.push(listItem);
          else {
            const ordered = list.list.ordered ?? false;
            const made: Block = { type: 'list', ordered, children: [listItem] };
            drafts.push({ line, end, block: made, kind: 'other', list: list.list });
          }
          latest = drafts.at(-1);
        } else {
          latest = { line, end, block, kind };
          drafts.push(latest);
        }
      }
    },
    takeCaption(line) {
      const block = latest?.block;
      if (!latest || block?.type !== 'paragraph' || latest.kind === 'other') return undefined;
      const adjacent = latest.end === line - 1;
      if (latest.kind !== 'heading' && !isTitle(block.children, adjacent)) return undefined;
      drafts.splice(drafts.indexOf(latest), 1);
      return block.children;
    },
    close() {
      latest = undefined;
    },
    notes: () => drafts.map(({ line, block }) => ({ line, block })),
  };
}
