/** Which words of an English and a Chinese text have a counterpart in the other. */

import { foldCase } from '../../../src/text/fold.ts';
import { readIdentifiers } from '../../../src/text/identifiers.ts';
import { hasHan } from '../../../src/text/lang-of-text.ts';
import { remember } from '../../../src/text/remember.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { wordsOf } from '../lexicon/words.ts';
import { deniesChinese, deniesEnglish } from './denials.ts';
import type { Glossary } from './glossary.ts';

/** A lexicon and the terms of the glossary, to look up in both directions. */
export interface Dictionary {
  /** English key → Chinese word → probability of the translation; 1 for terms of the glossary. */
  chinese: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Chinese word → English key → probability that the English word is translated by it. */
  english: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** How much an English word tells. */
  rarity: (key: string) => number;
  /** Of a Chinese word: how much the most telling English word tells that it translates. */
  rarityInEnglish: (word: string) => number;
}

/** Tuned with the tuning part of tests/gold. */
const settings = {
  /** Less probable translations are chance. */
  minProbability: 0.04,
  /** Rarity of a word that the lexicon does not know, such as a name. */
  unknownRarity: 4,
};

/** Prepares what {@link matchWords} looks up, once for all texts. */
export function createDictionary(lexicon: Lexicon, { terms }: Pick<Glossary, 'terms'>): Dictionary {
  const chinese = new Map<string, Map<string, number>>();
  const english = new Map<string, Map<string, number>>();
  const put = (map: typeof chinese, from: string, to: string, probability: number) =>
    map.set(from, (map.get(from) ?? new Map<string, number>()).set(to, probability));
  const add = (key: string, word: string, probability: number) => {
    put(chinese, key, word, probability);
    put(english, word, key, probability);
  };
  for (const [key, translations] of lexicon)
    for (const [word, probability] of translations.chinese)
      if (probability >= settings.minProbability) add(key, word, probability);
  for (const term of terms)
    for (const phrase of term.en) {
      const keys = [...wordsOf(phrase).keys()];
      for (const word of term['zh-CN'])
        for (const key of keys) {
          // One word of a phrase need not have a counterpart: "again" of "try again".
          if (keys.length === 1) add(key, word, 1);
          else put(english, word, key, 1);
        }
    }
  const rarity = (key: string) => lexicon.get(key)?.rarity ?? settings.unknownRarity;
  const rarestOf = (word: string) =>
    Math.max(...[...(english.get(word)?.keys() ?? [])].map(rarity));
  return { chinese, english, rarity, rarityInEnglish: remember(rarestOf, 5_000) };
}

/** Returns whether an English and a Chinese word, both as keys, are the same or translate each other. */
export function areCounterparts({ chinese, english }: Dictionary, key: string, word: string) {
  return key === word || chinese.get(key)?.has(word) || english.get(word)?.has(key) || false;
}

/** A word of one of two texts. */
export interface MatchedWord {
  /** As the text has it. */
  word: string;
  /** How much it tells. */
  weight: number;
  found: boolean;
  /** Of a word without a counterpart: how sure the dictionary is of its most probable translation. */
  confidence: number;
  /**
   * Whether it can be judged: the dictionary knows the word, or both texts have it, or it is a name.
   * Numbers and identifiers that only one text has are for other rules.
   */
  isJudged: boolean;
}

/** Numbers and their units have a rule of their own. */
const isMeasure = /\d|^[kmgt]?i?b$/u;

/** Returns the words of an English and a Chinese text, and which of them have a counterpart. */
export function matchWords(
  english: string,
  chinese: string,
  { chinese: chineseOf, english: englishOf, rarity, rarityInEnglish }: Dictionary,
): { left: MatchedWord[]; right: MatchedWord[] } {
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
  const confidenceOf = (known: ReadonlyMap<string, number> | undefined) =>
    Math.max(0, ...(known?.values() ?? []));
  const leftWords = [...left].map(([key, word]): MatchedWord => {
    const known = chineseOf.get(key);
    const isName = /[A-Z0-9_]/u.test(word.slice(1));
    const found =
      right.has(key) ||
      (bothDeny && deniesEnglish(word) !== false) ||
      foldedRight.includes(foldCase(word)) ||
      isAbbreviated(word, chinese) ||
      [...(known?.keys() ?? [])].some(isIn);
    return {
      word,
      weight: rarity(key),
      found,
      confidence: found ? 1 : confidenceOf(known),
      isJudged: found
        ? !!known || isName || foldedRight.includes(key)
        : (!!known || isName) && !isOther(key),
    };
  });
  const rightWords = [...right].map(([key, word]): MatchedWord => {
    const isChinese = hasHan(key);
    const known = isChinese ? englishOf.get(key) : undefined;
    const weight = known ? rarityInEnglish(key) : settings.unknownRarity;
    const found =
      left.has(key) ||
      foldedLeft.includes(foldCase(word)) ||
      isAbbreviated(word, english) ||
      [...(known?.keys() ?? [])].some((other) => left.has(other));
    return {
      word,
      weight: Math.min(weight, settings.unknownRarity),
      found,
      confidence: isChinese && !found ? confidenceOf(known) : 1,
      // ICU cuts unknown words into single characters.
      isJudged:
        (!isChinese || !!known) && (found || !(isOther(key) || (isChinese && word.length === 1))),
    };
  });
  return { left: leftWords, right: rightWords };
}

/** Returns the share of the judged words that have a counterpart, rare words counting more. */
export function shareOf(words: readonly MatchedWord[]): number {
  const sum = (some: MatchedWord[]) => some.reduce((total, { weight }) => total + weight, 0);
  const judged = words.filter(({ isJudged }) => isJudged);
  return judged.length === 0 ? 1 : sum(judged.filter(({ found }) => found)) / sum(judged);
}

/** Returns the judged words without a counterpart, the rarest first. */
export function missingOf(words: readonly MatchedWord[]): MatchedWord[] {
  return words
    .filter(({ found, isJudged }) => isJudged && !found)
    .toSorted((a, b) => b.weight - a.weight);
}

/** Returns whether a word is the initials of words in a text: AZ of "Availability Zone", FIP of "floating IP". */
export function isAbbreviated(word: string, text: string): boolean {
  if (!/^[A-Z]{2,6}$/u.test(word)) return false;
  const parts = text.match(/[A-Za-z]+/gu) ?? [];
  const initials = parts.map((part) => (/^[A-Z]{2,}$/.test(part) ? part : part.charAt(0))).join('');
  return !parts.some((part) => part.includes(word)) && initials.toUpperCase().includes(word);
}
