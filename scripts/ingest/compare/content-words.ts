/** What a text says, as a bag of words: function words gone, inflections and synonyms made one. */
import { countAll } from '../../../src/text/count-all.ts';
import { chineseDenials, englishDenials, functionWords } from '../../../src/text/function-words.ts';
import { writeDigits } from '../../../src/text/numbers.ts';
import { withoutPlaceholders } from '../../../src/text/placeholders.ts';
import { splitTokens } from '../../../src/text/split-tokens.ts';
import { stem } from '../../../src/text/stem.ts';
import { createReplacer, foldCharacters } from './fold-characters.ts';
import type { Glossary } from './glossary.ts';

/** Stands for every word that denies. */
export const negation = '\u00ac';

interface Prepared {
  /** Chinese synonyms and denials, replaced in the text itself: word boundaries shift around them. */
  markSynonyms: (text: string) => string;
  markDenials: (text: string) => string;
  /** English synonyms by their first stem, the longest first; Chinese ones of one character too. */
  phrases: ReadonlyMap<string, { words: string[]; mark: string }[]>;
  fillers: ReadonlySet<string>;
}

const preparedOf = new WeakMap<Glossary, Prepared>();

/** A mark for the synonyms of one group: characters that no text holds. */
const markOf = (language: number, group: number): string =>
  `\ue000${String.fromCodePoint(0xe100 + language)}${String.fromCodePoint(0xf0000 + group)}`;

function prepare(glossary: Glossary): Prepared {
  const known = preparedOf.get(glossary);
  if (known) return known;
  const denials = new Map(chineseDenials.map((denial) => [denial, ` ${negation} `]));
  const chinese = new Map(denials);
  const phrases = new Map<string, { words: string[]; mark: string }[]>();
  const addPhrase = (words: string[], mark: string): void => {
    const [first] = words;
    if (first === undefined) return;
    const list = [...(phrases.get(first) ?? []), { words, mark }];
    phrases.set(
      first,
      list.sort((a, b) => b.words.length - a.words.length),
    );
  };
  glossary.synonyms['zh-CN'].forEach((group, index) => {
    const mark = markOf(0, index);
    for (const phrase of group) {
      const folded = foldCharacters(phrase, glossary);
      // One character is a word only where ICU sees it alone: 用 is no synonym inside 用户.
      if ([...folded].length === 1) addPhrase([folded], mark);
      else chinese.set(folded, ` ${mark} `);
    }
  });
  glossary.synonyms.en.forEach((group, index) => {
    for (const phrase of group)
      addPhrase(englishStems(expand(foldCharacters(phrase, glossary))), markOf(1, index));
  });
  const fillers = new Set([
    ...glossary.fillers.en.map((word) => stem(word.toLowerCase())),
    ...glossary.fillers['zh-CN'].map((word) => foldCharacters(word, glossary)),
  ]);
  const prepared = {
    markSynonyms: createReplacer(chinese),
    markDenials: createReplacer(denials),
    phrases,
    fillers,
  };
  preparedOf.set(glossary, prepared);
  return prepared;
}

/** Write contracted denials in full, and hyphenated words as one. */
const expand = (folded: string): string =>
  folded
    .replace(/\bcan(?:not|['’]t)\b/gu, 'can not')
    .replace(/n['’]t\b/gu, ' not')
    .replace(/(?<=[a-z])-(?=[a-z])/gu, '');

/**
 * The stems of a folded text's words, without function words and numbers; every denial is one word.
 *
 * @param stemmed Whether words are cut to their stems.
 */
function englishStems(folded: string, stemmed = true): string[] {
  const stems: string[] = [];
  // A full stop without a space after it divides two words all the same.
  for (const token of splitTokens(folded.replace(/(?<=[a-z])\.(?=[a-z])/gu, ' '))) {
    if (functionWords.has(token)) continue;
    if (!/[\p{L}\p{Co}\u00ac]/u.test(token)) continue;
    const word = stem(token);
    stems.push(
      englishDenials.has(word) || englishDenials.has(token) ? negation : stemmed ? word : token,
    );
  }
  return stems;
}

/**
 * Returns the words that carry what a text says, in their order. Numbers and placeholders are left
 * out: they are compared by value and by position.
 *
 * @param text Plain text, English or Chinese or both.
 * @param alike Whether inflections, and synonyms of the glossary, become one word.
 * @example contentWords('The app has been frozen.', glossary) // => ['app', 'freez']
 */
export function contentWords(text: string, glossary: Glossary, alike = true): string[] {
  const { markSynonyms, markDenials, phrases, fillers } = prepare(glossary);
  const mark = alike ? markSynonyms : markDenials;
  const stems = englishStems(
    mark(expand(foldCharacters(writeDigits(withoutPlaceholders(text)), glossary))),
    alike,
  );
  const words: string[] = [];
  for (let index = 0; index < stems.length; ) {
    const here = stems[index] ?? '';
    const match = (alike ? phrases.get(here) : undefined)?.find((phrase) =>
      phrase.words.every((word, offset) => stems[index + offset] === word),
    );
    if (match) {
      words.push(match.mark);
      index += match.words.length;
    } else {
      if (!fillers.has(alike ? here : stem(here))) words.push(here);
      index++;
    }
  }
  return words;
}

/** Returns what {@link contentWords} finds in one of two texts only: [only left, only right]. */
export const differingWords = (left: string, right: string, glossary: Glossary, alike = true) =>
  bagDifference(contentWords(left, glossary, alike), contentWords(right, glossary, alike));

/** What stands in one list and not in the other, counted: [only left, only right], in their order. */
export function bagDifference(left: string[], right: string[]): [string[], string[]] {
  const without = (words: string[], others: string[]): string[] => {
    const counts = countAll(others);
    return words.filter((word) => {
      const count = counts.get(word) ?? 0;
      counts.set(word, count - 1);
      return count <= 0;
    });
  };
  return [without(left, right), without(right, left)];
}
