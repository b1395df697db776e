/** Lists of bullets, enumerators, fields and options. Definitions begin as text: see `text.ts`. */
import type { Note } from '../../../../src/model/document.ts';
import type { Inline, ListItem } from '../../../../src/model/text.ts';
import { paragraphNote, type RstContext } from './context.ts';
import type { Source } from './source.ts';

const NUMBER = String.raw`(?:\d+|[a-zA-Z]|[ivxlcdm]+|[IVXLCDM]+|#)`;
const ENUMERATOR = new RegExp(String.raw`^(\(${NUMBER}\)|${NUMBER}[.)])(?: +|$)`);

const VALUE = String.raw`(?:[a-zA-Z][\w-]*|<[^<>]+>)`;
const OPTION = String.raw`(?:[-+][a-zA-Z0-9](?: ?${VALUE})?|(?:--|\/)[a-zA-Z0-9][\w-]*(?:[ =]${VALUE})?)`;

const KINDS = {
  bullet: /^([-+*•‣⁃])(?: +|$)/,
  enumerated: ENUMERATOR,
  field: /^:(?![: ])((?:[^:\\]|\\.|:(?![ \x60]|$))*)(?<! ):(?: +|$)/,
  option: new RegExp(`^(${OPTION}(?:, ${OPTION})*)(?: {2,}| ?$)`),
};

export interface RstItem {
  kind: keyof typeof KINDS;
  /** 1-based line of the file. */
  line: number;
  /** Raw: bullet, enumerator (`1.`), field name or options. */
  label: string;
  body: string[];
}

/** Parse a list. The model has no labels: items that need theirs become paragraphs. */
export function parseList(source: Source, context: RstContext): Note[] | undefined {
  const items = takeList(source);
  const [first] = items;
  if (!first) return undefined;
  const { kind, label, line } = first;
  if (kind !== 'bullet' && !(kind === 'enumerated' && /^\(?(?:0*1|#)[.)]$/.test(label))) {
    return items.flatMap((item) => parseLabelled(item, context));
  }
  const lines: number[] = [];
  const children: ListItem[] = [];
  for (const item of items) {
    const notes = context.parse(item.body, item.line);
    if (notes.length === 0) continue;
    lines.push(item.line, ...notes.flatMap(({ items: within = [] }) => within));
    children.push({ type: 'listItem', children: notes.map(({ block }) => block) });
  }
  if (lines.length === 0) return [];
  return [{ line, block: { type: 'list', ordered: kind !== 'bullet', children }, items: lines }];
}

function parseLabelled({ kind, line, label, body }: RstItem, context: RstContext): Note[] {
  // The field in which the Open Telekom Cloud keeps the name of a page.
  if (label === 'original_name' && /^\S*\s*$/.test(body.join('\n'))) return [];
  const end = { field: ': ', option: '  ' }[kind as string] ?? ' ';
  const notes = prependText(`${label}${end}`, line, context.parse(body, line));
  return kind === 'field' ? notes.map((note) => ({ ...note, isField: true })) : notes;
}

/** Returns the notes with text at the beginning of the first, or in a paragraph before them. */
export function prependText(value: string, line: number, notes: Note[]): Note[] {
  const [first, ...rest] = notes;
  const lead: Inline = { type: 'text', value };
  if (first?.block.type !== 'paragraph') return [...paragraphNote(line, [lead]), ...notes];
  return [...paragraphNote(line, [lead, ...first.block.children]), ...rest];
}

/** Take the items of the list at which the source is; none if it is at something else. */
export function takeList(source: Source): RstItem[] {
  const items: RstItem[] = [];
  for (;;) {
    const start = source.at;
    if (items.length > 0) source.skipBlank();
    const item = takeItem(source);
    const last = items.at(-1);
    if (!item || (last && !continuesList(last, item))) {
      source.at = start;
      return items;
    }
    items.push(item);
  }
}

function takeItem(source: Source): RstItem | undefined {
  const { line } = source;
  const text = source.peek();
  for (const kind of Object.keys(KINDS) as RstItem['kind'][]) {
    const [whole, label = ''] = KINDS[kind].exec(text) ?? [];
    if (whole === undefined) continue;
    const below = source.peek(1);
    if (kind === 'enumerated' && !canFollow(label, below)) continue;
    if (kind === 'option' && whole.length === text.length && !below.startsWith(' ')) continue;
    const isAligned = kind === 'bullet' || kind === 'enumerated';
    return { kind, line, label, body: source.takeBody(whole.length, isAligned) };
  }
  return undefined;
}

/** Whether a line may be below an enumerator: blank, indented or the next item. */
function canFollow(label: string, below: string): boolean {
  if (below === '' || below.startsWith(' ')) return true;
  return isNextEnumerator(label, ENUMERATOR.exec(below)?.[1] ?? '');
}

function continuesList(last: RstItem, next: RstItem): boolean {
  if (last.kind !== next.kind) return false;
  if (last.kind === 'bullet') return last.label === next.label;
  return last.kind !== 'enumerated' || isNextEnumerator(last.label, next.label);
}

/** The order of letters and Roman numerals is not checked: these lists are kept as text. */
function isNextEnumerator(label: string, next: string): boolean {
  const [value = '', nextValue = ''] = [label, next].map((one) => one.replace(/[().]/g, ''));
  if (nextValue === '' || label.replace(value, '') !== next.replace(nextValue, '')) return false;
  if (nextValue === '#') return true;
  if (/^\d/.test(value)) return Number(nextValue) === Number(value) + 1;
  return [/^[a-z]+$/, /^[A-Z]+$/].some((kind) => kind.test(value) && kind.test(nextValue));
}
