/** Whole phrases of the documents, found in a text in one pass over its words. */

/** A phrase found in a text. */
export interface PhraseHit {
  phrase: number;
  how: 'whole' | 'prefix' | 'placeholder';
  /** Words of the text: the first, and one after the last. */
  from: number;
  to: number;
  /** How much of the phrase is there, from 0 to 1; less than 1 only for a prefix. */
  share: number;
}

/** The words of a phrase by number. */
export interface Pattern {
  words: number[];
  phrase: number;
  how: 'whole' | 'placeholder';
}

/** Stands in a pattern for the part of a message that the service fills in. */
export const filled = -2;
const longestFilling = 6;

/** A log that repeats itself says nothing new after a few times. */
const oftenEnough = 8;

/** A phrase that breaks off is looked for among so many last words, and has so many at least. */
const longestCut = 40;
const fewestOfCut = 3;

/** More words than any index has: two numbers of words make one key. */
const mostWords = 0x200000;

/** Patterns by their first two words. */
export class PatternTable {
  private readonly byPair = new Map<number, Pattern[]>();
  private readonly bySingle = new Map<number, Pattern[]>();
  /** Words by number. */
  private readonly names: readonly string[];

  /**
   * @param patterns All patterns; equally long ones are found in this order.
   * @param names The words that their numbers stand for.
   */
  constructor(patterns: readonly Pattern[], names: readonly string[]) {
    this.names = names;
    for (const pattern of patterns) {
      const [first, second] = pattern.words;
      if (first === undefined || first === filled) continue;
      const single = second === undefined || second === filled;
      const map = single ? this.bySingle : this.byPair;
      const key = single ? first : first * mostWords + second;
      const group = map.get(key);
      if (group) group.push(pattern);
      else map.set(key, [pattern]);
    }
  }

  /**
   * Find every whole phrase in a text; one inside a longer one does not count.
   *
   * @param numbers Words of the text by number, −1 for those that the index does not know.
   */
  find(numbers: readonly number[]): PhraseHit[] {
    const hits: PhraseHit[] = [];
    const seen = new Map<number, number>();
    let reach = 0;
    for (let from = 0; from < numbers.length; from += 1) {
      const first = numbers[from] ?? -1;
      if (first < 0) continue;
      const patterns = this.byPair.get(keyAt(numbers, from));
      const single = this.bySingle.get(first);
      if (patterns === undefined && single === undefined) continue;
      const found = [...(patterns ?? []), ...(single ?? [])]
        .map(({ words, phrase, how }) => ({
          phrase,
          how,
          from,
          to: matchAt(words, numbers, from),
          share: 1,
        }))
        .filter(({ to }) => to > reach);
      const longest = Math.max(0, ...found.map(({ to }) => to));
      for (const hit of found) {
        const times = (seen.get(hit.phrase) ?? 0) + 1;
        if (hit.to < longest || times > oftenEnough) continue;
        seen.set(hit.phrase, times);
        hits.push(hit);
        reach = longest;
      }
    }
    return hits;
  }

  /**
   * Find phrases that a text begins and breaks off in, at its end or in the middle of its last word.
   *
   * @param numbers Words of the text by number.
   * @param last Its last word as it stands.
   * @returns Those that begin farthest from the end.
   */
  findCut(numbers: readonly number[], last: string): PhraseHit[] {
    for (
      let from = Math.max(0, numbers.length - longestCut);
      from <= numbers.length - fewestOfCut;
      from += 1
    ) {
      const hits = (this.byPair.get(keyAt(numbers, from)) ?? []).flatMap(
        ({ words, phrase }): PhraseHit[] => {
          const length = numbers.length - from;
          const word = this.names[words[length - 1] ?? -1] ?? '';
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
  return first < 0 || second < 0 ? -1 : first * mostWords + second;
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
    while (skipped <= longestFilling && numbers[at + skipped] !== next) skipped += 1;
    if (skipped > longestFilling) return 0;
    at += skipped;
  }
  return at;
}
