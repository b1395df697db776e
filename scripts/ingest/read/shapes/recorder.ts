/** Collects the codes of a document with the texts below each, by label. */
import type { Block, Inline } from '../../../../src/model/text.ts';
import { headingKey } from '../../../../src/text/fold.ts';
import type { HeadingLookup } from '../../headings.ts';
import { plainText } from '../rich-text.ts';
import type { LinkedLead } from './items.ts';
import { splitLabel } from './labels.ts';
import { dropStart, type Line, type Part, splitLines, startsDefinition } from './parts.ts';

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
  /** Whether a line across the page is behind the code. */
  isBehindRule = false;
  protected label = '';
  protected readonly lookUp: HeadingLookup;
  readonly #isLabel: (text: string) => boolean;

  /** @param isLabel Whether a text before a colon is a label. */
  constructor(lookUp: HeadingLookup, isLabel: (text: string) => boolean) {
    this.lookUp = lookUp;
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
      .map((value) => splitLabel([{ type: 'text', value }], this.#isLabel, this.lookUp));
    if (pairs.length > 1 && !pairs.includes(undefined)) {
      for (const pair of pairs) {
        const text: Block = { type: 'paragraph', children: pair?.children ?? [] };
        this.addUnder(pair?.label ?? '', line, [text]);
      }
      this.record.lead = { ...lead, rest: '' };
    }
    this.label = '';
  }

  /** Adds blocks under a label, which stays that of what follows. Without blocks it shows that the label is there. */
  addUnder(label: string, line: number, blocks: Block[]): void {
    this.label = label;
    this.addText(line, blocks);
  }

  /** Whether a label of the lists may begin a text of the code, which has none with it. */
  mayHave(label: string): boolean {
    const found = this.lookUp(label);
    const isKnown = found?.field === 'description' || found?.field === 'solution';
    return isKnown && this.record?.texts.has(headingKey(label)) === false;
  }

  /** Ends the text of the label that was read last: what follows is about the code. */
  endLabel(): void {
    this.label = '';
  }

  /** Adds blocks as they are, under the label that was read last. */
  addText(line: number, blocks: Block[]): void {
    const key = headingKey(this.label);
    const text = this.record?.texts.get(key);
    if (text) text.blocks.push(...blocks);
    else this.record?.texts.set(key, { label: this.label, line, blocks: [...blocks] });
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
        if (isBrief) this.label = '';
      }
      run = [];
    };
    for (const { line, children } of lines) {
      const text = plainText(children);
      const mark = startsDefinition(text) ? text.slice(0, text.search(/[^:\s]|$/)) : '';
      if (mark !== '') this.isDefined = true;
      const one = { line, children: dropStart(children, mark.length) };
      const labelled = splitLabel(one.children, this.#isLabel, this.lookUp);
      if (labelled) {
        flush();
        const field = this.lookUp(labelled.label)?.field;
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

  /** Returns the label with which a block begins. */
  labelOf(block: Block | undefined): string | undefined {
    const [top] = block?.type === 'paragraph' ? splitLines(block.children, 0) : [];
    return top && splitLabel(top.children, this.#isLabel, this.lookUp)?.label;
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
