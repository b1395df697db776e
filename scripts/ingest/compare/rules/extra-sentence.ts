import { type Clause, readClauses } from '../clauses.ts';
import { areCounterparts } from '../counterparts.ts';
import type { Rule } from './rule.ts';

/** Tuned with the tuning part of tests/gold and all pairs of its vendors' documents. */
const settings = {
  minWords: 3,
  /** Words without a counterpart anywhere in the other text. */
  minNovel: 1,
  /** At most this share of the clause's words has a counterpart that no other clause translates. */
  maxFound: 0.25,
  /** As many other words, as a share of the clause's words, may be left in the other text. */
  maxRest: 0.34,
  /** Of the other text's words at least this share has a counterpart. */
  minMatched: 0.6,
};

/** A sentence or clause that only one of two languages has. */
export const extraSentence: Rule = {
  id: 'extra-sentence',
  kind: 'extra-sentence',
  compare({ left, right, vocabulary: { dictionary } }) {
    const [english, chinese] = [readClauses(left), readClauses(right)];
    const onlyLeft = findExtra(english, chinese, (a, b) => areCounterparts(dictionary, a, b));
    const onlyRight = findExtra(chinese, english, (a, b) => areCounterparts(dictionary, b, a));
    if (onlyLeft.length + onlyRight.length === 0) return undefined;
    return { severity: 'content', onlyLeft, onlyRight };
  },
};

/** Returns the clauses of one text that the other one lacks, although it has little else to tell. */
function findExtra(
  clauses: readonly Clause[],
  others: readonly Clause[],
  areCounterparts: (word: string, other: string) => boolean,
): string[] {
  const otherWords = others.flatMap(({ words }) => words);
  return clauses.flatMap(({ text, words }, index) => {
    if (words.length < settings.minWords) return [];
    const siblings = clauses.flatMap((clause, at) => (at === index ? [] : clause.words));
    // What the other clauses translate is used up.
    const rest = [...otherWords];
    for (const word of siblings) {
      const used = rest.findIndex((other) => areCounterparts(word, other));
      if (used >= 0) rest.splice(used, 1);
    }
    const matched = otherWords.length - rest.length;
    const found = words.filter((word) => rest.some((other) => areCounterparts(word, other)));
    const novel = words.filter((word) => !otherWords.some((other) => areCounterparts(word, other)));
    const isExtra =
      novel.length >= settings.minNovel &&
      matched >= otherWords.length * settings.minMatched &&
      found.length <= words.length * settings.maxFound &&
      rest.length <= words.length * settings.maxRest;
    return isExtra ? [text] : [];
  });
}
