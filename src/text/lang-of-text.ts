/**
 * The language of a vendor's text by its script: with a Han character it is Chinese, else English.
 * Error messages are English in the documents of either language.
 *
 * @example langOfText('Bad request.') // => 'en'
 */
export function langOfText(text: string): 'en' | 'zh-CN' {
  return /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en';
}
