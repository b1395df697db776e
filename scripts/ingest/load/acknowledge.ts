import type { CatalogResult } from '../write/index.ts';
import type { Curation } from './curation.ts';

/**
 * Mark the differences that an editor has acknowledged.
 *
 * @returns Problems: acknowledgements whose difference is gone.
 */
export function acknowledge(
  catalogs: CatalogResult[],
  curation: Pick<Curation, 'acknowledged'>,
): string[] {
  const byFingerprint = new Map(
    catalogs.flatMap(({ codes }) =>
      codes.flatMap(({ differences }) =>
        differences.map((difference) => [difference.fingerprint, difference]),
      ),
    ),
  );
  return curation.acknowledged.flatMap(({ item, place }) => {
    const difference = byFingerprint.get(item.fingerprint);
    if (difference === undefined) {
      return [
        `${place}: there is no difference ${item.fingerprint} any more. Remove the acknowledgement.`,
      ];
    }
    difference.acknowledged = { by: item.by, reason: item.reason };
    return [];
  });
}
