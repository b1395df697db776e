/** Search in what the documents say: how well each case fits a piece of text. */
import { askingWords } from './concepts.ts';
import type { Phrase, PhraseField } from './phrase-table.ts';
import type { WordList } from './typos.ts';
import type { Vocabulary } from './vocabulary.ts';
import { splitWords, stemOf } from './words.ts';

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

interface Alternative {
  unit: number;
  quality: number;
}

interface Entry {
  weight: number;
  alternatives: Alternative[];
}

/** What another word for the same thing is worth. */
const sameMeaning = 0.7;

/** What the search needs of an index. */
export interface SearchedIndex {
  phrases: readonly Phrase[];
  vocabulary: Vocabulary;
  nearWords: WordList;
  /** Phrases of each unit. */
  postings: readonly (readonly number[] | undefined)[];
  phraseWeights: readonly number[];
}

const closelyLookedAt = 6;
const farOff = 0.3;

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
  const { entries, sequence, total } = readEntries(text, index);
  if (total === 0) return [];
  const byPhrase = new Map<number, number>();
  const byCase = new Map<number, number>();
  for (const { weight, alternatives } of entries) {
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
    for (const [at, quality] of inPhrase) byPhrase.set(at, (byPhrase.get(at) ?? 0) + weight * quality);
    for (const [item, quality] of inCase) byCase.set(item, (byCase.get(item) ?? 0) + weight * quality);
  }
  const best = bestPhrases(byPhrase, total, index, byCase);
  const found = [...byCase].map(([item, sum]): Likeness => {
    const { phrase, fit } = best.get(item) ?? { phrase: -1, fit: 0 };
    return { case: item, score: 0.6 * (sum / total) + 0.4 * fit, covered: sum / total, phrase, together: 0 };
  });
  found.sort((a, b) => b.score - a.score || a.case - b.case);
  for (const likeness of found.slice(0, closelyLookedAt)) {
    const phrase = index.phrases[likeness.phrase];
    if (phrase && phrase.field !== 'code' && likeness.score >= farOff) likeness.together = standsTogether(phrase, sequence, index.vocabulary);
  }
  return found;
}

/** The phrase of each case that covers the piece, and is covered by it, best. */
function bestPhrases(
  byPhrase: Map<number, number>,
  total: number,
  index: SearchedIndex,
  cases: Map<number, number>,
): Map<number, { phrase: number; fit: number }> {
  const best = new Map<number, { phrase: number; fit: number }>();
  for (const [at, sum] of byPhrase) {
    const phrase = index.phrases[at] as Phrase;
    const own = Math.min(1, sum / (index.phraseWeights[at] || 1));
    const fit = fieldWeights[phrase.field] * Math.sqrt((sum / total) * own);
    for (const item of phrase.cases) {
      if (cases.has(item) && fit > (best.get(item)?.fit ?? 0)) best.set(item, { phrase: at, fit });
    }
  }
  return best;
}

/** What is to be covered of a piece: its words, each by itself or by another word for the same thing. */
function readEntries(text: string, index: SearchedIndex) {
  const { vocabulary, postings } = index;
  const words = splitWords(text.replace(askingWords, ' '));
  const units = vocabulary.unitsOf(words);
  const entries = new Map<string | number, Entry>();
  const sequence: Alternative[][] = units.sequence.map((unit) => (unit >= 0 ? [{ unit, quality: 1 }] : []));
  const conceptsOf = (at: number, length: number): Alternative[] =>
    units.concepts
      .filter((concept) => concept.at <= at && at + length <= concept.at + concept.length)
      .filter(({ unit }) => postings[unit] !== undefined)
      .map(({ unit }) => ({ unit, quality: sameMeaning }));
  const weightOf = (unit: number) => vocabulary.weights[unit] ?? 0;
  const add = (key: string | number, own: Alternative[], other: Alternative[], unknownWeight: number) => {
    if (entries.has(key)) return;
    const alternatives = [...own, ...other];
    const weights = (own.length > 0 ? own : other).map(({ unit }) => weightOf(unit));
    entries.set(key, { alternatives, weight: weights.length > 0 ? Math.max(...weights) : unknownWeight });
  };
  for (const { unit, at, length } of units.literal) {
    const own = postings[unit] === undefined ? [] : [{ unit, quality: 1 }];
    add(unit, own, conceptsOf(at, length), weightOf(unit) * 0.3);
  }
  for (const [at, word] of units.unknown) {
    const near = nearUnits(word, index);
    sequence[at] = near;
    add(word, near, conceptsOf(at, 1), vocabulary.unknownWeight(word));
  }
  for (const at of units.strangePairs) {
    add(`pair ${at}`, [], conceptsOf(at, 2), vocabulary.unknownPairWeight);
  }
  let total = 0;
  for (const { weight } of entries.values()) total += weight;
  return { entries: [...entries.values()], sequence, total };
}

