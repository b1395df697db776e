import type { HeadingLookup } from '../../headings.ts';
import { isCode, isString, readArguments, stringOf, textOf } from './arguments.ts';
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
import { type Call, readCalls } from './calls.ts';
import { assignComments, type Comment, type Definition } from './comments.ts';
import { Cursor } from './cursor.ts';
import { evaluate } from './evaluate.ts';
import { listBadBytes } from './string-text.ts';
import { type Token, tokenise } from './tokenise.ts';

export interface Definitions {
  /** In source order. */
  definitions: Definition[];
  /** Prose that belongs to no definition. */
  comments: Comment[];
  /** What may define errors and cannot be read. */
  unread: { line: number; text: string }[];
  /** Conditions (`#ifdef DEBUG`) with definitions that only exist under them. */
  conditions: { line: number; condition: string }[];
}

/** Names of constants that are errors, among others that are sizes and limits. */
const errorName = /[Ee]rr|ERR|[Ff]ail|FAIL|[Cc]ode|CODE|[Ss]tatus|STATUS|[Ee]xception|^E_?[A-Z]/;

/** A string that is a code: `"E1001"`, `"1003"`. */
const textCode = /^(?=.*\d)(?:[A-Z][\w.-]*|\d[\w-]*)$/;

/** The last enumerator if it only counts the others. */
const counter = /(?:^|_)(?:MAX|COUNT|LAST|END|NUM)$/i;

/** Finds the definitions of errors in C source; `readC` lists the kinds. */
export function findDefinitions(
  text: string,
  firstLine: number,
  lookUp: HeadingLookup,
): Definitions {
  return new Scanner(tokenise(text, firstLine), lookUp).scan();
}

const prefixOf = (name: string): string | undefined => /^[A-Za-z]+(?=_)/.exec(name)?.[0] ?? name;

/** What a finding shows of tokens. */
const excerptOf = (tokens: readonly Token[]): string => textOf(tokens).slice(0, 80);

const isBrace = ({ text }: Token, at: number, all: readonly Token[]): boolean =>
  text === '{' && all[at + 1]?.text === '{';

/** What an array has. */
interface ArrayParts {
  rows: ArrayRow<Definition>[];
  texts: { value: Token[]; definition: Definition }[];
  /** Elements of one word. */
  names: Token[];
}

class Scanner extends Cursor {
  readonly #lookUp: HeadingLookup;
  #known = new Map<string, string>();
  #params = new Map<string, string[]>();
  readonly #calls: { name: string; call: Call; definition: Definition }[] = [];
  /** The enumerators of each enum. */
  readonly #enums: Map<string, string>[][] = [];
  /** Macros named like the definitions whose value cannot be told. */
  readonly #unreadMacros: Definitions['unread'] = [];
  readonly #unread: Definitions['unread'] = [];
  /** Macros that are lists of rows. */
  readonly #lists = new Set<string>();
  /** The last token that is neither a comment nor a line end. */
  #previous: Token | undefined;

  constructor(tokens: readonly Token[], lookUp: HeadingLookup) {
    super(tokens);
    this.#lookUp = lookUp;
  }

  scan(): Definitions {
    this.#run();
    const definitions = this.definitions
      .filter(({ texts }) => texts.size > 0)
      .sort((a, b) => a.line - b.line);
    assignComments(definitions, this.comments);
    // The comments beside what defines nothing.
    for (const { texts, leading, trailing } of this.definitions) {
      if (texts.size > 0) continue;
      this.comments.push(...[leading, trailing].filter((one) => one !== undefined));
    }
    const comments = this.comments
      .filter(({ text }) => text !== '')
      .sort((a, b) => a.line - b.line);
    const prefixes = new Set(definitions.map(({ texts }) => prefixOf(texts.get('symbol') ?? '')));
    const macros = this.#unreadMacros.filter(({ text }) => prefixes.has(prefixOf(text)));
    // A file without definitions is reported as a whole.
    const unread = definitions.length > 0 ? [...macros, ...this.#unread] : [];
    unread.push(...this.#listBadBytes(definitions));
    unread.sort((a, b) => a.line - b.line);
    return { definitions, comments, unread, conditions: this.conditions.reported };
  }

  #run(): void {
    while (this.at < this.tokens.length) this.#step();
    this.flush();
    this.#readCalls();
  }

  #step(): void {
    const token = this.tokens[this.at] as Token;
    if (token.text === '#' && token.isFirst) {
      this.#readDirective();
      return;
    }
    this.at += 1;
    if (!this.conditions.areActive) return;
    if (token.type === 'comment') this.takeComment(token);
    else if (token.type !== 'newline') this.#readStatement(token);
  }

