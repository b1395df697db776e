import { type Call, readArguments, readCalls } from './calls.ts';
import {
  assignComments,
  type Comment,
  type Definition,
  joinComments,
  readComment,
} from './comments.ts';
import { Conditions } from './conditions.ts';
import { evaluate } from './evaluate.ts';
import { type Token, textOfString, tokenise } from './tokenise.ts';

export interface Definitions {
  /** In source order. */
  definitions: Definition[];
  /** Prose that belongs to no definition. */
  comments: Comment[];
  /** Macros named like the definitions whose value cannot be told. */
  unread: { line: number; text: string }[];
  /** Conditions (`#ifdef DEBUG`) with definitions that only exist under them. */
  conditions: { line: number; condition: string }[];
}

/** Names of constants that are errors, among others that are sizes and limits. */
const errorName = /[Ee]rr|ERR|[Ff]ail|FAIL|[Cc]ode|CODE|[Ss]tatus|STATUS|[Ee]xception|^E_?[A-Z]/;

/** Finds the definitions of errors in C source; `readC` lists the kinds. */
export function findDefinitions(text: string, firstLine: number): Definitions {
  return new Scanner(tokenise(text, firstLine)).scan();
}

const prefixOf = (name: string): string | undefined => /^[A-Za-z]+(?=_)/.exec(name)?.[0] ?? name;

class Scanner {
  readonly #tokens: Token[];
  #at = 0;
  readonly #known = new Map<string, string>();
  readonly #params = new Map<string, string[]>();
  readonly #definitions: Definition[] = [];
  readonly #calls: { call: Call; definition: Definition }[] = [];
  readonly #comments: Comment[] = [];
  readonly #unread: Definitions['unread'] = [];
  readonly #conditions = new Conditions();
  #pending: Comment | undefined;
  /** The last token that is neither a comment nor a line end. */
  #previous: Token | undefined;

  constructor(tokens: Token[]) {
    this.#tokens = tokens;
  }

  scan(): Definitions {
    while (this.#at < this.#tokens.length) this.#step();
    this.#flush();
    this.#readCalls();
    const definitions = this.#definitions
      .filter(({ texts }) => texts.size > 0)
      .sort((a, b) => a.line - b.line);
    assignComments(definitions, this.#comments);
    const comments = this.#comments
      .filter(({ text }) => text !== '')
      .sort((a, b) => a.line - b.line);
    const prefixes = new Set(definitions.map(({ texts }) => prefixOf(texts.get('symbol') ?? '')));
    const unread = this.#unread.filter(({ text }) => prefixes.has(prefixOf(text)));
    return { definitions, comments, unread, conditions: this.#conditions.reported };
  }

  #step(): void {
    const token = this.#tokens[this.#at] as Token;
    if (token.text === '#' && token.isFirst) {
      this.#readDirective();
      return;
    }
    this.#at += 1;
    if (!this.#conditions.areActive) return;
    if (token.type === 'comment') this.#takeComment(token);
    else if (token.type !== 'newline') this.#readStatement(token);
  }

  #readStatement(token: Token): void {
    const next = this.#tokens[this.#at]?.text;
    const before = this.#previous?.text ?? '';
    const isAtStart = this.#tokens[this.#at - 2]?.type === 'newline';
    const followsWord = this.#previous?.type === 'word';
    if (token.text === 'enum') this.#readEnum();
    else if (/^const(?:expr)?$/.test(token.text)) this.#readConstants();
    else if (token.type === 'word' && next === '(') {
      if (isAtStart || !(followsWord || /^[*&.=]/.test(before))) this.#readMacroCall(token);
    } else if (token.text === '{' && before === '=') this.#readInitialiser();
    else if (token.text === '{' && /^(\)|const|noexcept|override|final|try)$/.test(before)) {
      this.#skipBraces();
    }
    this.#previous = this.#tokens[this.#at - 1];
  }

  #takeComment(token: Token): void {
    const comment = readComment(token);
    const isNext = this.#pending !== undefined && comment.line === this.#pending.endLine + 1;
    if (isNext && this.#pending) this.#pending = joinComments(this.#pending, comment);
    else {
      this.#flush();
      this.#pending = comment;
    }
  }

  #flush(): void {
    if (this.#pending) this.#comments.push(this.#pending);
    this.#pending = undefined;
  }

  /** Adds a definition that ends before the current token, with the comments beside it. */
  #add(line: number, group: string, texts: Map<string, string>): Definition {
    const endLine = this.#tokens[this.#at - 1]?.endLine ?? line;
    const definition: Definition = { line, endLine, group, texts };
    if (this.#pending && this.#pending.endLine >= line - 1) {
      definition.leading = this.#pending;
      this.#pending = undefined;
    }
    this.#flush();
    definition.trailing = this.#takeTrailing(endLine);
    this.#definitions.push(definition);
    this.#conditions.report();
    return definition;
  }

