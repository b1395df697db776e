/** Chooses the cases of a large index that a text may be about. */

import { type Query, readQuery } from '../evidence/read-query.ts';
import type { Lists } from '../index/index-phrases.ts';
import type { PatternTable } from '../index/phrase-patterns.ts';
import type { Clues, PreparedIndex } from '../index/prepare-index.ts';
import { chosen, similarityWeights } from '../tuning.ts';

/** Phrases by their units, and cases by their phrases. */
export interface Postings {
  /** Phrases of each unit, and cases of each phrase. */
  byUnit: Lists;
  casesOf: Lists;
  phraseWeights: Float32Array;
  /** Weight of the field that each phrase is in. */
  fieldWeights: Float32Array;
  /** 1 for each message and description that no other service has. */
  rareSentences: Uint8Array;
  /** Number of the cases. */
  cases: number;
}

/** Returns the cases whose messages are in the text, and those that are most similar to its pieces. */
export function chooseCases(
  { mentions, pieces, numbers }: Clues,
  table: PatternTable,
  postings: Postings,
  index: Pick<PreparedIndex, 'vocabulary' | 'nearWords'>,
): Set<number> {
  const found = new Set<number>();
  for (const { phrase } of table.find(numbers)) {
    const { starts, items } = postings.casesOf;
    const from = starts[phrase] ?? 0;
    for (const item of items.subarray(
      from,
      Math.min(from + chosen.ofMessage, starts[phrase + 1] ?? 0),
    ))
      found.add(item);
  }
  // Next to a code that is named, other cases do not count.
  if (mentions.some(({ match }) => match === 'exact')) return found;
  for (const piece of pieces) {
    if (found.size > chosen.ofText) break;
    for (const item of mostSimilar(readQuery(piece, index), postings)) found.add(item);
  }
  return found;
}

/** The cases that fit best, as `compareWithCases` scores them but for the order of the words. */
function mostSimilar({ entries, total }: Query, postings: Postings): number[] {
  const { byUnit, casesOf, phraseWeights, fieldWeights } = postings;
  const sums = new Float32Array(phraseWeights.length);
  const covered = new Float32Array(postings.cases);
  /** The entry that last counted for a phrase or case, and its share of the case. */
  const phraseEntry = new Uint16Array(phraseWeights.length);
  const caseEntry = new Uint16Array(postings.cases);
  const caseShare = new Float32Array(postings.cases);
  const touched: number[] = [];
  for (const [at, { weight, alternatives }] of entries.entries()) {
    for (const { unit, quality } of alternatives.toSorted((a, b) => b.quality - a.quality)) {
      for (let i = byUnit.starts[unit] ?? 0; i < (byUnit.starts[unit + 1] ?? 0); i += 1) {
        const phrase = byUnit.items[i] ?? 0;
        if (phraseEntry[phrase] === at + 1) continue;
        if (sums[phrase] === 0) touched.push(phrase);
        phraseEntry[phrase] = at + 1;
        sums[phrase] = (sums[phrase] ?? 0) + weight * quality;
        const share = quality * (fieldWeights[phrase] ?? 0);
        for (let j = casesOf.starts[phrase] ?? 0; j < (casesOf.starts[phrase + 1] ?? 0); j += 1) {
          const item = casesOf.items[j] ?? 0;
          const counted = caseEntry[item] === at + 1 ? (caseShare[item] ?? 0) : 0;
          if (counted >= share) continue;
          caseEntry[item] = at + 1;
          caseShare[item] = share;
          covered[item] = (covered[item] ?? 0) + weight * (share - counted);
        }
      }
    }
  }
  const best = new BestList(chosen.ofPiece);
  for (const phrase of touched) {
    const sum = sums[phrase] ?? 0;
    const own = Math.min(1, sum / (phraseWeights[phrase] || 1));
    const fit = (fieldWeights[phrase] ?? 0) * Math.sqrt((sum / total) * own);
    for (let j = casesOf.starts[phrase] ?? 0; j < (casesOf.starts[phrase + 1] ?? 0); j += 1) {
      const item = casesOf.items[j] ?? 0;
      const { covered: ofCovered, fit: ofFit } = similarityWeights;
      best.add(item, (ofCovered * (covered[item] ?? 0)) / total + ofFit * fit);
    }
  }
  return best.items;
}

/** The items with the highest scores, each once. */
class BestList {
  readonly #scores: number[] = [];
  readonly items: number[] = [];
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  add(item: number, score: number): void {
    const last = this.#scores.length - 1;
    if (last + 1 >= this.#most && score <= (this.#scores[last] ?? 0)) return;
    const known = this.items.indexOf(item);
    if (known >= 0) {
      if ((this.#scores[known] ?? 0) >= score) return;
      this.items.splice(known, 1);
      this.#scores.splice(known, 1);
    }
    let at = this.#scores.length;
    while (at > 0 && (this.#scores[at - 1] ?? 0) < score) at -= 1;
    this.items.splice(at, 0, item);
    this.#scores.splice(at, 0, score);
    if (this.items.length > this.#most) {
      this.items.pop();
      this.#scores.pop();
    }
  }
}
