/** The phrases of the documents, one for each wording. */
import { isHanCode } from '../../text/lang-of-text.ts';
import type { Simplification } from '../../text/simplify.ts';
import { readText } from '../text/read-text.ts';
import { splitWords, type Words, wordsOf } from '../text/words.ts';
import { filled, type Pattern } from './phrase-patterns.ts';
import type { Vocabulary } from './vocabulary.ts';

export type PhraseField = 'message' | 'description' | 'solution' | 'code';

/** One wording of one field; cases that share it share the phrase. */
export interface Phrase {
  text: string;
  /** Phrases with the same words in one field are one. */
  key: string;
  field: PhraseField;
  /** Cases that have it, each once, ascending. */
  cases: number[];
  /** Units in order, for windows; all of them once, for weighing; their concepts. */
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
}

/** Also what follows a colon as an example: "SSL protocol is not supported: TLSv1.1". */
const placeholder = /\{[^{}]{0,40}\}|<[^<>]{1,40}>|%[sd]|(?<=^[^:]{12,}: )\S+$/;

/**
 * Returns the phrases of all wordings, those that differ only in punctuation once, and the patterns
 * to find them by. Numbers their words in the vocabulary.
 *
 * @param simplification For variant characters in the documents themselves.
 */
export function makePhrases(
  wordings: readonly Wording[],
  vocabulary: Vocabulary,
  simplification: Simplification,
): { phrases: Phrase[]; patterns: Pattern[] } {
  const phrases = new Map<string, Phrase>();
  const patterns: Pattern[] = [];
  for (const { text, field, case: item } of wordings) {
    const pieces = text
      .split(placeholder)
      .map((piece) => splitWords(readText(piece, simplification).folded));
    const key = [field, ...pieces.map((piece) => wordsOf(piece).join(' '))].join('\n');
    const phrase = phrases.get(key) ?? makePhrase(text, field, key, pieces, vocabulary);
    if (!phrases.has(key)) {
      patterns.push(...patternsOf(field, pieces, phrases.size, vocabulary));
      phrases.set(key, phrase);
    }
    if (phrase.cases.at(-1) !== item) phrase.cases.push(item);
  }
  return { phrases: [...phrases.values()], patterns };
}

function makePhrase(
  text: string,
  field: PhraseField,
  key: string,
  pieces: readonly Words[],
  vocabulary: Vocabulary,
): Phrase {
  const units = pieces.map((piece) => vocabulary.unitsOf(piece, true));
  return {
    text: text.trim(),
    key,
    field,
    cases: [],
    sequence: units.flatMap(({ sequence }) => sequence).filter((unit) => unit >= 0),
    units: [...new Set(units.flatMap(({ literal }) => literal.map(({ unit }) => unit)))],
    concepts: [...new Set(units.flatMap((piece) => piece.concepts.map(({ unit }) => unit)))],
    length: pieces
      .flatMap(wordsOf)
      .reduce((sum, word) => sum + (isHanCode(word.charCodeAt(0)) ? 0.5 : 1), 0),
  };
}

/** Returns the patterns by which a phrase is found, of the words of its pieces between placeholders. */
export function patternsOf(
  field: PhraseField,
  pieces: readonly Words[],
  phrase: number,
  vocabulary: Vocabulary,
): Pattern[] {
  // Codes are found by their spelling, not as phrases.
  if (field === 'code') return [];
  const numbers = (words: Words) => wordsOf(words).map((word) => vocabulary.word(word));
  const words = pieces.flatMap((piece, i) => [...(i > 0 ? [filled] : []), ...numbers(piece)]);
  return [{ words, phrase, how: pieces.length > 1 ? 'placeholder' : 'whole' }];
}
