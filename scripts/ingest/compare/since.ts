import type { Case, Since } from '../../../src/model/case.ts';
import { FieldSchema } from '../../../src/model/entry.ts';
import { newestFirst } from '../../../src/model/order.ts';
import type { Variant } from '../../../src/model/registry.ts';
import type { Field } from '../../../src/model/terms.ts';
import { diffWords } from './word-diff.ts';

/**
 * What has changed in a case since each older document was written: its fields against those of the
 * newest document of the same language. A link that is pinned to a document shows it.
 *
 * @param variants Documents in use.
 * @param former Documents that are retired, whose texts stand in `item.former`.
 * @returns One item a document that says something else than the newest; `changes` is empty where
 *   the newest document does not have the case at all.
 */
export function changesSince(
  item: Case,
  variants: Variant[],
  former: Pick<Variant, 'id' | 'lang'>[] = [],
): Since[] {
  const ordered = variants.toSorted(newestFirst);
  const found: Since[] = [];
  for (const entry of [...item.entries, ...(item.former ?? [])]) {
    const { variant } = entry;
    const lang = [...variants, ...former].find(({ id }) => id === variant)?.lang;
    const newest = ordered.find((other) => other.lang === lang);
    if (newest === undefined || newest.id === variant) continue;
    if (found.some((other) => other.variant === variant)) continue;
    const now = item.entries.find((other) => other.variant === newest.id);
    if (now === undefined) {
      found.push({ variant, newest: newest.id, gone: true, changes: [] });
      continue;
    }
    const changes = FieldSchema.options.flatMap((field: Field) => {
      const [before, after] = [entry[field]?.plain ?? '', now[field]?.plain ?? ''];
      return before === after ? [] : [{ field, runs: diffWords(before, after) }];
    });
    if (changes.length > 0) found.push({ variant, newest: newest.id, gone: false, changes });
  }
  return found;
}
