import { readArguments } from './arguments.ts';
import type { Token } from './tokenise.ts';

/** Macros with parameters. */
export interface Macros {
  params: ReadonlyMap<string, string[]>;
  /** Their bodies, if they give a number. */
  templates: ReadonlyMap<string, readonly Token[]>;
}

/** Calls inside each other, and tokens, at most: `#define A(x) A(A(x))` never ends. */
const deepest = 5;
const mostTokens = 200;

/** Puts the bodies of macros in place of their calls: `MAKE_ERROR(3, 1)`. */
export function expandMacros(
  tokens: readonly Token[],
  { params, templates }: Macros,
  depth = 1,
): readonly Token[] {
  const isMacro = ({ text }: Token) => templates.has(text);
  if (depth > deepest || tokens.length > mostTokens || !tokens.some(isMacro)) return tokens;
  const expanded: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const name = tokens[at] as Token;
    const isCall = isMacro(name) && tokens[at + 1]?.text === '(';
    const call = isCall ? readArguments(tokens, at + 1, ')') : undefined;
    const names = params.get(name.text) ?? [];
    if (!call || call.args.length !== names.length) {
      expanded.push(name);
      continue;
    }
    const bracket = (text: string): Token => ({ ...name, type: 'punctuation', text });
    const body = (templates.get(name.text) ?? []).flatMap(
      (token) => call.args[names.indexOf(token.text)] ?? [token],
    );
    expanded.push(bracket('('), ...body, bracket(')'));
    at = call.end - 1;
  }
  return expandMacros(expanded, { params, templates }, depth + 1);
}
