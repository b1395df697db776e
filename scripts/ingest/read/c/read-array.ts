import { isCode, isString, stringOf, textOf } from './arguments.ts';
import {
  type ArrayRow,
  type Element,
  groupRows,
  isRowList,
  isTerminator,
  readElement,
  readIndex,
  readMembers,
} from './arrays.ts';
import { readCalls } from './calls.ts';
import type { Comment, Definition } from './comments.ts';
import { readMacroCall } from './read-macro-call.ts';
import { counter, excerptOf, type Source } from './source.ts';
import { findStructure } from './structures.ts';
import type { Token } from './tokenise.ts';

const isBrace = ({ text }: Token, at: number, all: readonly Token[]): boolean =>
  text === '{' && all[at + 1]?.text === '{';

/** What an array has. */
interface ArrayParts {
  /** The names of the members of its rows, if the structure was seen. */
  structure: readonly string[];
  /** The field of its texts, if its name has it: "hint" of `hints[]`. */
  field: string | undefined;
  rows: ArrayRow<Definition>[];
  texts: { value: Token[]; definition: Definition }[];
  /** Elements of one word. */
  names: Token[];
}

/** Reads the elements of an array: `{ { E_IO, "…" }, [E_MEM] = "…", … }`. */
export function readArray(source: Source, open: number): void {
  const { line } = source.tokens[open] as Token;
  const structure = findStructure(source.tokens, open, source.structures);
  const field = fieldOfArray(source, open);
  const array: ArrayParts = { structure, field, rows: [], texts: [], names: [] };
  if (source.isNext('.')) {
    const row = readElement(source.tokens, open);
    const members = readMembers(row?.value ?? []);
    // A structure, not an array.
    if (row && !row.value.some(isBrace) && members.length > 1) {
      source.at = row.end;
      array.rows.push({ members, definition: source.add(line, '', new Map()) });
      readRows(source, array.rows, line);
      return;
    }
  }
  while (source.at < source.tokens.length) {
    const token = source.tokens[source.at] as Token;
    if (token.text === '#' && token.isFirst) source.readInnerDirective();
    else if (!source.conditions.areActive || /^[,\n]$/.test(token.text)) {
      if (!source.conditions.areActive) source.hide(token);
      source.at += 1;
    } else if (token.type === 'comment') {
      source.at += 1;
      source.takeComment(token);
    } else if (token.text === '}' || !readOne(source, token, array)) {
      source.at += 1;
      break;
    }
  }
  if (isTerminator(array.rows.at(-1)?.members ?? [])) array.rows.pop();
  readRows(source, array.rows, line);
  readTexts(source, array, line, open);
}

/** Reads an element of an array; returns whether it has an end. */
function readOne(source: Source, token: Token, array: ArrayParts): boolean {
  const start = source.at;
  const element = readElement(source.tokens, start);
  if (element === undefined || element.end === start) {
    source.reportUnread([token]);
    return false;
  }
  const { index, value, end } = element;
  const isText = stringOf(value) !== undefined;
  source.at = end;
  if (isRowList(value)) {
    const open = source.indexOf('{', start) ?? start;
    source.at = open + 1;
    readArray(source, open);
  } else if (
    index === undefined &&
    value[0]?.type === 'word' &&
    value[1]?.text === '(' &&
    !isText
  ) {
    source.at = start + 1;
    readMacroCall(source, token);
  } else if (isText || value[0]?.text === '{') {
    addElement(source, token, element, array);
  } else if (index === undefined) {
    // Constants and numbers have no text; a macro may be a list of rows.
    const name = value.length === 1 && value[0]?.type === 'word' ? value[0].text : 'NULL';
    if (value.some(isString)) source.reportUnread(value);
    else if (!source.lists.has(name) && !/^(?:NULL|nullptr)$/.test(name)) array.names.push(token);
  } else source.reportUnread(source.tokens.slice(start, end).filter(isCode));
  return true;
}

/** The name of an array at a brace without its plural, if it is that of descriptions or solutions. */
function fieldOfArray({ tokens, lookUp }: Source, open: number): string | undefined {
  const before = tokens.slice(Math.max(0, open - 10), open).filter(isCode);
  const bracket = before.findLastIndex(({ text }) => text === '[');
  const name = before[bracket - 1]?.text.replace(/s$/, '') ?? '';
  const { field = 'other' } = bracket > 0 ? (lookUp(name) ?? {}) : {};
  return /^(?:description|solution)$/.test(field) ? name : undefined;
}

const isDigits = (token: Token | undefined): boolean => /^\d/.test(token?.text ?? '');

