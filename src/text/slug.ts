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

/** Names of pages and data files of a catalog. */
const ownPages = ['compare', 'worklist', 'history', 'sources', 'find', 'codes', 'schema', 'index'];

/** File systems stop at 255 bytes a name; the ending and a staged copy need some of them. */
export const maxSlugLength = 200;

/** Whether a page cannot have this name: the site needs it, or Windows has a device of that name. */
export function isReservedSlug(slug: string): boolean {
  const [base = ''] = slug.toLowerCase().split('.');
  return ownPages.includes(slug) || /^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(base);
}
