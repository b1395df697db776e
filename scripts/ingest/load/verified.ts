import { z } from 'zod';
import { verifiedResults } from '../../../src/model/terms.ts';
import type { CatalogResult } from '../write/index.ts';
import { keepBothSides, readJsonRecord, renderJsonRecord } from './json-record.ts';

export const verifiedFile = 'content/verified.json';

const VerificationSchema = z.strictObject({
  /** Of the file in `content/sources/` that was compared. */
  sha256: z.string(),
  /** The publisher's commit, in full. */
  commit: z.string(),
  date: z.iso.date(),
  result: z.enum(verifiedResults),
});
export type Verified = Map<string, z.infer<typeof VerificationSchema>>;

/**
 * Reads when each source file was last compared with the publisher's own.
 *
 * @returns Path from the root → verification; empty without the file.
 * @throws InputError if the file is damaged.
 */
export function readVerified(root: string): Verified {
  const schema = z.record(z.string(), VerificationSchema);
  const why = 'or remove it, and run `npm run verify` again';
  return new Map(
    Object.entries(readJsonRecord(root, verifiedFile, schema, why, keepBothSides) ?? {}),
  );
}

/** Renders the record for its file, sorted. */
export const renderVerified = (verified: Verified): string =>
  renderJsonRecord([...verified].sort(([a], [b]) => (a < b ? -1 : 1)));

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
