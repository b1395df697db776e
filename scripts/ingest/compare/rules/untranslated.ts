import type { Lang } from '../../../../src/model/lang.ts';
import { withoutIdentifiers } from '../../../../src/text/identifiers.ts';
import type { Rule } from './rule.ts';

/** Texts left in the language of the other document. A message may be in either language. */
export const untranslated: Rule = {
  id: 'untranslated',
  kind: 'untranslated',
  compare({ field, left, right }) {
    if (field === 'message' || field === 'httpStatus') return undefined;
    const onlyLeft = isUntranslated(left, 'en') ? [left] : [];
    const onlyRight = isUntranslated(right, 'zh-CN') ? [right] : [];
    if (onlyLeft.length + onlyRight.length === 0) return undefined;
    return { severity: 'content', onlyLeft, onlyRight };
  },
};

/** A line of the protocol, which no language translates: "HTTP/1.1 404 Not Found". */
const statusLine = /\bHTTP\/\d(?:\.\d)? \d{3}[^\n\p{Script=Han}]*/gu;

/**
 * Returns whether a text of a document in `lang` is not in that language. A bare identifier or product
 * name is in none: at least two words of the other script count, and they must prevail.
 *
 * @example isUntranslated('Parameter error.', 'zh-CN') // => true
 * @example isUntranslated('SubscriberUrn不可用。', 'zh-CN') // => false
 */
export function isUntranslated(text: string, lang: Lang): boolean {
  const han = (text.match(/\p{Script=Han}/gu) ?? []).length;
  const words = withoutIdentifiers(text.normalize('NFKC').replace(statusLine, ' '));
  const latin = (words.match(/[A-Za-z]{2,}/gu) ?? []).length;
  if (lang === 'en') return han >= 2 && han > latin * 2;
  return latin >= 2 && /[a-z]{3}/u.test(text) && han < latin;
}
