/** Folding: texts that differ only in width, case, spaces or punctuation become equal. */

/** Fold width (NFKC) and case; punctuation and spaces stay. */
export function foldCase(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Where a line may or may not break within a word: soft hyphen, zero-width space, word joiner, U+FEFF. */
export const withoutWidth = /[\u00AD\u200B\u2060\uFEFF]/g;

/** Fold every run of white space (U+3000 and line breaks too) to one space; what has no width goes. */
export function foldSpace(text: string): string {
  return text.replace(withoutWidth, '').replace(/\s+/gu, ' ').trim();
}

/**
 * Fold width and case, and every run of punctuation, symbols and white space to one space.
 *
 * @example foldText('Bad  request.') // => 'bad request'
 */
export function foldText(text: string): string {
  return foldCase(text)
    .replace(/[\p{P}\p{S}\s]+/gu, ' ')
    .trim();
}

/**
 * Reduce a text to its letters, digits and symbols. A point inside a number stays (1.2 is not 12),
 * and so do symbols of arithmetic (`<`, `=`, `+`). The v of a version goes (TLSv1.2 is TLS1.2).
 *
 * @param folded A text that went through {@link foldCase}.
 * @example squash('tlsv1.2, client_id') // => 'tls1.2clientid'
 */
export function squash(folded: string): string {
  return folded
    .replace(/(?<=[a-z])[ _-]?v(?=\d)/gu, '')
    .replace(/(?<=\d)\.(?=\d)/gu, '\u0001')
    .replace(/[\p{P}\p{Z}\p{C}\s`]/gu, (char) => (char === '\u0001' ? '.' : ''));
}

/**
 * Returns what is the same for headings and labels whatever their case, spaces and punctuation.
 *
 * @example headingKey('Error Code:') // => 'errorcode'
 */
export function headingKey(heading: string): string {
  return foldText(heading).replaceAll(' ', '');
}
