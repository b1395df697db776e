import type { HeadingLookup } from '../../headings.ts';
import { isCode, isString, isText, readArguments, stringOf, textOf } from './arguments.ts';
import { assignComments, type Comment, type Definition } from './comments.ts';
import { listLost, listLostInNotes } from './list-lost.ts';
import { readArray } from './read-array.ts';
import { readConstants, textsOfConstant } from './read-constants.ts';
import { readEnum } from './read-enum.ts';
import { readMacroCall, readMacroCalls } from './read-macro-call.ts';
import { givesTexts, skipFunction } from './skip-function.ts';
import { prefixOf, Source, type Unread, type UnreadMacro } from './source.ts';
import { listBadBytes } from './string-text.ts';
import { readStructure } from './structures.ts';
import { type Token, tokenise } from './tokenise.ts';

export interface Definitions {
  /** In source order. */
  definitions: Definition[];
  /** Prose that belongs to no definition. */
  comments: Comment[];
  /** What may define errors and cannot be read. */
  unread: Unread[];
  /** Conditions (`#ifdef DEBUG`) with definitions that only exist under them. */
  conditions: { line: number; condition: string }[];
  /** Lines of disabled code. */
  hidden: ReadonlySet<number>;
}

/** Finds the definitions of errors in C source; `readC` lists the kinds. */
export function findDefinitions(
  text: string,
  firstLine: number,
  lookUp: HeadingLookup,
): Definitions {
  return new Scanner(tokenise(text, firstLine), lookUp).scan();
}

/**
 * Makes a definition of a constant with a comment whose value is made by an unknown macro: its name
 * is the code.
 */
function nameByItself({ text, value = '', definition }: UnreadMacro): boolean {
  const isError = /err|fail|status|result|exception|_[ESWI]_|\bE_/i.test(`${text} ${value}`);
  const { leading, trailing } = definition ?? {};
  const comment = trailing?.text || leading?.text;
  if (!definition || !comment || value === '' || !isError) return false;
  definition.texts = new Map([
    ['code', text],
    ['symbol', text],
    ['value', value],
  ]);
  return true;
}

/** Whether a value is a list of rows, not one call: `MAKE_HRESULT(1, FACILITY_ITF, 0x203)`. */
function isList(value: readonly Token[]): boolean {
  const call = readArguments(value, 1, ')');
  return value.length > 1 && (value.some(isText) || call?.end !== value.length);
}

class Scanner extends Source {
  /** The last token that is neither a comment nor a line end. */
  #previous: Token | undefined;

  scan(): Definitions {
    this.#run();
    const prefixes = new Set(
      this.definitions.flatMap(({ texts }) =>
        texts.size > 0 ? prefixOf(texts.get('symbol') ?? '') : [],
      ),
    );
    const named = this.unreadMacros.filter(
      ({ text, hasText }) =>
        hasText || prefixes.has(prefixOf(text)) || /\s/.test(this.textMacros.get(text) ?? ''),
    );
    const macros = named.filter((macro) => !nameByItself(macro));
    const definitions = this.definitions
      .filter(({ texts }) => texts.size > 0)
      .sort((a, b) => a.line - b.line);
    const used = this.#fillTexts(definitions);
    assignComments(definitions, this.comments);
    // The comments beside what defines nothing.
    for (const definition of this.definitions) {
      if (definition.texts.size > 0) continue;
      const { leading, trailing } = definition;
      const isReported = macros.some((macro) => macro.definition === definition);
      const own = [leading, isReported ? undefined : trailing];
      this.comments.push(...own.filter((one) => one !== undefined));
    }
    const comments = this.comments
      .filter(({ text }) => text !== '')
      .sort((a, b) => a.line - b.line);
    const unreadMacros = macros
      .filter(({ text }) => !used.has(text))
      .map(({ line, text, definition }) => ({
        line,
        text: [text, definition?.trailing?.text ?? '']
          .filter((part) => part !== '')
          .join(': ')
          .replaceAll('\n', ' ')
          .slice(0, 120),
      }));
    // A file without definitions is reported as a whole.
    const unread = definitions.length > 0 ? [...unreadMacros, ...this.unread] : [];
    if (definitions.length > 0) {
      const places = { definitions, unread, hidden: this.hidden, bodies: this.bodies };
      unread.push(...listLost(this.tokens, places), ...listLostInNotes(comments, definitions));
    }
    unread.push(...this.#listBadBytes(definitions));
    unread.sort((a, b) => a.line - b.line);
    const { hidden } = this;
    return { definitions, comments, unread, conditions: this.conditions.reported, hidden };
  }

  #run(): void {
    while (this.at < this.tokens.length) this.#step();
    this.flush();
    readMacroCalls(this);
  }

