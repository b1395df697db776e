/** Sentences of the interface that quote a document, in which the quoted words carry their language. */
import type { Lang } from '../model/lang.ts';
import { langOfText } from '../text/lang-of-text.ts';
import { listNames } from '../text/list-names.ts';

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
  return { before, quoted: listNames(items, quotedLang), quotedLang, after };
}

/** A sentence without marks, for files that know none. */
export const plainWords = (words: string | Quotation): string =>
  typeof words === 'string' ? words : `${words.before}${words.quoted}${words.after}`;
