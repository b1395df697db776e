import type { Code } from '../../../src/model/case.ts';
import type { Comparison, PairDifference } from '../../../src/model/difference.ts';
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
      const difference = absenceOf(pair, code, item.id);
      return [
        {
          kind: 'missing-language',
          fingerprint:
            difference?.fingerprint ??
            fingerprintOf(catalog.id, 'missing-language', missingLang, code.code, item.id),
          code: code.code,
          case: item.id,
          field: 'presence',
          places: [placeOf(entry)],
          ...(difference ? { pair: { left: en.id, right: zh.id } } : {}),
          missingLang,
        },
      ];
    }),
  );
}

/** Returns the cases that a lineage had and its newest document no longer has. */
export function listMissingInNewest(view: CatalogView): WorkItem[] {
  const { catalog } = view;
  const ordered = orderVariants(catalog.variants);
  return casesOf(view).flatMap(({ tip, code, item }): WorkItem[] => {
    if (entryOf(item, tip.id)) return [];
    const lineage = ordered.filter(({ lineage }) => lineage === tip.lineage);
    const earlier = lineage.slice(0, lineage.indexOf(tip)).map(({ id }) => id);
    // Entries are sorted newest first: this is the last document that had the case.
    const entry = item.entries.find(({ variant }) => earlier.includes(variant));
    if (!entry) return [];
    const pair = view.pairOf(entry.variant, tip.id);
    const difference = absenceOf(pair, code, item.id);
    return [
      {
        kind: 'missing-newest',
        fingerprint:
          difference?.fingerprint ??
          fingerprintOf(catalog.id, 'missing-newest', tip.id, code.code, item.id),
        code: code.code,
        case: item.id,
        field: 'presence',
        places: [placeOf(entry)],
        ...(pair && difference ? { pair: { left: pair.left, right: pair.right } } : {}),
        missingVariant: tip.id,
      },
    ];
  });
}

function absenceOf(
  pair: Comparison | undefined,
  { code }: Code,
  id: string,
): PairDifference | undefined {
  return pair?.differences.find(
    (other) => other.field === 'presence' && other.code === code && other.case === id,
  );
}
