/** A list of words that is searched for misspelt and incomplete words. */
import { editDistance } from '../../text/edit-distance.ts';
import { limits, wordWeights } from '../tuning.ts';

/** A word of a list and how good a match it is, from 0 to 1. */
interface NearWord {
  word: string;
  quality: number;
}

interface Listed {
  word: string;
  /** Its letters as bits. */
  letters: number;
}

export class WordList {
  readonly #byLength: Listed[][] = [];
  readonly #known = new Map<string, NearWord[]>();

  constructor(words: Iterable<string>) {
    for (const word of words) {
      if (!/^[a-z][a-z0-9]+$/.test(word)) continue;
      this.#byLength[word.length] ??= [];
      this.#byLength[word.length]?.push({ word, letters: lettersOf(word) });
    }
  }

  /**
   * Returns words that start with the given one or differ by a typo or two, the best first.
   *
   * @example list.near('throtling') // => [{ word: 'throttling', quality: 0.85 }]
   */
  near(word: string): NearWord[] {
    const known = this.#known.get(word);
    if (known) return known;
    const found = this.#search(word);
    // The list outlives a lookup, and pasted texts must not fill the memory.
    if (this.#known.size > 2000) this.#known.clear();
    this.#known.set(word, found);
    return found;
  }

  /** Returns the words within an edit distance, not counting digits for letters, the nearest first. */
  within(word: string, bound: number): string[] {
    const read = readLetters(word);
    const letters = lettersOf(read);
    return this.#between(read.length - bound, read.length + bound)
      .map((other) => ({ word: other.word, distance: distanceTo(read, letters, other, bound) }))
      .filter(({ distance }) => distance <= bound)
      .sort((a, b) => a.distance - b.distance || (a.word < b.word ? -1 : 1))
      .map((other) => other.word);
  }

  #between(least: number, most: number): Listed[] {
    return this.#byLength.slice(Math.max(0, least), most + 1).flat();
  }

  /** thresho1d → threshold; a word with a digit that is no such letter has no near words. */
  #searchMisread(word: string): NearWord[] {
    const letters = readLetters(word);
    return /\d/.test(letters) ? [] : this.#search(letters).filter(({ quality }) => quality > 0.8);
  }

  #search(word: string): NearWord[] {
    if (/\d/.test(word)) return /[a-z]{2}/.test(word) ? this.#searchMisread(word) : [];
    if (word.length < 3 || word.length > 30 || !/^[a-z]+$/.test(word)) return [];
    const bound = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
    const letters = lettersOf(word);
    return this.#between(word.length - bound, this.#byLength.length)
      .map((other) => ({ word: other.word, quality: qualityOf(word, letters, other, bound) }))
      .filter(({ quality }) => quality > 0)
      .sort((a, b) => b.quality - a.quality || (a.word < b.word ? -1 : 1))
      .slice(0, limits.nearWords);
  }
}

/** Letters for which text recognition takes digits. */
const misread: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'l',
  5: 's',
  6: 'b',
  8: 'b',
  9: 'g',
};

function readLetters(word: string): string {
  return word.replace(/\d/g, (digit) => misread[digit] ?? digit);
}

function qualityOf(word: string, letters: number, other: Listed, bound: number): number {
  const { prefix, prefixShare, typo } = wordWeights;
  if (other.word.startsWith(word)) return prefix + prefixShare * (word.length / other.word.length);
  // In short words the first letter is seldom wrong, and too many words are near.
  if (word.length < 6 && word[0] !== other.word[0]) return 0;
  const distance = distanceTo(word, letters, other, bound);
  return distance > bound ? 0 : 1 - typo * distance;
}

function distanceTo(word: string, letters: number, other: Listed, bound: number): number {
  // A typo adds or removes at most two of the letters that only one of the words has.
  const hopeless =
    other.word.length > word.length + bound || countBits(letters ^ other.letters) > 2 * bound;
  return hopeless ? bound + 1 : editDistance(word, other.word, bound);
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i += 1) letters |= 1 << ((word.charCodeAt(i) - 97) & 31);
  return letters;
}

function countBits(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
