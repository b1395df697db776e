/** The codes found in a text so far, and what is asked of the text while they are searched. */
import { codeKey } from './code-key.ts';
import type { CodeSpellings } from './code-spellings.ts';
import { type Field, keyKinds, type Where } from './fields.ts';
import type { ReadText } from './read-text.ts';

/** How a code was named. */
export type CodeSpelling = 'same' | 'spelling' | 'number' | 'words' | 'part' | 'typo';

/** A code named in a text. */
export interface CodeMention {
  code: number;
  how: CodeSpelling;
  /** Exact: it is named. Likely: a part or a misspelling of it is. Guess: it may be mere words. */
  match: 'exact' | 'likely' | 'guess';
  spelled: string;
  where: Where;
  at: number;
}

/** A code that no document has. */
export interface ForeignCode {
  code: string;
  at: number;
}

/** Words around a code that is all a person typed. */
const aroundCode =
  /\b(?:error|err|code|errorcode|errcode|what|is|the|help|fix|how|to|meaning|of)\b|错误码|错误代码|错误|代码|报错|是什么|什么|意思|怎么办|怎么解决|[^\p{L}\p{N}_.-]+/gu;

/** A code that a log repeats says nothing new after so many times. */
const oftenEnough = 12;
const mostForeign = 20;

/** Collects mentions; each code is kept once for each degree of certainty. */
export class MentionList {
  readonly text: ReadText;
  readonly spellings: CodeSpellings;
  /** The text without the words that stand around a code; empty if it is long. */
  readonly core: string;
  /** Fields whose key is one for codes. */
  readonly codeFields: readonly Field[];
  readonly foreign: ForeignCode[] = [];
  private readonly mentions = new Map<string, CodeMention>();
  private readonly times = new Map<number, number>();
  private readonly spelled = new Map<string, readonly number[]>();

  constructor(text: ReadText, fields: readonly Field[], spellings: CodeSpellings) {
    this.text = text;
    this.spellings = spellings;
    this.codeFields = fields.filter(({ key }) => keyKinds.code.has(key));
    this.core = text.folded.length > 400 ? '' : text.folded.replace(aroundCode, ' ').trim();
  }

  /** All mentions, in the order in which the codes were found. */
  all(): CodeMention[] {
    return [...this.mentions.values()];
  }

  /** The codes that a word spells. A log repeats its words: each is read once. */
  codesSpelled(word: string): readonly number[] {
    const known = this.spelled.get(word);
    if (known) return known;
    const codes = this.spellings.byKey.get(codeKey(word)) ?? [];
    this.spelled.set(word, codes);
    return codes;
  }

  /** Note that a code is named. The first time counts, unless a later one has a field of its own. */
  note(code: number, spelled: string, at: number, how: CodeSpelling, match: CodeMention['match']) {
    const times = (this.times.get(code) ?? 0) + 1;
    this.times.set(code, times);
    if (times > oftenEnough) return;
    const key = `${code} ${match}`;
    const known = this.mentions.get(key);
    const where = this.whereAt(at, spelled);
    if (known && (known.where !== 'text' || where === 'text')) return;
    this.mentions.set(key, { code, how, match, spelled, where, at });
  }

  /** Note a code that no document has. */
  noteForeign(code: string, at: number): void {
    if (this.foreign.length < mostForeign) this.foreign.push({ code, at });
  }

  /** The field for codes whose value holds a position. */
  codeFieldAt(at: number): Field | undefined {
    return this.codeFields.find(({ start, end }) => at >= start && at < end);
  }

  private whereAt(at: number, spelled: string): Where {
    const field = this.codeFieldAt(at);
    if (field) return field.where;
    return this.core === spelled.toLowerCase().trim() ? 'alone' : 'text';
  }
}
