import { ratingOf } from '../../src/model/terms.ts';
import type { CatalogResult } from '../ingest/write/index.ts';
import { compareLists } from './compare-lists.ts';
import { listChanges } from './list-changes.ts';
import type { Contradiction, Review } from './schema.ts';

/**
 * Returns the contradictions between current documents that are new, and those that are resolved. One
 * that a new revision takes over from the revision before it is neither.
 */
export function compareContradictions(
  before: readonly CatalogResult[],
  after: readonly CatalogResult[],
): Review['contradictions'] {
  const { appeared, done } = compareLists(listContradictions(before), listContradictions(after));
  return { appeared, resolved: done };
}

/** Returns the contradictions that no editor has acknowledged, by what stays the same between revisions. */
function listContradictions(
  results: readonly CatalogResult[],
): { key: string; item: Contradiction }[] {
  return results.flatMap(({ catalog, codes, comparisons }) =>
    comparisons.flatMap((comparison) => {
      const { left, right } = comparison;
      const lineages = [left, right].map(
        (id) => catalog.variants.find((variant) => variant.id === id)?.lineage,
      );
      const differences = comparison.differences.filter(
        (difference) => ratingOf(difference) === 'contradiction' && !difference.acknowledged,
      );
      if (differences.length === 0) return [];
      return listChanges(codes, { left, right, differences }, catalog.id)
        .filter(({ rating }) => rating === 'contradiction')
        .map((change) => {
          const { code, case: id, field } = change;
          const key = JSON.stringify([catalog.id, lineages, code, id, field]);
          return { key, item: { ...change, catalog: catalog.id, left, right } };
        });
    }),
  );
}
