/** A piece of text as a query: its words, each by itself or by another word for the same thing. */
import { stem } from '../text/stem.ts';
import { askingWords } from './empty-words.ts';
import type { Phrase } from './phrases.ts';
import type { WordList } from './typos.ts';
import type { TextUnits, Vocabulary } from './vocabulary.ts';
import { spacedWords, splitWords, wordAt } from './words.ts';

/** A unit of the index that a word of the query may stand for, and how well it does, from 0 to 1. */
export interface Alternative {
  unit: number;
  quality: number;
}

/** One thing to be covered. */
export interface Entry {
  weight: number;
  alternatives: Alternative[];
}

/** A query. */
export interface Query {
  entries: Entry[];
  /** What stands at each word, for windows. */
  sequence: Alternative[][];
  /** Weight of all entries. */
  total: number;
  /** All words with a space before and after each. */
  words: string;
}

/** What the search needs of an index. */
export interface SearchedIndex {
  phrases: readonly Phrase[];
  vocabulary: Vocabulary;
  nearWords: WordList;
  /** Phrases of each unit. */
  postings: readonly (readonly number[] | undefined)[];
  phraseWeights: readonly number[];
}

/** What another word for the same thing is worth. */
const sameMeaning = 0.7;

/** Words that are known, but of no document: they count a little, as what is not there. */
const notInDocuments = 0.3;

/**
 * Read a piece of text as a query.
 *
 * @param text The piece, folded.
 * @param index What is searched.
 */
export function readQuery(text: string, index: SearchedIndex): Query {
  const { vocabulary, postings } = index;
  const words = splitWords(text.replace(askingWords, ' '));
  const units = vocabulary.unitsOf(words);
  const sequence = units.sequence.map((unit) => (unit >= 0 ? [{ unit, quality: 1 }] : []));
  const entries = new Map<string | number, Entry>();
  const weightOf = (unit: number) => vocabulary.weights[unit] ?? 0;
  const add = (key: string | number, own: Alternative[], other: Alternative[], unknown: number) => {
    if (entries.has(key)) return;
    const weights = (own.length > 0 ? own : other).map(({ unit }) => weightOf(unit));
    const weight = weights.length > 0 ? Math.max(...weights) : unknown;
    entries.set(key, { alternatives: [...own, ...other], weight });
  };
  for (const { unit, at, length } of units.literal) {
    // A word that is known, but of no document, may be the beginning of one that is.
    const known = postings[unit] !== undefined;
    const own = known ? [{ unit, quality: 1 }] : nearUnits(wordAt(words, at), index, true);
    if (!known && own.length > 0) sequence[at] = own;
    add(unit, own, meaningsOf(units, at, length, index), weightOf(unit) * notInDocuments);
  }
  for (const [at, word] of units.unknown) {
    const near = nearUnits(word, index);
    sequence[at] = near;
    add(word, near, meaningsOf(units, at, 1, index), vocabulary.unknownWeight(word));
  }
  for (const at of units.strangePairs) {
    add(`pair ${at}`, [], meaningsOf(units, at, 2, index), vocabulary.unknownPairWeight);
  }
  let total = 0;
  for (const { weight } of entries.values()) total += weight;
  return { entries: [...entries.values()], sequence, total, words: spacedWords(words) };
}

/** The concepts that words stand for. */
function meaningsOf(
  { concepts }: TextUnits,
  at: number,
  length: number,
  { postings }: SearchedIndex,
): Alternative[] {
  return concepts
    .filter((concept) => concept.at <= at && at + length <= concept.at + concept.length)
    .filter(({ unit }) => postings[unit] !== undefined)
    .map(({ unit }) => ({ unit, quality: sameMeaning }));
}

/** Units of the words that a word may have been meant to be, or only of those that it begins. */
function nearUnits(
  word: string,
  { nearWords, vocabulary, postings }: SearchedIndex,
  begunOnly = false,
): Alternative[] {
  return nearWords.near(word).flatMap(({ word: other, quality }) => {
    const unit = vocabulary.units.get(stem(other));
    if (unit === undefined || postings[unit] === undefined) return [];
    return begunOnly && !other.startsWith(word) ? [] : [{ unit, quality }];
  });
}
