import type { Text } from '../../../src/model/text.ts';
import { hasHan } from '../../../src/text/lang-of-text.ts';

/**
 * Give a text the language of its script: a text in a Chinese document without any Han character
 * but with Latin words is English (error messages are, in every document), and the reverse.
 *
 * @example withScript({ lang: 'zh-CN', plain: 'Bad request.' }).lang // => 'en'
 */
export function withScript(text: Text): Text {
  if (hasHan(text.plain)) return { ...text, lang: 'zh-CN' };
  return /\p{Script=Latin}{2}/u.test(text.plain) ? { ...text, lang: 'en' } : text;
}
