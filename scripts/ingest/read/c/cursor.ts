import { type Comment, type Definition, joinComments, readComment } from './comments.ts';
import { Conditions } from './conditions.ts';
import type { Token } from './tokenise.ts';

/** A place in C source, and the definitions before it with the comments beside them. */
export class Cursor {
  readonly tokens: readonly Token[];
  at = 0;
  readonly definitions: Definition[] = [];
  /** Prose that belongs to no definition. */
  readonly comments: Comment[] = [];
  readonly conditions = new Conditions();
  #pending: Comment | undefined;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  takeComment(token: Token): void {
    const comment = readComment(token);
    const isNext = this.#pending !== undefined && comment.line === this.#pending.endLine + 1;
    if (isNext && this.#pending) this.#pending = joinComments(this.#pending, comment);
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
    const endLine = this.tokens[this.at - 1]?.endLine ?? line;
    const definition: Definition = { line, endLine, group, texts };
    if (this.#pending && this.#pending.endLine >= line - 1) {
      definition.leading = this.#pending;
      this.#pending = undefined;
    }
    this.flush();
    definition.trailing = this.#takeTrailing(endLine);
    this.definitions.push(definition);
    this.conditions.report();
    return definition;
  }

  /** The comment on the line of a definition; its next lines begin at the same column. */
  #takeTrailing(line: number): Comment | undefined {
    let at = this.at;
    while (/^[,;)]$/.test(this.tokens[at]?.text ?? '')) at += 1;
    const first = this.tokens[at];
    if (first?.type !== 'comment' || first.line !== line) return undefined;
    let comment = readComment(first);
    at += 1;
    for (;;) {
      const [end, next] = [this.tokens[at], this.tokens[at + 1]];
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
    this.at = at;
    return comment;
  }
}
