/** The codes found in a text so far, and what the finders need to know of the text. */
import { foldCase } from '../../text/fold.ts';
import { codeKey } from '../code-key.ts';
import type { CodeSpellings } from '../index/code-spellings.ts';
import { askingWords } from '../text/empty-words.ts';
import { type Field, holdsSentence, keyKinds, type Where } from '../text/fields.ts';
import type { ReadText } from '../text/read-text.ts';
import { limits } from '../tuning.ts';

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
  /** Whether other services use the same name, so that it must be confirmed by something else. */
  isShared: boolean;
}

/** A code that is in no document. */
export interface UnknownCode {
  code: string;
  at: number;
}

/** Words around a code in a question. */
const aroundCode = new RegExp(
  `\\b(?:error|err|code|errorcode|errcode|what|is|the|help|fix|how|to|meaning|of)\\b|${askingWords.source}|错误代码|错误|代码|什么|意思|[^\\p{L}\\p{N}_.-]+`,
  'gu',
);

/** Addresses, paths, and names of things that people choose: they may look like codes. */
const nameOfThing = new RegExp(
  [
    // `Nov 29 10:00:00 gate-0301 sshd[1234]: `
    /(?<=^[a-z]{3} [ \d]\d \d\d:\d\d:\d\d )[\w.-]{1,200}(?= \S{1,60}: )/,
    // `at com.acme.Gate.GATE_0303(Gate.java:303)`
    /(?<=\bat )[\w.$]{1,300}(?=\([\w.]{1,100}(?::\d+)?\))/,
    /[a-z][a-z\d+.-]{1,20}:\/\/[^\s"'<>?#]{1,2000}/,
    /(?<![\w.-])(?:[a-z\d][a-z\d-]{0,62}\.){2,8}[a-z]{2,18}(?![\w-])/,
    /(?<![\w:/.])\/[\w.~%-]{1,200}(?:\/[\w.~%-]{1,200}){1,20}/,
    /(?<=(?<!error|code|status)[a-z]\/|[\w.-]\\)[\w.:~%-]{1,200}/,
    /(?<![a-z])arn:[\w:/-]{1,200}/,
    /[\w.+-]{1,64}@[a-z\d-]{1,63}\.[a-z]/,
    // gateway-7c9f4d6b5-x2x9k
    /(?<![\w.-])[a-z][a-z\d]{0,62}(?:-[a-z\d]{1,62}){1,4}-(?:[a-z]+\d|\d+[a-z])[a-z\d]{0,62}/,
    /\b(?:insert into|delete from|user|host|role|database|table|bucket|container|pod|image|branch|file)[\s"'`:=]{1,3}[\w.-]{1,200}/,
    // Hosts and objects of clusters have hyphens: `secret "gate-0301"`; and `user-id=GATE0301`.
    /(?<=\b(?:host-?name|node|secret|configmap|service|deployment|namespace|ingress|[\w.]{1,40}\.k8s\.io|queue|topic|cluster|instance)[\s"'`:=]{1,3})[a-z][a-z\d]*-[a-z\d-]{1,100}/,
    /\b(?:user|account|tenant|client|session)[-_]?id[\s"'`:=]{1,3}[\w.-]{1,200}/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gm',
);

/** Collects mentions: each code once for each degree of certainty. */
export class MentionList {
  readonly text: ReadText;
  readonly spellings: CodeSpellings;
  /** The text without the words around a code; empty if it is long. */
  readonly core: string;
  readonly codeFields: readonly Field[];
  /** Whether a field holds a message. */
  readonly hasMessage: boolean;
  /** The codes that the whole text is, as a document spells them: `A%2FB`, `404`. */
  readonly typed: ReadonlySet<number>;
  readonly unknown: UnknownCode[] = [];
  readonly #mentions = new Map<string, CodeMention>();
  readonly #counts = new Map<number, number>();
  readonly #codesByWord = new Map<string, readonly number[]>();
  readonly #things: readonly (readonly [start: number, end: number])[];

  constructor(text: ReadText, fields: readonly Field[], spellings: CodeSpellings) {
    this.text = text;
    this.spellings = spellings;
    this.codeFields = fields.filter(({ key }) => keyKinds.code.has(key));
    this.hasMessage = fields.some(holdsSentence);
    this.#things = [...text.folded.matchAll(nameOfThing)].map(
      ({ 0: thing, index }) => [index, index + thing.length] as const,
    );
    this.typed = new Set(
      this.codesSpelled(text.typed).filter((code) =>
        spellings.spellingsOf(code).includes(text.typed),
      ),
    );
    this.core = text.folded.length > 400 ? '' : text.folded.replace(aroundCode, ' ').trim();
  }

  /** The mentions, in the order in which the codes were found. */
  all(): CodeMention[] {
    return [...this.#mentions.values()];
  }

  /**
   * The codes that a word spells: if there are several, those that are spelled nearest to it, such as
   * `MK:29` and not `MK:0029`. Remembered, because a log repeats its words.
   */
  codesSpelled(word: string): readonly number[] {
    const known = this.#codesByWord.get(word);
    if (known) return known;
    const all = this.spellings.codesOf(word);
    const likeness = all.map((code) =>
      Math.max(...this.spellings.spellingsOf(code).map((spelling) => likenessOf(spelling, word))),
    );
    const codes = all.filter((_, at) => likeness[at] === Math.max(...likeness));
    this.#codesByWord.set(word, codes);
    return codes;
  }

  /**
   * Adds a mention. The first one of a code counts, unless a later one is in a field for codes. Beside
   * codes that the whole text is, others are spelled differently and at most likely.
   */
  add(code: number, spelled: string, at: number, how: CodeSpelling, match: CodeMention['match']) {
    if (this.typed.has(code)) this.#put(code, this.text.typed, at, 'same', 'exact');
    else if (this.typed.size === 0) this.#put(code, spelled, at, how, match);
    else {
      const [otherHow, most] = [
        how === 'same' ? 'spelling' : how,
        match === 'guess' ? match : 'likely',
      ] as const;
      this.#put(code, spelled, at, otherHow, most);
    }
  }

  /** Adds a name as likely because the codes next to it confirm that it is one. */
  addListed(mention: CodeMention): void {
    this.#mentions.set(`${mention.code} likely`, { ...mention, match: 'likely', isShared: false });
  }

  #put(code: number, spelled: string, at: number, how: CodeSpelling, match: CodeMention['match']) {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count > limits.mentions) return;
    const isShared = this.spellings.shared.has(codeKey(spelled));
    const isTyped = this.typed.has(code);
    const sure =
      this.isInThing(at) && !isTyped ? 'guess' : isShared ? this.#judgeShared(spelled, at) : match;
    const key = `${code} ${sure}`;
    const known = this.#mentions.get(key);
    const where =
      this.codeFieldAt(at)?.where ??
      (isTyped || this.core === spelled.toLowerCase().trim() ? 'alone' : 'text');
    if (known && (known.where !== 'text' || where === 'text')) return;
    this.#mentions.set(key, { code, how, match: sure, spelled, where, at, isShared });
  }

  /** A name that many services use is likely by itself, or in a body without a message. */
  #judgeShared(spelled: string, at: number): CodeMention['match'] {
    const { folded } = this.text;
    if (spelled === this.text.typed || this.core === spelled.toLowerCase().trim()) return 'likely';
    const isBody = /^\s*[[{<]/.test(folded) && !this.hasMessage;
    return isBody && this.codeFieldAt(at) !== undefined ? 'likely' : 'guess';
  }

  /** Adds a code that is in no document, once. */
  addUnknown(code: string, at: number): void {
    if (this.unknown.length >= limits.unknownCodes) return;
    if (this.unknown.some((one) => one.code === code) || this.isInThing(at)) return;
    this.unknown.push({ code, at });
  }

  /** Whether a position is in an address, a path, or the name of a user, a host and the like. */
  isInThing(at: number): boolean {
    return this.#things.some(([start, end]) => start <= at && at < end);
  }

  /** The field for codes whose value contains a position. */
  codeFieldAt(at: number): Field | undefined {
    return this.codeFields.find(({ start, end }) => at >= start && at < end);
  }
}

/** How near two spellings of one code are: the same, in another case, with the same digits at the end. */
function likenessOf(spelling: string, word: string): number {
  if (spelling === word) return 3;
  const [own, other] = [foldCase(spelling), foldCase(word)];
  return own === other ? 2 : Number(/\d*$/.exec(own)?.[0] === /\d*$/.exec(other)?.[0]);
}