  #readStatement(token: Token): void {
    const next = this.tokens[this.at]?.text;
    const before = this.#previous?.text ?? '';
    const isAtStart = this.tokens[this.at - 2]?.type === 'newline';
    const followsWord = this.#previous?.type === 'word';
    if (token.text === 'enum') this.#readEnum();
    else if (/^const(?:expr)?$/.test(token.text)) this.#readConstants();
    else if (token.type === 'word' && next === '(') {
      if (isAtStart || !(followsWord || /^[*&.=]/.test(before))) this.#readMacroCall(token);
    } else if (token.text === '{') {
      // `errors[] = { … }`, `std::map<int, std::string> errors{ { … } }`
      const isBraced = followsWord || /^[>\]]$/.test(before);
      if (before === '=' || (isBraced && this.#isNext('{'))) this.#readArray(this.at - 1);
      else if (/^(\)|const|noexcept|override|final|try)$/.test(before)) this.#skipFunction();
    }
    this.#previous = this.tokens[this.at - 1];
  }

  #isNext(text: string): boolean {
    let at = this.at;
    while (this.tokens[at] && !isCode(this.tokens[at] as Token)) at += 1;
    return this.tokens[at]?.text === text;
  }

  #readDirective(): void {
    const from = this.at;
    let to = from;
    while (to < this.tokens.length && this.tokens[to]?.type !== 'newline') to += 1;
    const tokens = this.tokens.slice(from, to);
    const code = tokens.filter(({ type }) => type !== 'comment');
    const words = code.slice(1).map(({ text }) => text);
    this.at = to;
    const [directive = ''] = words;
    if (this.conditions.read(words, tokens[0]?.line ?? 1)) return;
    if (directive === 'define' && this.conditions.areActive) {
      // Comments at the end of the line are read again as trailing ones.
      const lastCode = tokens.findLastIndex(({ type }) => type !== 'comment');
      this.at = from + lastCode + 1;
      this.#readDefine(code.slice(2), tokens.slice(2), tokens[0]?.line ?? 1);
      while (this.tokens[this.at]?.type === 'comment') this.at += 1;
    }
  }

  /** Reads a directive inside an enum or an array; returns whether it includes unknown lines. */
  #readInnerDirective(): boolean {
    const from = this.at;
    this.#readDirective();
    const isIncluded = this.conditions.areActive && this.tokens[from + 1]?.text === 'include';
    if (isIncluded) this.#reportUnread(this.tokens.slice(from, this.at));
    return isIncluded;
  }

  #reportUnread(tokens: readonly Token[]): void {
    this.#unread.push({ line: tokens[0]?.line ?? 1, text: excerptOf(tokens) });
  }

  #readDefine(tokens: Token[], body: Token[], line: number): void {
    const [name, next] = tokens;
    if (name?.type !== 'word') return;
    const isAdjacent = next?.text === '(' && next.column === name.column + name.text.length;
    if (isAdjacent && next?.line === name.line) {
      const end = tokens.findIndex(({ text }) => text === ')');
      const params = tokens.slice(2, end).filter(({ type }) => type === 'word');
      this.#params.set(
        name.text,
        params.map(({ text }) => text),
      );
      this.#readBody(body.slice(body.findIndex(({ text }) => text === ')') + 1));
      return;
    }
    const value = tokens.slice(1);
    const texts = this.#textsOfConstant(name, value);
    const isExplained = this.tokens[this.at]?.type === 'comment' && value.length === 0;
    if (texts.has('code') || isExplained) this.add(line, '', texts);
    else if (value.length > 1 && this.#readBody(body.slice(1))) this.#lists.add(name.text);
    else if (value.length > 1 || value.some(isString))
      this.#unreadMacros.push({ line, text: name.text });
  }

  /** The name of a constant, its code, and the string behind it: `E_IO 5 "Input failed."` */
  #textsOfConstant(name: Token, value: readonly Token[]): Map<string, string> {
    const texts = new Map([['symbol', name.text]]);
    const strings = value.filter(isString);
    const number = evaluate(
      value.filter((token) => !isString(token)),
      this.#known,
    );
    const message = stringOf(strings);
    if (number !== undefined) {
      this.#known.set(name.text, number);
      texts.set('code', number);
    }
    if (message === undefined) return texts;
    if (number === undefined && textCode.test(message)) texts.set('code', message);
    else texts.set('message', message);
    return texts;
  }

  /**
   * Reads the body of a macro that is a list: calls `X(E_IO, 5, "…") X(…)`, or rows in braces.
   *
   * @returns Whether it defines anything.
   */
  #readBody(tokens: readonly Token[]): boolean {
    const inner = tokens.map((token) => ({ ...token, isFirst: false }));
    const first = inner.find(isCode);
    const isBraced = first?.text === '{';
    const sign = (text: string): Token[] =>
      first && isBraced ? [{ ...first, type: 'punctuation', text, endLine: first.line }] : [];
    const scanner = new Scanner([...sign('='), ...sign('{'), ...inner, ...sign('}')], this.#lookUp);
    scanner.#params = new Map(this.#params);
    scanner.#known = this.#known;
    scanner.#run();
    this.definitions.push(...scanner.definitions);
    this.#unread.push(...scanner.#unread);
    const isList = scanner.definitions.some(({ texts }) => texts.size > 0);
    if (isList) this.comments.push(...scanner.comments);
    return isList;
  }

  #readEnum(): void {
    const open = this.tokens.findIndex(
      ({ text }, index) => index >= this.at && /^[{;()=]$/.test(text),
    );
    if (this.tokens[open]?.text !== '{') return;
    const head = this.tokens.slice(this.at, open).filter(({ type }) => type === 'word');
    const close = this.#indexOf('}', open + 1) ?? this.tokens.length;
    const typedef = this.tokens.slice(close + 1).find(({ type }) => type !== 'newline');
    const name = head.find(({ text }) => !/^(class|struct)$/.test(text)) ?? typedef;
    const group = name?.type === 'word' ? name.text : '';
    this.flush();
    this.at = open + 1;
    let next: number | undefined = 0;
    const enumerators: Map<string, string>[] = [];
    while (this.at < close) {
      const token = this.tokens[this.at] as Token;
      if (token.text === '#' && token.isFirst) {
        if (this.#readInnerDirective()) next = undefined;
        continue;
      }
      this.at += 1;
      if (!this.conditions.areActive) continue;
      if (token.type === 'comment') this.takeComment(token);
      if (token.type !== 'word') continue;
      if (this.tokens[this.at]?.text === '(') {
        // It may stand for any number of enumerators.
        next = undefined;
        this.#readMacroCall(token);
        continue;
      }
      const end = Math.min(this.#endOfEnumerator(), close);
      const rest = this.tokens.slice(this.at, end).filter(isCode);
      const equals = rest.findIndex(({ text }) => text === '=');
      // `E_IO [[deprecated]]`
      const isImplicit = rest.length === 0 || (equals < 0 && rest[0]?.text === '[');
      const value = isImplicit ? next : evaluate(rest.slice(equals + 1), this.#known);
      this.at = end;
      const texts = new Map([['symbol', token.text]]);
      next = value === undefined ? undefined : Number(value) + 1;
      if (value !== undefined) {
        this.#known.set(token.text, String(value));
        texts.set('code', String(value));
      }
      this.add(token.line, group, texts);
      enumerators.push(new Map(texts));
    }
    this.#enums.push(enumerators);
    this.flush();
  }

  /** An enumerator ends at a comma, at a comment, or at the end of the enum. */
  #endOfEnumerator(): number {
    let at = this.at;
    while (at < this.tokens.length && !/^[,}]$/.test(this.tokens[at]?.text ?? '')) {
      if (this.tokens[at]?.type === 'comment') break;
      at += 1;
    }
    return at;
  }

  #readMacroCall(name: Token): void {
    const found = readArguments(this.tokens, this.at, ')');
    if (found) this.at = found.end;
    const args = found?.args;
    const after = this.tokens.slice(this.at, this.at + 8).find(({ type }) => type !== 'newline');
    if (after?.text === '{') return;
    const isDefinition = args?.flat().some(({ type }) => type === 'string' || type === 'number');
    if (args === undefined || args.length < 2 || !isDefinition) return;
    if (/^(if|for|while|switch|return|sizeof|defined|static_assert|printf)$/.test(name.text))
      return;
    const definition = this.add(name.line, '', new Map());
    this.#calls.push({ name: name.text, call: { args }, definition });
  }

  /** Reads the elements of an array: `{ { E_IO, "…" }, [E_MEM] = "…", … }`. */
  #readArray(open: number): void {
    const { line } = this.tokens[open] as Token;
    const array: ArrayParts = { rows: [], texts: [], names: [] };
    if (this.#isNext('.')) {
      const row = readElement(this.tokens, open);
      const members = readMembers(row?.value ?? []);
      // A structure, not an array.
      if (row && !row.value.some(isBrace) && members.length > 1) {
        this.at = row.end;
        array.rows.push({ members, definition: this.add(line, '', new Map()) });
        this.#readRows(array.rows, line);
        return;
      }
    }
    while (this.at < this.tokens.length) {
      const token = this.tokens[this.at] as Token;
      if (token.text === '#' && token.isFirst) this.#readInnerDirective();
      else if (!this.conditions.areActive || /^[,\n]$/.test(token.text)) this.at += 1;
      else if (token.type === 'comment') {
        this.at += 1;
        this.takeComment(token);
      } else if (token.text === '}' || !this.#readElement(token, array)) {
        this.at += 1;
        break;
      }
    }
    if (isTerminator(array.rows.at(-1)?.members ?? [])) array.rows.pop();
    this.#readRows(array.rows, line);
    this.#readTexts(array, line);
  }

  /** Reads an element of an array; returns whether it has an end. */
  #readElement(token: Token, array: ArrayParts): boolean {
    const start = this.at;
    const element = readElement(this.tokens, start);
    if (element === undefined || element.end === start) {
      this.#reportUnread([token]);
      return false;
    }
    const { index, value, end } = element;
    const isText = stringOf(value) !== undefined;
    this.at = end;
    if (isRowList(value)) {
      this.at = this.tokens.indexOf(value[0] as Token, start) + 1;
      this.#readArray(this.at - 1);
    } else if (
      index === undefined &&
      value[0]?.type === 'word' &&
      value[1]?.text === '(' &&
      !isText
    ) {
      this.at = start + 1;
      this.#readMacroCall(token);
    } else if (isText || value[0]?.text === '{') {
      this.#addElement(token, element, array);
    } else if (index === undefined) {
      // Constants and numbers have no text; a macro may be a list of rows.
      const name = value.length === 1 && value[0]?.type === 'word' ? value[0].text : 'NULL';
      if (!this.#lists.has(name) && !/^(?:NULL|nullptr)$/.test(name)) array.names.push(token);
    } else this.#reportUnread(this.tokens.slice(start, end).filter(isCode));
    return true;
  }

  #addElement(token: Token, { index, value }: Element, { rows, texts }: ArrayParts): void {
    const isRow = value[0]?.text === '{';
    const members = isRow ? readMembers(value) : [{ value }];
    if (index === undefined) {
      if (isRow && members.length < 2) return;
      const definition = this.add(token.line, '', new Map());
      if (isRow) rows.push({ members, definition });
      else texts.push({ value, definition });
      return;
    }
    const indexes = readIndex(index, this.#known);
    if (indexes === undefined)
      this.#unread.push({ line: token.line, text: excerptOf([...index, ...value]) });
    let trailing: Comment | undefined;
    for (const one of indexes ?? []) {
      const definition = this.add(token.line, '', new Map());
      trailing ??= definition.trailing;
      definition.trailing = trailing;
      rows.push({ index: one, members, definition });
    }
  }

  /** Gives the members of rows their headings. */
  #readRows(rows: readonly ArrayRow<Definition>[], array: number): void {
    for (const { definitions, ...group } of groupRows(rows)) {
      const found = readCalls(group, this.#lookUp, this.#known);
      for (const [at, definition] of definitions.entries()) {
        definition.texts = found?.[at] ?? new Map();
        definition.array = array;
      }
      const args = group.calls.flatMap((call) => call.args);
      if (!found && args.flat().some(isString)) {
        this.#unread.push({
          line: definitions[0]?.line ?? 1,
          text: args.map(textOf).join(', ').slice(0, 80),
        });
      }
    }
  }

  /** Reads the texts of an array without indexes: they belong to the enumerators of the enum with as many. */
  #readTexts({ rows, texts, names }: ArrayParts, array: number): void {
    const [first] = texts;
    if (rows.length > 0 || first !== undefined)
      for (const name of names) this.#reportUnread([name]);
    if (first === undefined) return;
    const enums = this.#enums
      .map((all) => {
        const isCounted = counter.test(all.at(-1)?.get('symbol') ?? '');
        return isCounted && all.length > texts.length ? all.slice(0, -1) : all;
      })
      .filter(({ length }) => length === texts.length);
    const [enumerators] = enums;
    if (
      enumerators === undefined ||
      enums.length > 1 ||
      rows.length > 0 ||
      names.length > 0 ||
      texts.length < 2
    ) {
      this.#reportUnread(first.value);
      return;
    }
    for (const [at, { value, definition }] of texts.entries()) {
      definition.texts = new Map(enumerators[at]);
      definition.texts.set('message', textOf(value));
      definition.array = array;
    }
  }

  /** Reads `const int ERR_IO = 5, ERR_MEM = 6;`. */
  #readConstants(): void {
    for (let at = this.at; ; at += 1) {
      const [name, equals, first] = this.tokens.slice(at, at + 3);
      if (name === undefined || /^[;{}()]$/.test(name.text)) return;
      if (name.type !== 'word' || !errorName.test(name.text)) continue;
      const isBraced = equals?.text === '{' && this.tokens[at + 3]?.text === '}';
      // The rows of an array are read by themselves.
      if (!isBraced && (equals?.text !== '=' || first?.text === '{')) continue;
      let end = at + 2;
      while (end < this.tokens.length && !/^[,;}]$/.test(this.tokens[end]?.text ?? '')) end += 1;
      const texts = this.#textsOfConstant(name, this.tokens.slice(at + 2, end).filter(isCode));
      this.at = end + (isBraced ? 1 : 0);
      if (texts.has('code')) {
        this.add(name.line, '', texts);
        at = this.at - 1;
      } else {
        this.#unreadMacros.push({ line: name.line, text: name.text });
        at = end - 1;
      }
    }
  }

  /** Gives the calls of each macro their headings; calls that define no error lose their texts. */
  #readCalls(): void {
    const byMacro = Map.groupBy(this.#calls, ({ name, call }) => `${name} ${call.args.length}`);
    for (const group of byMacro.values()) {
      const [{ name = '', call = { args: [] }, definition: { line = 1 } = {} } = {}] = group;
      const calls = group.map((one) => one.call);
      const params = this.#params.get(name);
      const texts = readCalls({ calls, params }, this.#lookUp, this.#known);
      for (const [index, { definition }] of group.entries()) {
        definition.texts = texts?.[index] ?? new Map();
      }
      if (!texts && errorName.test(name) && call.args.flat().some(isString)) {
        this.#unread.push({
          line,
          text: `${name}(${call.args.map(textOf).join(', ')})`.slice(0, 80),
        });
      }
    }
  }

  #indexOf(text: string, from: number): number | undefined {
    for (let at = from; at < this.tokens.length; at += 1) {
      if (this.tokens[at]?.text === text) return at;
    }
    return undefined;
  }

  /** Skips the body of a function; texts in its arrays, or for its cases, are reported. */
  #skipFunction(): void {
    let depth = 1;
    let array = 0;
    let hasCases = false;
    let before: Token | undefined;
    let found: Token | undefined;
    while (depth > 0 && this.at < this.tokens.length) {
      const token = this.tokens[this.at] as Token;
      if (token.text === '{') depth += 1;
      if (token.text === '{' && before?.text === '=' && array === 0) array = depth;
      if (token.text === '}') depth -= 1;
      if (depth < array) array = 0;
      hasCases ||= token.text === 'case';
      const isListed = array > 0 || (hasCases && before?.text === 'return');
      if (isListed && token.type === 'string') found ??= token;
      if (isCode(token)) before = token;
      this.at += 1;
    }
    if (found) this.#reportUnread([found]);
  }

  /** Lists the strings of definitions that keep bytes as they are written. */
  #listBadBytes(definitions: readonly Definition[]): Definitions['unread'] {
    return this.tokens.flatMap(({ type, text, line }) => {
      const bad = type === 'string' && text.includes('\\') ? listBadBytes(text) : [];
      const isShown = definitions.some((one) => one.line <= line && line <= one.endLine);
      return bad.length > 0 && isShown ? [{ line, text: bad.join(' ') }] : [];
    });
  }
}
