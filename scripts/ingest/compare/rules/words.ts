/** Rules about the words of two texts in one language, from the smallest difference to the largest. */
import { editDistance } from '../../../../src/text/edit-distance.ts';
import { squash } from '../../../../src/text/fold.ts';
import { stem } from '../../../../src/text/stem.ts';
import { differingWords } from '../content-words.ts';
import { foldCharacters } from '../fold-characters.ts';
import type { Rule } from './rule.ts';

/** Equal but for punctuation, spaces, case, width and the glossary's variant characters. */
export const typography: Rule = {
  id: 'typography',
  kind: 'changed',
  compare({ left, right, vocabulary: { glossary } }) {
    const fold = (text: string) => squash(foldCharacters(text, glossary));
    return fold(left) === fold(right) ? { severity: 'typography' } : undefined;
  },
};

/** The same content words: function words, inflections, fillers and synonyms aside. */
export const sameWords: Rule = {
  id: 'same-words',
  kind: 'changed',
  compare({ left, right, vocabulary: { glossary } }) {
    const isSame = [true, false].some((alike) => {
      const [gone, come] = differingWords(left, right, glossary, alike);
      // Joined, so that "app key" is "AppKey", and words that ICU cut elsewhere are the same.
      return gone.join('') === come.join('') || areInitials(gone, come) || areInitials(come, gone);
    });
    return isSame && !isAndOr(left, right) ? { severity: 'wording' } : undefined;
  },
};

/** Returns whether one word is the initials of the others: "SC" of "Statistics Center". */
const areInitials = ([word = '', ...more]: string[], others: string[]): boolean =>
  more.length === 0 && others.length > 1 && word === others.map((other) => other[0]).join('');

/** Returns whether one text has "or" where the other has "and". */
function isAndOr(left: string, right: string): boolean {
  const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const and = count(left, /\band\b|[和且]/giu) - count(right, /\band\b|[和且]/giu);
  const or = count(left, /\bor\b|或/giu) - count(right, /\bor\b|或/giu);
  return and * or < 0;
}

/** Long words that differ in one letter that was lost, doubled or swapped with its neighbour. */
export const misspelling: Rule = {
  id: 'misspelling',
  kind: 'changed',
  compare({ left, right, vocabulary: { glossary } }) {
    const [gone, come] = differingWords(left, right, glossary, false);
    const isMisspelt =
      gone.length > 0 &&
      gone.length === come.length &&
      gone.length <= 8 &&
      gone.every((word) =>
        come.some((other) => stem(word) === stem(other) || isMisspelling(word, other)),
      );
    return isMisspelt ? { severity: 'wording' } : undefined;
  },
};

/**
 * Returns whether one word is the other with a letter lost, doubled or swapped with its neighbour.
 * Short words are not judged (contact, contract), nor is another first letter (typical, atypical).
 */
export function isMisspelling(a: string, b: string): boolean {
  if (a.length < 8 || b.length < 8 || a[0] !== b[0] || editDistance(a, b, 1) !== 1) return false;
  const sorted = (word: string) => [...word].sort().join('');
  // Another letter in the place of one makes another word (attached, detached).
  return a.length !== b.length || sorted(a) === sorted(b);
}

/** Everything else: one text says something that the other does not. */
export const otherWords: Rule = {
  id: 'other-words',
  kind: 'changed',
  compare: () => ({ severity: 'content' }),
};
