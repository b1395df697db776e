import { type CatalogData, variantName } from '~/content-data/site';
import { ui } from '~/content-data/translate';
import { langOfText } from '~/markdown/lang-of-text';
import type { Difference, Lang } from '../../../scripts/ingest/model.ts';

/** Words of the interface around words of a document. */
export interface Quotation {
  before: string;
  quoted: string;
  /** The language of what is quoted. */
  quotedLang: Lang;
  after: string;
}

/**
 * Take a sentence that quotes a document apart, so that the quoted words can carry their language.
 *
 * @param say Makes the sentence; what it is given stands in it once.
 * @param items What is quoted, of one language.
 * @example quoting((items) => `only here: ${items}`, ['签名', '时间'])
 *   // => { before: 'only here: ', quoted: '签名、时间', quotedLang: 'zh-CN', after: '' }
 */
export function quoting(say: (items: string) => string, items: string[]): Quotation {
  const quotedLang = langOfText(items.join(' '));
  // No text of the interface has a null character.
  const [before = '', after = ''] = say('\0').split('\0');
  return { before, quoted: items.join(quotedLang === 'en' ? ', ' : '、'), quotedLang, after };
}

/** A sentence without marks, for files that know none. */
export const plainWords = (words: string | Quotation): string =>
  typeof words === 'string' ? words : `${words.before}${words.quoted}${words.after}`;

/** What a difference is about, in words, where its two texts alone do not say it. */
export function differenceWords(
  difference: Difference,
  catalog: CatalogData,
  lang: Lang,
): (string | Quotation)[] {
  const t = ui(lang);
  const nameOf = (id: string) => {
    const variant = catalog.variants.find((other) => other.id === id);
    return variant ? variantName(variant, lang) : id;
  };
  const words: (string | Quotation)[] = [];
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
      const name = nameOf(difference[side]);
      words.push(quoting((quoted) => t('case.onlyIn', { name, items: quoted }), items));
    }
  }
  return words;
}
