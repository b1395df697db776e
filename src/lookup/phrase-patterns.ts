/** Finds whole phrases of the documents in a text, in one pass over its words. */
import { append } from '../model/append.ts';
import { limits } from './tuning.ts';

/** A phrase found in a text. */
export interface PhraseHit {
  phrase: number;
  how: 'whole' | 'prefix' | 'placeholder';
  /** Words of the text: the first, and one after the last. */
  from: number;
  to: number;
  /** Share of the phrase that is there, from 0 to 1; less than 1 only for a prefix. */
  share: number;
}

/** The words of a phrase by number, with {@link filled} for its placeholders. */
export interface Pattern {
  words: number[];
  phrase: number;
  how: 'whole' | 'placeholder';
}

/** The part of a message that the service fills in. */
export const filled = -2;

/** More words than any index has, so that two numbers of words make one key. */
const wordCount = 0x200000;

/** Patterns by their first two words. */
export class PatternTable {
  readonly #byPair = new Map<number, Pattern[]>();
  readonly #bySingle = new Map<number, Pattern[]>();
  /** Words by number. */
  readonly #names: readonly string[];

  constructor(patterns: readonly Pattern[], names: readonly string[]) {
    this.#names = names;
    for (const pattern of patterns) {
      const [first, second] = pattern.words;
      if (first === undefined || first === filled) continue;
      if (second === undefined || second === filled) append(this.#bySingle, first, pattern);
      else append(this.#byPair, first * wordCount + second, pattern);
    }
  }

  /**
   * Returns the whole phrases in a text; one inside a longer one does not count.
   *
   * @param numbers Words of the text by number, −1 for those that the index does not know.
   */
  find(numbers: readonly number[]): PhraseHit[] {
    const hits: PhraseHit[] = [];
    const counts = new Map<number, number>();
    let reach = 0;
    for (let from = 0; from < numbers.length; from += 1) {
      const first = numbers[from] ?? -1;
      if (first < 0) continue;
      const patterns = this.#byPair.get(keyAt(numbers, from));
      const single = this.#bySingle.get(first);
      if (patterns === undefined && single === undefined) continue;
      const found = [...(patterns ?? []), ...(single ?? [])]
        .map(({ words, phrase, how }) => {
          const to = matchAt(words, numbers, from);
          return { phrase, how, from, to, share: 1 };
        })
        .filter(({ to }) => to > reach);
      const longest = Math.max(0, ...found.map(({ to }) => to));
      for (const hit of found) {
        const count = (counts.get(hit.phrase) ?? 0) + 1;
        if (hit.to < longest || count > limits.occurrences) continue;
        counts.set(hit.phrase, count);
        hits.push(hit);
        reach = longest;
      }
    }
    return hits;
  }

  /**
   * Returns the phrases that a text breaks off in, at its end or within its last word; those that
   * begin farthest from the end.
   *
   * @param last The last word of the text.
   */
  findCut(numbers: readonly number[], last: string): PhraseHit[] {
    let from = Math.max(0, numbers.length - limits.cutWords);
    for (; from <= numbers.length - limits.leastCutWords; from += 1) {
      const length = numbers.length - from;
      const hits = (this.#byPair.get(keyAt(numbers, from)) ?? []).flatMap(
        ({ words, phrase }): PhraseHit[] => {
          const word = this.#names[words[length - 1] ?? -1] ?? '';
          const cut = length <= words.length && last !== '' && word.startsWith(last);
          if (!cut || !words.slice(0, length - 1).every((own, i) => own === numbers[from + i]))
            return [];
          const share = (length - 1 + last.length / word.length) / words.length;
          return share < 1 ? [{ phrase, how: 'prefix', from, to: numbers.length, share }] : [];
        },
      );
      if (hits.length > 0) return hits;
    }
    return [];
  }
}

/** The key of two words; −1 when either is not known. */
function keyAt(numbers: readonly number[], at: number): number {
  const first = numbers[at] ?? -1;
  const second = numbers[at + 1] ?? -1;
  return first < 0 || second < 0 ? -1 : first * wordCount + second;
}

/** Where a pattern that starts at a word ends, or 0. */
function matchAt(pattern: readonly number[], numbers: readonly number[], from: number): number {
  let at = from;
  for (let i = 0; i < pattern.length; i += 1) {
    if (pattern[i] !== filled) {
      if (numbers[at] !== pattern[i]) return 0;
      at += 1;
      continue;
    }
    if (i === pattern.length - 1) return at;
    const next = pattern[i + 1];
    let skipped = 1;
    while (skipped <= limits.filling && numbers[at + skipped] !== next) skipped += 1;
    if (skipped > limits.filling) return 0;
    at += skipped;
  }
  return at;
}
