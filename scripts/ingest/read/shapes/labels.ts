/** Labels of lines: "Cause: …", "错误原因：…", "**Solution** …". */
import type { ColumnField } from '../../../../src/model/registry.ts';
import type { Block, Inline } from '../../../../src/model/text.ts';
import { countAll } from '../../../../src/text/count-all.ts';
import { headingKey } from '../../../../src/text/fold.ts';
import { isSureCode } from '../../code-words.ts';
import { type HeadingLookup, isListed } from '../../headings.ts';
import { plainText } from '../rich-text.ts';
import { withNames } from './names.ts';
import { dropStart, type Part, splitLines } from './parts.ts';

/** A label, and the text behind it. */
export interface Labelled {
  label: string;
  children: Inline[];
}

/** A longer text of Chinese characters before a colon begins a sentence. */
const mostCharacters = 8;

/** Signs of JSON and code are in no label. */
const pattern = /^\s*([^:：\n{}"`<>=]{1,40}?)\s*[:：]\s*/;
/** Words that are followed by a colon in running text. */
const maxWords = 5;

/** Returns the text before the first colon of a line; a colon inside a link or a code span belongs to it. */
function textBeforeColon(children: Inline[]): [whole: string, text: string] | undefined {
  const [whole, text] = pattern.exec(plainText(children)) ?? [];
  if (whole === undefined || text === undefined) return undefined;
  let before = 0;
  const holder = children.find((child) => {
    before += plainText([child]).length;
    return before > whole.trimEnd().length - 1;
  });
  const isInside =
    (holder?.type === 'link' || holder?.type === 'inlineCode') && before > whole.trimEnd().length;
  return isInside ? undefined : [whole, text];
}

/**
 * Returns the label of a line and the rest of it; undefined if it begins with no label.
 *
 * @param isLabel Whether a text before a colon is a label.
 * @param lookUp Also tells labels without a colon, if they are bold.
 */
export function splitLabel(
  children: Inline[],
  isLabel: (text: string) => boolean,
  lookUp: HeadingLookup,
): Labelled | undefined {
  const [whole, label] = textBeforeColon(children) ?? [];
  // "It failed. Solution: …" begins with a sentence.
  const isSentence = /[.。!！?？;；]\s/.test(label ?? '');
  if (whole !== undefined && label !== undefined && !isSentence && isLabel(label)) {
    return { label, children: dropStart(children, whole.length) };
  }
  const [dashed, name = ''] = /^\s*(\S.{0,20}?)\s+[-–—]\s+/.exec(plainText(children)) ?? [];
  const found = dashed === undefined ? undefined : lookUp(name);
  if (dashed !== undefined && found && isListed(found) && found.field !== 'code')
    return { label: name, children: dropStart(children, dashed.length) };
  const [first] = children;
  if (first?.type !== 'strong') return undefined;
  const title = readBoldTitle(children);
  const bold = title ?? plainText(first.children).trim();
  const isAlone = title === undefined && plainText(children.slice(1)).trim() === '';
  const isTitle = (title !== undefined || isAlone) && isLabel(bold);
  if (lookUp(bold) === undefined && !isTitle) return undefined;
  return { label: bold, children: children.slice(1) };
}

/** Returns the text before the first colon of a line if it could be a label. */
export function readPossibleLabel(children: Inline[]): string | undefined {
  const [, label] = textBeforeColon(children) ?? [];
  // "1: Check the cable." is a step.
  return label !== undefined &&
    label.split(/\s+/).length <= maxWords &&
    !/[.。,，;；]|^\s*\d{1,2}\s*$/.test(label) &&
    (label.match(/\p{Script=Han}/gu) ?? []).length <= mostCharacters
    ? label
    : undefined;
}

/**
 * Counts how often each possible label begins a line. In adjacent lines that all have one, of which the
 * heading lists know some, each is a label: `Severity: Fatal` above `Since: 3.4`.
 *
 * @returns How often by key of the heading; such a line counts as often as a label has to.
 */
export function countLabels(parts: Part[], lookUp: HeadingLookup): Map<string, number> {
  const runs: { labels: (string | undefined)[]; end: number }[] = [];
  for (const part of parts) {
    if (part.type !== 'block') continue;
    const last = runs.at(-1);
    const labels = possibleLabels(part.block);
    const isAdjacent = labels.length === 1 && last?.end === part.line - 1;
    if (isAdjacent) last.labels.push(...labels);
    else runs.push({ labels, end: part.line });
    if (isAdjacent) last.end = part.line;
  }
  return countAll(
    runs.flatMap(({ labels }) => {
      // The first line may begin with the code.
      const below = isSureCode(labels[0] ?? '') ? labels.slice(1) : labels;
      const isRun = below.length > 1 && below.every((label) => label && !/\d/.test(label));
      const isSure = isRun && below.some((label = '') => lookUp(label) !== undefined);
      const keys = labels.map((label = '') => headingKey(label)).filter((key) => key !== '');
      return isSure ? [...keys, ...keys] : keys;
    }),
  );
}

/**
 * Returns the bold paragraphs and titles of items that are below at least half of the codes of a document: they are
 * labels that no list knows, such as **现象**, and no messages.
 *
 * @param codes The number of codes.
 */
export function listBoldLabels(parts: Part[], codes: number): string[] {
  const titles = parts.flatMap((part) => (part.type === 'block' ? boldTitlesIn(part.block) : []));
  return [...countAll(titles)].flatMap(([key, count]) =>
    count > 1 && count * 2 >= codes ? [key] : [],
  );
}

/** The keys of a paragraph that is bold, or of the items of a list that are so above a text of their own. */
function boldTitlesIn(block: Block): string[] {
  if (block.type === 'list')
    return block.children.flatMap(({ children: [first, ...texts] }) =>
      first && texts.length > 0 ? boldTitlesIn(first) : [],
    );
  const [first, ...others] = block.type === 'paragraph' ? block.children : [];
  const isWhole = first?.type === 'strong' && plainText(others).trim() === '';
  return isWhole ? [headingKey(plainText([first]))] : [];
}

/**
 * Returns a lookup of labels in running text. There a word of a field is in many titles: "Too many open
 * handles". It makes a label of a short title, or of one that occurs twice.
 */
export function strictLookup(parts: Part[], lookUp: HeadingLookup): HeadingLookup {
  const titles = countAll(
    parts.flatMap((part) => {
      if (part.type === 'table') return [];
      const lines = part.type === 'block' ? possibleLabels(part.block) : [plainText(part.children)];
      return lines.map((line = '') => headingKey(line));
    }),
  );
  const strict: HeadingLookup = (text) => {
    const found = lookUp(text);
    const words = text
      .replace(/\p{Script=Han}{2}/gu, ' 字 ')
      .trim()
      .split(/\s+/).length;
    const isShort = words <= 3 && !/[.。!！]\s*$/.test(text);
    const isLabel = isShort || (titles.get(headingKey(text)) ?? 0) >= 2;
    return found && (isListed(found) || isLabel) ? found : undefined;
  };
  return lookUp.names ? withNames(strict, lookUp.names) : strict;
}

/**
 * Returns the parts with paragraphs that are nothing but a label in bold, as other documents write them:
 * "Cause" above "The disk is full." Such a label occurs twice, or another one does, unless it is one of advice.
 */
export function emphasiseLabels(parts: Part[], lookUp: HeadingLookup): Part[] {
  const labels = parts.flatMap((part, index) =>
    part.type === 'block' ? labelsAlone(part.block, parts[index + 1], lookUp) : [],
  );
  const areSure = labels.length > 1 || labels.some((one) => fieldAlone(one, lookUp) === 'solution');
  if (!areSure) return parts;
  const found = new Set<Block>(labels);
  return parts.map((part) =>
    part.type === 'block' ? { ...part, block: emphasise(part.block, found) } : part,
  );
}

/** Returns a block in which some paragraphs are bold. */
function emphasise(block: Block, found: ReadonlySet<Block>): Block {
  if (
    block.type === 'list' &&
    block.children.some(({ children: [first] }) => first && found.has(first))
  )
    return {
      ...block,
      children: block.children.map((item) => ({
        ...item,
        children: item.children.map((child) => emphasise(child, found)),
      })),
    };
  if (block.type !== 'paragraph' || !found.has(block)) return block;
  return { ...block, children: [{ type: 'strong', children: block.children }] };
}

/** Returns the paragraphs that are labels of the lists above a text: a block, or first lines of the items of a list. */
function labelsAlone(block: Block, next: Part | undefined, lookUp: HeadingLookup): Block[] {
  const isLabel = (one: Block) => ![undefined, 'code'].includes(fieldAlone(one, lookUp));
  if (block.type === 'list')
    return block.children.flatMap(({ children: [first, ...texts] }) =>
      first && texts.length > 0 && isLabel(first) ? [first] : [],
    );
  return next?.type === 'block' && isLabel(block) ? [block] : [];
}

/** The field of a paragraph that is nothing but a label of the lists. */
function fieldAlone(block: Block, lookUp: HeadingLookup): ColumnField | undefined {
  if (block.type !== 'paragraph') return undefined;
  const found = lookUp(plainText(block.children).trim());
  return found && isListed(found) ? found.field : undefined;
}

/** The possible label of each line of a block. */
function possibleLabels(block: Block): (string | undefined)[] {
  if (block.type === 'list')
    return block.children.flatMap(({ children }) => children.flatMap(possibleLabels));
  if (block.type !== 'paragraph') return [];
  return splitLines(block.children, 0).map(
    ({ children }) => readPossibleLabel(children) ?? readBoldTitle(children),
  );
}

/** Returns a bold title at the beginning of a paragraph: `**Symptoms.** The log stops.` */
function readBoldTitle([first, ...behind]: Inline[]): string | undefined {
  if (plainText(behind).trim() === '') return undefined;
  const [, title] = first?.type === 'strong' ? (boldTitle.exec(plainText([first])) ?? []) : [];
  return title !== undefined && title.split(/\s+/).length <= maxWords ? title : undefined;
}
const boldTitle = /^\s*([^:：.。,，;；]+)[.。:：]\s*$/u;
