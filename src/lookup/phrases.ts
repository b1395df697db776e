/** What the documents say, wording by wording. */
import { isHanCode } from '../text/lang-of-text.ts';
import type { Simplification } from '../text/simplify.ts';
import { filled, type Pattern } from './phrase-patterns.ts';
import { readText } from './read-text.ts';
import type { Vocabulary } from './vocabulary.ts';
import { spacedWords, splitWords, type Words, wordAt } from './words.ts';

export type PhraseField = 'message' | 'description' | 'solution' | 'code';

/** One wording of one field; cases that share it share the phrase. */
export interface Phrase {
  text: string;
  /** Its words with a space before and after each. */
  words: string;
  field: PhraseField;
  /** Cases that have it, each once, ascending. */
  cases: number[];
  /** Cases whose newest document words it so. */
  newest: ReadonlySet<number>;
  /** Units in order, for windows; all of them once, for weighing; and the concepts they stand for. */
  sequence: number[];
  units: number[];
  concepts: number[];
  /** Number of words; two Chinese characters count as one. */
  length: number;
}

/** A wording that an index gives for a case. */
export interface Wording {
  text: string;
  field: PhraseField;
  case: number;
  newest: boolean;
}

/** Phrases, and the patterns to find them by. */
export interface Phrases {
  phrases: Phrase[];
  patterns: Pattern[];
}

const placeholder = /\{[^{}]{0,40}\}|<[^<>]{1,40}>|%[sd]/;

/**
 * Put wordings together that differ in punctuation alone, number their words and weigh their units.
 *
 * @param wordings Every wording of every case.
 * @param cases Number of all cases.
 * @param vocabulary Where words and units are numbered.
 * @param simplification Variant characters of the documents themselves.
 */
export function makePhrases(
  wordings: readonly Wording[],
  cases: number,
  vocabulary: Vocabulary,
  simplification: Simplification,
): Phrases {
  const phrases = new Map<string, Phrase & { newest: Set<number> }>();
  const patterns: Pattern[] = [];
  for (const { text, field, case: item, newest } of wordings) {
    const pieces = text
      .split(placeholder)
      .map((piece) => splitWords(readText(piece, simplification).folded));
    const key = [field, ...pieces.map((piece) => wordsOf(piece).join(' '))].join('\n');
    const phrase = phrases.get(key) ?? makePhrase(text, field, pieces, vocabulary);
    if (!phrases.has(key)) {
      patterns.push(...patternsOf(text, field, pieces, phrases.size, vocabulary));
      phrases.set(key, phrase);
    }
    if (phrase.cases.at(-1) !== item) phrase.cases.push(item);
    if (newest) phrase.newest.add(item);
  }
  const all = [...phrases.values()];
  vocabulary.weigh(frequenciesOf(all), cases);
  return { phrases: all, patterns };
}

function makePhrase(
  text: string,
  field: PhraseField,
  pieces: readonly Words[],
  vocabulary: Vocabulary,
) {
  const units = pieces.map((piece) => vocabulary.unitsOf(piece, true));
  const words = pieces.flatMap((piece) => wordsOf(piece));
  return {
    text: text.trim(),
    words: pieces.map(spacedWords).join(''),
    field,
    cases: [],
    newest: new Set<number>(),
    sequence: units.flatMap(({ sequence }) => sequence).filter((unit) => unit >= 0),
    units: [...new Set(units.flatMap(({ literal }) => literal.map(({ unit }) => unit)))],
    concepts: [...new Set(units.flatMap((piece) => piece.concepts.map(({ unit }) => unit)))],
    length: words.reduce((sum, word) => sum + (isHanCode(word.charCodeAt(0)) ? 0.5 : 1), 0),
  };
}

function patternsOf(
  text: string,
  field: PhraseField,
  pieces: readonly Words[],
  phrase: number,
  vocabulary: Vocabulary,
): Pattern[] {
  // The words of a code are found by their spelling, not as a phrase.
  if (field === 'code') return [];
  const numbers = (words: Words) => wordsOf(words).map((word) => vocabulary.word(word));
  const words = pieces.flatMap((piece, i) => [...(i > 0 ? [filled] : []), ...numbers(piece)]);
  const whole: Pattern = { words, phrase, how: pieces.length > 1 ? 'placeholder' : 'whole' };
  // "SSL protocol is not supported: TLSv1.1": what follows the colon is an example.
  const [, head] = /^([^:]{12,}): \S+$/.exec(text) ?? [];
  if (field !== 'message' || pieces.length > 1 || head === undefined) return [whole];
  const begun = [...numbers(splitWords(readText(head).folded)), filled];
  return [whole, { words: begun, phrase, how: 'placeholder' }];
}

function wordsOf(words: Words): string[] {
  return words.starts.map((_, i) => wordAt(words, i));
}

function frequenciesOf(phrases: readonly Phrase[]): number[] {
  const casesOf = new Map<number, Set<number>>();
  for (const { units, concepts, cases } of phrases) {
    for (const unit of [...units, ...concepts]) {
      const known = casesOf.get(unit) ?? new Set();
      for (const item of cases) known.add(item);
      casesOf.set(unit, known);
    }
  }
  const frequencies: number[] = [];
  for (const [unit, cases] of casesOf) frequencies[unit] = cases.size;
  return frequencies;
}
