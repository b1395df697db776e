import type { Difference } from '../../model/difference.ts';
import { type Rating, ratingOf } from '../../model/terms.ts';

/** The same disagreement between one or more pairs of documents, as one row shows it. */
export interface Disagreement {
  /** The pair that is shown; the others say the same. */
  difference: Difference;
  /** Ids of the variants that have the left text, and of those that have the right one. */
  sides: { left: string[]; right: string[] };
  fingerprints: string[];
}

/**
 * Joins differences of a case between the same two texts of a field: when a document drops a full stop
 * and the next one restores it, a reader needs to see the two spellings once.
 *
 * @param differences Differences of one case, without those in presence.
 */
export function groupDifferences(differences: Difference[]): Disagreement[] {
  const groups = new Map<string, Disagreement>();
  for (const difference of differences) {
    const { before, after, field, left, right } = difference;
    const known =
      before !== undefined && after !== undefined && !difference.acknowledged
        ? JSON.stringify([field, ratingOf(difference), [before, after].sort()])
        : difference.fingerprint;
    const group = groups.get(known);
    if (group === undefined) {
      groups.set(known, {
        difference,
        sides: { left: [left], right: [right] },
        fingerprints: [difference.fingerprint],
      });
      continue;
    }
    const turned = before !== group.difference.before;
    addOnce(group.sides.left, turned ? right : left);
    addOnce(group.sides.right, turned ? left : right);
    group.fingerprints.push(difference.fingerprint);
  }
  return [...groups.values()];
}

/** Returns how many disagreements have each rating, worst first; ratings without any are left out. */
export function countByRating(
  groups: Disagreement[],
  ratings: readonly Rating[],
): [Rating, number][] {
  return ratings
    .map((rating): [Rating, number] => [
      rating,
      groups.filter(({ difference }) => ratingOf(difference) === rating).length,
    ])
    .filter(([, count]) => count > 0);
}

function addOnce(ids: string[], id: string): void {
  if (!ids.includes(id)) ids.push(id);
}