function nearUnits(word: string, { nearWords, vocabulary, postings }: SearchedIndex): Alternative[] {
  return nearWords.near(word).flatMap(({ word: other, quality }) => {
    const unit = vocabulary.units.get(stemOf(other));
    return unit === undefined || postings[unit] === undefined ? [] : [{ unit, quality }];
  });
}

/**
 * How much of a phrase stands together in a text and in its order: the greatest share of its weight
 * in a window not much longer than itself. "The app … does not exist" far apart is no "App not
 * exist.", and "if (token.expired) refresh()" is no "Refresh token is expired."
 */
function standsTogether(
  phrase: Phrase,
  sequence: readonly Alternative[][],
  vocabulary: Vocabulary,
): number {
  const own = new Set(phrase.sequence);
  const weights = phrase.sequence.map((unit) => vocabulary.weights[unit] ?? 0);
  const all = [...own].reduce((sum, unit) => sum + (vocabulary.weights[unit] ?? 0), 0);
  if (all === 0) return 0;
  const length = Math.ceil(phrase.sequence.length * 1.4) + 1;
  let most = 0;
  for (let from = 0; from < sequence.length; from += 1) {
    if (!sequence[from]?.some(({ unit }) => own.has(unit))) continue;
    const window = sequence.slice(from, from + length);
    // Order is looked at only where there is enough to put in order.
    const bound = sharedInAnyOrder(own, window, vocabulary.weights) / all;
    if (bound >= worthOrdering && bound > most) {
      most = Math.max(most, sharedInOrder(phrase.sequence, weights, window) / all);
    }
  }
  return Math.min(1, most);
}

const worthOrdering = 0.5;

function sharedInAnyOrder(
  own: ReadonlySet<number>,
  window: readonly Alternative[][],
  weights: readonly number[],
): number {
  const found = new Map<number, number>();
  for (const alternatives of window) {
    for (const { unit, quality } of alternatives) if (own.has(unit)) raise(found, unit, quality);
  }
  let sum = 0;
  for (const [unit, quality] of found) sum += quality * (weights[unit] ?? 0);
  return sum;
}

/** Weight of the longest common subsequence. */
function sharedInOrder(
  phrase: readonly number[],
  weights: readonly number[],
  window: readonly Alternative[][],
): number {
  let last = new Array<number>(phrase.length + 1).fill(0);
  for (const alternatives of window) {
    if (alternatives.length === 0) continue;
    const row = [0];
    phrase.forEach((unit, i) => {
      const quality = alternatives.find((one) => one.unit === unit)?.quality ?? 0;
      const matched = quality > 0 ? (last[i] ?? 0) + quality * (weights[i] ?? 0) : 0;
      row.push(Math.max(matched, last[i + 1] ?? 0, row[i] ?? 0));
    });
    last = row;
  }
  return last[phrase.length] ?? 0;
}

function raise(map: Map<number, number>, key: number, value: number): void {
  if (value > (map.get(key) ?? 0)) map.set(key, value);
}
