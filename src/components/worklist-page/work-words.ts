import { type CatalogData, variantNameOf } from '~/data/queries';
import type { Sentence } from '~/data/quoting';
import { ui } from '~/i18n';
import type { Lang } from '../../model/lang.ts';
import type { WorkItem } from '../../model/work.ts';
import { punctuation } from '../../text/punctuation.ts';
import { differenceWords } from '../compare-page/difference-words';

/** Returns an item without the words that only one side of its difference has. */
export function withoutWords(item: WorkItem): WorkItem {
  if (!item.difference) return item;
  const { onlyLeft: _left, onlyRight: _right, ...difference } = item.difference;
  return { ...item, difference };
}

/** Returns sentences about an item of the worklist; the differing texts are shown apart. */
export function workWords(item: WorkItem, catalog: CatalogData, lang: Lang): Sentence[] {
  const t = ui(lang);
  const { difference, pair, finding, field } = item;
  const nameOf = (id: string) => variantNameOf(catalog, id, lang);
  const words: Sentence[] = [];
  if (item.missingLang) {
    words.push([t(`worklist.missing.${item.missingLang === 'en' ? 'en' : 'zh'}`)]);
  }
  if (item.similarCode) words.push([t('worklist.similarCode', { code: item.similarCode })]);
  if (item.kind === 'missing-column' && item.missingVariant && field) {
    const name = nameOf(item.missingVariant);
    words.push([t('compare.missingColumn', { name, field: t(`field.${field}`) })]);
  } else if (item.missingVariant) {
    words.push([t('worklist.missing.newest', { name: nameOf(item.missingVariant) })]);
  }
  if (item.solution) words.push([t(`worklist.solution.${item.solution}`)]);
  if (item.note) words.push([item.note[lang]]);
  const [place] = item.places;
  if (item.kind === 'not-followed' && pair && place) {
    const names = { name: nameOf(pair.right), other: nameOf(place.variant) };
    words.push([t('worklist.notFollowed', names)]);
  }
  if (difference && pair && item.kind !== 'solution' && field) {
    words.push(...differenceWords({ ...pair, ...difference }, catalog, lang));
  }
  if (finding) {
    const { message, advice } = lang === 'en' ? finding : finding.zh;
    words.push([`${message}${punctuation[lang].stop}${advice}`]);
  }
  return words;
}
