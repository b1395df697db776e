/** The members of structures: `struct err { int code; const char *text; }`. */
import { isCode, isString } from './arguments.ts';
import type { Token } from './tokenise.ts';

/**
 * Reads a structure from the word behind `struct`.
 *
 * @returns Its names, of the type or of what is declared with it, and those of its members; undefined
 *   if it has others than plain members.
 */
export function readStructure(
  tokens: readonly Token[],
  from: number,
): { names: string[]; members: string[] } | undefined {
  const after = tokens.slice(from, from + 1000).filter(isCode);
  const [tag] = after;
  const open = tag?.type === 'word' ? 1 : 0;
  if (after[open]?.text !== '{') return undefined;
  const members: string[] = [];
  let declaration: Token[] = [];
  let depth = 1;
  let close = open + 1;
  for (; close < after.length; close += 1) {
    const token = after[close] as Token;
    if (token.text === '}') depth -= 1;
    if (depth === 0) break;
    // Of a structure inside, only the name behind it counts.
    const isInside = depth > 1 || /^[{}]$/.test(token.text);
    if (token.text === '{') depth += 1;
    if (isInside) continue;
    if (token.text !== ';' && token.text !== ',') {
      declaration.push(token);
      continue;
    }
    const name = nameOf(declaration);
    if (name === undefined) return undefined;
    members.push(name);
    declaration = [];
  }
  if (depth > 0) return undefined;
  const declared = after.slice(close + 1, close + 4).filter(({ type }) => type === 'word');
  const names = [...(open === 1 ? [tag] : []), ...declared].map((name) => name?.text ?? '');
  return { names, members };
}

/** The name in a declaration: `const char *text`, `char text[64]`, `unsigned flags : 3`. */
function nameOf(declaration: readonly Token[]): string | undefined {
  if (declaration.some((token) => /^[()#<]$/.test(token.text) || isString(token))) return undefined;
  const end = declaration.findIndex(({ text }) => /^[[:=]$/.test(text));
  const last = (end < 0 ? declaration : declaration.slice(0, end)).at(-1);
  return last?.type === 'word' ? last.text : undefined;
}

/**
 * Returns the members of the structure that the array at a brace has rows of: a word in front of the
 * brace, `static const struct err table[] = {`, names it.
 */
export function findStructure(
  tokens: readonly Token[],
  open: number,
  structures: ReadonlyMap<string, string[]>,
): string[] {
  for (let at = open - 1; at >= Math.max(0, open - 30); at -= 1) {
    const { text } = tokens[at] as Token;
    if (/^[;{},#]$/.test(text)) break;
    const members = structures.get(text);
    if (members) return members;
  }
  return [];
}
