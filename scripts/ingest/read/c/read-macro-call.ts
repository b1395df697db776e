import { isString, readArguments, textOf } from './arguments.ts';
import { readCalls } from './calls.ts';
import { errorName, type Source } from './source.ts';
import type { Token } from './tokenise.ts';
import { prefixOf } from './unread-macros.ts';

/** Reads a call of a macro, from the bracket behind its name: `ERROR(E_IO, 5, "…")`. */
export function readMacroCall(source: Source, name: Token): void {
  const found = readArguments(source.tokens, source.at, ')');
  if (found) source.at = found.end;
  const args = found?.args.map((arg, at) => pasteWords(source, name.text, arg, at));
  const after = source.tokens
    .slice(source.at, source.at + 8)
    .find(({ type }) => type !== 'newline');
  if (after?.text === '{') return;
  if (args?.length === 1) {
    if (args[0]?.some(({ type }) => type === 'number'))
      source.singles.push({ name: name.text, line: name.line, args });
    else addNumbered(source, name, args[0] ?? []);
    return;
  }
  const isDefinition = args?.flat().some(({ type }) => type === 'string' || type === 'number');
  if (args === undefined || args.length < 2 || !isDefinition) return;
  if (/^(if|for|while|switch|return|sizeof|defined|static_assert|printf)$/.test(name.text)) return;
  const definition = source.add(name.line, '', new Map());
  definition.isRow = true;
  source.calls.push({ name: name.text, call: { args }, definition });
}

/** Reads a call whose comment has the number of its constant: `ROW(E_NO_MEM), /* 257 Out of memory *\/`. */
function addNumbered(source: Source, { line }: Token, [word, ...others]: Token[]): void {
  const comment = source.tokens
    .slice(source.at, source.at + 3)
    .find((token) => token.type === 'comment' && token.line === line);
  const [, code] = /^\/[/*]\s*(-?(?:\d+|0x[\da-f]+))\s.*\p{L}/iu.exec(comment?.text ?? '') ?? [];
  if (!word || others.length > 0 || !/^[A-Z][A-Z\d]*_\w+$/.test(word.text) || !code) return;
  source.add(line, '', new Map(Object.entries({ code, symbol: word.text }))).isRow = true;
}

/** Returns an argument with the word that the macro joins to it: `ERR_ ## x` makes `ERR_IO` of `IO` (C11, 6.10.3.3). */
function pasteWords(
  { templates, params }: Source,
  name: string,
  arg: Token[],
  index: number,
): Token[] {
  const [word, ...others] = arg;
  const body = templates.get(name) ?? [];
  const param = params.get(name)?.[index];
  if (word?.type !== 'word' || others.length > 0 || param === undefined) return arg;
  const joined = body
    .map(({ text }) => text)
    .join(' ')
    .replaceAll('# #', '##');
  const [, before = '', behind = ''] =
    new RegExp(`(?:(\\w+) ## )?\\b${param}\\b(?: ## (\\w+))?`).exec(joined) ?? [];
  return [{ ...word, text: `${before}${word.text}${behind}` }];
}

/** Gives the calls of each macro their headings; calls that define no error lose their texts. */
export function readMacroCalls(source: Source): void {
  const prefixes = new Set<string>();
  const others = [...source.singles];
  const byMacro = Map.groupBy(source.calls, ({ name, call }) => `${name} ${call.args.length}`);
  for (const group of byMacro.values()) {
    const [{ name = '' } = {}] = group;
    const calls = group.map((one) => source.withTexts(one.call));
    const params = source.params.get(name);
    const texts = readCalls({ calls, params }, source.lookUp, source.known);
    for (const [index, { definition }] of group.entries()) {
      definition.texts = texts?.[index] ?? new Map();
    }
    if (texts) prefixes.add(prefixOf(name));
    else
      others.push(
        ...group.map((one) => ({ name, line: one.definition.line, args: one.call.args })),
      );
  }
  const read = source.definitions.filter(({ texts }) => texts.size > 0);
  const nearby = new Set(
    read.flatMap(({ line, endLine }) => [line - 1, endLine + 1, endLine + 2, endLine + 3]),
  );
  // `ERROR_ALIAS(1104, 1004)` beside `ERROR(1004, "…")`
  for (const { name, line: at, args } of others) {
    const isLike = prefixes.has(prefixOf(name)) || (prefixes.size > 0 && nearby.has(at));
    if (isLike || (errorName.test(name) && args.flat().some(isString)))
      source.unread.push({
        line: at,
        text: `${name}(${args.map(textOf).join(', ')})`.slice(0, 80),
      });
  }
}
