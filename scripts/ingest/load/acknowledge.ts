import type { Difference } from '../../../src/model/difference.ts';
import type { CatalogResult } from '../write/index.ts';
import type { Curation } from './curation.ts';

/**
 * Marks the differences and worklist items that an editor has acknowledged, in codes, comparisons
 * and worklists.
 *
 * @param whole The catalogs that could be read; in the others differences may be missing.
 * @returns Problems: acknowledgements whose difference no longer exists, is in another catalog, or is
 *   acknowledged twice.
 */
export function acknowledge(
  catalogs: CatalogResult[],
  whole: CatalogResult[],
  curation: Pick<Curation, 'acknowledged'>,
): string[] {
  const acknowledgeable = catalogs.flatMap(({ catalog, codes, comparisons, work }) => {
    const all: Pick<Difference, 'fingerprint' | 'acknowledged'>[] = [
      ...codes.flatMap(({ differences }) => differences),
      ...comparisons.flatMap(({ differences }) => differences),
      ...work,
    ];
    return all.map((difference) => ({ catalog: catalog.id, difference }));
  });
  const byFingerprint = Map.groupBy(
    acknowledgeable,
    ({ difference: { fingerprint } }) => fingerprint,
  );
  const reasons = new Map<string, string>();
  return curation.acknowledged.flatMap(({ item, place }) => {
    const differences = byFingerprint.get(item.fingerprint);
    const said = `${item.by}: ${item.reason}`;
    const before = reasons.get(item.fingerprint) ?? said;
    reasons.set(item.fingerprint, said);
    if (before !== said)
      return [
        `${place}: the difference ${item.fingerprint} is acknowledged twice, with two reasons. Keep one of them.`,
      ];
    const owner = differences?.[0]?.catalog;
    if (owner !== undefined && item.catalog !== undefined && item.catalog !== owner)
      return [
        `${place}: the difference ${item.fingerprint} is in the catalog ${owner}. Correct \`catalog\`.`,
      ];
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
    for (const { difference } of differences) {
      difference.acknowledged = { by: item.by, reason: item.reason };
    }
    return [];
  });
}
