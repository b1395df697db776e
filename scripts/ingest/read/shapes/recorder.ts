/** Collects the codes of a document with the texts below each, by label. */
import type { Block, Inline, ListItem } from '../../../../src/model/text.ts';
import { headingKey } from '../../../../src/text/fold.ts';
import type { HeadingLookup } from '../../headings.ts';
import { plainText } from '../rich-text.ts';
import { startsRange } from './code-ranges.ts';
import {
  codesOf,
  countItems,
  hasBoldNumbers,
  hasCodes,
  type LinkedLead,
  type List,
  leadOfItem,
  listItems,
  type PlacedItem,
} from './items.ts';
import { splitLabel } from './labels.ts';
import type { LeadKind } from './leads.ts';
import {
  dropStart,
  type Line,
  makePart,
  type Part,
  splitLines,
  startsDefinition,
} from './parts.ts';

/** A code with the texts below it, by label; texts before the first label are under "". */
export interface CodeRecord {
  lead: LinkedLead;
  line: number;
  /** The heading above that is not a code. */
  caption: Inline[] | undefined;
  texts: Map<string, { label: string; line: number; blocks: Block[] }>;
}

/** Records, and the parts that belong to none. */
export interface RecordList {
  records: CodeRecord[];
  rest: Part[];
  /** Items among those of codes that begin with neither a code nor a label. */
  plainItems: { line: number; code: string }[];
  /** Further codes that are a part of a code's text. */
  unread: { line: number; text: string }[];
}

/** Fields whose text ends with the paragraph that has their label. */
const briefFields = new Set(['code', 'alias', 'httpStatus', 'message']);

/** Puts texts under the code that was opened last, and under the label that was read last. */
export class Recorder {
  readonly list: RecordList = { records: [], rest: [], plainItems: [], unread: [] };
  /** The code to which texts are added; undefined behind the end of one. */
  record: CodeRecord | undefined;
  /** The heading above that is not a code. */
  caption: Inline[] | undefined;
  /** Whether a definition of Markdown is a text of the record. */
  isDefined = false;
  /** Whether bold numbers are codes of the document, even short ones. */
  areBoldNumbers = false;
  /** Whether a line across the page is behind the code. */
  isBehindRule = false;
  #label = '';
  readonly #kind: LeadKind;
  readonly #lookUp: HeadingLookup;
  readonly #isLabel: (text: string) => boolean;

  constructor(kind: LeadKind, lookUp: HeadingLookup, isLabel: (text: string) => boolean) {
    this.#kind = kind;
    this.#lookUp = lookUp;
    this.#isLabel = isLabel;
  }

