import { findCounterparts } from '../counterparts.ts';
import type { Rule } from './rule.ts';

/**
 * Tuned with the tuning part of tests/gold: at most this share of the words of both texts have a
 * counterpart. A text with fewer words than `minWords` says too little to be sure.
 */
const settings = { maxShare: 0.5, minWords: 2, shownWords: 5 };

/** A hint that an English and a Chinese text differ in meaning: most words have no counterpart. */
export const drift: Rule = {
  id: 'drift',
  kind: 'drift',
  compare({ left, right, vocabulary: { dictionary } }) {
    const found = findCounterparts(left, right, dictionary);
    const { onlyLeft, onlyRight } = found;
    if ((found.left + found.right) / 2 > settings.maxShare) return undefined;
    if (onlyLeft.length === 0 || onlyRight.length === 0) return undefined;
    if (onlyLeft.length + onlyRight.length <= settings.minWords) return undefined;
    return {
      severity: 'content',
      onlyLeft: onlyLeft.slice(0, settings.shownWords),
      onlyRight: onlyRight.slice(0, settings.shownWords),
    };
  },
};
