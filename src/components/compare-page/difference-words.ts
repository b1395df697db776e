import { type CatalogData, variantName } from '~/content-data/site';
import { ui } from '~/content-data/translate';
import type { Difference, Lang } from '../../../scripts/ingest/model.ts';

/** What a difference is about, in words, where its two texts alone do not say it. */
export function differenceWords(
  difference: Difference,
  catalog: CatalogData,
  lang: Lang,
): string[] {
  const t = ui(lang);
  const nameOf = (id: string) => {
    const variant = catalog.variants.find((other) => other.id === id);
    return variant ? variantName(variant, lang) : id;
  };
  const words: string[] = [];
  const { kind } = difference;
  if (kind === 'only-left') words.push(t('kind.only-left', { name: nameOf(difference.left) }));
  else if (kind === 'only-right')
    words.push(t('kind.only-right', { name: nameOf(difference.right) }));
  else if (kind !== 'changed' && kind !== 'added' && kind !== 'removed')
    words.push(t(`kind.${kind}`));
  for (const [side, items] of [
    ['left', difference.onlyLeft],
    ['right', difference.onlyRight],
  ] as const) {
    if (items && items.length > 0) {
      words.push(
        t('case.onlyIn', {
          name: nameOf(difference[side]),
          items: items.join(lang === 'en' ? ', ' : '、'),
        }),
      );
    }
  }
  return words;
}
