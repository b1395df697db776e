import type { HeadingLookup } from '../../headings.ts';
import { isCode, isString, stringOf } from './arguments.ts';
import { assignComments, type Comment, type Definition } from './comments.ts';
import { readArray } from './read-array.ts';
import { readConstants, textsOfConstant } from './read-constants.ts';
import { readEnum } from './read-enum.ts';
import { readMacroCall, readMacroCalls } from './read-macro-call.ts';
import { Source, type Unread } from './source.ts';
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

const prefixOf = (name: string): string | undefined => /^[A-Za-z]+(?=_)/.exec(name)?.[0] ?? name;

class Scanner extends Source {
  /** The last token that is neither a comment nor a line end. */
  #previous: Token | undefined;

  scan(): Definitions {
    this.#run();
    const definitions = this.definitions
      .filter(({ texts }) => texts.size > 0)
      .sort((a, b) => a.line - b.line);
    const used = this.#fillTexts(definitions);
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
    const macros = this.unreadMacros.filter(
      ({ text }) =>
        (prefixes.has(prefixOf(text)) || /\s/.test(this.textMacros.get(text) ?? '')) &&
        !used.has(text),
    );
    // A file without definitions is reported as a whole.
    const unread = definitions.length > 0 ? [...macros, ...this.unread] : [];
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
    if (token.text === 'enum') readEnum(this);
    else if (/^const(?:expr)?$/.test(token.text)) readConstants(this);
    else if (token.type === 'word' && next === '(') {
      if (isAtStart || !(followsWord || /^[*&.=]/.test(before))) readMacroCall(this, token);
    } else if (token.text === '{') {
      // `errors[] = { … }`, `std::map<int, std::string> errors{ { … } }`
      const isBraced = followsWord || /^[>\]]$/.test(before);
      if (before === '=' || (isBraced && this.isNext('{'))) readArray(this, this.at - 1);
      else if (/^(\)|const|noexcept|override|final|try)$/.test(before)) this.#skipFunction();
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
      // A body with its parameters is a template: `{ code, text }`. In a list they are called.
      const isTemplate = list.some(
        ({ text }, at) => names.includes(text) && list[at + 1]?.text !== '(',
      );
      if (!isTemplate && this.#readBody(list)) this.lists.add(name.text);
      return;
    }
    const value = tokens.slice(1);
    if (value.length > 0 && value.every(isString)) this.#addText(name.text, stringOf(value) ?? '');
    const texts = textsOfConstant(this, name, value);
    const isExplained = this.tokens[this.at]?.type === 'comment' && value.length === 0;
    if (texts.has('code') || isExplained) this.add(line, '', texts);
    else if (value.length > 1 && this.#readBody(body.slice(1))) this.lists.add(name.text);
    else if (value.length > 1 || value.some(isString))
      this.unreadMacros.push({ line, text: name.text });
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
    const scanner = new Scanner([...sign('='), ...sign('{'), ...inner, ...sign('}')], this.lookUp);
    scanner.params = new Map(this.params);
    scanner.known = this.known;
    scanner.textMacros = this.textMacros;
    scanner.#run();
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

  /** Skips the body of a function; texts in its arrays, or for its cases, are reported. */
  #skipFunction(): void {
    let depth = 1;
    let array = 0;
    let hasCases = false;
    let isReturned = false;
    let caseLine = 0;
    let before: Token | undefined;
    while (depth > 0 && this.at < this.tokens.length) {
      const token = this.tokens[this.at] as Token;
      if (token.text === '{') depth += 1;
      if (token.text === '{' && before?.text === '=' && array === 0) array = depth;
      if (token.text === '}') depth -= 1;
      if (depth < array) array = 0;
      if (token.text === 'case') caseLine = token.line;
      hasCases ||= token.text === 'case';
      if (token.type === 'comment' && token.line === caseLine) this.reportUnread([token]);
      if (token.text === 'return' || token.text === ';') isReturned = token.text === 'return';
      const isListed = array > 0 || (hasCases && isReturned);
      if (isListed && token.type === 'string' && token.text.length > 2) this.reportUnread([token]);
      if (isCode(token)) before = token;
      this.at += 1;
    }
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
