/** Search in what the documents say: how well each case fits a piece of text. */
import type { Phrase, PhraseField } from './phrases.ts';
import { type Entry, readQuery, type SearchedIndex } from './read-query.ts';
import { standsTogether } from './stands-together.ts';

/** How much a match in a field counts: a solution speaks of many things beside the error. */
const fieldWeights: Record<PhraseField, number> = {
  message: 1,
  description: 1,
  code: 0.9,
  solution: 0.8,
};

/** How well a case fits a piece of text. */
export interface Likeness {
  case: number;
  /** From 0 to 1, for ranking. */
  score: number;
  /** Share of the piece's weight that the case accounts for. */
  covered: number;
  /** The phrase that fits best, and how much of it stands together in the piece, from 0 to 1. */
  phrase: number;
  together: number;
}

const closelyLookedAt = 6;
const farOff = 0.3;
/** "a", "of the": nothing to search for. */
const leastWeight = 0.5;

/**
 * Compare a piece of text with every case.
 *
 * @param text The piece, folded.
 * @param index What to search.
 * @param within If given, only these cases are compared.
 * @returns Cases that share anything with it, the best first.
 */
export function compareWithCases(
  text: string,
  index: SearchedIndex,
  within?: ReadonlySet<number>,
): Likeness[] {
  const { entries, sequence, total, words } = readQuery(text, index);
  if (total < leastWeight) return [];
  const byPhrase = new Map<number, number>();
  const byCase = new Map<number, number>();
  for (const entry of entries) addEntry(entry, index, within, byPhrase, byCase);
  const best = bestPhrases(byPhrase, total, words, index, byCase);
  const found = [...byCase].map(([item, sum]): Likeness => {
    const { phrase, fit } = best.get(item) ?? { phrase: -1, fit: 0 };
    return {
      case: item,
      score: 0.6 * (sum / total) + 0.4 * fit,
      covered: sum / total,
      phrase,
      together: 0,
    };
  });
  found.sort((a, b) => b.score - a.score || a.case - b.case);
  for (const likeness of found.slice(0, closelyLookedAt)) {
    const phrase = index.phrases[likeness.phrase];
    if (phrase && phrase.field !== 'code' && likeness.score >= farOff)
      likeness.together = standsTogether(phrase, sequence, index.vocabulary);
  }
  return found;
}

/** Add what one word of the piece is worth to every phrase and case that has it. */
function addEntry(
  { weight, alternatives }: Entry,
  index: SearchedIndex,
  within: ReadonlySet<number> | undefined,
  byPhrase: Map<number, number>,
  byCase: Map<number, number>,
): void {
  const inPhrase = new Map<number, number>();
  const inCase = new Map<number, number>();
  for (const { unit, quality } of alternatives) {
    for (const at of index.postings[unit] ?? []) {
      const phrase = index.phrases[at] as Phrase;
      raise(inPhrase, at, quality);
      for (const item of phrase.cases) {
        if (!within || within.has(item)) raise(inCase, item, quality * fieldWeights[phrase.field]);
      }
    }
  }
  for (const [at, quality] of inPhrase)
    byPhrase.set(at, (byPhrase.get(at) ?? 0) + weight * quality);
  for (const [item, quality] of inCase)
    byCase.set(item, (byCase.get(item) ?? 0) + weight * quality);
}

/** The phrase of each case that covers the piece, and is covered by it, best. */
function bestPhrases(
  byPhrase: Map<number, number>,
  total: number,
  words: string,
  index: SearchedIndex,
  cases: Map<number, number>,
): Map<number, { phrase: number; fit: number }> {
  const best = new Map<number, { phrase: number; fit: number }>();
  for (const [at, sum] of byPhrase) {
    const phrase = index.phrases[at] as Phrase;
    const own = Math.min(1, sum / (index.phraseWeights[at] || 1));
    const both = Math.sqrt((sum / total) * own);
    // A piece that stands in the phrase word for word was probably copied from it.
    const copied = sum >= 0.8 * total && phrase.words.includes(words);
    const fit = fieldWeights[phrase.field] * (copied ? (1 + both) / 2 : both);
    for (const item of phrase.cases) {
      if (cases.has(item) && fit > (best.get(item)?.fit ?? 0)) best.set(item, { phrase: at, fit });
    }
  }
  return best;
}

function raise(map: Map<number, number>, key: number, value: number): void {
  if (value > (map.get(key) ?? 0)) map.set(key, value);
}
