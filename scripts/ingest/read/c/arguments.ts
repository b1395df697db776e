import { textOfString } from './string-text.ts';
import type { Token } from './tokenise.ts';

/** A call has fewer tokens; otherwise thousands of brackets that never close would take hours. */
const maxCall = 5_000;

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
  const end = close === ')' ? Math.min(tokens.length, from + maxCall) : tokens.length;
  for (let at = from; at < end; at += 1) {
    const token = tokens[at] as Token;
    const closes = /^[)}\]]$/.test(token.text);
    if (closes) depth -= 1;
    if (closes && depth === 0 && token.text === close) {
      if (args.at(-1)?.length === 0) args.pop();
      return { args, end: at + 1 };
    }
    if (token.text === ',' && depth === 1) args.push([]);
    else if (isCode(token) && depth > 0) args.at(-1)?.push(token);
    if (/^[({[]$/.test(token.text)) depth += 1;
  }
  return undefined;
}

/** Whether a token is neither a comment nor a line end. */
export const isCode = ({ type }: Token): boolean => type !== 'comment' && type !== 'newline';

export const isString = ({ type }: Token): boolean => type === 'string';

/** Whether a token is a string of any length, not a character. */
export const isText = (token: Token): boolean => isString(token) && !token.text.endsWith("'");

/** The name that an argument consists of, without its scope: `E_IO`, `Error::Io`. */
export function wordOf(arg: readonly Token[]): string | undefined {
  const last = arg.at(-1);
  const isScoped = arg.slice(0, -1).every(({ type, text }) => type === 'word' || text === ':');
  const isName = isScoped && (arg.length === 1 || arg.at(-2)?.text === ':');
  return last?.type === 'word' && isName ? last.text : undefined;
}

/** Macros that mark a text for translation, or its type. */
const marks = /^(?:_|N_|_N|gettext|gettext_noop|tr|QT_TR_NOOP|_T|TEXT)$/;

/** Adjacent literals are one string; a format macro between them (`PRId64`) is kept by its name. */
export function stringOf(arg: readonly Token[]): string | undefined {
  if (!arg.some(isString)) return undefined;
  const isMarked = arg[0]?.text === '(' || (marks.test(arg[0]?.text ?? '') && arg[1]?.text === '(');
  if (isMarked && arg.at(-1)?.text === ')') {
    return stringOf(arg.slice(arg[0]?.text === '(' ? 1 : 2, -1));
  }
  if (arg.some(({ type }) => type !== 'string' && type !== 'word')) return undefined;
  return arg.map(({ type, text }) => (type === 'string' ? textOfString(text) : text)).join('');
}

/** The text of an argument; space between its tokens becomes one space. */
export function textOf(arg: readonly Token[]): string {
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
