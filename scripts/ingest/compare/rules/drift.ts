import { type MatchedWord, matchWords, missingOf, shareOf } from '../counterparts.ts';
import { type Found, type Rule, shownWords, type TextPair } from './rule.ts';

/** Tuned with the tuning part of tests/gold and all pairs of its vendors' documents. */
const settings = {
  /** At most this share of the words of both texts, on average, have a counterpart. */
  maxShare: 0.5,
  /** In texts about different things. */
  maxShareOfOtherText: 0.33,
  /** Each text has this many words without a counterpart that the lexicon knows well. */
  minWords: 2,
  minConfidence: 0.2,
  /** More words that the lexicon does not know leave open what the text says. */
  maxUnknown: 0.25,
};

/** A hint that an English and a Chinese text differ in meaning: most words have no counterpart. */
export const drift: Rule = {
  id: 'drift',
  kind: 'drift',
  compare(pair) {
    const found = findUnlike(pair, settings.maxShare);
    return found && !findUnlike(pair, settings.maxShareOfOtherText) ? found : undefined;
  },
};

/** Texts about different things: next to no word has a counterpart. */
export const otherText: Rule = {
  id: 'other-text',
  kind: 'other-text',
  compare(pair) {
    const found = findUnlike(pair, settings.maxShareOfOtherText);
    if (!found || pair.field === 'solution') return found;
    // Two ways to solve a problem may both be right; two descriptions of one error may not.
    return { ...found, severity: 'contradiction' };
  },
};

function findUnlike(
  { left, right, vocabulary: { dictionary } }: TextPair,
  maxShare: number,
): Found | undefined {
  const words = matchWords(left, right, dictionary);
  if ((shareOf(words.left) + shareOf(words.right)) / 2 > maxShare) return undefined;
  const [onlyLeft, onlyRight] = [words.left, words.right].map((side) =>
    shareOfUnknown(side) > settings.maxUnknown
      ? []
      : missingOf(side).filter(({ confidence }) => confidence >= settings.minConfidence),
  ) as [MatchedWord[], MatchedWord[]];
  if (Math.min(onlyLeft.length, onlyRight.length) < settings.minWords) return undefined;
  return {
    severity: 'content',
    onlyLeft: onlyLeft.slice(0, shownWords).map(({ word }) => word),
    onlyRight: onlyRight.slice(0, shownWords).map(({ word }) => word),
  };
}

const shareOfUnknown = (words: readonly MatchedWord[]): number =>
  words.filter(({ found, confidence }) => !found && confidence === 0).length /
  Math.max(1, words.length);