  /** The comment on the line of a definition; its next lines begin at the same column. */
  #takeTrailing(line: number): Comment | undefined {
    let at = this.#at;
    while (/^[,;)]$/.test(this.#tokens[at]?.text ?? '')) at += 1;
    const first = this.#tokens[at];
    if (first?.type !== 'comment' || first.line !== line) return undefined;
    let comment = readComment(first);
    at += 1;
    for (;;) {
      const [end, next] = [this.#tokens[at], this.#tokens[at + 1]];
      if (end?.type === 'comment' && end.line === comment.endLine) {
        comment = joinComments(comment, readComment(end));
        at += 1;
        continue;
      }
      if (end?.type !== 'newline' || next?.type !== 'comment' || !next.isFirst) break;
      if (next.column !== first.column || next.line !== comment.endLine + 1) break;
      comment = joinComments(comment, readComment(next));
      at += 2;
    }
    this.#at = at;
    return comment;
  }

  #readDirective(): void {
    const from = this.#at;
    let to = from;
    while (to < this.#tokens.length && this.#tokens[to]?.type !== 'newline') to += 1;
    const tokens = this.#tokens.slice(from, to);
    const code = tokens.filter(({ type }) => type !== 'comment');
    const words = code.slice(1).map(({ text }) => text);
    this.#at = to;
    const [directive = ''] = words;
    if (this.#conditions.read(words, tokens[0]?.line ?? 1)) return;
    if (directive === 'define' && this.#conditions.areActive) {
      // Comments at the end of the line are read again as trailing ones.
      const lastCode = tokens.findLastIndex(({ type }) => type !== 'comment');
      this.#at = from + lastCode + 1;
      this.#readDefine(code.slice(2), tokens.slice(2), tokens[0]?.line ?? 1);
      while (this.#tokens[this.#at]?.type === 'comment') this.#at += 1;
    }
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
      this.#readCallsIn(body.slice(body.findIndex(({ text }) => text === ')') + 1));
      return;
    }
    const value = tokens.slice(1);
    const strings = value.filter(({ type }) => type === 'string');
    const number = evaluate(
      value.filter(({ type }) => type !== 'string'),
      this.#known,
    );
    const texts = new Map([['symbol', name.text]]);
    if (number !== undefined) {
      this.#known.set(name.text, number);
      texts.set('code', number);
    }
    const message = strings.map(({ text }) => textOfString(text)).join('');
    if (number === undefined && /^(?=.*\d)[A-Z][\w.-]*$/.test(message)) texts.set('code', message);
    else if (strings.length > 0) texts.set('message', message);
    const isExplained = this.#tokens[this.#at]?.type === 'comment' && value.length === 0;
    if (texts.has('code') || isExplained) this.#add(line, '', texts);
    else if (value.length > 1) {
      const before = this.#definitions.length;
      this.#readCallsIn(body.slice(1));
      if (this.#definitions.length === before) this.#unread.push({ line, text: name.text });
    }
  }

  /** Reads the calls in the body of a macro: `#define ERRORS(X) X(E_IO, 5, "…") X(…)`. */
  #readCallsIn(tokens: Token[]): void {
    const scanner = new Scanner(tokens.map((token) => ({ ...token, isFirst: false })));
    for (const [name, params] of this.#params) scanner.#params.set(name, params);
    this.#definitions.push(...scanner.scan().definitions);
  }

  #readEnum(): void {
    const open = this.#tokens.findIndex(
      ({ text }, index) => index >= this.#at && /^[{;()=]$/.test(text),
    );
    if (this.#tokens[open]?.text !== '{') return;
    const head = this.#tokens.slice(this.#at, open).filter(({ type }) => type === 'word');
    const close = this.#indexOf('}', open + 1) ?? this.#tokens.length;
    const typedef = this.#tokens.slice(close + 1).find(({ type }) => type !== 'newline');
    const name = head.find(({ text }) => !/^(class|struct)$/.test(text)) ?? typedef;
    const group = name?.type === 'word' ? name.text : '';
    this.#flush();
    this.#at = open + 1;
    let next: number | undefined = 0;
    while (this.#at < close) {
      const token = this.#tokens[this.#at] as Token;
      if (token.text === '#' && token.isFirst) {
        this.#readDirective();
        continue;
      }
      this.#at += 1;
      if (!this.#conditions.areActive) continue;
      if (token.type === 'comment') this.#takeComment(token);
      if (token.type !== 'word') continue;
      if (this.#tokens[this.#at]?.text === '(') {
        this.#readMacroCall(token);
        continue;
      }
      const end = Math.min(this.#endOfEnumerator(), close);
      const value = this.#tokens
        .slice(this.#at, end)
        .filter(({ type, text }) => type !== 'comment' && type !== 'newline' && text !== '=');
      const written: string | number | undefined =
        value.length > 0 ? evaluate(value, this.#known) : next;
      this.#at = end;
      const texts = new Map([['symbol', token.text]]);
      next = written === undefined ? undefined : Number(written) + 1;
      if (written !== undefined) {
        this.#known.set(token.text, String(written));
        texts.set('code', String(written));
      }
      this.#add(token.line, group, texts);
    }
    this.#flush();
  }

  /** An enumerator ends at a comma, at a comment, or at the end of the enum. */
  #endOfEnumerator(): number {
    let at = this.#at;
    while (at < this.#tokens.length && !/^[,}]$/.test(this.#tokens[at]?.text ?? '')) {
      if (this.#tokens[at]?.type === 'comment') break;
      at += 1;
    }
    return at;
  }

  #readMacroCall(name: Token): void {
    const args = this.#readArguments(')');
    const after = this.#tokens.slice(this.#at, this.#at + 8).find(({ type }) => type !== 'newline');
    if (after?.text === '{') return;
    const isCode = args?.flat().some(({ type }) => type === 'string' || type === 'number');
    if (args === undefined || args.length < 2 || !isCode) return;
    if (/^(if|for|while|switch|return|sizeof|defined|static_assert|printf)$/.test(name.text))
      return;
    const definition = this.#add(name.line, '', new Map());
    this.#calls.push({ call: { name: name.text, line: name.line, args }, definition });
  }

  /** Reads the rows of an array: `= { { E_IO, "…" }, … }`. */
  #readInitialiser(): void {
    for (;;) {
      const token = this.#tokens[this.#at];
      if (token === undefined) return;
      this.#at += 1;
      if (token.text === '}') return;
      if (token.type === 'comment') this.#takeComment(token);
      if (token.text === '[') this.#readIndexed(token);
      if (token.text !== '{') continue;
      this.#at -= 1;
      const args = this.#readArguments('}');
      if (args === undefined) return;
      if (args.length < 2) continue;
      const { name, values } = this.#readDesignators(args);
      const definition = this.#add(token.line, '', new Map());
      this.#calls.push({ call: { name, line: token.line, args: values }, definition });
    }
  }

  /** Reads `.code = 3, .text = "…"` in a row; the names of its members are headings. */
  #readDesignators(args: Token[][]): { name: string; values: Token[][] } {
    const isDesignated = ([dot, , equals]: Token[]) => dot?.text === '.' && equals?.text === '=';
    const values = args.map((arg) => (isDesignated(arg) ? arg.slice(3) : arg));
    if (!args.every(isDesignated)) return { name: '{', values };
    const members = args.map(([, member]) => member?.text ?? '');
    const name = `{${members.join()}`;
    this.#params.set(name, members);
    return { name, values };
  }

  /** Reads an element that its index names: `[E_IO] = "…"`. */
  #readIndexed({ line }: Token): void {
    const close = this.#tokens.findIndex(({ text }, at) => at >= this.#at && text === ']');
    const [equals, ...after] = this.#tokens.slice(close + 1, close + 8);
    // A row in braces is read by itself.
    if (close < 0 || equals?.text !== '=' || after[0]?.text === '{') return;
    const index = this.#tokens.slice(this.#at, close);
    let end = close + 2;
    let depth = 0;
    for (; end < this.#tokens.length; end += 1) {
      const { text } = this.#tokens[end] as Token;
      if (depth === 0 && /^[,}]$/.test(text)) break;
      if (text === '(') depth += 1;
      if (text === ')') depth -= 1;
    }
    const value = this.#tokens.slice(close + 2, end);
    const lastCode = value.findLastIndex(({ type }) => type !== 'comment' && type !== 'newline');
    // `_("…")` marks a text for translation.
    const text = value.filter(
      ({ type, text: one }) =>
        type !== 'comment' && type !== 'newline' && !/^(?:[()]|_|N_|gettext)$/.test(one),
    );
    this.#at = close + 2 + lastCode + 1;
    if (!text.some(({ type }) => type === 'string')) {
      this.#unread.push({ line, text: index.map((token) => token.text).join('') });
      return;
    }
    const definition = this.#add(line, '', new Map());
    this.#calls.push({ call: { name: '[', line, args: [index, text] }, definition });
  }

  /** Reads `const int ERR_IO = 5, ERR_MEM = 6;`. */
  #readConstants(): void {
    for (let at = this.#at; ; at += 1) {
      const [name, equals] = [this.#tokens[at], this.#tokens[at + 1]];
      if (name === undefined || /^[;{}()]$/.test(name.text)) return;
      if (name.type !== 'word' || equals?.text !== '=' || !errorName.test(name.text)) continue;
      let end = at + 2;
      while (end < this.#tokens.length && !/^[,;]$/.test(this.#tokens[end]?.text ?? '')) end += 1;
      const code = evaluate(this.#tokens.slice(at + 2, end), this.#known);
      this.#at = end;
      if (code === undefined) {
        this.#unread.push({ line: name.line, text: name.text });
        at = end - 1;
        continue;
      }
      this.#known.set(name.text, code);
      this.#add(
        name.line,
        '',
        new Map([
          ['symbol', name.text],
          ['code', code],
        ]),
      );
      at = this.#at - 1;
    }
  }

  /** Reads the arguments from the bracket at the current token, and moves behind the closing one. */
  #readArguments(close: ')' | '}'): Token[][] | undefined {
    const found = readArguments(this.#tokens, this.#at, close);
    if (found) this.#at = found.end;
    return found?.args;
  }

  /** Gives the calls of each macro their headings; calls that define no error lose their texts. */
  #readCalls(): void {
    const byMacro = Map.groupBy(this.#calls, ({ call }) => `${call.name} ${call.args.length}`);
    for (const calls of byMacro.values()) {
      const params = this.#params.get(calls[0]?.call.name ?? '');
      const texts = readCalls(
        calls.map(({ call }) => call),
        params,
        this.#known,
      );
      for (const [index, { definition }] of calls.entries()) {
        definition.texts = texts?.[index] ?? new Map();
      }
    }
  }

  #indexOf(text: string, from: number): number | undefined {
    for (let at = from; at < this.#tokens.length; at += 1) {
      if (this.#tokens[at]?.text === text) return at;
    }
    return undefined;
  }

  #skipBraces(): void {
    let depth = 1;
    while (depth > 0 && this.#at < this.#tokens.length) {
      const text = this.#tokens[this.#at]?.text;
      if (text === '{') depth += 1;
      if (text === '}') depth -= 1;
      this.#at += 1;
    }
  }
}
