import {
  hasNumber,
  indexNumbers,
  type Quantity,
  readNumbers,
  replacesNumber,
} from '../../../../src/text/numbers.ts';
import { type Rule, rateOneSided, type TextPair } from './rule.ts';

/**
 * Numbers with their units, by value. A number in words without a unit ("two", 三个) is only looked
 * for, and reported only if it is in the place of another: "Up to four faces" and 最多5张.
 */
export const number: Rule = {
  id: 'number',
  kind: 'number',
  compare(pair) {
    const { translated } = pair;
    const left = missing(pair.left, pair.right, translated);
    const right = missing(pair.right, pair.left, translated);
    const [onlyLeft, onlyRight] = [reported(left, right), reported(right, left)];
    if (isSameBound(pair, onlyLeft, onlyRight)) return undefined;
    return rateOneSided(pair, onlyLeft, onlyRight, replacesNumber(onlyLeft, onlyRight));
  },
};

/** Returns whether the numbers are one bound in two ways: "at least 2" and 大于1. */
function isSameBound({ left, right }: TextPair, some: Quantity[], others: Quantity[]): boolean {
  const [a, b] = [some[0]?.values[0], others[0]?.values[0]];
  if (some.length !== 1 || others.length !== 1 || a === undefined || b === undefined) return false;
  const isStrict = (text: string) =>
    /[大小高低少多]于|超过|不足|\b(?:more|less|greater|fewer|larger|smaller|higher|lower) than\b|\b(?:exceed\w*|over|below|under)\b/iu.test(
      text
        .replace(/不(?=[大小高低少多]于|超过|足)|\b(?:no|not) (?=\w+ than|exceed)/giu, '=')
        .replace(/=\S{1,2}/gu, ''),
    );
  return Math.abs(a - b) === 1 && isStrict(left) !== isStrict(right);
}

function missing(text: string, other: string, acrossLanguages: boolean): Quantity[] {
  const index = indexNumbers(other);
  return readNumbers(text).filter((quantity) => !hasNumber(index, quantity, acrossLanguages));
}

function reported(some: Quantity[], others: Quantity[]): Quantity[] {
  const isReplaced = some.length === 1 && others.length === 1;
  return some.filter(({ spelled, measures }) => !spelled || measures.length > 0 || isReplaced);
}
