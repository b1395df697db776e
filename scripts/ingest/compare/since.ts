import type { Case, Since } from '../../../src/model/case.ts';
import { FieldSchema } from '../../../src/model/entry.ts';
import { languages } from '../../../src/model/lang.ts';
import type { Variant } from '../../../src/model/registry.ts';
import type { Field } from '../../../src/model/terms.ts';
import { currentOf } from '../../../src/model/variant-order.ts';
import { diffWords } from './word-diff.ts';

/**
 * What has changed in a case since each older document was written: its fields against those of the
 * current document of the same language. A link that is pinned to a document shows it.
 *
 * @param variants Documents in use.
 * @param former Documents that are retired, whose texts stand in `item.former`.
 * @returns One item a document that differs from the current one; `changes` is empty where
 *   the current document does not contain the case.
 */
export function changesSince(
  item: Case,
  variants: Variant[],
  former: Pick<Variant, 'id' | 'lang'>[] = [],
): Since[] {
  const current = languages.flatMap((lang) => currentOf(variants, lang) ?? []);
  const found: Since[] = [];
  for (const entry of [...item.entries, ...(item.former ?? [])]) {
    const { variant } = entry;
    const lang = [...variants, ...former].find(({ id }) => id === variant)?.lang;
    const newest = current.find((other) => other.lang === lang);
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
