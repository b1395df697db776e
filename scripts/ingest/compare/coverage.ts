/** How much of a text its translation covers: each word may stand for about one word of the other text. */
import { foldCase, squash } from '../../../src/text/fold.ts';
import { functionWords } from '../../../src/text/function-words.ts';
import { hasHan } from '../../../src/text/lang-of-text.ts';
import { isNumberWord } from '../../../src/text/number-words.ts';
import { remember } from '../../../src/text/remember.ts';
import { splitTokens } from '../../../src/text/split-tokens.ts';
import { stem } from '../../../src/text/stem.ts';
import { splitClauses } from './clauses.ts';
import { type Dictionary, isAbbreviated } from './counterparts.ts';
import type { Glossary } from './glossary.ts';
import type { Vocabulary } from './rules/rule.ts';

/** A word of a text, each time it occurs. */
interface Word {
  text: string;
  key: string;
  isChinese: boolean;
  /** How many English words it is worth: two Chinese characters are one. */
  size: number;
}

/** A word of a clause, and whether the other text says it. */
export interface CoveredWord {
  text: string;
  /** A rare word of an English text is 1, frequent words less, fillers 0. */
  weight: number;
  isCovered: boolean;
  /** Whether a word of the other text may translate it, even if that word translates another one here. */
  isLinked: boolean;
  /** Whether the dictionary knows how it is translated. */
  isKnown: boolean;
}

export interface CoveredClause {
  text: string;
  words: CoveredWord[];
}

/** Tuned with the tuning part of tests/gold. */
const settings = {
  /** Rarity of a word that counts 1. */
  fullRarity: 5,
  /** The words that one word translates have at most this size: "unsubscribe" is 取消订阅. */
  maxSize: 2,
  /** A translation that contains the word, or is part of it, is less sure. */
  part: 0.9,
  /** The words of longer texts after this many are ignored, which bounds the time. */
  maxWords: 150,
};

/**
 * Returns the clauses of an English text and of a Chinese text with what the other text says of them.
 *
 * Unlike in a lookup of each word, a word that translates one word is used up: the two words of
 * "Invalid parameter" do not cover 创建数据集导入任务时参数无效.
 *
 * @example coverTexts('Token expired.', '令牌已过期，请重新登录。', vocabulary).right[1]
 *   // => { text: '请重新登录。', words: [{ text: '重新', isCovered: false, … }, …] }
 */
export function coverTexts(
  english: string,
  chinese: string,
  { dictionary, glossary }: Pick<Vocabulary, 'dictionary' | 'glossary'>,
): { left: CoveredClause[]; right: CoveredClause[] } {
  const [left, right] = [readClauses(english), readClauses(chinese)];
  const [words, others] = [left, right].map((clauses) =>
    clauses.flatMap((clause) => clause.words).slice(0, settings.maxWords),
  ) as [Word[], Word[]];
  const pairs = listPairs(words, others, dictionary);
  const paired = chooseWords(pairs);
  const linked = new Set(pairs.flatMap(({ word, other }) => [word, other]));
  for (const word of words) if (isWritten(word, english, chinese)) paired.add(word);
  for (const word of others) if (isWritten(word, chinese, english)) paired.add(word);
  const fillers = fillersOf(glossary);
  const cover = (word: Word): CoveredWord => {
    const { text, key, isChinese, size } = word;
    const isKnown = isChinese ? dictionary.english.has(key) : dictionary.chinese.has(key);
    const rarity = isChinese && isKnown ? dictionary.rarityInEnglish(key) : dictionary.rarity(key);
    const weight = fillers.has(key) ? 0 : size * Math.min(1, rarity / settings.fullRarity);
    return { text, weight, isCovered: paired.has(word), isLinked: linked.has(word), isKnown };
  };
  const coverClause = ({ text, words: own }: Clause) => ({ text, words: own.map(cover) });
  return { left: left.map(coverClause), right: right.map(coverClause) };
}

/** Returns the words of clauses that the other text does not say. */
export const restOf = (clauses: readonly CoveredClause[]): CoveredWord[] =>
  clauses.flatMap(({ words }) => words.filter(({ isCovered }) => !isCovered));

