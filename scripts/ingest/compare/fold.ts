/** Folding of texts before they are compared: white space, width, case, variant characters. */
import type { Glossary } from './glossary.ts';

/** Fold every run of white space (U+3000 and line breaks too) to one space. */
export function foldSpace(text: string): string {
  return text.replace(/[\s\u3000\u200b\ufeff]+/gu, ' ').trim();
}

const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/**
 * Make a function that replaces phrases in a text, the longest that fits first.
 *
 * @param phrases From phrase to replacement; an empty phrase (a term of function words alone) is
 *   left out.
 */
export function replacer(phrases: ReadonlyMap<string, string>): (text: string) => string {
  const known = [...phrases.keys()].filter((phrase) => phrase !== '');
  if (known.length === 0) return (text) => text;
  const longestFirst = known.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const pattern = new RegExp(longestFirst.map(escapeRegExp).join('|'), 'gu');
  return (text) => text.replace(pattern, (found) => phrases.get(found) ?? found);
}

const variantFolders = new WeakMap<Glossary, (text: string) => string>();

/** Fold width (NFKC), case and the glossary's variant characters; punctuation and spaces stay. */
export function foldCharacters(text: string, glossary: Glossary): string {
  let folder = variantFolders.get(glossary);
  if (!folder) {
    const phrases = new Map<string, string>();
    for (const [first = '', ...others] of glossary.characters)
      for (const other of others) phrases.set(other, first);
    folder = replacer(phrases);
    variantFolders.set(glossary, folder);
  }
  return folder(text.normalize('NFKC').toLowerCase());
}

/**
 * Reduce a text to its letters, digits and symbols, so that texts which differ in punctuation and
 * spaces alone become equal. A point inside a number stays (1.2 is not 12), and so do symbols that
 * calculate (`<`, `=`, `+`); the v of a version goes (TLSv1.2 is TLS1.2).
 *
 * @param folded A text that went through `foldCharacters`.
 * @example squash('tlsv1.2, client_id') // => 'tls1.2clientid'
 */
export function squash(folded: string): string {
  return folded
    .replace(/(?<=[a-z])[ _-]?v(?=\d)/gu, '')
    .replace(/(?<=\d)\.(?=\d)/gu, '\u0001')
    .replace(/[\p{P}\p{Z}\p{C}\s`]/gu, (char) => (char === '\u0001' ? '.' : ''));
}