  /** Opens a code. "1022; Symbol: ER_DUP_KEY; SQLSTATE: 23000" has labels in the line of the code. */
  open(lead: CodeRecord['lead'], line: number): void {
    this.record = { lead, line, caption: this.caption, texts: new Map() };
    this.list.records.push(this.record);
    if (lead.struck !== undefined) this.list.unread.push({ line, text: lead.struck });
    this.isDefined = false;
    this.isBehindRule = false;
    const pairs = lead.rest
      .split(/[;；]\s*/)
      .map((value) => splitLabel([{ type: 'text', value }], this.#isLabel, this.#lookUp));
    if (pairs.length > 1 && !pairs.includes(undefined)) {
      for (const pair of pairs) {
        const text: Block = { type: 'paragraph', children: pair?.children ?? [] };
        this.addUnder(pair?.label ?? '', line, [text]);
      }
      this.record.lead = { ...lead, rest: '' };
    }
    this.#label = '';
  }

  /** Adds blocks under a label, which stays that of what follows. Without blocks it shows that the label is there. */
  addUnder(label: string, line: number, blocks: Block[]): void {
    this.#label = label;
    this.addText(line, blocks);
  }

  /** Whether a label of the lists may begin a text of the code, which has none with it. */
  mayHave(label: string): boolean {
    const found = this.#lookUp(label);
    const isKnown = found?.field === 'description' || found?.field === 'solution';
    return isKnown && this.record?.texts.has(headingKey(label)) === false;
  }

  /** Ends the text of the label that was read last: what follows is about the code. */
  endLabel(): void {
    this.#label = '';
  }

  /** Adds blocks as they are, under the label that was read last. */
  addText(line: number, blocks: Block[]): void {
    const key = headingKey(this.#label);
    const text = this.record?.texts.get(key);
    if (text) text.blocks.push(...blocks);
    else this.record?.texts.set(key, { label: this.#label, line, blocks: [...blocks] });
  }

  /** Adds lines of which some may begin with a label. */
  addLines(lines: Line[]): void {
    let run: Inline[] = [];
    let runLine = lines[0]?.line ?? 1;
    // Behind a status or a message, the next paragraph is about the code again.
    let isBrief = false;
    const flush = () => {
      if (plainText(run).trim() !== '') {
        this.addText(runLine, [{ type: 'paragraph', children: run }]);
        if (isBrief) this.#label = '';
      }
      run = [];
    };
    for (const { line, children } of lines) {
      const text = plainText(children);
      const mark = startsDefinition(text) ? text.slice(0, text.search(/[^:\s]|$/)) : '';
      if (mark !== '') this.isDefined = true;
      const one = { line, children: dropStart(children, mark.length) };
      const labelled = splitLabel(one.children, this.#isLabel, this.#lookUp);
      if (labelled) {
        flush();
        const field = this.#lookUp(labelled.label)?.field;
        isBrief =
          briefFields.has(field ?? '') || (lines.length === 1 && isShort(field, labelled.children));
        this.addUnder(labelled.label, one.line, []);
      }
      if (run.length === 0) runLine = one.line;
      else run.push({ type: 'text', value: '\n' });
      run.push(...(labelled?.children ?? one.children));
    }
    flush();
  }

  /**
   * Adds a block: its lines, its items of codes or of labels, or the block as it is.
   *
   * @param items Lines of its items, each followed by those of the items within it.
   * @param isInLabelled Whether the block is in a list item that begins with a label.
   */
  addBlock(block: Block, line: number, items: number[], isInLabelled = false): void {
    if (block.type === 'paragraph') this.addLines(splitLines(block.children, line));
    else if (this.#kind === 'item' && block.type === 'list' && hasCodes(block, this.#lookUp))
      this.#addCodes(listItems(block, line, items));
    else if (block.type === 'list' && this.#hasLabels(block, isInLabelled)) {
      for (const { item, ...place } of listItems(block, line, items))
        this.#addItem(item.children, place.line, place.lines);
    } else {
      const codes = block.type === 'list' ? codesOf(block, this.#lookUp) : [];
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
    const isCode = (item: ListItem) => leadOfItem(item, line, this.#lookUp).lead !== undefined;
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

  /** Returns the label with which a block begins. */
  labelOf(block: Block | undefined): string | undefined {
    const [top] = block?.type === 'paragraph' ? splitLines(block.children, 0) : [];
    return top && splitLabel(top.children, this.#isLabel, this.#lookUp)?.label;
  }

  #addItem(blocks: Block[], line: number, lines: number[]): void {
    const before = this.#label;
    let at = 0;
    for (const [index, block] of blocks.entries()) {
      const from = at;
      at += countItems(block);
      this.addBlock(block, line, lines.slice(from, at), index > 0 && this.#label !== before);
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
    return isInLabelled || (ordered && this.#label !== '')
      ? labels.every((one) => one !== undefined && this.#lookUp(one))
      : labels.some((one) => one !== undefined);
  }

  /** Opens the record of an item that begins with a code. */
  #addCode({ item, line, lines }: PlacedItem, kind: 'item' | 'sibling'): boolean {
    const { lead, texts, blocks } = leadOfItem(item, line, this.#lookUp, kind);
    if (!lead) return false;
    this.open(lead, line);
    this.addLines(texts);
    this.#addItem(blocks, line, lines);
    return true;
  }

  /** Adds an item that is the title of codes below it. */
  #addGroup({ item, line, lines }: PlacedItem): boolean {
    const [title, ...blocks] = item.children;
    const lists = blocks.filter((block) => block.type === 'list' && hasCodes(block, this.#lookUp));
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
    const label = this.#label;
    const restore = () => {
      this.record = record;
      this.#label = label;
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

/** Whether the text of a label that explains nothing is a value, such as "SQLSTATE: 07001". */
function isShort(field: string | undefined, children: Inline[]): boolean {
  const text = plainText(children).trim();
  return (
    (field === undefined || field === 'other') &&
    /^[^\s。.!！?？]{1,24}(?: [^\s。.!！?？]{1,12})?$/u.test(text)
  );
}

/** Whether an item begins with a marked text. */
function isMarked({ children: [first] }: ListItem): boolean {
  const [mark] = first?.type === 'paragraph' ? first.children : [];
  return mark?.type === 'strong' || mark?.type === 'inlineCode';
}

const textOfItem = ({ children: [first] }: ListItem): string =>
  first?.type === 'paragraph' ? plainText(first.children) : '';
