import { type Rating, ratings } from '../../src/model/terms.ts';
import type { Review } from './schema.ts';

/**
 * Returns whether a review has a difference of this rating or a worse one that no editor acknowledged. A document that
 * is removed is a difference in content.
 *
 * @param limit `contradiction` is met only by contradictions between current documents.
 */
export function meetsLimit({ documents, contradictions }: Review, limit: Rating): boolean {
  // Of a removed document all texts are gone.
  const isLoss = ratings.indexOf('content') <= ratings.indexOf(limit);
  if (isLoss && documents.some(({ change }) => change === 'removed')) return true;
  const changes = [...contradictions.appeared, ...documents.flatMap((item) => item.changes)];
  return changes.some(
    ({ rating, acknowledged }) =>
      !acknowledged && ratings.indexOf(rating) <= ratings.indexOf(limit),
  );
}
