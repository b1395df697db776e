/** Whether a text has a Chinese character. */
export function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/**
 * Whether a UTF-16 code unit is a common Chinese character. Faster than {@link hasHan}: texts of a
 * megabyte are searched character by character.
 */
export function isHanCode(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff;
}

/**
 * The language of a vendor's text by its script: Chinese if it has a Chinese character, else
 * English. Error messages are English in documents of either language.
 *
 * @example langOfText('Bad request.') // => 'en'
 */
export function langOfText(text: string): 'en' | 'zh-CN' {
  return hasHan(text) ? 'zh-CN' : 'en';
}
