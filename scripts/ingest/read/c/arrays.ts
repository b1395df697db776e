/** The elements of arrays and their members. */

import { checkLimit } from '../limits.ts';
import { isCode, isString, readArguments, textOf, wordOf } from './arguments.ts';
import type { Call, Calls } from './calls.ts';
import { evaluate } from './evaluate.ts';
import type { Token } from './tokenise.ts';

/** Brackets inside each other, at most: each level is looked at again for the levels outside. */
const deepest = 10;

/** An element of an array: `[E_IO] = { 5, "…" }`. */
export interface Element {
  index?: Token[];
  /** Without comments. */
  value: Token[];
  /** Behind its last token. */
  end: number;
}

/**
 * Returns the element of an array that begins at a token.
 *
 * @returns undefined if its brackets are not closed, or too deep.
 */
export function readElement(tokens: readonly Token[], from: number): Element | undefined {
  let end = from;
  let depth = 0;
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (depth === 0 && (/^[,;}]$/.test(token.text) || (token.text === '#' && token.isFirst))) break;
    if (/^[({[]$/.test(token.text)) depth += 1;
    if (/^[)}\]]$/.test(token.text)) depth -= 1;
    if (isCode(token)) end = at + 1;
    if (depth > deepest) break;
  }
  if (depth !== 0) return undefined;
  const code = tokens.slice(from, end).filter(isCode);
  const close = code.findIndex(({ text }) => text === ']');
  const isIndexed = code[0]?.text === '[' && code[close + 1]?.text === '=';
  if (isIndexed) return { index: code.slice(1, close), value: code.slice(close + 2), end };
  const isMember = code[0]?.text === '.' && code[2]?.text === '=';
  return { value: withoutType(isMember ? code.slice(3) : code), end };
}

/** Returns a row without its type: `Err{1, "…"}`, `(struct err){1, "…"}`, `std::make_pair(1, "…")`. */
function withoutType(value: readonly Token[]): Token[] {
  const last = value.at(-1);
  const isScoped = value[1]?.text === ':' && value[2]?.text === ':';
  const bracket = last?.text === '}' ? '{' : isScoped && last?.text === ')' ? '(' : undefined;
  const open = value.findIndex(({ text }) => text === bracket);
  const first = value[open];
  if (first === undefined || last === undefined || open <= 0) return [...value];
  return [{ ...first, text: '{' }, ...value.slice(open + 1, -1), { ...last, text: '}' }];
}

/** Whether a value is a list of rows: `{ { 1, "…" }, { 2, "…" } }`. */
export function isRowList(value: readonly Token[]): boolean {
  if (value[0]?.text !== '{' || value[1]?.text !== '{') return false;
  const rows = readArguments(value, 0, '}')?.args ?? [];
  return rows.length > 0 && rows.every((row) => readMembers(row).length > 1);
}

/** A value of a row, with the name of its member if it is written: `.text = "…"`. */
interface Member {
  name?: string | undefined;
  value: Token[];
}

/**
 * Returns the members of a row in braces; those of structures inside are its own.
 *
 * @param structure The names of the members of its structure, for those that are not written.
 */
export function readMembers(row: readonly Token[], structure: readonly string[] = []): Member[] {
  if (row[0]?.text !== '{') return [];
  const args = readArguments(row, 0, '}')?.args ?? [];
  const written = args.findIndex((arg) => equalsOf(arg) >= 0);
  const isLike = args.length <= structure.length;
  return args.flatMap((arg, place): Member[] => {
    const equals = equalsOf(arg);
    const words = arg.slice(0, Math.max(0, equals)).filter(({ type }) => type !== 'punctuation');
    const isNamed = isLike && (written < 0 || place < written);
    const given = isNamed ? structure[place] : undefined;
    const name = words.length > 0 ? words.map(({ text }) => text).join('_') : given;
    const value = arg.slice(equals + 1);
    if (value[0]?.text !== '{' || value.at(-1)?.text !== '}') return [{ name, value }];
    return readMembers(value).map((inner, at) => {
      const own = inner.name ?? (name !== undefined && at > 0 ? String(at + 1) : undefined);
      const path = [name, own].filter((part) => part !== undefined);
      return { name: path.length > 0 ? path.join('_') : undefined, value: inner.value };
    });
  });
}

