/** Folding by the glossary: variant spellings become one. */
import { foldCase } from '../../../src/text/fold.ts';
import type { Glossary } from './glossary.ts';

/**
 * Make a function that replaces phrases in a text, the longest that fits first.
 *
 * @param phrases From phrase to replacement. Empty phrases (a term of function words only) are left
 *   out.
 */
export function createReplacer(phrases: ReadonlyMap<string, string>): (text: string) => string {
  const known = [...phrases.keys()].filter((phrase) => phrase !== '');
  if (known.length === 0) return (text) => text;
  const longestFirst = known.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const pattern = new RegExp(longestFirst.map(RegExp.escape).join('|'), 'gu');
  return (text) => text.replace(pattern, (found) => phrases.get(found) ?? found);
}

const folders = new WeakMap<Glossary, (text: string) => string>();

/** Fold width (NFKC), case and the glossary's variant spellings; punctuation and spaces stay. */
export function foldCharacters(text: string, glossary: Glossary): string {
  let folder = folders.get(glossary);
  if (!folder) {
    const phrases = glossary.characters.flatMap(([first = '', ...others]) =>
      others.map((other): [string, string] => [other, first]),
    );
    folder = createReplacer(new Map(phrases));
    folders.set(glossary, folder);
  }
  return folder(foldCase(text));
}
