/** Which edition of its lineage a document is, by its date or its version. */
import { basename } from 'node:path';
import { compareCodes, compareStrings } from '../../src/model/order.ts';
import type { Variant } from '../../src/model/registry.ts';

/** What is known of the time of a document. */
export interface Edition {
  /** `YYYY-MM` or `YYYY-MM-DD`. */
  revision?: string | undefined;
  /** A version in place of a date, such as `1.2` or `latest`. */
  version?: string | undefined;
}

const date = /(?<!\d)(20\d\d)[-_.]?(0[1-9]|1[0-2])(?:[-_.]?(0[1-9]|[12]\d|3[01]))?(?!\d)/;
const version = /(?<![\d.])v?(\d{1,2}(?:\.\d{1,3}){1,2})(?!\d)|\b(latest|master|main|current)\b/i;

/**
 * Returns date or version from the name of a file or folder.
 *
 * @example guessEdition('otc-2024-12.en.rst') // => { revision: '2024-12' }
 * @example guessEdition('1.2.zh.md') // => { version: '1.2' }
 */
export function guessEdition(path: string): Edition {
  const name = basename(path);
  const [found, year, month, day] = date.exec(name) ?? [];
  if (found) return { revision: [year, month, day].filter(Boolean).join('-') };
  const [, number, word] = version.exec(name) ?? [];
  const text = number ?? word?.toLowerCase();
  return text ? { version: text } : {};
}

/**
 * Returns the editions before and after a document in its lineage. A document that cannot be compared with
 * the last edition counts as newer, and `isSure` is false.
 *
 * @param lineage The editions of the lineage, oldest first.
 */
export function placeInLineage<V extends Pick<Variant, 'revision' | 'seen' | 'edition'>>(
  edition: Edition,
  lineage: readonly V[],
): { before?: V | undefined; after?: V | undefined; isSure: boolean } {
  const older = lineage.map((other) => isOlder(edition, other));
  const at = older.findLastIndex((is) => is !== true);
  return { before: lineage[at], after: lineage[at + 1], isSure: at === -1 || older[at] === false };
}

/** Whether one date may be the other: `2024-12` and `2024-12-12`. */
export const isSameDate = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

/** Returns undefined if nothing tells which edition is older. */
function isOlder(
  { revision, version: own = '' }: Edition,
  other: Pick<Variant, 'revision' | 'seen' | 'edition'>,
): boolean | undefined {
  const date = other.revision ?? other.seen;
  if (revision !== undefined && date !== undefined)
    return isSameDate(revision, date) ? undefined : compareStrings(revision, date) < 0;
  const [ours, theirs] = [version.exec(own), version.exec(other.edition.en)];
  if (!ours || !theirs || ours[0] === theirs[0]) return undefined;
  // A word such as “latest” is newer than any number.
  if (theirs[2] || ours[2]) return !ours[2];
  return compareCodes(ours[1] ?? '', theirs[1] ?? '') < 0;
}
