import { ratingOf } from '../../src/model/terms.ts';
import type { CatalogResult } from '../ingest/write/index.ts';
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
  const [older, newer] = [listContradictions(before), listContradictions(after)];
  const missing = (from: typeof older, other: typeof older) =>
    [...from].filter(([key]) => !other.has(key)).map(([, item]) => item);
  return { appeared: missing(newer, older), resolved: missing(older, newer) };
}

/** Returns the contradictions that no editor has acknowledged, by what stays the same between revisions. */
function listContradictions(results: readonly CatalogResult[]): Map<string, Contradiction> {
  const all = results.flatMap(({ catalog, codes, comparisons }) =>
    comparisons.flatMap((comparison) => {
      const { left, right } = comparison;
      const lineages = [left, right].map(
        (id) => catalog.variants.find((variant) => variant.id === id)?.lineage,
      );
      const differences = comparison.differences.filter(
        (difference) => ratingOf(difference) === 'contradiction' && !difference.acknowledged,
      );
      if (differences.length === 0) return [];
      return listChanges(codes, { left, right, differences })
        .filter(({ rating }) => rating === 'contradiction')
        .map((change): [string, Contradiction] => {
          const { code, case: id, field } = change;
          const key = JSON.stringify([catalog.id, lineages, code, id, field]);
          return [key, { ...change, catalog: catalog.id, left, right }];
        });
    }),
  );
  return new Map(all);
}
