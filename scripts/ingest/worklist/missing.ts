import type { Lang } from '../../../src/model/lang.ts';
import { orderVariants } from '../../../src/model/variant-order.ts';
import type { WorkItem } from '../../../src/model/work.ts';
import { type CatalogView, entryOf, placeOf } from './catalog-view.ts';
import { ownFingerprint } from './own-fingerprint.ts';

/**
 * Cases that no document of the other language has, though the newest of one language does. A
 * catalog of one language has none; a case that only an outdated document has is not missing.
 */
export function listMissingInLanguage({ catalog, codes, newest, pairOf }: CatalogView): WorkItem[] {
  const { en, 'zh-CN': zh } = newest;
  if (!en || !zh) return [];
  const langOf = new Map(catalog.variants.map(({ id, lang }) => [id, lang]));
  const presence = pairOf(en.id, zh.id)?.differences.filter(({ field }) => field === 'presence');
  return codes.flatMap((code) =>
    code.cases.flatMap((item): WorkItem[] => {
      const languages = new Set(item.entries.map(({ variant }) => langOf.get(variant)));
      const missingLang: Lang | undefined = !languages.has('en')
        ? 'en'
        : !languages.has('zh-CN')
          ? 'zh-CN'
          : undefined;
      const entry = entryOf(item, missingLang === 'en' ? zh.id : en.id);
      if (!missingLang || !entry) return [];
      const difference = presence?.find(
        (other) => other.code === code.code && other.case === item.id,
      );
      return [
        {
          kind: 'missing-language',
          fingerprint:
            difference?.fingerprint ??
            ownFingerprint(catalog.id, 'missing-language', missingLang, code.code, item.id),
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

/** Cases that a lineage had and its newest document has no more. */
export function listMissingInNewest({ catalog, codes, tips, pairOf }: CatalogView): WorkItem[] {
  return tips.flatMap((tip) => {
    const lineage = orderVariants(catalog.variants).filter(
      ({ lineage: own }) => own === tip.lineage,
    );
    const earlier = new Set(lineage.slice(0, lineage.indexOf(tip)).map(({ id }) => id));
    return codes.flatMap((code) =>
      code.cases.flatMap((item): WorkItem[] => {
        if (entryOf(item, tip.id)) return [];
        // Entries are sorted newest first: this is the last document that had the case.
        const entry = item.entries.find(({ variant }) => earlier.has(variant));
        if (!entry) return [];
        const pair = pairOf(entry.variant, tip.id);
        const difference = pair?.differences.find(
          (other) =>
            other.field === 'presence' && other.code === code.code && other.case === item.id,
        );
        return [
          {
            kind: 'missing-newest',
            fingerprint:
              difference?.fingerprint ??
              ownFingerprint(catalog.id, 'missing-newest', tip.id, code.code, item.id),
            code: code.code,
            case: item.id,
            field: 'presence',
            places: [placeOf(entry)],
            ...(pair && difference ? { pair: { left: pair.left, right: pair.right } } : {}),
            missingVariant: tip.id,
          },
        ];
      }),
    );
  });
}
