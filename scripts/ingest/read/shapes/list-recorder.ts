/** Puts blocks under the codes of a document: their lists may have codes or labels of their own. */
import type { Block, ListItem } from '../../../../src/model/text.ts';
import type { HeadingLookup } from '../../headings.ts';
import { plainText } from '../rich-text.ts';
import { isAside } from './captions.ts';
import { startsRange } from './code-ranges.ts';
import {
  areReferences,
  codesOf,
  countItems,
  hasBoldNumbers,
  hasCodes,
  type List,
  leadOfItem,
  listItems,
  type PlacedItem,
} from './items.ts';
import type { LeadKind } from './leads.ts';
import { makePart, splitLines } from './parts.ts';
import { type CodeRecord, Recorder } from './recorder.ts';

/** Puts texts under codes, those of lists too. */
export class ListRecorder extends Recorder {
  /** Whether bold numbers are codes of the document, even short ones. */
  areBoldNumbers = false;
  readonly #kind: LeadKind;

  constructor(kind: LeadKind, lookUp: HeadingLookup, isLabel: (text: string) => boolean) {
    super(lookUp, isLabel);
    this.#kind = kind;
  }

  /**
   * Adds a block: its lines, its items of codes or of labels, or the block as it is.
   *
   * @param items Lines of its items, each followed by those of the items within it.
   * @param isInLabelled Whether the block is in a list item that begins with a label.
   */
  addBlock(block: Block, line: number, items: number[], isInLabelled = false): void {
    if (block.type === 'paragraph') this.addLines(splitLines(block.children, line));
    else if (block.type === 'list' && areReferences(block, this.lookUp))
      this.addText(line, [block]);
    else if (this.#kind === 'item' && block.type === 'list' && hasCodes(block, this.lookUp))
      this.#addCodes(listItems(block, line, items));
    else if (block.type === 'list' && this.#hasLabels(block, isInLabelled)) {
      for (const { item, ...place } of listItems(block, line, items))
        this.#addItem(item.children, place.line, place.lines);
    } else {
      const codes = block.type === 'list' ? codesOf(block, this.lookUp) : [];
      if (codes.length > 0) this.list.unread.push({ line, text: codes.join(', ') });
      this.addText(line, [block]);
    }
  }

  /**
   * Adds the items of a list of codes.
   *
   * @returns The items before the first code, and those about several, which belong to none.
   */
  addItems(list: List, line: number, lines: number[]): ListItem[] {
    const before: ListItem[] = [];
    const isCode = (item: ListItem) => leadOfItem(item, line, this.lookUp).lead !== undefined;
    const areCodes = list.children.some(isCode) || (this.areBoldNumbers && hasBoldNumbers(list));
    const kind = areCodes ? 'sibling' : 'item';
    for (const placed of listItems(list, line, lines)) {
      if (this.#addCode(placed, kind) || this.#addGroup(placed)) continue;
      const text = textOfItem(placed.item);
      // "10701 - 10744 Protocol error" is about several codes.
      if (startsRange(text)) {
        this.list.unread.push({ line: placed.line, text });
        before.push(placed.item);
      } else if (this.record) this.#addPlainItem(placed, this.record.lead.code);
      else {
        // In a list of codes: "**AssocGrp*** - a limit is reached".
        if (kind === 'sibling' && isMarked(placed.item))
          this.list.unread.push({ line: placed.line, text });
        before.push(placed.item);
      }
    }
    return before;
  }

  #addItem(blocks: Block[], line: number, lines: number[]): void {
    const before = this.label;
    let at = 0;
    for (const [index, block] of blocks.entries()) {
      const from = at;
      at += countItems(block);
      // "Parameters:" above values that look like codes.
      const above = blocks[index - 1];
      if (above?.type === 'paragraph' && isAside(above.children)) this.addText(line, [block]);
      else this.addBlock(block, line, lines.slice(from, at), index > 0 && this.label !== before);
    }
  }

  /** Adds an item that begins with no code. */
  #addPlainItem({ item, line, lines }: PlacedItem, code: string): void {
    if (this.labelOf(item.children[0]) === undefined) this.list.plainItems.push({ line, code });
    this.#addItem(item.children, line, lines);
  }

  /** Whether the items of a list begin with labels. Steps below a label are its text: "1. Check it: …". */
  #hasLabels({ ordered, children }: List, isInLabelled: boolean): boolean {
    const labels = children.map((item) => this.labelOf(item.children[0]));
    return isInLabelled || (ordered && this.label !== '')
      ? labels.every((one) => one !== undefined && this.lookUp(one))
      : labels.some((one) => one !== undefined);
  }

  /** Opens the record of an item that begins with a code. */
  #addCode({ item, line, lines }: PlacedItem, kind: 'item' | 'sibling'): boolean {
    const { lead, texts, blocks } = leadOfItem(item, line, this.lookUp, kind);
    if (!lead) return false;
    this.open(lead, line);
    this.addLines(texts);
    this.#addItem(blocks, line, lines);
    return true;
  }

  /** Adds an item that is the title of codes below it. */
  #addGroup({ item, line, lines }: PlacedItem): boolean {
    const [title, ...blocks] = item.children;
    const lists = blocks.filter((block) => block.type === 'list' && hasCodes(block, this.lookUp));
    if (title?.type !== 'paragraph' || lists.length === 0) return false;
    const outer = this.caption;
    this.caption = title.children;
    let at = 0;
    for (const block of blocks) {
      const from = at;
      at += countItems(block);
      if (block.type === 'list' && lists.includes(block)) {
        this.record = undefined;
        this.#addCodes(listItems(block, line, lines.slice(from, at)));
      } else this.list.rest.push(makePart(line, block));
    }
    this.caption = outer;
    this.record = undefined;
    return true;
  }

  /** Adds items of codes within the item of a code: what follows them is about the outer code again. */
  #addCodes(items: PlacedItem[]): void {
    const { record } = this;
    const label = this.label;
    const restore = () => {
      this.record = record;
      this.label = label;
    };
    for (const placed of items) {
      if (this.#addCode(placed, 'sibling')) {
        if (record) restore();
        continue;
      }
      const { item, line } = placed;
      const current = this.record as CodeRecord | undefined;
      if (current) this.#addPlainItem(placed, current.lead.code);
      else this.list.unread.push({ line, text: textOfItem(item) });
    }
    restore();
  }
}

/** Whether an item begins with a marked text. */
function isMarked({ children: [first] }: ListItem): boolean {
  const [mark] = first?.type === 'paragraph' ? first.children : [];
  return mark?.type === 'strong' || mark?.type === 'inlineCode';
}

const textOfItem = ({ children: [first] }: ListItem): string =>
  first?.type === 'paragraph' ? plainText(first.children) : '';
