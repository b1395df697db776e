import { foldCase, squash } from '../../../../src/text/fold.ts';
import { statusesOf } from '../../../../src/text/statuses.ts';
import type { Rule } from './rule.ts';

/**
 * HTTP statuses as sets: 404 and 500 contradict, `404 Not Found` is 404, `404/500` and `4xx` say more than 404.
 * A cell without a status is compared by its numbers.
 */
export const httpStatus: Rule = {
  id: 'http-status',
  kind: 'changed',
  compare({ field, left, right }) {
    if (field !== 'httpStatus') return undefined;
    const [before, after] = [numbersOf(left), numbersOf(right)];
    if (before.join() === after.join()) {
      const isTypography = squash(foldCase(left)) === squash(foldCase(right));
      return { severity: isTypography ? 'typography' : 'wording' };
    }
    const isPart = [[before, after] as const, [after, before] as const].some(
      ([some, others]) =>
        some.length > 0 && some.every((status) => others.some((other) => contains(other, status))),
    );
    return { severity: isPart ? 'content' : 'contradiction' };
  },
};

/** `4xx` contains 404. */
const contains = (other: string, status: string): boolean =>
  other === status || (other.endsWith('xx') && other[0] === status[0]);

function numbersOf(cell: string): readonly string[] {
  const statuses = statusesOf(cell);
  return statuses.length > 0 ? statuses : (cell.normalize('NFKC').match(/\d+/gu) ?? []).sort();
}
