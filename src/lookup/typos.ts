/** A list of words, searched by what was nearly meant. */
import { editDistance } from '../text/edit-distance.ts';

/** Number of typos allowed in a word of a length. */
export function allowedTypos(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/** A word of a list and how good a match it is, from 0 to 1. */
export interface NearWord {
  word: string;
  quality: number;
}

interface Listed {
  word: string;
  letters: number;
}

const mostNear = 6;

/** A list of words that can be searched by what was nearly meant. */
export class WordList {
  private readonly byLength: Listed[][] = [];
  private readonly known = new Map<string, NearWord[]>();

  constructor(words: Iterable<string>) {
    for (const word of words) {
      if (!/^[a-z][a-z0-9]+$/.test(word)) continue;
      const group = this.byLength[word.length] ?? [];
      group.push({ word, letters: lettersOf(word) });
      this.byLength[word.length] = group;
    }
  }

  /**
   * Words that start with the given one (it may be cut off) or differ by a typo or two.
   *
   * @returns At most six, the best first.
   * @example list.near('throtling') // => [{ word: 'throttling', quality: 0.85 }]
   */
  near(word: string): NearWord[] {
    const known = this.known.get(word);
    if (known) return known;
    const found = this.search(word);
    // The list outlives a lookup; what people paste must not fill the memory.
    if (this.known.size > 2000) this.known.clear();
    this.known.set(word, found);
    return found;
  }

  /**
   * Words within an edit distance.
   *
   * @returns The nearest first.
   */
  within(word: string, bound: number): string[] {
    const found: { word: string; distance: number }[] = [];
    const letters = lettersOf(word);
    for (let length = word.length - bound; length <= word.length + bound; length += 1) {
      for (const other of this.byLength[length] ?? []) {
        const distance = distanceTo(word, letters, other, bound);
        if (distance <= bound) found.push({ word: other.word, distance });
      }
    }
    found.sort((a, b) => a.distance - b.distance || (a.word < b.word ? -1 : 1));
    return found.map((one) => one.word);
  }

  private search(word: string): NearWord[] {
    if (word.length < 3 || word.length > 30 || !/^[a-z]+$/.test(word)) return [];
    const found: NearWord[] = [];
    const bound = allowedTypos(word.length);
    const letters = lettersOf(word);
    for (let length = word.length - bound; length < this.byLength.length; length += 1) {
      for (const other of this.byLength[length] ?? []) {
        const quality = qualityOf(word, letters, other, bound);
        if (quality > 0) found.push({ word: other.word, quality });
      }
    }
    return found
      .sort((a, b) => b.quality - a.quality || (a.word < b.word ? -1 : 1))
      .slice(0, mostNear);
  }
}

function qualityOf(word: string, letters: number, other: Listed, bound: number): number {
  if (other.word.startsWith(word)) return 0.75 + 0.2 * (word.length / other.word.length);
  // In short words the first letter is seldom the wrong one, and too many words are near.
  if (word.length < 6 && word[0] !== other.word[0]) return 0;
  const distance = distanceTo(word, letters, other, bound);
  return distance > bound ? 0 : 1 - 0.15 * distance;
}

function distanceTo(word: string, letters: number, other: Listed, bound: number): number {
  // Letters that only one of the two has: each typo brings or takes two at most.
  const hopeless =
    other.word.length > word.length + bound || bits(letters ^ other.letters) > 2 * bound;
  return hopeless ? bound + 1 : editDistance(word, other.word, bound);
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i += 1) letters |= 1 << ((word.charCodeAt(i) - 97) & 31);
  return letters;
}

function bits(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
