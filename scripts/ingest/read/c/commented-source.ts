import { isCode } from './arguments.ts';
import {
  type Comment,
  type Definition,
  isAboutLineAbove,
  isAboutRange,
  joinComments,
  readComment,
} from './comments.ts';
import { Conditions } from './conditions.ts';
import { isNote } from './kinds-of-comments.ts';
import type { Token } from './tokenise.ts';

/** C source and a place in it, and the comments beside what was defined before. */
export class CommentedSource {
  readonly tokens: readonly Token[];
  at = 0;
  readonly definitions: Definition[] = [];
  /** Prose that belongs to no definition. */
  readonly comments: Comment[] = [];
  readonly conditions = new Conditions();
  /** Lines of disabled code. */
  readonly hidden = new Set<number>();
  #pending: Comment | undefined;
  /** Comments that were taken, and the end of the last definition. */
  readonly #taken = new Set<Token>();
  #end = 0;
  /** The place of the last comment behind a definition. */
  #behind = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
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
    if (isNote(comment)) {
      this.flush();
      this.comments.push(comment);
      return;
    }
    const pending = this.#pending;
    // A block of documentation below another comment is about something else.
    const isNewBlock = pending !== undefined && /^\/\*[*!]/.test(token.text);
    const isNext =
      !isNewBlock &&
      !pending?.isTitle &&
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
