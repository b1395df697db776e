/** Clauses of texts, and which of two languages translate each other. */
import { wordsOf } from '../lexicon/words.ts';
import { matchWords, shareOf } from './counterparts.ts';
import type { TextPair } from './rules/rule.ts';

export interface Clause {
  text: string;
  /** Keys of its words. */
  words: string[];
}

/** "Then this error occurs" says nothing about an error. */
const occurrence =
  /^(?:(?:this|the) error (?:(?:will|may) (?:be returned|occur)|is returned|occurs)|[则就]?会?(?:产生|抛出|出现|返回|报)[这此该]个?错误?)[。，.,；;]?$/iu;

/** Returns what commas, full stops, line breaks and 而非 (“, not”) divide, without {@link occurrence}. */
export const splitClauses = (text: string): string[] =>
  text
    .split(
      /\n|(?<=[.!?;,:])\s+|(?<=[;,:])(?=\p{Script=Han})|(?<=[。！？；，：])|(?<=[^。！？；，：])(?=而不是|而非)/u,
    )
    .map((clause) => clause.trim())
    .filter((clause) => !occurrence.test(clause));

/** Returns the clauses of a text that have words. */
export function readClauses(text: string): Clause[] {
  return splitClauses(text)
    .map((clause) => ({ text: clause, words: [...wordsOf(clause).keys()] }))
    .filter(({ words }) => words.length > 0);
}

/** Tuned with the tuning part of tests/gold and all pairs of its vendors' documents. */
const settings = {
  /** Of the words of both clauses at least this share has a counterpart. */
  minShare: 0.6,
  minWords: 3,
  /** Longer texts are compared as a whole only, which bounds the time. */
  maxClauses: 12,
};

/**
 * Returns the clauses of a text and its translation that fit each other better than any other clause;
 * the pair itself if both texts are one clause.
 */
export function pairClauses(pair: TextPair): TextPair[] {
  const [left, right] = [readClauses(pair.left), readClauses(pair.right)];
  if (left.length <= 1 && right.length <= 1) return [pair];
  if (Math.max(left.length, right.length) > settings.maxClauses) return [];
  const scores = left.map((a) =>
    right.map((b) => {
      if (Math.min(a.words.length, b.words.length) < settings.minWords) return 0;
      const words = matchWords(a.text, b.text, pair.vocabulary.dictionary);
      return Math.min(shareOf(words.left), shareOf(words.right));
    }),
  );
  return left.flatMap((a, i) =>
    right.flatMap((b, j) => {
      const score = scores[i]?.[j] ?? 0;
      const isBest =
        score >= settings.minShare &&
        (scores[i] ?? []).every((other, at) => at === j || other < score) &&
        scores.every((row, at) => at === i || (row[j] ?? 0) < score);
      return isBest ? [{ ...pair, left: a.text, right: b.text }] : [];
    }),
  );
}
