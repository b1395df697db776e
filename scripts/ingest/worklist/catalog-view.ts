/** A catalog as the parts of the worklist see it: its newest documents and the compared pairs. */
import type { Case, Code } from '../../../src/model/case.ts';
import type { Comparison, PairDifference } from '../../../src/model/difference.ts';
import type { Entry } from '../../../src/model/entry.ts';
import type { Catalog, Variant, VariantReport } from '../../../src/model/registry.ts';
import { currentOf, currentVariants } from '../../../src/model/variant-order.ts';
import type { WorkItem } from '../../../src/model/work.ts';
import type { Dictionary } from '../compare/counterparts.ts';

/** What the earlier stages made of a catalog. */
export interface Compared {
  catalog: Catalog;
  codes: readonly Code[];
  variants: readonly VariantReport[];
  comparisons: readonly Comparison[];
  /** Of the general lexicon: one learned from these documents would find its own pairs in them. */
  dictionary: Dictionary;
}

export interface CatalogView extends Compared {
  /** The newest variant of each lineage. */
  tips: Variant[];
  /** The newest English and the newest Chinese variant, and their comparison, if there are both. */
  newest: { en: Variant; zh: Variant; pair: Comparison | undefined } | undefined;
  /** The comparison of two variants: an older one and a newer one, or an English and a Chinese one. */
  pairOf: (left: string, right: string) => Comparison | undefined;
}

/** Returns a catalog prepared for the worklist. */
export function viewCatalog(result: Compared): CatalogView {
  const { variants } = result.catalog;
  const [en, zh] = [currentOf(variants, 'en'), currentOf(variants, 'zh-CN')];
  const pairs = new Map(result.comparisons.map((pair) => [`${pair.left}..${pair.right}`, pair]));
  const pairOf = (left: string, right: string) => pairs.get(`${left}..${right}`);
  return {
    ...result,
    tips: currentVariants(variants),
    newest: en && zh && { en, zh, pair: pairOf(en.id, zh.id) },
    pairOf,
  };
}

/** Every case, once for each newest variant of a lineage. */
export function casesOf({ tips, codes }: CatalogView): { tip: Variant; code: Code; item: Case }[] {
  return tips.flatMap((tip) =>
    codes.flatMap((code) => code.cases.map((item) => ({ tip, code, item }))),
  );
}

/** The first entry of a variant in a case. */
export function entryOf(item: Case, variant: string | undefined): Entry | undefined {
  return item.entries.find((entry) => entry.variant === variant);
}

/** The place of an entry, or of one of its fields. */
export function placeOf(entry: Entry, field?: PairDifference['field']): WorkItem['places'][number] {
  const line = field && field !== 'presence' ? entry[field]?.line : undefined;
  const { page } = entry.place;
  const at = { variant: entry.variant, line: line ?? entry.place.line };
  return page === undefined ? at : { ...at, page };
}

/** The part of a difference that an item of the worklist contains. */
export function aboutOf({ kind, severity, runs, onlyLeft, onlyRight, outdated }: PairDifference) {
  return {
    kind,
    severity,
    ...(runs ? { runs } : {}),
    ...(onlyLeft ? { onlyLeft } : {}),
    ...(onlyRight ? { onlyRight } : {}),
    ...(outdated ? { outdated } : {}),
  };
}
