import type { ColumnField } from '../../../../src/model/registry.ts';
import { languageOfKey, splitHeadingLanguage } from '../../../../src/text/lang-of-heading.ts';
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
  constants: ReadonlyMap<string, string>,
): Map<string, string>[] | undefined {
  const width = Math.max(...calls.map(({ args }) => args.length));
  const at = (position: number) =>
    calls.map(({ args }) => args[position] ?? []).filter((arg) => arg.length > 0);
  const named = (members ?? []).map((member) => lookUp(member.replaceAll('_', ' ')));
  const languages = languageHeadings(members ?? params ?? [], lookUp, members !== undefined);
  const open = new Set(
    Array.from({ length: width }, (_, position) => position).filter((at) => !languages[at]),
  );
  const namedLike = (field: ColumnField) =>
    [...open]
      .filter((position) => named[position]?.field === field)
      .sort((a, b) => (named[a]?.rank ?? 0) - (named[b]?.rank ?? 0));
  /** Takes the first position that passes: of the members named like the field, then of unknown ones. */
  const take = (field: ColumnField, test: (args: Token[][]) => boolean, mustBeNamed = false) => {
    const unknown = mustBeNamed ? [] : [...open].filter((position) => !named[position]);
    const found = [...namedLike(field), ...unknown].find((position) => test(at(position)));
    if (found !== undefined) open.delete(found);
    return found;
  };
  const numberOf = (arg: Token[]) =>
    evaluate(arg, constants) ?? constants.get(textOf(arg)) ?? constants.get(wordOf(arg) ?? '');
  const isIndexed = calls.some(({ index }) => index !== undefined);
  // The index again adds nothing.
  for (const position of isIndexed ? [...open] : []) {
    if (calls.every(({ args, index = [] }) => textOf(args[position] ?? []) === textOf(index)))
      open.delete(position);
  }
  const isSureCode = (arg: Token[]) => /^[A-Z]{1,6}[-_]?\d{1,6}$/.exec(stringOf(arg) ?? '')?.[0];
  // `{ "E01", "Door open", 2 }`
  const isFirst =
    !isIndexed && !named[0] && isDistinct(calls.map(({ args }) => isSureCode(args[0] ?? [])));
  const ownCode = namedLike('code')[0] ?? (isFirst ? 0 : undefined);
  if (ownCode !== undefined) open.delete(ownCode);
  const code =
    ownCode ?? (isIndexed ? undefined : take('code', (args) => isDistinct(args.map(numberOf))));
  const isText = (pattern: RegExp) => (arg: Token[]) => pattern.test(stringOf(arg) ?? '');
  const sqlstate = take('other', (args) => args.every(isText(/^(?=.*\d)[0-9A-Z]{5}$/)));
  const symbol =
    take('alias', (args) => isDistinct(args.map(identifierOf))) ??
    take(
      'alias',
      (args) => args.every(isText(/^[A-Z][A-Z\d_]+$/)) && isDistinct(args.map(stringOf)),
    );
  const isName = (args: Token[][]) =>
    isDistinct(args.map((arg) => /^\S+$/.exec(stringOf(arg) ?? '')?.[0]));
  const isOneEach = isDistinct(at(sqlstate ?? -1).map(stringOf));
  const other = symbol ?? (isOneEach ? sqlstate : undefined);
  const name = code ?? (isIndexed ? undefined : (other ?? take('code', isName)));
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
  const hasMessage = message !== undefined || languages.some((one) => one !== undefined);
  if (!isIndexed && (name === undefined || (!hasMessage && calls.length < 2))) return undefined;
  const headings = new Map<number | undefined, string>([
    [sqlstate, 'SQLSTATE'],
    [message, 'message'],
    [symbol, 'symbol'],
    [name, 'code'],
  ]);
  const taken = new Set(
    [...headings].flatMap(([at, heading]) => (at === undefined ? [] : heading)),
  );
  return calls.map(({ args, index }) => {
    const texts = new Map<string, string>();
    for (const [position, arg] of args.entries()) {
      const own = (members ?? params)?.[position] ?? '';
      const spare = own === '' || taken.has(own) ? `argument ${position + 1}` : own;
      const heading = languages[position] ?? headings.get(position) ?? spare;
      // Among texts, 0 is no text.
      const isNull =
        /^(?:NULL|nullptr|nil)$/.test(textOf(arg)) ||
        (textOf(arg) === '0' && hasTexts(at(position)));
      if (arg.length === 0 || isNull) continue;
      const number = position === code ? numberOf(arg) : undefined;
      const isOdd = position === code && number === undefined && !(wordOf(arg) ?? stringOf(arg));
      texts.set(isOdd ? `argument ${position + 1}` : heading, number ?? textOf(arg));
      const constant = number === undefined ? undefined : wordOf(arg);
      if (constant !== undefined && symbol === undefined) texts.set('symbol', constant);
    }
    if (index === undefined) return texts;
    // A position is not the code of a name whose number is known.
    const known = wordOf(index) === undefined && numberOf(args[symbol ?? -1] ?? []);
    return withIndex(texts, index, known || numberOf(index));
  });
}

/**
 * Returns the headings of members and parameters that are a text in one language each: `const char *en, *zh;`,
 * or `msg_en` and `msg_zh`; one language is enough where a member has its name.
 */
function languageHeadings(
  names: readonly string[],
  lookUp: HeadingLookup,
  areMembers: boolean,
): (string | undefined)[] {
  const split = names.map((name) => {
    const { lang, rest = '' } = splitHeadingLanguage(name) ?? {};
    const { field = 'other' } = lookUp(rest.replaceAll('_', ' ')) ?? {};
    const isText = rest === '' || /^(?:message|description|solution)$/.test(field);
    return lang && isText ? { lang, heading: rest === '' ? `message (${name})` : name } : undefined;
  });
  const areSeveral = new Set(split.flatMap((one) => one?.lang ?? [])).size > 1;
  const isOne = (name: string) => areMembers && languageOfKey(name) !== undefined;
  return split.map((one, at) => (areSeveral || isOne(names[at] ?? '') ? one?.heading : undefined));
}

/** The name that an argument is; truth values and null are none. */
function identifierOf(arg: readonly Token[]): string | undefined {
  const word = wordOf(arg);
  return /^(?:true|false|null|nullptr|nil)$/i.test(word ?? '') ? undefined : word;
}

/** Adds the index of a row: it is the code, unless the row has one. */
function withIndex(
  texts: Map<string, string>,
  index: Token[],
  number: string | undefined,
): Map<string, string> {
  const name = wordOf(index);
  const own = texts.get('symbol');
  const code = texts.get('code') ?? number ?? textOf(index);
  if (name === undefined) return texts.set('code', code);
  if (own !== undefined && own !== name) {
    texts.delete('symbol');
    texts.set('name', own);
  }
  return code === textOf(index)
    ? texts.set('code', code)
    : texts.set('code', code).set('symbol', name);
}

/** Whether nine of ten values are different. */
function isDistinct(values: (string | undefined)[]): boolean {
  return (
    values.length > 0 &&
    values.every((value) => value !== undefined) &&
    new Set(values).size >= values.length * 0.9
  );
}