/** Returns how much words say. */
export const weightOf = (words: readonly CoveredWord[]): number =>
  words.reduce((total, { weight }) => total + weight, 0);

interface Clause {
  text: string;
  words: Word[];
}

const readClauses = remember(
  (text) =>
    splitClauses(text).map((clause): Clause => ({ text: clause, words: readWords(clause) })),
  5_000,
);

/**
 * What repeats something in a Chinese text: five Latin words in a row, which quote the other language, and
 * a gloss in brackets (单可用区（单 AZ）).
 */
const repeats = /(?:[A-Za-z][A-Za-z'’-]*[ ,]+){4,}[A-Za-z]+[.]?|[（(][^（()）]{1,8}[)）]/gu;

function readWords(clause: string): Word[] {
  const text = hasHan(clause) ? clause.replace(repeats, ' ') : clause;
  return splitTokens(text).flatMap((token): Word[] => {
    const folded = foldCase(token);
    // Numbers have a rule of their own.
    if (!/\p{L}/u.test(folded) || isNumberWord(folded)) return [];
    // ON and OFF are values.
    if (functionWords.has(folded) && !/^[A-Z]{2,}$/u.test(token)) return [];
    const isChinese = hasHan(folded);
    const size = isChinese ? Math.min(folded.length, 4) / 2 : 1;
    return [{ text: token, key: isChinese ? folded : stem(folded), isChinese, size }];
  });
}

interface WordPair {
  word: Word;
  other: Word;
  probability: number;
  /** Between their places in the texts. */
  distance: number;
}

/** Returns the words that may translate each other, the most probable pairs first. */
function listPairs(words: Word[], others: Word[], dictionary: Dictionary): WordPair[] {
  const pairs = words.flatMap((word, at) =>
    others.flatMap((other, otherAt) => {
      const probability = probabilityOf(word, other, dictionary);
      const distance = Math.abs(at - otherAt);
      return probability > 0 ? [{ word, other, probability, distance }] : [];
    }),
  );
  return pairs.sort((a, b) => b.probability - a.probability || a.distance - b.distance);
}

/** Returns the words of pairs; each word is used for about one word of the other text. */
function chooseWords(pairs: readonly WordPair[]): Set<Word> {
  const sizes = new Map<Word, number>();
  for (const { word, other } of pairs) {
    const size = sizes.get(word) ?? 0;
    if (sizes.has(other) || (size > 0 && size + other.size > settings.maxSize)) continue;
    sizes.set(word, size + other.size).set(other, word.size);
  }
  return new Set(sizes.keys());
}

/** Returns how probable it is that a Chinese word translates an English one. */
function probabilityOf(word: Word, other: Word, { chinese, english }: Dictionary): number {
  if (word.key === other.key) return 1;
  const translations = chinese.get(word.key);
  const known = translations?.get(other.key) ?? english.get(other.key)?.get(word.key);
  if (known || !other.isChinese) return known ?? 0;
  const parts = [...(translations ?? [])].filter(
    ([target]) =>
      target.length > 1 &&
      (target.includes(other.key) || (other.key.length > 1 && other.key.includes(target))),
  );
  return settings.part * Math.max(0, ...parts.map(([, probability]) => probability));
}

/** Returns whether the other text has a Latin word too, in any notation, abbreviated or in full. */
function isWritten({ text, isChinese }: Word, own: string, other: string): boolean {
  if (isChinese || text.length < 2) return false;
  // HTTP is not in HTTPS; AccessID is in "access ID".
  const isLong = text.length > 5 || /[a-z]/u.test(text);
  if (isLong && squash(foldCase(other)).includes(squash(foldCase(text)))) return true;
  if (isAbbreviated(text, other)) return true;
  // "Availability Zone" is AZ.
  const phrases = own.match(/[A-Z][a-z]+(?: [A-Z][a-z]+)+/gu) ?? [];
  const initialsOf = (phrase: string) => phrase.replace(/[a-z ]/gu, '');
  return phrases.some(
    (phrase) =>
      phrase.split(' ').includes(text) && other.match(/[A-Z]+/gu)?.includes(initialsOf(phrase)),
  );
}

const fillersOf = ({ fillers }: Glossary) =>
  new Set([...fillers.en.map((word) => stem(foldCase(word))), ...fillers['zh-CN']]);
