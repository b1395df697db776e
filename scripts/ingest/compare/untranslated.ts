/** Texts left in the other document's language. */
import type { Lang } from '../../../src/model/lang.ts';
import { withoutIdentifiers } from '../../../src/text/identifiers.ts';

/**
 * Is a text of a document in `lang` not in that language? A bare identifier or product name is in
 * none: at least two words of the other script count, and they must prevail.
 *
 * @example isUntranslated('Parameter error.', 'zh-CN') // => true
 * @example isUntranslated('SubscriberUrn不可用。', 'zh-CN') // => false
 */
export function isUntranslated(text: string, lang: Lang): boolean {
  const han = (text.match(/\p{Script=Han}/gu) ?? []).length;
  const latin = (withoutIdentifiers(text.normalize('NFKC')).match(/[A-Za-z]{2,}/gu) ?? []).length;
  if (lang === 'en') return han >= 2 && han > latin * 2;
  return latin >= 2 && /[a-z]{3}/u.test(text) && han < latin;
}