function addElement(
  source: Source,
  token: Token,
  { index, value }: Element,
  { structure, field, rows, texts }: ArrayParts,
): void {
  const isRow = value[0]?.text === '{';
  const members = isRow ? readMembers(value, structure) : [{ name: field, value }];
  // `[7] = { 3007, "…" }`: a number in front of a row that has its own is its place.
  const isPlace = index?.length === 1 && isRow && [index[0], members[0]?.value[0]].every(isDigits);
  if (index === undefined || isPlace) {
    if (isRow && members.length < 2 && members[0]?.name === undefined) return;
    const definition = source.add(token.line, '', new Map());
    if (isRow) rows.push({ members, definition });
    else texts.push({ value, definition });
    return;
  }
  const indexes = readIndex(index, source.known);
  if (indexes === undefined)
    source.unread.push({ line: token.line, text: excerptOf([...index, ...value]) });
  let trailing: Comment | undefined;
  for (const one of indexes ?? []) {
    const definition = source.add(token.line, '', new Map());
    trailing ??= definition.trailing;
    definition.trailing = trailing;
    rows.push({ index: one, members, definition });
  }
}

/** Gives the members of rows their headings. */
function readRows(source: Source, rows: readonly ArrayRow<Definition>[], array: number): void {
  for (const { definitions, ...group } of groupRows(rows)) {
    const calls = group.calls.map((call) => source.withTexts(call));
    const found = readCalls({ ...group, calls }, source.lookUp, source.known);
    for (const [at, definition] of definitions.entries()) {
      definition.texts = found?.[at] ?? new Map();
      definition.array = array;
    }
    const args = group.calls.flatMap((call) => call.args);
    if (!found && args.flat().some(isString)) {
      source.unread.push({
        line: definitions[0]?.line ?? 1,
        text: args.map(textOf).join(', ').slice(0, 80),
      });
    }
  }
}

/** Reads the texts of an array without indexes: they belong to the enumerators of the enum with as many. */
function readTexts(
  source: Source,
  { rows, texts, names }: ArrayParts,
  array: number,
  open: number,
): void {
  const [first] = texts;
  if (rows.length > 0 || first !== undefined) for (const name of names) source.reportUnread([name]);
  if (first === undefined) return;
  const enums = findEnums(source, open, texts.length);
  const [enumerators] = enums;
  if (
    enumerators === undefined ||
    enums.length > 1 ||
    rows.length > 0 ||
    names.length > 0 ||
    texts.length < 2
  ) {
    const named = nameByComments(texts.map(({ definition }) => definition));
    for (const [at, { value, definition }] of texts.entries()) {
      const own = named?.[at];
      // A number in front of a text only says which it is.
      if (definition.leading?.text === own?.get('code')) definition.leading = undefined;
      if (own) definition.texts = own.set('message', textOf(value));
      else source.reportUnread(value);
    }
    return;
  }
  for (const [at, { value, definition }] of texts.entries()) {
    definition.texts = new Map(enumerators[at]);
    definition.texts.set('message', textOf(value));
    definition.array = array;
  }
}

/**
 * Returns the enumerators of the enums that an array may have a text each for. If the file has several
 * enums, the array is named like its own, or its size is one of the enumerators.
 */
function findEnums(source: Source, open: number, length: number): Map<string, string>[][] {
  const declaration: string[] = [];
  for (let at = open - 1; at >= 0 && !/^[;{}#]$/.test(source.tokens[at]?.text ?? ''); at -= 1)
    if (source.tokens[at]?.type === 'word') declaration.push(source.tokens[at]?.text ?? '');
  const words = wordsOf(declaration);
  return source.enums.flatMap(({ name, enumerators }) => {
    const symbols = enumerators.map((one) => one.get('symbol') ?? '');
    const isCounted = counter.test(symbols.at(-1) ?? '');
    const own = isCounted && length > 1 ? enumerators.slice(0, -1) : enumerators;
    const isInOrder = own.every((one, at) => one.get('code') === String(at));
    const isNamed =
      symbols.some((symbol) => declaration.includes(symbol)) ||
      !words.isDisjointFrom(wordsOf([name, ...symbols.slice(0, 1)]));
    const isOwn = source.enums.length === 1 || isNamed;
    return own.length === length && isInOrder && isOwn ? [own] : [];
  });
}

/** The beginnings of the words in names: "err" of `ERR_IO`, `errorTexts`. */
const wordsOf = (names: readonly string[]): Set<string> =>
  new Set(
    names
      .flatMap((name) => name.split(/_|(?<=[a-z])(?=[A-Z])/))
      .filter(
        (word) =>
          word.length > 2 && !/^(?:const|char|static|string|std|msg|text|name)s?$/i.test(word),
      )
      .map((word) => word.slice(0, 3).toLowerCase()),
  );

/** Reads the codes of texts from the comments behind them, if all have one: `"Not owner", // 1 - EPERM`. */
function nameByComments(definitions: readonly Definition[]): Map<string, string>[] | undefined {
  const found = definitions.flatMap(({ leading, trailing = leading }) => {
    const [, code, symbol] =
      /^(-?(?:0x[\da-fA-F]+|\d+))\b[\s:=.)-]*([A-Z][A-Z\d_]+)?/.exec(trailing?.text ?? '') ?? [];
    if (code === undefined) return [];
    return [new Map([['code', code], ...(symbol ? [['symbol', symbol] as const] : [])])];
  });
  const codes = new Set(found.map((texts) => texts.get('code')));
  const isEach = codes.size > 1 && codes.size === definitions.length;
  return isEach ? found : undefined;
}
