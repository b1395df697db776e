/** What the parts of the worklist ask of a catalog: who is newest, which pair says what. */

import type { Case, Code } from '../../../src/model/case.ts';
import type { Comparison, PairDifference } from '../../../src/model/difference.ts';
import type { Entry } from '../../../src/model/entry.ts';
import type { Lang } from '../../../src/model/lang.ts';
import type { Catalog, Variant, VariantReport } from '../../../src/model/registry.ts';
import { currentOf, currentVariants } from '../../../src/model/variant-order.ts';
import type { WorkItem } from '../../../src/model/work.ts';

export interface CatalogView {
  catalog: Catalog;
  codes: readonly Code[];
  reports: readonly VariantReport[];
  /** The newest variant of each lineage. */
  tips: Variant[];
  /** The newest variant of each language that the catalog has. */
  newest: Partial<Record<Lang, Variant>>;
  /** The differences of a pair, in whatever order the two are named. */
  pairOf: (a: string, b: string) => Comparison | undefined;
}

/** Prepare a catalog for the worklist. */
export function viewCatalog(result: {
  catalog: Catalog;
  codes: readonly Code[];
  variants: readonly VariantReport[];
  comparisons: readonly Comparison[];
}): CatalogView {
  const { catalog, codes, variants, comparisons } = result;
  const [en, zh] = [currentOf(catalog.variants, 'en'), currentOf(catalog.variants, 'zh-CN')];
  const pairs = new Map(comparisons.map((pair) => [`${pair.left}..${pair.right}`, pair]));
  return {
    catalog,
    codes,
    reports: variants,
    tips: currentVariants(catalog.variants),
    newest: { ...(en ? { en } : {}), ...(zh ? { 'zh-CN': zh } : {}) },
    pairOf: (a, b) => pairs.get(`${a}..${b}`) ?? pairs.get(`${b}..${a}`),
  };
}

/** The entry that counts for a variant in a case. */
export function entryOf(item: Case, variant: string | undefined): Entry | undefined {
  return item.entries.find((entry) => entry.variant === variant);
}

/** The place of a field of an entry. */
export function placeOf(entry: Entry, field?: PairDifference['field']): WorkItem['places'][number] {
  const line = field && field !== 'presence' ? entry[field]?.line : undefined;
  const { page } = entry.place;
  const at = { variant: entry.variant, line: line ?? entry.place.line };
  return page === undefined ? at : { ...at, page };
}

/** A case of a code by its ids. */
export function caseOf(view: CatalogView, code: string, id: string): Case | undefined {
  return view.codes.find((other) => other.code === code)?.cases.find((item) => item.id === id);
}

/** The part of a difference that an item of the worklist keeps. */
export function aboutOf(difference: PairDifference) {
  const { kind, severity, runs, onlyLeft, onlyRight, outdated } = difference;
  return {
    kind,
    severity,
    ...(runs ? { runs } : {}),
    ...(onlyLeft ? { onlyLeft } : {}),
    ...(onlyRight ? { onlyRight } : {}),
    ...(outdated ? { outdated } : {}),
  };
}
