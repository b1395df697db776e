import { hyphenate } from './hyphenate.ts';

/**
 * Returns the page name of a code if no other code has it: lower case, everything but letters
 * and digits a hyphen, the minus sign of a negative number as a word.
 *
 * @returns '' for a code without Latin letters and digits.
 * @example slugOf('APIG.0201') // => 'apig-0201'
 * @example slugOf('-1012') // => 'minus-1012'
 */
export function slugOf(code: string): string {
  return hyphenate(code.normalize('NFKC').replace(/^\s*[-\u2212](?=\d)/u, 'minus '));
}
