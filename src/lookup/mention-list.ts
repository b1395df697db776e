/** The codes found in a text so far, and what the finders need to know of the text. */
import { codeKey } from './code-key.ts';
import type { CodeSpellings } from './code-spellings.ts';
import { type Field, keyKinds, type Where } from './fields.ts';
import type { ReadText } from './read-text.ts';
import { limits } from './tuning.ts';

/** How a code was named. */
export type CodeSpelling = 'same' | 'spelling' | 'number' | 'words' | 'part' | 'typo' | 'near';

/** A code named in a text. */
export interface CodeMention {
  code: number;
  how: CodeSpelling;
  /** Exact: it is named. Likely: a part or a misspelling of it is. Guess: it may be ordinary words. */
  match: 'exact' | 'likely' | 'guess';
  spelled: string;
  where: Where;
  at: number;
}

/** A code that is in no document. */
export interface UnknownCode {
  code: string;
  at: number;
}

/** Words around a code in a question. */
const aroundCode =
  /\b(?:error|err|code|errorcode|errcode|what|is|the|help|fix|how|to|meaning|of)\b|错误码|错误代码|错误|代码|报错|是什么|什么|意思|怎么办|怎么解决|[^\p{L}\p{N}_.-]+/gu;

/** Collects mentions: each code once for each degree of certainty. */
export class MentionList {
  readonly text: ReadText;
  readonly spellings: CodeSpellings;
  /** The text without the words around a code; empty if it is long. */
  readonly core: string;
  readonly codeFields: readonly Field[];
  readonly unknown: UnknownCode[] = [];
  readonly #mentions = new Map<string, CodeMention>();
  readonly #counts = new Map<number, number>();
  readonly #codesByWord = new Map<string, readonly number[]>();

  constructor(text: ReadText, fields: readonly Field[], spellings: CodeSpellings) {
    this.text = text;
    this.spellings = spellings;
    this.codeFields = fields.filter(({ key }) => keyKinds.code.has(key));
    this.core = text.folded.length > 400 ? '' : text.folded.replace(aroundCode, ' ').trim();
  }

  /** The mentions, in the order in which the codes were found. */
  all(): CodeMention[] {
    return [...this.#mentions.values()];
  }

  /** The codes that a word spells. Remembered, because a log repeats its words. */
  codesSpelled(word: string): readonly number[] {
    const known = this.#codesByWord.get(word);
    if (known) return known;
    const codes = this.spellings.byKey.get(codeKey(word)) ?? [];
    this.#codesByWord.set(word, codes);
    return codes;
  }

  /** Adds a mention. The first one of a code counts, unless a later one is in a field for codes. */
  add(code: number, spelled: string, at: number, how: CodeSpelling, match: CodeMention['match']) {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count > limits.mentions) return;
    const key = `${code} ${match}`;
    const known = this.#mentions.get(key);
    const where =
      this.codeFieldAt(at)?.where ??
      (this.core === spelled.toLowerCase().trim() ? 'alone' : 'text');
    if (known && (known.where !== 'text' || where === 'text')) return;
    this.#mentions.set(key, { code, how, match, spelled, where, at });
  }

  /** Adds a code that is in no document. */
  addUnknown(code: string, at: number): void {
    if (this.unknown.length < limits.unknownCodes) this.unknown.push({ code, at });
  }

  /** The field for codes whose value contains a position. */
  codeFieldAt(at: number): Field | undefined {
    return this.codeFields.find(({ start, end }) => at >= start && at < end);
  }
}