/** The place of the sign behind the name of a member: `.text =`, `.text.en =`, `[EN] =`; -1 without a name. */
const equalsOf = (arg: readonly Token[]): number =>
  /^[.[]$/.test(arg[0]?.text ?? '') ? arg.findIndex(({ text }) => text === '=') : -1;

/**
 * Returns the indexes that an element is for: a number or a name, each number of `[7 ... 9]`.
 *
 * @returns undefined if it cannot be told.
 */
export function readIndex(
  index: readonly Token[],
  known: ReadonlyMap<string, string>,
): Token[][] | undefined {
  const [first] = index;
  if (first === undefined) return undefined;
  const inner = index.filter(({ text }) => !/^[()]$/.test(text));
  const range = /^(.+?) *\. *\. *\. *(.+)$/.exec(index.map(({ text }) => text).join(' '));
  if (!range) {
    // `[E_FULL - E_FIRST]` is the place of the text of E_FULL.
    const [name, minus, base, ...more] = inner;
    const isBase = base && (known.has(base.text) || Number(base.text) >= 100) && more.length === 0;
    if (name?.type === 'word' && minus?.text === '-' && known.has(name.text) && isBase)
      return [[name]];
    const isKnown = wordOf(inner) !== undefined || evaluate(index, known) !== undefined;
    return isKnown ? [wordOf(inner) === undefined ? [...index] : inner] : undefined;
  }
  const [low = Number.NaN, high = Number.NaN] = range
    .slice(1)
    .map((bound) => Number(known.get(bound) ?? bound));
  if (!(high >= low && high - low < 1000)) return undefined;
  return Array.from({ length: high - low + 1 }, (_, at) => [
    { ...first, type: 'number' as const, text: String(low + at) },
  ]);
}

/** A row of an array, and what is made of it. */
export interface ArrayRow<T> {
  members: Member[];
  index?: Token[] | undefined;
  definition: T;
}

/**
 * Groups the rows of one array: rows whose members are all named have the union of the members; the
 * others are grouped by the names and the number of their members.
 */
export function groupRows<T>(rows: readonly ArrayRow<T>[]): (Calls & { definitions: T[] })[] {
  const isNamed = ({ members }: ArrayRow<T>) => members.every(({ name }) => name !== undefined);
  const nameOf = ({ name }: Member, at: number) => name ?? `argument ${at + 1}`;
  const groups = Map.groupBy(rows, (row) => {
    const shape = isNamed(row) ? 'named' : row.members.map(nameOf).join();
    return `${row.index === undefined ? '' : '['}${shape}`;
  });
  return [...groups.values()].map((group) => {
    const names = [...new Set(group.flatMap(({ members }) => members.map(nameOf)))];
    checkLimit('columns in a row', names.length, group[0]?.members[0]?.value[0]?.line ?? 1);
    const calls = group.map(
      ({ members, index }): Call => ({
        index,
        args: names.map(
          (name) => members.find((member, at) => nameOf(member, at) === name)?.value ?? [],
        ),
      }),
    );
    const hasNames = group.some(({ members }) => members.some(({ name }) => name !== undefined));
    const definitions = group.map(({ definition }) => definition);
    return { calls, definitions, ...(hasNames ? { members: names } : {}) };
  });
}

/** Whether a row only ends an array: `{ 0, NULL }`. */
export const isTerminator = (members: readonly Member[]): boolean =>
  members.every(
    ({ value }) => /^(?:0|-1|NULL|nullptr|false)$/.test(textOf(value)) && !value.some(isString),
  );
