/** Finds whole phrases of the documents in a text, in one pass over its words. */

import { limits } from '../tuning.ts';
import { lowerBound } from './lower-bound.ts';

/** A phrase found in a text. */
export interface PhraseHit {
  phrase: number;
  how: 'whole' | 'placeholder';
  /** Words of the text: the first, and one after the last. */
  from: number;
  to: number;
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

/** Patterns by their first two words, in typed arrays: a large index has many. */
export class PatternTable {
  /** Keys of the patterns, ascending; their phrases, and where their words begin. */
  readonly #keys: Float64Array;
  readonly #phrases: Uint32Array;
  readonly #isFilled: Uint8Array;
  readonly #starts: Uint32Array;
  readonly #words: Int32Array;

  constructor(patterns: readonly Pattern[]) {
    const keyed = patterns
      .map((pattern) => ({ ...pattern, key: keyOfPattern(pattern) }))
      .filter(({ key }) => key >= 0)
      .sort((a, b) => a.key - b.key);
    this.#keys = Float64Array.from(keyed, ({ key }) => key);
    this.#phrases = Uint32Array.from(keyed, ({ phrase }) => phrase);
    this.#isFilled = Uint8Array.from(keyed, ({ how }) => Number(how === 'placeholder'));
    this.#starts = new Uint32Array(keyed.length + 1);
    for (const [at, { words }] of keyed.entries())
      this.#starts[at + 1] = (this.#starts[at] ?? 0) + words.length;
    this.#words = new Int32Array(this.#starts.at(-1) ?? 0);
    for (const [at, { words }] of keyed.entries()) this.#words.set(words, this.#starts[at]);
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
      const second = numbers[from + 1] ?? -1;
      const found = [
        ...(second < 0 ? [] : this.#withKey(keyOf(first, second))),
        ...this.#withKey(keyOf(first)),
      ]
        .map((at): PhraseHit => {
          const to = matchAt(this.#wordsOf(at), numbers, from);
          const how = this.#isFilled[at] ? 'placeholder' : 'whole';
          return { phrase: this.#phrases[at] ?? 0, how, from, to };
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

  #withKey(key: number): number[] {
    const found: number[] = [];
    for (let at = lowerBound(this.#keys, key); this.#keys[at] === key; at += 1) found.push(at);
    return found;
  }

  #wordsOf(at: number): Int32Array {
    return this.#words.subarray(this.#starts[at], this.#starts[at + 1]);
  }
}

/** The key of a first word and the one after it, if that is given. */
function keyOf(first: number, second = wordCount - 1): number {
  return first * wordCount + second;
}

/** The key of a pattern; −1 if it begins with a placeholder. */
function keyOfPattern({ words: [first = filled, second = filled] }: Pattern): number {
  if (first === filled) return -1;
  return second === filled ? keyOf(first) : keyOf(first, second);
}

/** Where a pattern that starts at a word ends, or 0. */
function matchAt(pattern: Int32Array, numbers: readonly number[], from: number): number {
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