  #step(): void {
    const token = this.tokens[this.at] as Token;
    if (token.text === '#' && token.isFirst) {
      this.readDirective();
      return;
    }
    this.at += 1;
    if (!this.conditions.areActive) {
      this.hide(token);
      return;
    }
    if (token.type === 'comment') this.takeComment(token);
    else if (token.type !== 'newline') this.#readStatement(token);
  }

  #readStatement(token: Token): void {
    const next = this.tokens[this.at]?.text;
    const before = this.#previous?.text ?? '';
    const isAtStart = this.tokens[this.at - 2]?.type === 'newline';
    const followsWord = this.#previous?.type === 'word';
    if (token.text === 'struct') this.#noteStructure();
    if (/^(?:enum|(?:NS|CF)_(?:ERROR_|CLOSED_)?ENUM)$/.test(token.text)) readEnum(this);
    else if (/^const(?:expr)?$/.test(token.text)) readConstants(this);
    else if (token.type === 'word' && next === '(') {
      if (isAtStart || !(followsWord || /^[*&.=]/.test(before))) readMacroCall(this, token);
    } else if (token.text === '{') {
      // `errors[] = { … }`, `std::map<int, std::string> errors{ { … } }`
      const isBraced = followsWord || /^[>\]]$/.test(before);
      if (before === '=' || (isBraced && this.isNext('{'))) readArray(this, this.at - 1);
      else if (/^(\)|const|noexcept|override|final|try)$/.test(before)) skipFunction(this);
    }
    this.#previous = this.tokens[this.at - 1];
  }

  #noteStructure(): void {
    const { names = [], members = [] } = readStructure(this.tokens, this.at) ?? {};
    for (const name of names) this.structures.set(name, members);
  }

  readDirective(): void {
    const from = this.at;
    let to = from;
    while (to < this.tokens.length && this.tokens[to]?.type !== 'newline') to += 1;
    const tokens = this.tokens.slice(from, to);
    const code = tokens.filter(({ type }) => type !== 'comment');
    const words = code.slice(1).map(({ text }) => text);
    this.at = to;
    const [directive = ''] = words;
    if (this.conditions.read(words, tokens[0]?.line ?? 1)) return;
    if (!this.conditions.areActive) for (const token of tokens) this.hide(token);
    else if (directive === 'define') {
      // Comments at the end of the line are read again as trailing ones.
      const lastCode = tokens.findLastIndex(({ type }) => type !== 'comment');
      this.at = from + lastCode + 1;
      this.#readDefine(code.slice(2), tokens.slice(2), tokens[0]?.line ?? 1);
      while (this.tokens[this.at]?.type === 'comment')
        this.takeComment(this.tokens[this.at++] as Token);
    }
  }

  #readDefine(tokens: Token[], body: Token[], line: number): void {
    const [name, next] = tokens;
    if (name?.type !== 'word') return;
    const isAdjacent = next?.text === '(' && next.column === name.column + name.text.length;
    if (isAdjacent && next?.line === name.line) {
      const end = tokens.findIndex(({ text }) => text === ')');
      const params = tokens.slice(2, end).filter(({ type }) => type === 'word');
      const names = params.map(({ text }) => text);
      this.params.set(name.text, names);
      const list = body.slice(body.findIndex(({ text }) => text === ')') + 1);
      if (!list.some(isText) && list.length < 100)
        this.templates.set(name.text, list.filter(isCode));
      // A body with its parameters is a template: `{ code, text }`. In a list they are called.
      const isTemplate = list.some(
        ({ text }, at) => names.includes(text) && list[at + 1]?.text !== '(',
      );
      if (!isTemplate && this.#readBody(list)) this.lists.add(name.text);
      else if (list.some(isString) || this.tokens[this.at]?.type === 'comment')
        this.#addUnread(line, name.text, { hasText: givesTexts(list) });
      return;
    }
    const value = tokens.slice(1);
    if (value.length > 0 && value.every(isString)) this.#addText(name.text, stringOf(value) ?? '');
    const texts = textsOfConstant(this, name, value);
    const isExplained = this.tokens[this.at]?.type === 'comment' && value.length === 0;
    if (texts.has('code') || isExplained) this.add(line, '', texts);
    else if (isList(value) && this.#readBody(body.slice(1), name.text)) this.lists.add(name.text);
    else if (value.length > 1 || value.some(isString))
      this.#addUnread(line, name.text, value.some(isString) ? {} : { value: textOf(value) });
  }

  #addUnread(line: number, text: string, more: Partial<UnreadMacro>): void {
    const definition = this.addPossible(line, '', new Map());
    this.unreadMacros.push({ line, text, definition, ...more });
  }

  /**
   * Reads the body of a macro that is a list: calls `X(E_IO, 5, "…") X(…)`, or rows in braces.
   *
   * @returns Whether it defines anything.
   */
  #readBody(tokens: readonly Token[], name?: string): boolean {
    const inner = tokens.map((token) => ({ ...token, isFirst: false }));
    const first = inner.find(isCode);
    const isBraced = first?.text === '{';
    const sign = (text: string): Token[] =>
      first && isBraced ? [{ ...first, type: 'punctuation', text, endLine: first.line }] : [];
    const scanner = new Scanner([...sign('='), ...sign('{'), ...inner, ...sign('}')], this.lookUp);
    scanner.params = new Map(this.params);
    scanner.known = this.known;
    scanner.templates = this.templates;
    scanner.textMacros = this.textMacros;
    scanner.#run();
    const [only, ...others] = scanner.definitions;
    // `#define E_IO ERROR(5, "…")`
    if (name && only && others.length === 0 && only.texts.size > 0 && !only.texts.has('symbol'))
      only.texts.set('symbol', name);
    this.definitions.push(...scanner.definitions);
    this.unread.push(...scanner.unread);
    const isList = scanner.definitions.some(({ texts }) => texts.size > 0);
    if (isList) this.comments.push(...scanner.comments);
    return isList;
  }

  /** Notes a macro that is a text; one with different texts stays. */
  #addText(name: string, text: string): void {
    const isSame = !this.textMacros.has(name) || this.textMacros.get(name) === text;
    this.textMacros.set(name, isSame ? text : undefined);
  }

  /**
   * Puts texts in place of the macros that stand for them: `#define MSG_LOW "Battery low"`.
   *
   * @returns The macros that are used.
   */
  #fillTexts(definitions: readonly Definition[]): Set<string> {
    const used = new Set<string>();
    for (const { texts } of definitions) {
      for (const [heading, value] of texts) {
        const text = this.textMacros.get(value);
        if (text === undefined || heading === 'symbol' || heading === 'code') continue;
        texts.set(heading, text);
        used.add(value);
      }
    }
    return used;
  }

  /** Lists the strings of definitions that keep bytes as they are written. */
  #listBadBytes(definitions: readonly Definition[]): Unread[] {
    const lines = new Set<number>();
    for (const { line, endLine } of definitions) {
      for (let at = line; at <= endLine; at += 1) lines.add(at);
    }
    return this.tokens.flatMap(({ type, text, line }) => {
      if (type !== 'string' || !text.includes('\\') || !lines.has(line)) return [];
      const bad = listBadBytes(text);
      return bad.length > 0 ? [{ line, text: bad.join(' ').slice(0, 80) }] : [];
    });
  }
}
