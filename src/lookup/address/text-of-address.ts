import { localeOf, segmentsOf } from './resolve-address.ts';

/**
 * The words that an address is about: its last folder or file as a text.
 *
 * @param path Path of the address, without the site's base.
 * @returns '' for an address without words, and for that of the page for missing pages itself.
 * @example textOfAddress('/en/apig/Backend-unavailable.html') // => 'Backend unavailable'
 */
export function textOfAddress(path: string): string {
  const parts = segmentsOf(path);
  const last = parts.length === 1 && localeOf(path) ? '' : (parts.at(-1) ?? '');
  return last === '404' ? '' : last.replace(/[-_+]+/g, ' ').trim();
}
