/** Sentences of the interface that quote a document; the quoted words carry their language. */
import { type Key, template } from '../i18n.ts';
import type { Lang } from '../model/lang.ts';
import { fillParts } from '../text/fill-template.ts';
import { langOfText } from '../text/lang-of-text.ts';
import { listNames } from '../text/list-names.ts';

/** Words of the interface, and words of documents. */
export type Sentence = (string | { quote: string; lang: Lang })[];

/**
 * Returns a string of the interface in which `{{items}}` are words of a document.
 *
 * @param items The quoted words, all of one language.
 * @example quoting('en', 'compare.onlyHere', {}, ['签名', '时间'])
 *   // => ['only here: ', { quote: '签名、时间', lang: 'zh-CN' }]
 */
export function quoting(
  lang: Lang,
  key: Key,
  values: Record<string, string>,
  items: string[],
): Sentence {
  const quotedLang = langOfText(items.join(' '));
  const quotation = { quote: listNames(items, quotedLang), lang: quotedLang };
  return fillParts<string | typeof quotation>(template(lang, key), { ...values, items: quotation });
}

/** Returns a sentence without markup, for files that have none. */
export function plainSentence(sentence: Sentence): string {
  return sentence.map((part) => (typeof part === 'string' ? part : part.quote)).join('');
}
