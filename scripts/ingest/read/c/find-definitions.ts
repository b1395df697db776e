import type { HeadingLookup } from '../../headings.ts';
import { isCode } from './arguments.ts';
import { assignComments } from './assign-comments.ts';
import { textsOfComment } from './comment-texts.ts';
import type { Comment, Definition } from './comments.ts';
import { listBadStrings, listLost, listLostBehind, listLostInNotes } from './list-lost.ts';
import { takeMemberDocs } from './member-docs.ts';
import { readArray } from './read-array.ts';
import { settleCases } from './read-cases.ts';
import { readConstants } from './read-constants.ts';
import { readDefine } from './read-define.ts';
import { readEnum } from './read-enum.ts';
import { readMacroCall, readMacroCalls } from './read-macro-call.ts';
import { skipFunction } from './skip-function.ts';
import { Source, type Unread } from './source.ts';
import { readStructure } from './structures.ts';
import { type Token, tokenise } from './tokenise.ts';
import { settleMacros, showMacro } from './unread-macros.ts';

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

/**
 * Finds the definitions of errors in C source; `readC` lists the kinds.
 *
 * @param isFile Whether it is a whole file: the cases of its functions may be its codes.
 */
export function findDefinitions(
  text: string,
  firstLine: number,
  lookUp: HeadingLookup,
  isFile: boolean,
): Definitions {
  const scanner = new Scanner(tokenise(text, firstLine), lookUp);
  scanner.isFile = isFile;
  return scanner.scan();
}

/** Divides the texts of a definition that are comments. */
function divideComments(definition: Definition, lookUp: HeadingLookup): void {
  const { texts, leading, trailing } = definition;
  const comments = new Set([leading?.text, trailing?.text]);
  definition.texts = new Map(
    [...texts].flatMap(([heading, text]) =>
      comments.has(text) ? [...textsOfComment(heading, text, lookUp)] : [[heading, text] as const],
    ),
  );
}

class Scanner extends Source {
  /** The last token that is neither a comment nor a line end. */
  #previous: Token | undefined;
  /** Whether it is a whole file, not an example in a document. */
  isFile = false;

  scan(): Definitions {
    this.#run();
    const named = settleMacros(this);
    if (this.isFile) settleCases(this);
    const definitions = this.definitions
      .filter(({ texts }) => texts.size > 0)
      .sort((a, b) => a.line - b.line);
    const used = this.#fillTexts(definitions);
    const leading = definitions.flatMap((definition) => definition.leading ?? []);
    this.unread.push(...takeMemberDocs([...this.comments, ...leading], definitions));
    const bracket = this.tokens.find(({ text }) => /^[({]$/.test(text));
    const codeLine = bracket?.line ?? Number.POSITIVE_INFINITY;
    const unreadLines = new Set(
      this.unreadMacros.flatMap(({ line, definition: own }) =>
        own?.leading || own?.trailing ? [] : line,
      ),
    );
    this.unread.push(...assignComments(definitions, this.comments, codeLine, unreadLines));
    const macros = named.filter(
      ({ text }) => !used.has(text) && !this.usedTexts.has(text) && definitions.length > 0,
    );
    const reported = new Set(macros.map(({ definition }) => definition));
    // The comments beside what defines nothing.
    for (const definition of this.definitions) {
      if (definition.texts.size > 0) continue;
      const { leading, trailing } = definition;
      const own = [leading, reported.has(definition) ? undefined : trailing];
      this.comments.push(...own.filter((one) => one !== undefined));
    }
    const comments = this.comments
      .filter(({ text }) => text !== '')
      .sort((a, b) => a.line - b.line);
    // A file without definitions is reported as a whole.
    const unread = definitions.length > 0 ? [...macros.map(showMacro), ...this.unread] : [];
    if (definitions.length > 0) {
      const places = { definitions, unread, hidden: this.hidden, bodies: this.bodies };
      unread.push(...listLost(this.tokens, places), ...listLostInNotes(comments, definitions));
      unread.push(...listLostBehind(comments, this.tokens, unread));
    }
    unread.push(...listBadStrings(this.tokens, definitions));
    for (const definition of definitions) divideComments(definition, this.lookUp);
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
      readDefine(this, tokens.slice(2), tokens[0]?.line ?? 1);
      while (this.tokens[this.at]?.type === 'comment')
        this.takeComment(this.tokens[this.at++] as Token);
    }
  }

  readBody(tokens: readonly Token[], name?: string): boolean {
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
    for (const line of scanner.hidden) this.hidden.add(line);
    const isList = scanner.definitions.some(({ texts }) => texts.size > 0);
    if (isList) this.comments.push(...scanner.comments);
    return isList;
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
}
