/** Which words of an English and a Chinese text have a counterpart in the other. */

import { foldCase } from '../../../src/text/fold.ts';
import { readIdentifiers } from '../../../src/text/identifiers.ts';
import { hasHan } from '../../../src/text/lang-of-text.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { wordsOf } from '../lexicon/words.ts';
import { deniesChinese, deniesEnglish } from './denials.ts';
import type { Glossary } from './glossary.ts';

/** A lexicon and the terms of the glossary, to look up in both directions. */
export interface Dictionary {
  /** Chinese words by the key of the English word. */
  chinese: ReadonlyMap<string, ReadonlySet<string>>;
  /** Keys of English words by the Chinese word. */
  english: ReadonlyMap<string, ReadonlySet<string>>;
  /** How much an English word tells. */
  rarity: (key: string) => number;
}

/** Tuned with the tuning part of tests/gold. */
const settings = {
  /** Less probable translations are chance. */
  minProbability: 0.04,
  /** Rarity of a word that the lexicon does not know, such as a name. */
  unknownRarity: 4,
};

/** Prepares what {@link findCounterparts} looks up, once for all texts. */
export function createDictionary(lexicon: Lexicon, { terms }: Pick<Glossary, 'terms'>): Dictionary {
  const chinese = new Map<string, Set<string>>();
  const english = new Map<string, Set<string>>();
  const add = (key: string, word: string) => {
    chinese.set(key, (chinese.get(key) ?? new Set()).add(word));
    english.set(word, (english.get(word) ?? new Set()).add(key));
  };
  for (const [key, translations] of lexicon)
    for (const [word, probability] of translations.chinese)
      if (probability >= settings.minProbability) add(key, word);
  for (const term of terms)
    for (const phrase of term.en) {
      const keys = [...wordsOf(phrase).keys()];
      for (const word of term['zh-CN'])
        for (const key of keys) {
          // One word of a phrase need not have a counterpart: "again" of "try again".
          if (keys.length === 1) add(key, word);
          else english.set(word, (english.get(word) ?? new Set()).add(key));
        }
    }
  return {
    chinese,
    english,
    rarity: (key) => lexicon.get(key)?.rarity ?? settings.unknownRarity,
  };
}

/** The words of two texts that have no counterpart in the other, and how many have one. */
export interface Counterparts {
  /** 0 to 1: the share of the words of each text that have a counterpart, rare words counting more. */
  left: number;
  right: number;
  /** As the texts have them, the rarest first. */
  onlyLeft: string[];
  onlyRight: string[];
}

/** Numbers and their units have a rule of their own. */
const isMeasure = /\d|^[kmgt]?i?b$/u;

/**
 * Returns which words of an English and a Chinese text have a counterpart in the other one. Words
 * that the dictionary does not know are left out, and so are numbers and identifiers that only one has.
 */
export function findCounterparts(
  english: string,
  chinese: string,
  { chinese: chineseOf, english: englishOf, rarity }: Dictionary,
): Counterparts {
  const left = wordsOf(english);
  const right = wordsOf(chinese);
  const identifiers = wordsOf(
    [english, chinese]
      .flatMap((text) => readIdentifiers(text).map((found) => found.text))
      .join(' '),
  );
  /** What other rules compare shows that the texts belong together, but is not missing here. */
  const isOther = (key: string) => isMeasure.test(key) || identifiers.has(key);
  const foldedLeft = foldCase(english);
  const foldedRight = foldCase(chinese);
  const isIn = (word: string) => right.has(word) || (word.length > 1 && foldedRight.includes(word));
  // A denial corresponds to any other: "does not match" is 不一致, "forbidden" is 不允许.
  const bothDeny = deniesEnglish(english) !== false && deniesChinese(chinese) !== false;
  const leftWords = [...left].flatMap(([key, word]) => {
    const known = chineseOf.get(key);
    const isName = /[A-Z0-9_]/u.test(word.slice(1));
    if (!known && !isName && !foldedRight.includes(key)) return [];
    const found =
      right.has(key) ||
      (bothDeny && deniesEnglish(word) !== false) ||
      foldedRight.includes(foldCase(word)) ||
      isAbbreviated(word, chinese) ||
      [...(known ?? [])].some(isIn);
    return !found && isOther(key) ? [] : [{ word, weight: rarity(key), found }];
  });
  const rightWords = [...right].flatMap(([key, word]) => {
    const isChinese = hasHan(key);
    const known = isChinese ? englishOf.get(key) : undefined;
    if (isChinese && !known) return [];
    const weight = known ? Math.max(...[...known].map(rarity)) : settings.unknownRarity;
    const found =
      left.has(key) ||
      foldedLeft.includes(foldCase(word)) ||
      isAbbreviated(word, english) ||
      [...(known ?? [])].some((other) => left.has(other));
    // ICU cuts unknown words into single characters.
    if (!found && (isOther(key) || (isChinese && word.length === 1))) return [];
    return [{ word, weight: Math.min(weight, settings.unknownRarity), found }];
  });
  return {
    left: shareOf(leftWords),
    right: shareOf(rightWords),
    onlyLeft: missingOf(leftWords),
    onlyRight: missingOf(rightWords),
  };
}

/** Returns whether a word is the initials of words in a text: AZ of "Availability Zone". */
function isAbbreviated(word: string, text: string): boolean {
  if (!/^[A-Z]{2,6}$/u.test(word)) return false;
  const initials = (text.match(/[A-Za-z]+/gu) ?? []).map((part) => part.charAt(0)).join('');
  return initials.toUpperCase().includes(word);
}

type Word = { word: string; weight: number; found: boolean };

function shareOf(words: Word[]): number {
  const sum = (some: Word[]) => some.reduce((total, { weight }) => total + weight, 0);
  return words.length === 0 ? 1 : sum(words.filter(({ found }) => found)) / sum(words);
}

const missingOf = (words: Word[]): string[] =>
  words
    .filter(({ found }) => !found)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ word }) => word);
