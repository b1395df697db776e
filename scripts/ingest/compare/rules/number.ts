import {
  hasNumber,
  indexNumbers,
  type Quantity,
  readNumbers,
  replacesNumber,
} from '../../../../src/text/numbers.ts';
import { type Rule, rateOneSided } from './rule.ts';

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
    return rateOneSided(pair, onlyLeft, onlyRight, replacesNumber(onlyLeft, onlyRight));
  },
};

function missing(text: string, other: string, acrossLanguages: boolean): Quantity[] {
  const index = indexNumbers(other);
  return readNumbers(text).filter((quantity) => !hasNumber(index, quantity, acrossLanguages));
}

function reported(some: Quantity[], others: Quantity[]): Quantity[] {
  const isReplaced =
    some.length === 1 && others.length === 1 && others.every((other) => !other.spelled);
  return some.filter(({ spelled, measures }) => !spelled || measures.length > 0 || isReplaced);
}
