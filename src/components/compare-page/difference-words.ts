import { type CatalogData, variantNameOf } from '~/data/queries';
import { quoting, type Sentence } from '~/data/quoting';
import { ui } from '~/i18n';
import type { Difference } from '../../model/difference.ts';
import type { Lang } from '../../model/lang.ts';

/** Returns the words that only one side of a difference has, as a sentence below its text. */
export function onlyHereWords(
  { kind, onlyLeft, onlyRight }: Pick<Difference, 'kind' | 'onlyLeft' | 'onlyRight'>,
  side: 'left' | 'right',
  lang: Lang,
): Sentence[] {
  const items = (side === 'left' ? onlyLeft : onlyRight) ?? [];
  if (items.length === 0 || kind === 'empty' || kind === 'untranslated') return [];
  return [quoting(lang, 'compare.onlyHere', {}, items)];
}

/** Returns sentences about a difference, where its two texts are not enough. */
export function differenceWords(
  difference: Pick<Difference, 'left' | 'right' | 'kind' | 'onlyLeft' | 'onlyRight' | 'outdated'>,
  catalog: CatalogData,
  lang: Lang,
): Sentence[] {
  const t = ui(lang);
  const nameOf = (id: string) => variantNameOf(catalog, id, lang);
  const words: Sentence[] = [];
  const { kind } = difference;
  if (kind === 'only-left') words.push([t('kind.only-left', { name: nameOf(difference.left) })]);
  else if (kind === 'only-right')
    words.push([t('kind.only-right', { name: nameOf(difference.right) })]);
  else if (kind !== 'changed' && kind !== 'added' && kind !== 'removed' && kind !== 'drift')
    words.push([t(`kind.${kind}`)]);
  if (difference.outdated) words.push([t('case.outdated', { name: nameOf(difference.outdated) })]);
  for (const [side, items] of [
    ['left', difference.onlyLeft],
    ['right', difference.onlyRight],
  ] as const) {
    if (items && items.length > 0) {
      const name = nameOf(difference[side]);
      words.push(quoting(lang, 'case.onlyIn', { name }, items));
    }
  }
  return words;
}
