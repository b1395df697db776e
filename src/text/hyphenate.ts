/**
 * Returns a text as a part of a URL: lower case, every run of characters other than a–z and 0–9 a
 * hyphen.
 *
 * @example hyphenate('413 Request entity too large.') // => '413-request-entity-too-large'
 */
export function hyphenate(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
