/** Macros that stand for a text: `#define MSG_LOW "Battery low"`. */
import { isCode, isString, stringOf } from './arguments.ts';
import { textCode } from './read-constants.ts';
import type { Token } from './tokenise.ts';

/**
 * Returns tokens with the texts in place of the macros that stand for them. A macro whose text is a
 * code, or that has two texts, stays.
 *
 * @example expandTexts(tokenise('#define LOW "Low"\nX(1, LOW)', 1)).at(-2)?.text // => '"Low"'
 */
export function expandTexts(tokens: readonly Token[]): Token[] {
  const texts = new Map<string, Token[] | undefined>();
  const inDirective = new Set<Token>();
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens[at]?.text !== '#' || !tokens[at]?.isFirst) continue;
    const end = tokens.findIndex(({ type }, index) => index > at && type === 'newline');
    const line = tokens.slice(at, end < 0 ? undefined : end).filter(isCode);
    const [, directive, name, ...body] = line;
    if (directive?.text === 'define') {
      if (name) inDirective.add(name);
      if (name && body.length > 0 && body.every(isString)) {
        const isCodeText = textCode.test(stringOf(body) ?? '');
        texts.set(name.text, texts.has(name.text) || isCodeText ? undefined : body);
      }
    } else for (const token of line) inDirective.add(token);
    at += line.length - 1;
  }
  return tokens.flatMap((token) => {
    const body =
      token.type === 'word' && !inDirective.has(token) ? texts.get(token.text) : undefined;
    if (!body) return [token];
    const { line, endLine, column, isFirst } = token;
    return body.map((text) => ({ ...text, line, endLine, column, isFirst }));
  });
}
