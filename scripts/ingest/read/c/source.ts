import type { HeadingLookup } from '../../headings.ts';
import { isCode, isString, textOf } from './arguments.ts';
import type { Call } from './calls.ts';
import { CommentedSource } from './commented-source.ts';
import type { Definition } from './comments.ts';
import { evaluate } from './evaluate.ts';
import { expandMacros } from './expand-macros.ts';
import type { Token } from './tokenise.ts';

export interface Unread {
  line: number;
  text: string;
  /** The only token of it. */
  token?: Token | undefined;
}

/** A constant whose value cannot be told. */
export interface UnreadMacro extends Unread {
  /** Where its comments are. */
  definition?: Definition;
  value?: string;
  /** Whether it gives texts to codes. */
  hasText?: boolean;
  /** The number of a constant. */
  code?: string | undefined;
}

/** The enumerators of an enum. */
export interface Enum {
  name: string;
  enumerators: Map<string, string>[];
}

/** Names of constants that are errors, among others that are sizes and limits. */
export const errorName =
  /[Ee]rr|ERR|[Ff]ail|FAIL|[Cc]ode|CODE|[Ss]tatus|STATUS|[Ee]xception|^E_?[A-Z]/;

/** The last enumerator if it only counts the others. */
export const counter = /(?:^|_)(?:MAX|COUNT|LAST|END|NUM|BUTT)$/i;

/** What a finding shows of tokens. */
export const excerptOf = (tokens: readonly Token[]): string =>
  textOf(tokens).replace(/\s+/g, ' ').slice(0, 80);

/** C source and a place in it: what was read before. */
export abstract class Source extends CommentedSource {
  /** Macros that stand for a text; undefined for one with several. */
  textMacros = new Map<string, string | undefined>();
  /** The macros whose texts are parts of others. */
  readonly usedTexts = new Set<string>();
  /** Values of constants. */
  known = new Map<string, string>();
  /** Parameters of macros. */
  params = new Map<string, string[]>();
  readonly calls: { name: string; call: Call; definition: Definition }[] = [];
  /** The bodies of macros with parameters that give a number. */
  templates = new Map<string, readonly Token[]>();
  /** Constants that are parts of codes. */
  readonly parts = new Set<string>();
  /** Calls with one number. */
  readonly singles: { name: string; line: number; args: Token[][] }[] = [];
  /** The enumerators of each enum. */
  readonly enums: Enum[] = [];
  /** The members of each structure. */
  readonly structures = new Map<string, string[]>();
  /** Macros that are lists of rows. */
  readonly lists = new Set<string>();
  readonly unread: Unread[] = [];
  /** Constants whose value cannot be told; reported if they are named like the definitions. */
  readonly unreadMacros: UnreadMacro[] = [];
  /** The tokens of the bodies of functions. */
  readonly bodies: { from: number; to: number }[] = [];
  /** Labels of cases that have a text, and the strings of it. */
  readonly cases: { definition: Definition; strings: Token[] }[] = [];
  readonly lookUp: HeadingLookup;

  constructor(tokens: readonly Token[], lookUp: HeadingLookup) {
    super(tokens);
    this.lookUp = lookUp;
  }

  /** The number that an expression has, with what was defined above. */
  evaluate(tokens: readonly Token[]): string | undefined {
    return evaluate(expandMacros(tokens, this), this.known);
  }

  /** Returns a call with texts in place of the macros beside strings: `"Buy " VENDOR`. */
  withTexts({ args, index }: Call): Call {
    const fill = (token: Token): Token => {
      const text = token.type === 'word' ? this.textMacros.get(token.text) : undefined;
      if (text === undefined) return token;
      this.usedTexts.add(token.text);
      return { ...token, type: 'string', text: JSON.stringify(text) };
    };
    const isJoined = (arg: Token[]) => arg.length > 1 && arg.some(isString);
    return { args: args.map((arg) => (isJoined(arg) ? arg.map(fill) : arg)), index };
  }

  /** Reads the directive at the place. */
  abstract readDirective(): void;

  /**
   * Reads the body of a macro that is a list: calls `X(E_IO, 5, "…") X(…)`, or rows in braces.
   *
   * @param name The macro without parameters: `#define E_IO ERROR(5, "…")`.
   * @returns Whether it defines anything.
   */
  abstract readBody(tokens: readonly Token[], name?: string): boolean;

  /** Reads a directive inside an enum or an array; returns whether it includes unknown lines. */
  readInnerDirective(): boolean {
    const from = this.at;
    this.readDirective();
    const isIncluded = this.conditions.areActive && this.tokens[from + 1]?.text === 'include';
    if (isIncluded) this.reportUnread(this.tokens.slice(from, this.at));
    return isIncluded;
  }

  reportUnread(tokens: readonly Token[]): void {
    const [token] = tokens;
    this.unread.push({ line: token?.line ?? 1, text: excerptOf(tokens), token });
  }

  /** Reads a conditional directive inside a function; returns whether it is one. */
  readCondition(from: number): boolean {
    const end = this.tokens.findIndex(({ type }, at) => at > from && type === 'newline');
    const words = this.tokens.slice(from + 1, end < 0 ? undefined : end).filter(isCode);
    const isRead = this.conditions.read(
      words.map(({ text }) => text),
      words[0]?.line ?? 1,
    );
    if (isRead) this.at = end < 0 ? this.tokens.length : end;
    return isRead;
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
}
