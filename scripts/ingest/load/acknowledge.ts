import type { Difference } from '../../../src/model/difference.ts';
import type { CatalogResult } from '../write/index.ts';
import type { Curation } from './curation.ts';

/**
 * Marks the differences and worklist items that an editor has acknowledged, in codes, comparisons
 * and worklists.
 *
 * @param whole The catalogs that could be read; in the others differences may be missing.
 * @returns Problems: acknowledgements whose difference no longer exists.
 */
export function acknowledge(
  catalogs: CatalogResult[],
  whole: CatalogResult[],
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
      const isWhole =
        item.catalog === undefined
          ? whole.length === catalogs.length
          : whole.some(({ catalog }) => catalog.id === item.catalog);
      if (!isWhole) return [];
      return [
        `${place}: the difference ${item.fingerprint} no longer exists. Remove the acknowledgement.`,
      ];
    }
    for (const difference of differences) {
      difference.acknowledged = { by: item.by, reason: item.reason };
    }
    return [];
  });
}
