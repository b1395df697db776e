import type { HeadingLookup } from '../../headings.ts';
import { isCode, readArguments, textOf } from './arguments.ts';
import type { Call } from './calls.ts';
import {
  type Comment,
  type Definition,
  isAboutLineAbove,
  isAboutRange,
  joinComments,
  readComment,
} from './comments.ts';
import { Conditions } from './conditions.ts';
import { evaluate } from './evaluate.ts';
import type { Token } from './tokenise.ts';

export interface Unread {
  line: number;
  text: string;
}

/** A constant whose value cannot be told. */
export interface UnreadMacro extends Unread {
  /** Where its comments are. */
  definition?: Definition;
  value?: string;
  /** Whether it gives texts to codes. */
  hasText?: boolean;
}

/** The first word of a name: `GW` of `GW_E_IO`. */
export const prefixOf = (name: string): string => /^[A-Za-z]+(?=_)/.exec(name)?.[0] ?? name;

/** Names of constants that are errors, among others that are sizes and limits. */
export const errorName =
  /[Ee]rr|ERR|[Ff]ail|FAIL|[Cc]ode|CODE|[Ss]tatus|STATUS|[Ee]xception|^E_?[A-Z]/;

/** The last enumerator if it only counts the others. */
export const counter = /(?:^|_)(?:MAX|COUNT|LAST|END|NUM)$/i;

/** What a finding shows of tokens. */
export const excerptOf = (tokens: readonly Token[]): string =>
  textOf(tokens).replace(/\s+/g, ' ').slice(0, 80);

/** C source and a place in it: what was read before, with the comments beside it. */
export abstract class Source {
  readonly tokens: readonly Token[];
  at = 0;
  readonly definitions: Definition[] = [];
  /** Prose that belongs to no definition. */
  readonly comments: Comment[] = [];
  readonly conditions = new Conditions();
  /** Macros that stand for a text; undefined for one with several. */
  textMacros = new Map<string, string | undefined>();
  /** Values of constants. */
  known = new Map<string, string>();
  /** Parameters of macros. */
  params = new Map<string, string[]>();
  readonly calls: { name: string; call: Call; definition: Definition }[] = [];
  /** The bodies of macros with parameters that give a number. */
  templates = new Map<string, readonly Token[]>();
  /** Calls with one number. */
  readonly singles: { name: string; line: number; args: Token[][] }[] = [];
  /** The enumerators of each enum. */
  readonly enums: Map<string, string>[][] = [];
  /** The members of each structure. */
  readonly structures = new Map<string, string[]>();
  /** Macros that are lists of rows. */
  readonly lists = new Set<string>();
  readonly unread: Unread[] = [];
  /** Constants whose value cannot be told; reported if they are named like the definitions. */
  readonly unreadMacros: UnreadMacro[] = [];
  /** The tokens of the bodies of functions. */
  readonly bodies: { from: number; to: number }[] = [];
  readonly lookUp: HeadingLookup;
  /** Lines of disabled code. */
  readonly hidden = new Set<number>();
  #pending: Comment | undefined;
  /** Comments that were taken, and the end of the last definition. */
  readonly #taken = new Set<Token>();
  #end = 0;
  /** The place of the last comment behind a definition. */
  #behind = 0;

  constructor(tokens: readonly Token[], lookUp: HeadingLookup) {
    this.tokens = tokens;
    this.lookUp = lookUp;
  }

  /** The number that an expression has, with what was defined above. */
  valueOf(tokens: readonly Token[]): string | undefined {
    return evaluate(this.#expand(tokens, 0), this.known);
  }

  /** Puts the bodies of macros in place of their calls: `MAKE_ERROR(3, 1)`. */
  #expand(tokens: readonly Token[], depth: number): readonly Token[] {
    const isMacro = ({ text }: Token) => this.templates.has(text);
    if (depth > 4 || tokens.length > 200 || !tokens.some(isMacro)) return tokens;
    const expanded: Token[] = [];
    for (let at = 0; at < tokens.length; at += 1) {
      const name = tokens[at] as Token;
      const call =
        isMacro(name) && tokens[at + 1]?.text === '('
          ? readArguments(tokens, at + 1, ')')
          : undefined;
      const params = this.params.get(name.text) ?? [];
      if (!call || call.args.length !== params.length) {
        expanded.push(name);
        continue;
      }
      const bracket = (text: string): Token => ({ ...name, type: 'punctuation', text });
      const body = (this.templates.get(name.text) ?? []).flatMap(
        (token) => call.args[params.indexOf(token.text)] ?? [token],
      );
      expanded.push(bracket('('), ...body, bracket(')'));
      at = call.end - 1;
    }
    return this.#expand(expanded, depth + 1);
  }

  /** Reads the directive at the place. */
  abstract readDirective(): void;

  /** Reads a directive inside an enum or an array; returns whether it includes unknown lines. */
  readInnerDirective(): boolean {
    const from = this.at;
    this.readDirective();
    const isIncluded = this.conditions.areActive && this.tokens[from + 1]?.text === 'include';
    if (isIncluded) this.reportUnread(this.tokens.slice(from, this.at));
    return isIncluded;
  }

  reportUnread(tokens: readonly Token[]): void {
    this.unread.push({ line: tokens[0]?.line ?? 1, text: excerptOf(tokens) });
  }

  /** Whether a text is next, behind comments. */
  isNext(text: string): boolean {
    let at = this.at;
    while (this.tokens[at] && !isCode(this.tokens[at] as Token)) at += 1;
    return this.tokens[at]?.text === text;
  }

