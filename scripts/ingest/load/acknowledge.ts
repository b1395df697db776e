import type { Difference } from '../../../src/model/model.ts';
import type { CatalogResult } from '../write/index.ts';
import type { Curation } from './curation.ts';

/**
 * Mark the differences, and other items of the worklist, that an editor has acknowledged, wherever
 * they stand.
 *
 * @returns Problems: acknowledgements whose difference is gone.
 */
export function acknowledge(
  catalogs: CatalogResult[],
  curation: Pick<Curation, 'acknowledged'>,
): string[] {
  const acknowledgeable: Pick<Difference, 'fingerprint' | 'acknowledged'>[] = catalogs.flatMap(
    ({ codes, comparisons, work }) => [
      ...codes.flatMap(({ differences }) => differences),
      ...comparisons.flatMap(({ differences }) => differences),
      ...work,
    ],
  );
  const byFingerprint = Map.groupBy(acknowledgeable, ({ fingerprint }) => fingerprint);
  return curation.acknowledged.flatMap(({ item, place }) => {
    const differences = byFingerprint.get(item.fingerprint);
    if (differences === undefined) {
      return [
        `${place}: there is no difference ${item.fingerprint} any more. Remove the acknowledgement.`,
      ];
    }
    for (const difference of differences) {
      difference.acknowledged = { by: item.by, reason: item.reason };
    }
    return [];
  });
}
