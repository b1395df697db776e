/** Reads a piece of text as a query: its words, and other words that each may stand for. */
import { stem } from '../../text/stem.ts';
import type { Phrase } from '../index/phrases.ts';
import type { WordList } from '../index/typos.ts';
import { type TextUnits, unknownWeight, type Vocabulary } from '../index/vocabulary.ts';
import { askingWords } from '../text/empty-words.ts';
import { splitWords, wordAt } from '../text/words.ts';
import { wordWeights } from '../tuning.ts';

/** A unit of the index that a word of the query may mean, and how well it does, from 0 to 1. */
export interface Alternative {
  unit: number;
  quality: number;
}

/** One word of a query. */
export interface QueryWord {
  weight: number;
  alternatives: Alternative[];
}

export interface Query {
  entries: QueryWord[];
  /** The alternatives at each word, for windows. */
  sequence: Alternative[][];
  /** Weight of all entries. */
  total: number;
}

/** The parts of an index that a query is read with. */
interface ReadIndex {
  vocabulary: Vocabulary;
  nearWords: WordList;
}

/** The parts of an index that are searched. */
export interface SearchedIndex extends ReadIndex {
  phrases: readonly Phrase[];
  /** Phrases of each unit. */
  postings: readonly (readonly number[] | undefined)[];
  phraseWeights: readonly number[];
}

/** Returns the query in a piece of folded text. */
export function readQuery(text: string, index: ReadIndex): Query {
  const { vocabulary } = index;
  const words = splitWords(text.replace(askingWords, ' '));
  const units = vocabulary.unitsOf(words);
  const sequence = units.sequence.map((unit) => (unit >= 0 ? [{ unit, quality: 1 }] : []));
  const entries = new Map<string | number, QueryWord>();
  const weightOf = (unit: number) => vocabulary.weights[unit] ?? 0;
  const add = (key: string | number, own: Alternative[], other: Alternative[], unknown: number) => {
    if (entries.has(key)) return;
    const weights = (own.length > 0 ? own : other).map(({ unit }) => weightOf(unit));
    const weight = weights.length > 0 ? Math.max(...weights) : unknown;
    entries.set(key, { alternatives: [...own, ...other], weight });
  };
  for (const { unit, at, length } of units.literal) {
    // A word that is known, but in no document, may be the beginning of one that is.
    const known = vocabulary.isInDocuments(unit);
    const own = known ? [{ unit, quality: 1 }] : nearUnits(wordAt(words, at), index, true);
    if (!known && own.length > 0) sequence[at] = own;
    const concepts = conceptsOf(units, at, length, index);
    add(unit, own, concepts, weightOf(unit) * wordWeights.notInDocuments);
  }
  for (const [at, word] of units.unknown) {
    const near = nearUnits(word, index);
    sequence[at] = near;
    add(word, near, conceptsOf(units, at, 1, index), unknownWeight(word));
  }
  for (const at of units.unknownPairs) {
    add(`pair ${at}`, [], conceptsOf(units, at, 2, index), wordWeights.unknownPair);
  }
  const all = [...entries.values()];
  const total = all.reduce((sum, { weight }) => sum + weight, 0);
  if (isNonsense(all)) return { entries: [], sequence: [], total };
  return { entries: all, sequence, total };
}

/** Whether no word is known, and fewer than half of them may be misspelt ones: "xyzzy plugh qwertz". */
function isNonsense(entries: readonly QueryWord[]): boolean {
  const near = entries.filter(({ alternatives }) => alternatives.length > 0);
  const isKnown = near.some(({ alternatives }) =>
    alternatives.some(({ quality }) => quality === 1 || quality === wordWeights.synonym),
  );
  return !isKnown && near.length < wordWeights.leastNear * entries.length;
}

/** The concepts that some words stand for. */
function conceptsOf(
  { concepts }: TextUnits,
  at: number,
  length: number,
  { vocabulary }: ReadIndex,
): Alternative[] {
  return concepts
    .filter((concept) => concept.at <= at && at + length <= concept.at + concept.length)
    .filter(({ unit }) => vocabulary.isInDocuments(unit))
    .map(({ unit }) => ({ unit, quality: wordWeights.synonym }));
}

/** Units of the words that a word may have been meant to be, or only of those that it begins. */
function nearUnits(
  word: string,
  { nearWords, vocabulary }: ReadIndex,
  prefixOnly = false,
): Alternative[] {
  return nearWords.near(word).flatMap(({ word: other, quality }) => {
    const unit = vocabulary.units.get(stem(other));
    if (unit === undefined || !vocabulary.isInDocuments(unit)) return [];
    return prefixOnly && !other.startsWith(word) ? [] : [{ unit, quality }];
  });
}
