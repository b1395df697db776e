/** Constants whose values cannot be told. */
import type { Source, Unread, UnreadMacro } from './source.ts';

/** Whether a constant is named as one at which others begin. */
export const isBase = (name: string): boolean =>
  /_(?:BASE|BEGIN|FIRST|MODULE|OFFSET|ORIGIN|START)$/.test(name);

/** The first word of a name: `GW` of `GW_E_IO`. */
export const prefixOf = (name: string): string => /^[A-Za-z]+(?=_)/.exec(name)?.[0] ?? name;

/** Whether a macro has a comment and makes an error with another macro: `MAKE_SCODE(1, 2)`. */
function isError({ text, value = '', definition }: UnreadMacro): boolean {
  const { leading, trailing } = definition ?? {};
  const isExplained = [leading, trailing].some((comment) => comment && comment.text !== '');
  const isNamed = /err|fail|status|result|exception|_[ESWI]_|\bE_/i.test(`${text} ${value}`);
  return isExplained && isNamed && value !== '';
}

/**
 * Makes definitions of the constants that are errors, with their names as codes.
 *
 * @returns The others that are named like the definitions, or are texts.
 */
export function settleMacros(source: Source): UnreadMacro[] {
  const { definitions, unreadMacros, textMacros } = source;
  settleLater(source);
  takeParts(source);
  if (definitions.every(({ texts }) => texts.size === 0)) settleConstants(unreadMacros);
  else settleSuccess(unreadMacros);
  const prefixes = new Set(
    definitions.flatMap(({ texts }) => (texts.size > 0 ? prefixOf(texts.get('symbol') ?? '') : [])),
  );
  const errors = Map.groupBy(unreadMacros.filter(isError), ({ text }) => prefixOf(text));
  for (const [prefix, { length }] of errors) if (length > 1) prefixes.add(prefix);
  return unreadMacros.filter((macro) => {
    const { text, value = '', definition, hasText } = macro;
    if (definition && definition.texts.size > 0) return false;
    const isLike = prefixes.has(prefixOf(text));
    if (!isLike || !isError(macro) || !definition)
      return hasText || isLike || /\s/.test(textMacros.get(text) ?? '');
    definition.texts = new Map(Object.entries({ code: text, symbol: text, value }));
    return false;
  });
}

/** Makes definitions of the macros whose constant is defined further down. */
function settleLater({ unreadMacros, known }: Source): void {
  for (const { text, value = '', definition } of unreadMacros) {
    const code = known.get(value);
    if (definition && code !== undefined)
      definition.texts = new Map(Object.entries({ code, symbol: text }));
  }
}

/** Takes the constants of which others are made, such as numbers of modules, out of the definitions. */
function takeParts({ definitions, unreadMacros, parts }: Source): void {
  const read = definitions.filter(({ texts }) => texts.size > 0);
  const explained = read.filter(({ leading, trailing }) => leading?.text || trailing?.text);
  const areExplained = explained.length * 2 > read.length;
  for (const definition of definitions) {
    const { line, texts, trailing, leading, isRow } = definition;
    const text = texts.get('symbol') ?? '';
    // `APP_ERR_BASE 100 // Unknown error` is an error, too.
    const isExplained = isBase(text) && Boolean(trailing?.text);
    // Among codes with comments, `E_BASE 1000` without one only says where they begin.
    // The first of a range is a code that a program may send.
    const isFirst = /_(?:BEGIN|START)$/.test(text);
    const isBare = areExplained && isBase(text) && !isFirst && !isRow && !trailing && !leading;
    if ((!parts.has(text) && !isBare) || isExplained) continue;
    definition.texts = new Map();
    const hasText = Boolean(trailing?.text || leading?.isDoc);
    unreadMacros.push({ line, text, definition, hasText });
  }
}

/**
 * Makes definitions of the constants of a file that has no others: `const int STORK_LATE = 301; // delayed`.
 * Names in capitals with one first word are codes if several have a comment.
 */
function settleConstants(macros: UnreadMacro[]): void {
  const constants = macros.filter(
    ({ text, code, definition }) =>
      definition && code !== undefined && /^[A-Z]+_[A-Z\d_]+$/.test(text),
  );
  for (const group of Map.groupBy(constants, ({ text }) => prefixOf(text)).values()) {
    if (group.filter(({ hasText }) => hasText).length < 2) continue;
    for (const { text, code = '', definition } of group)
      if (definition) definition.texts = new Map(Object.entries({ code, symbol: text }));
  }
}

/** Makes definitions of the constants for success beside those of errors: `const int SUCCESS = 0;`. */
function settleSuccess(macros: UnreadMacro[]): void {
  for (const { text, code, definition } of macros)
    if (definition && code !== undefined && /^(?:\w*_)?(?:OK|SUCC(?:ESS)?)$/i.test(text))
      definition.texts = new Map(Object.entries({ code, symbol: text }));
}

/** What a finding shows of a macro: its name and its comment. */
export function showMacro({ line, text, definition }: UnreadMacro): Unread {
  const comment = definition?.trailing?.text ?? '';
  const shown = comment === '' ? text : `${text}: ${comment.replace(/\s+/g, ' ')}`;
  return { line, text: shown.slice(0, 120) };
}
