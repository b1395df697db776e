import type { ColumnField } from '../../../../src/model/registry.ts';
import type { HeadingLookup } from '../../headings.ts';
import { stringOf, textOf, wordOf } from './arguments.ts';
import { evaluate } from './evaluate.ts';
import type { Token } from './tokenise.ts';

/** A call of a macro, or a row of an array: its arguments as tokens. */
export interface Call {
  args: Token[][];
  /** The index that the row has in its array: `[E_IO] = { … }`. */
  index?: Token[] | undefined;
}

/** Calls of one macro, or rows of an array with the same members. */
export interface Calls {
  calls: readonly Call[];
  /** The macro's parameters, if its definition was seen. */
  params?: readonly string[] | undefined;
  /** The names of the members in `{ .code = 3 }`; they decide what an argument is. */
  members?: readonly string[] | undefined;
}

/**
 * Returns the arguments of the calls of one macro, by heading: `code`, `symbol`, `SQLSTATE`,
 * `message`, and the names of parameters and members for the others.
 *
 * What an argument is follows from the index of the row and the name of the member, then from its
 * values in all calls: the code is the first position of distinct numbers, the symbol that of
 * distinct identifiers, and the message the first string that is not a SQLSTATE.
 *
 * @returns undefined if the calls are not definitions of errors.
 */
export function readCalls(
  { calls, params, members }: Calls,
  lookUp: HeadingLookup,
  known: ReadonlyMap<string, string>,
): Map<string, string>[] | undefined {
  const width = Math.max(...calls.map(({ args }) => args.length));
  const at = (position: number) =>
    calls.map(({ args }) => args[position] ?? []).filter((arg) => arg.length > 0);
  const named = (members ?? []).map((member) => lookUp(member.replaceAll('_', ' ')));
  const open = new Set(Array.from({ length: width }, (_, position) => position));
  /** Takes a position that passes: of the members named like the field, then of unknown ones. */
  const take = (
    field: ColumnField,
    test: (args: Token[][], isNamed: boolean) => boolean,
    mustBeNamed = false,
  ) => {
    const own = [...open].filter((position) => named[position]?.field === field);
    own.sort((a, b) => (named[a]?.rank ?? 0) - (named[b]?.rank ?? 0));
    const unknown = mustBeNamed ? [] : [...open].filter((position) => !named[position]);
    const found =
      own.find((position) => test(at(position), true)) ??
      unknown.find((position) => test(at(position), false));
    if (found !== undefined) open.delete(found);
    return found;
  };
  const numberOf = (arg: Token[]) => evaluate(arg, known);
  const isIndexed = calls.some(({ index }) => index !== undefined);
  // The index again adds nothing.
  for (const position of isIndexed ? [...open] : []) {
    if (calls.every(({ args, index = [] }) => textOf(args[position] ?? []) === textOf(index)))
      open.delete(position);
  }
  const code = take('code', (args, any) => isDistinct(args.map(numberOf), any), isIndexed);
  const isText = (pattern: RegExp) => (arg: Token[]) => pattern.test(stringOf(arg) ?? '');
  const sqlstate = take('other', (args) => args.every(isText(/^(?=.*\d)[0-9A-Z]{5}$/)));
  const isSymbol = (args: Token[][], any = false) => isDistinct(args.map(wordOf), any);
  const isConstant = (args: Token[][], any = false) =>
    args.every(isText(/^[A-Z][A-Z\d_]+$/)) && isDistinct(args.map(stringOf), any);
  const isName = (args: Token[][], any = false) =>
    isDistinct(
      args.map((arg) => /^\S+$/.exec(stringOf(arg) ?? '')?.[0]),
      any,
    );
  const ownName = code ?? take('code', (args) => isSymbol(args, true) || isName(args, true), true);
  const symbol = take('alias', isSymbol) ?? take('alias', isConstant);
  const name = ownName ?? (isIndexed ? undefined : (symbol ?? take('code', isName)));
  const hasTexts = (args: Token[][]) => args.some((arg) => stringOf(arg) !== undefined);
  const hasNumbers = (args: Token[][]) => args.some((arg) => numberOf(arg) !== undefined);
  const message =
    take('message', (args) => hasTexts(args) && !hasNumbers(args)) ??
    take('message', hasTexts) ??
    take(
      'message',
      (args) => args.length > 0 && !hasNumbers(args),
      isIndexed || members !== undefined,
    );
  if (!isIndexed && (name === undefined || (message === undefined && calls.length < 2)))
    return undefined;
  const headings = new Map<number | undefined, string>([
    [sqlstate, 'SQLSTATE'],
    [message, 'message'],
    [symbol, 'symbol'],
    [name, 'code'],
  ]);
  return calls.map(({ args, index }) => {
    const texts = new Map<string, string>();
    for (const [position, arg] of args.entries()) {
      const heading =
        headings.get(position) ?? (members ?? params)?.[position] ?? `argument ${position + 1}`;
      const isNull = /^(?:NULL|nullptr|nil)$/.test(textOf(arg));
      if (arg.length === 0 || isNull) continue;
      const number = position === code ? numberOf(arg) : undefined;
      texts.set(heading, number ?? textOf(arg));
      const own = number === undefined ? undefined : wordOf(arg);
      if (own !== undefined && symbol === undefined) texts.set('symbol', own);
    }
    return index === undefined ? texts : withIndex(texts, index, known);
  });
}

/** Adds the index of a row: it is the code, unless the row has one, or a name whose number is known. */
function withIndex(
  texts: Map<string, string>,
  index: Token[],
  known: ReadonlyMap<string, string>,
): Map<string, string> {
  const name = wordOf(index);
  const number = evaluate(index, known);
  const own = texts.get('symbol');
  const code = texts.get('code') ?? (name === undefined ? known.get(own ?? '') : undefined);
  if (name !== undefined && own !== undefined && own !== name) {
    texts.delete('symbol');
    texts.set('name', own);
  }
  if (name !== undefined) texts.set('symbol', name);
  texts.set('code', code ?? number ?? name ?? textOf(index));
  if (texts.get('code') === name) texts.delete('symbol');
  return texts;
}

/** Whether nine of ten values are different; those of a member that is named a code may repeat. */
function isDistinct(values: (string | undefined)[], mayRepeat: boolean): boolean {
  return (
    values.length > 0 &&
    values.every((value) => value !== undefined) &&
    (mayRepeat || new Set(values).size >= values.length * 0.9)
  );
}
