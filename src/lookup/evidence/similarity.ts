/** Searches the texts of the documents: how similar each case is to a piece of text. */
import type { Phrase } from '../index/phrases.ts';
import { similarityWeights as weights } from '../tuning.ts';
import { type Alternative, type QueryWord, readQuery, type SearchedIndex } from './read-query.ts';

/** How similar a case is to a piece of text; all figures from 0 to 1. */
export interface Similarity {
  case: number;
  /** For ranking. */
  score: number;
  /** Share of the piece's weight that the case accounts for. */
  covered: number;
  /** The phrase that fits best, and the share of it that is in the piece in its order. */
  phrase: number;
  inOrder: number;
}

/**
 * Compares a piece of folded text with every case.
 *
 * @param within If given, only these cases are compared.
 * @returns Cases that share anything with it, the best first.
 */
export function compareWithCases(
  text: string,
  index: SearchedIndex,
  within?: ReadonlySet<number>,
): Similarity[] {
  const { entries, sequence, total } = readQuery(text, index);
  const byPhrase = new Map<number, number>();
  const byCase = new Map<number, number>();
  for (const entry of entries) addEntry(entry, index, within, byPhrase, byCase);
  const best = findBestPhrases(byPhrase, total, index, byCase);
  const found = [...byCase].map(([item, sum]): Similarity => {
    const { phrase, fit } = best.get(item) ?? { phrase: -1, fit: 0 };
    const covered = sum / total;
    const score = weights.covered * covered + weights.fit * fit;
    return { case: item, score, covered, phrase, inOrder: 0 };
  });
  found.sort((a, b) => b.score - a.score || a.case - b.case);
  for (const similarity of found.slice(0, weights.compared)) {
    const phrase = index.phrases[similarity.phrase];
    if (phrase && phrase.field !== 'code')
      similarity.inOrder = shareInOrder(phrase, sequence, index.vocabulary.weights);
  }
  return found;
}

/** Adds what one word of the piece counts to every phrase and case that has it. */
function addEntry(
  { weight, alternatives }: QueryWord,
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
        if (!within || within.has(item)) raise(inCase, item, quality * weights.field[phrase.field]);
      }
    }
  }
  for (const [at, quality] of inPhrase)
    byPhrase.set(at, (byPhrase.get(at) ?? 0) + weight * quality);
  for (const [item, quality] of inCase)
    byCase.set(item, (byCase.get(item) ?? 0) + weight * quality);
}

/** The phrase of each case that covers the piece, and is covered by it, best. */
function findBestPhrases(
  byPhrase: Map<number, number>,
  total: number,
  index: SearchedIndex,
  cases: Map<number, number>,
): Map<number, { phrase: number; fit: number }> {
  const best = new Map<number, { phrase: number; fit: number }>();
  for (const [at, sum] of byPhrase) {
    const phrase = index.phrases[at] as Phrase;
    const own = Math.min(1, sum / (index.phraseWeights[at] || 1));
    const both = Math.sqrt((sum / total) * own);
    const fit = weights.field[phrase.field] * both;
    for (const item of phrase.cases) {
      if (cases.has(item) && fit > (best.get(item)?.fit ?? 0)) best.set(item, { phrase: at, fit });
    }
  }
  return best;
}

/**
 * Returns the greatest share of a phrase that is in its order in a window of the text not much longer
 * than the phrase. "The app … does not exist" is not "App not exist.", and "if (token.expired)
 * refresh()" is not "Refresh token is expired."
 */
function shareInOrder(
  { sequence }: Phrase,
  text: readonly Alternative[][],
  unitWeights: readonly number[],
): number {
  const own = new Set(sequence);
  const weightOf = (unit: number) => unitWeights[unit] ?? 0;
  const all = [...own].reduce((sum, unit) => sum + weightOf(unit), 0);
  if (all === 0) return 0;
  const length = Math.ceil(sequence.length * weights.window) + 1;
  let most = 0;
  for (let from = 0; from < text.length; from += 1) {
    if (!text[from]?.some(({ unit }) => own.has(unit))) continue;
    const window = text.slice(from, from + length);
    most = Math.max(most, longestCommonWeight(sequence, window, weightOf) / all);
  }
  return Math.min(1, most);
}

/** Weight of the longest common subsequence. */
function longestCommonWeight(
  phrase: readonly number[],
  window: readonly Alternative[][],
  weightOf: (unit: number) => number,
): number {
  let last = new Array<number>(phrase.length + 1).fill(0);
  for (const alternatives of window) {
    if (alternatives.length === 0) continue;
    const row = [0];
    phrase.forEach((unit, i) => {
      const quality = alternatives.find((one) => one.unit === unit)?.quality ?? 0;
      const matched = quality > 0 ? (last[i] ?? 0) + quality * weightOf(unit) : 0;
      row.push(Math.max(matched, last[i + 1] ?? 0, row[i] ?? 0));
    });
    last = row;
  }
  return last[phrase.length] ?? 0;
}

function raise(map: Map<number, number>, key: number, value: number): void {
  if (value > (map.get(key) ?? 0)) map.set(key, value);
}
