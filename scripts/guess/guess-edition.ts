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
 * Returns the editions before and after a document in its lineage. A document without a date or
 * version that can be compared is the newest.
 *
 * @param lineage The editions of the lineage, oldest first.
 */
export function placeInLineage<V extends Pick<Variant, 'revision' | 'seen' | 'edition'>>(
  edition: Edition,
  lineage: readonly V[],
): { before?: V | undefined; after?: V | undefined } {
  const at = lineage.findLastIndex((other) => !isOlder(edition, other));
  return { before: lineage[at], after: lineage[at + 1] };
}

function isOlder(
  { revision, version: own }: Edition,
  other: Pick<Variant, 'revision' | 'seen' | 'edition'>,
): boolean {
  const date = other.revision ?? other.seen;
  if (revision !== undefined && date !== undefined) {
    const length = Math.min(revision.length, date.length);
    return compareStrings(revision.slice(0, length), date.slice(0, length)) < 0;
  }
  const theirs = version.exec(other.edition.en);
  if (own === undefined || theirs === null) return false;
  if (theirs[2]) return !/^\D/.test(own);
  return !/^\D/.test(own) && compareCodes(own, theirs[1] ?? '') < 0;
}
