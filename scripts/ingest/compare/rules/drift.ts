import {
  type Dictionary,
  type MatchedWord,
  matchWords,
  missingOf,
  shareOf,
} from '../counterparts.ts';
import { type Found, type Rule, shownWords, type TextPair } from './rule.ts';

/** Tuned with the tuning part of tests/gold and all pairs of its vendors' documents. */
const settings = {
  /** At most this share of the words of both texts, on average, have a counterpart. */
  maxShare: 0.5,
  /** In texts about different things. */
  maxShareOfOtherText: 0.25,
  /** Words without a counterpart that the lexicon knows well: two in each text, or one and three. */
  minProduct: 3,
  minConfidence: 0.4,
  /** One word is enough only if fewer words have a counterpart. */
  maxShareOfOneWord: 0.42,
  /** More words that the lexicon does not know leave open what the text says. */
  maxUnknown: 0.25,
};

/** A hint that an English and a Chinese text differ in meaning: most words have no counterpart. */
export const drift: Rule = {
  id: 'drift',
  kind: 'drift',
  compare(pair) {
    const { dictionary, general = dictionary } = pair.vocabulary;
    const found = findUnlike(pair, settings.maxShare, general);
    return found && !otherText.compare(pair) ? found : undefined;
  },
};

/** Texts about different things: next to no word has a counterpart. */
export const otherText: Rule = {
  id: 'other-text',
  kind: 'other-text',
  compare(pair) {
    const found = findUnlike(pair, settings.maxShareOfOtherText, pair.vocabulary.dictionary);
    if (!found || pair.field === 'solution') return found;
    // Two ways to solve a problem may both be right; two descriptions of one error may not.
    return { ...found, severity: 'contradiction' };
  },
};

/** Advice that a translator adds, drops and words freely. */
const retry = /\b(?:and )?(?:please )?try again(?: later)?\b/giu;

function findUnlike(
  { left, right }: TextPair,
  maxShare: number,
  dictionary: Dictionary,
): Found | undefined {
  const words = matchWords(left.replace(retry, ' '), right, dictionary);
  const share = (shareOf(words.left) + shareOf(words.right)) / 2;
  if (share > maxShare) return undefined;
  const [onlyLeft, onlyRight] = [words.left, words.right].map((side) =>
    shareOfUnknown(side) > settings.maxUnknown
      ? []
      : missingOf(side).filter(({ confidence }) => confidence >= settings.minConfidence),
  ) as [MatchedWord[], MatchedWord[]];
  if (onlyLeft.length * onlyRight.length < settings.minProduct) return undefined;
  const isOneWord = Math.min(onlyLeft.length, onlyRight.length) === 1;
  if (isOneWord && share > settings.maxShareOfOneWord) return undefined;
  return {
    severity: 'content',
    onlyLeft: onlyLeft.slice(0, shownWords).map(({ word }) => word),
    onlyRight: onlyRight.slice(0, shownWords).map(({ word }) => word),
  };
}

const shareOfUnknown = (words: readonly MatchedWord[]): number =>
  words.filter(({ found, confidence }) => !found && confidence === 0).length /
  Math.max(1, words.length);
