import type { Case, Code } from '../../../src/model/case.ts';
import type { Comparison } from '../../../src/model/difference.ts';
import type { Entry } from '../../../src/model/entry.ts';
import { orderVariants } from '../../../src/model/variant-order.ts';
import type { WorkItem } from '../../../src/model/work.ts';
import { fingerprintOf } from '../compare/fingerprint.ts';
import { type CatalogView, casesOf, entryOf, placeOf } from './catalog-view.ts';

/**
 * Returns the cases that the newest document of one language has and no document of the other. A
 * catalog of one language has none; a case of outdated documents only is not missing.
 */
export function listMissingInLanguage({ catalog, codes, newest }: CatalogView): WorkItem[] {
  if (!newest) return [];
  const { en, zh, pair } = newest;
  const langOf = new Map(catalog.variants.map(({ id, lang }) => [id, lang]));
  return codes.flatMap((code) =>
    code.cases.flatMap((item): WorkItem[] => {
      const languages = new Set(item.entries.map(({ variant }) => langOf.get(variant)));
      const missingLang = (['en', 'zh-CN'] as const).find((lang) => !languages.has(lang));
      const entry = entryOf(item, missingLang === 'en' ? zh.id : en.id);
      if (!missingLang || !entry) return [];
      const missing = itemOf('missing-language', missingLang, { code, item, entry, pair });
      return [{ ...missing, missingLang }];
    }),
  );
}

/** Returns the cases that a lineage had and its newest document no longer has. */
export function listMissingInNewest(view: CatalogView): WorkItem[] {
  const ordered = orderVariants(view.catalog.variants);
  return casesOf(view).flatMap(({ tip, code, item }): WorkItem[] => {
    if (entryOf(item, tip.id)) return [];
    const lineage = ordered.filter(({ lineage }) => lineage === tip.lineage);
    const earlier = lineage.slice(0, lineage.indexOf(tip)).map(({ id }) => id);
    // Entries are sorted newest first: this is the last document that had the case.
    const entry = item.entries.find(({ variant }) => earlier.includes(variant));
    if (!entry) return [];
    const pair = view.pairOf(entry.variant, tip.id);
    const missing = itemOf('missing-newest', tip.id, { code, item, entry, pair });
    return [{ ...missing, missingVariant: tip.id }];
  });
}

/**
 * @param where Language or document that lacks the case.
 * @param about The case, its last entry, and the pair of documents of which one lacks it.
 */
function itemOf(
  kind: WorkItem['kind'],
  where: string,
  about: { code: Code; item: Case; entry: Entry; pair: Comparison | undefined },
): WorkItem {
  const { code, item, entry, pair } = about;
  const difference = pair?.differences.find(
    (other) => other.field === 'presence' && other.code === code.code && other.case === item.id,
  );
  return {
    kind,
    fingerprint:
      difference?.fingerprint ?? fingerprintOf(code.catalog, kind, where, code.code, item.id),
    code: code.code,
    case: item.id,
    field: 'presence',
    places: [placeOf(entry)],
    ...(pair && difference ? { pair: { left: pair.left, right: pair.right } } : {}),
  };
}