  indexOf(text: string, from: number): number | undefined {
    for (let at = from; at < this.tokens.length; at += 1) {
      if (this.tokens[at]?.text === text) return at;
    }
    return undefined;
  }

  /** Notes the line of a token that is not compiled. */
  hide({ type, line }: Token): void {
    if (type !== 'newline' && type !== 'punctuation') this.hidden.add(line);
  }

  #readComment(token: Token): Comment {
    this.#taken.add(token);
    const comment = readComment(token);
    for (const line of comment.disabled) this.hidden.add(line);
    return comment;
  }

  /** Takes the comment in front of the place. */
  takeComment(token: Token): void {
    const before = this.tokens[this.tokens.indexOf(token, this.at - 1) - 1];
    const isBehind = before !== undefined && isCode(before) && before.endLine === token.line;
    const comment = { ...this.#readComment(token), isBehind };
    const last = this.definitions.at(-1);
    if (last?.endLine === comment.line - 1 && isAboutLineAbove(comment)) {
      this.flush();
      last.trailing = last.trailing ? joinComments(last.trailing, comment) : comment;
      return;
    }
    const pending = this.#pending;
    const isNext =
      pending?.endLine === comment.line - 1 &&
      (!pending.isBehind || pending.column === comment.column) &&
      ![pending, comment].some(isAboutRange);
    if (pending && isNext) this.#pending = joinComments(pending, comment);
    else {
      this.flush();
      this.#pending = comment;
    }
  }

  /** Keeps the comment that belongs to no definition. */
  flush(): void {
    if (this.#pending) this.comments.push(this.#pending);
    this.#pending = undefined;
  }

  /** Adds a definition that ends before the current token, with the comments beside it. */
  add(line: number, group: string, texts: Map<string, string>): Definition {
    this.conditions.report();
    return this.addPossible(line, group, texts);
  }

  /** Adds what may turn out to define nothing. */
  addPossible(line: number, group: string, texts: Map<string, string>): Definition {
    const endLine = this.tokens[this.at - 1]?.endLine ?? line;
    const definition: Definition = { line, endLine, group, texts };
    const pending = this.#pending;
    const isLeading =
      pending && pending.endLine >= line - (pending.isBehind ? 0 : 1) && !isAboutRange(pending);
    if (isLeading) {
      definition.leading = pending;
      this.#pending = undefined;
    }
    this.flush();
    const inner = this.#takeInner(line);
    const trailing = this.#takeTrailing(endLine, definition.leading);
    const comments = [...inner, ...(trailing ? [trailing] : [])];
    if (comments.length > 0) definition.trailing = comments.reduce(joinComments);
    if (trailing) this.#share(definition, trailing);
    this.definitions.push(definition);
    this.#end = this.at;
    return definition;
  }

  /** The comments inside a definition. */
  #takeInner(line: number): Comment[] {
    return this.tokens
      .slice(this.#end, this.at)
      .filter((token) => token.type === 'comment' && token.line >= line && !this.#taken.has(token))
      .map((token) => this.#readComment(token));
  }

  /** Gives a comment behind several constants of one line to each: `E_A = 4, E_B = 5, // …`. */
  #share({ line, texts }: Definition, comment: Comment): void {
    const before = this.tokens[this.#behind - 1];
    const isLast = !this.#isFollowed(this.#behind);
    if (before?.text !== ',' || !isLast || !texts.has('symbol')) return;
    for (const other of this.definitions.toReversed()) {
      if (other.line !== line || other.trailing || !other.texts.has('symbol')) return;
      if (!other.texts.has('message')) other.trailing = comment;
    }
  }

  /** Whether code is behind a comment on its line. */
  #isFollowed(at: number): boolean {
    const [comment, next] = this.tokens.slice(at, at + 2);
    return next !== undefined && isCode(next) && next.line === comment?.endLine;
  }

  /** The comment on the line of a definition; its next lines begin at the same column. */
  #takeTrailing(line: number, leading: Comment | undefined): Comment | undefined {
    let at = this.at;
    while (/^[,;)]$/.test(this.tokens[at]?.text ?? '')) at += 1;
    const first = this.tokens[at];
    if (first?.type !== 'comment' || first.line !== line) return undefined;
    // `/* 0 */ "fine", /* 1 */ "bad"`
    const isOfNext = this.tokens[at - 1]?.text === ',' && leading?.endLine === line;
    if (isOfNext && this.#isFollowed(at)) return undefined;
    this.#behind = at;
    const isOnLine = ({ line: other }: Token) => other === line;
    const start = this.tokens.slice(Math.max(0, at - 100), at).find(isOnLine)?.column ?? 0;
    let comment = this.#readComment(first);
    at += 1;
    for (;;) {
      const [end, next] = [this.tokens[at], this.tokens[at + 1]];
      if (end?.type === 'comment' && end.line === comment.endLine) {
        comment = joinComments(comment, this.#readComment(end));
        at += 1;
        continue;
      }
      if (end?.type !== 'newline' || next?.type !== 'comment' || !next.isFirst) break;
      // With tabs the next line of a comment has another column; it is still further right.
      const isBelow = next.column === first.column || next.column > start + 3;
      if (!isBelow || next.line !== comment.endLine + 1) break;
      comment = joinComments(comment, this.#readComment(next));
      at += 2;
    }
    this.at = at;
    return comment;
  }
}
