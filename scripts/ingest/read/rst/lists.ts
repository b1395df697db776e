/** Items of lists: bullets, enumerators, fields, options. Definitions begin as text: see `text.ts`. */
import type { ListKind, ParseContext, RstBlock } from './block-tree.ts';
import type { Source } from './source.ts';

type List = Extract<RstBlock, { type: 'list' }>;

const BULLET = /^([-+*•‣⁃])(?: +|$)/;

const NUMBER = String.raw`(?:\d+|[a-zA-Z]|[ivxlcdm]+|[IVXLCDM]+|#)`;
const ENUMERATOR = new RegExp(String.raw`^(\(${NUMBER}\)|${NUMBER}[.)])(?: +|$)`);

const FIELD = /^:(?![: ])((?:[^:\\]|\\.|:(?![ \x60]|$))*)(?<! ):(?: +|$)/;

const OPTION_ARGUMENT = String.raw`(?:[a-zA-Z][\w-]*|<[^<>]+>)`;
const SHORT_OPTION = `[-+][a-zA-Z0-9](?: ?${OPTION_ARGUMENT})?`;
const LONG_OPTION = String.raw`(?:--|\/)[a-zA-Z0-9][\w-]*(?:[ =]${OPTION_ARGUMENT})?`;
const ANY_OPTION = `(?:${SHORT_OPTION}|${LONG_OPTION})`;
const OPTION = new RegExp(`^(${ANY_OPTION}(?:, ${ANY_OPTION})*)(?: {2,}| ?$)`);

/** Parse one item of a list, as a list of one. */
export function parseListItem(source: Source, context: ParseContext): RstBlock[] | undefined {
  const text = source.peek();
  const make = (kind: ListKind, match: RegExpExecArray, isAligned: boolean): RstBlock[] => {
    const { line } = source;
    const [{ length }, label = ''] = match;
    const body = isAligned ? source.takeAlignedBody(length) : source.takeBody(length);
    return [
      { type: 'list', line, kind, items: [{ line, label, body: context.parse(body, line) }] },
    ];
  };
  const bullet = BULLET.exec(text);
  if (bullet) return make('bullet', bullet, true);
  const enumerator = ENUMERATOR.exec(text);
  if (enumerator && isEnumerated(enumerator[1] ?? '', source.peek(1))) {
    return make('enumerated', enumerator, true);
  }
  const field = FIELD.exec(text);
  if (field) return make('field', field, false);
  const option = OPTION.exec(text);
  const isEmpty = option?.[0].length === text.length && !source.peek(1).startsWith(' ');
  return option && !isEmpty ? make('option', option, false) : undefined;
}

/** Whether a list of one item goes on with a list. */
export function continuesList(list: List, next: List): boolean {
  const label = list.items.at(-1)?.label ?? '';
  const nextLabel = next.items[0]?.label ?? '';
  if (list.kind !== next.kind) return false;
  if (list.kind === 'bullet') return label === nextLabel;
  return list.kind !== 'enumerated' || isNextEnumerator(label, nextLabel);
}

/** A line below an item that is neither blank nor indented must be the next item. */
function isEnumerated(label: string, below: string): boolean {
  if (below === '' || below.startsWith(' ')) return true;
  return isNextEnumerator(label, ENUMERATOR.exec(below)?.[1] ?? '');
}

/** The order of letters and Roman numerals is not checked: these lists are kept as text. */
function isNextEnumerator(label: string, next: string): boolean {
  const [value = '', nextValue = ''] = [label, next].map((one) => one.replace(/[().]/g, ''));
  if (nextValue === '' || label.replace(value, '') !== next.replace(nextValue, '')) return false;
  if (nextValue === '#') return true;
  if (/^\d/.test(value)) return Number(nextValue) === Number(value) + 1;
  return [/^[a-z]+$/, /^[A-Z]+$/].some((kind) => kind.test(value) && kind.test(nextValue));
}
