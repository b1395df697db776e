import type { Lang } from '../model/lang.ts';

/**
 * Join names with the comma of the language.
 *
 * @example listNames(['签名', '时间'], 'zh-CN') // => '签名、时间'
 */
export function listNames(names: readonly (string | number)[], lang: Lang): string {
  return names.join(lang === 'en' ? ', ' : '、');
}
