import { evaluate } from './evaluate.ts';
import { type Token, textOfString } from './tokenise.ts';

/** A call of a macro or a braced initialiser: its arguments as tokens. */
export interface Call {
  name: string;
  line: number;
  args: Token[][];
}

/**
 * Returns the arguments between the bracket at a token and its closing one, and the index behind it.
 *
 * @returns undefined if the bracket is never closed.
 */
export function readArguments(
  tokens: readonly Token[],
  from: number,
  close: ')' | '}',
): { args: Token[][]; end: number } | undefined {
  const args: Token[][] = [[]];
  let depth = 0;
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const closes = /^[)}\]]$/.test(token.text);
    if (closes) depth -= 1;
    if (closes && depth === 0 && token.text === close) {
      if (args.at(-1)?.length === 0) args.pop();
      return { args, end: at + 1 };
    }
    const isText = token.type !== 'comment' && token.type !== 'newline';
    if (token.text === ',' && depth === 1) args.push([]);
    else if (isText && depth > 0) args.at(-1)?.push(token);
    if (/^[({[]$/.test(token.text)) depth += 1;
  }
  return undefined;
}

/** What one position holds in all calls of a macro. */
interface Position {
  heading: string;
  texts: string[];
}

/**
 * Returns the arguments of the calls of one macro, by heading: `code`, `symbol`, `SQLSTATE`,
 * `message`, and the macro's own parameter names for the others.
 *
 * What an argument is follows from its values in all calls: the code is the first position of
 * distinct numbers, the symbol that of distinct identifiers, and the message the first string that
 * is not a SQLSTATE.
 *
 * @param params The macro's parameters, if its definition was seen.
 * @returns undefined if the calls are not definitions of errors.
 */
export function readCalls(
  calls: readonly Call[],
  params: readonly string[] | undefined,
  known: ReadonlyMap<string, string>,
): Map<string, string>[] | undefined {
  const width = Math.max(...calls.map(({ args }) => args.length));
  const at = (position: number) => calls.map(({ args }) => args[position] ?? []);
  const open = new Set(Array.from({ length: width }, (_, position) => position));
  const take = (test: (args: Token[][]) => boolean) => {
    const found = [...open].find((position) => test(at(position)));
    if (found !== undefined) open.delete(found);
    return found;
  };
  const numbers = (args: Token[][]) => args.map((arg) => evaluate(arg, known));
  const code = take((args) => isDistinct(numbers(args)));
  const isString = (pattern: RegExp) => (arg: Token[]) => pattern.test(stringOf(arg) ?? '');
  const sqlstate = take((args) => args.every(isString(/^(?=.*\d)[0-9A-Z]{5}$/)));
  const symbol =
    take((args) => isDistinct(args.map(wordOf))) ??
    take((args) => args.every(isString(/^[A-Z][A-Z\d_]+$/)) && isDistinct(args.map(stringOf)));
  const name =
    code ??
    symbol ??
    take((args) => isDistinct(args.map((arg) => /^\S+$/.exec(stringOf(arg) ?? '')?.[0])));
  const message =
    take((args) => args.some((arg) => stringOf(arg) !== undefined)) ??
    take((args) => args.every((arg) => arg.length > 0 && evaluate(arg, known) === undefined));
  if (name === undefined || (message === undefined && calls.length < 2)) return undefined;
  const headings = new Map<number | undefined, string>([
    [sqlstate, 'SQLSTATE'],
    [message, 'message'],
    [symbol, 'symbol'],
    [name, 'code'],
  ]);
  const positions = Array.from(
    { length: width },
    (_, position): Position => ({
      heading: headings.get(position) ?? params?.[position] ?? `argument ${position + 1}`,
      texts: at(position).map((arg) => (position === code && evaluate(arg, known)) || textOf(arg)),
    }),
  );
  return calls.map(
    ({ args }, row) =>
      new Map(
        positions
          .slice(0, args.length)
          .map(({ heading, texts }) => [heading, texts[row] ?? ''] as const),
      ),
  );
}

function isDistinct(values: (string | undefined)[]): boolean {
  return (
    values.every((value) => value !== undefined) && new Set(values).size >= values.length * 0.9
  );
}

const wordOf = (arg: Token[]) =>
  arg.length === 1 && arg[0]?.type === 'word' ? arg[0].text : undefined;

/** Adjacent literals are one string; a format macro between them (`PRId64`) is kept by its name. */
function stringOf(arg: Token[]): string | undefined {
  if (!arg.some(({ type }) => type === 'string')) return undefined;
  if (arg.some(({ type }) => type !== 'string' && type !== 'word')) return undefined;
  return arg.map(({ type, text }) => (type === 'string' ? textOfString(text) : text)).join('');
}

/** The text of an argument; space between its tokens becomes one space. */
function textOf(arg: Token[]): string {
  return (
    stringOf(arg) ??
    arg
      .map(({ text, line, column }, index) => {
        const before = arg[index - 1];
        const isAdjacent = before?.line === line && before.column + before.text.length === column;
        return index === 0 || isAdjacent ? text : ` ${text}`;
      })
      .join('')
  );
}
