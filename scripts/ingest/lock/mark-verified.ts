import type { Verified } from '../load/verified.ts';
import type { CatalogResult } from '../write/index.ts';

/**
 * Adds to each file of the documents when it was last compared with the publisher's own. A file that is
 * not locked, or was locked anew since, counts as not compared.
 */
export function markVerified(
  { variants }: CatalogResult,
  verified: Verified,
  lock: ReadonlyMap<string, string>,
): void {
  for (const file of variants.flatMap(({ files }) => files)) {
    const item = verified.get(file.path);
    if (item !== undefined && item.sha256 === lock.get(file.path))
      file.verified = { date: item.date, result: item.result };
  }
}
