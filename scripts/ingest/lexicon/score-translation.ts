import type { Lexicon } from './lexicon.ts';

/** An English word and the Chinese word that translates it, both as the texts spell them. */
export interface WordPair {
  english: string;
  chinese: string;
  /** Probability of the translation; 1 if both texts have the word itself. */
  probability: number;
}

/** How well a Chinese text translates an English one, and the words that show it. */
export interface TranslationScore {
  /** 0 to 1: the share of the English words that is translated, rare words counting more. */
  score: number;
  /** The most telling pair of words first. */
  pairs: WordPair[];
  /** English words that the lexicon knows and no word of the Chinese text translates. */
  untranslated: string[];
}

/**
 * Rarity of a word that both texts have and the lexicon does not know: most are names. Tuned with
 * `npm run lexicon -- --measure`.
 */
const nameRarity = 5;

/**
 * Scores how well a Chinese text translates an English text by the words of both.
 *
 * Each English word counts by the most probable of the Chinese words. English words that neither
 * the lexicon knows nor the Chinese text contains are ignored.
 *
 * @param english The words of the English text (`wordsOf`); so is the Chinese one.
 * @example scoreWords(wordsOf('Invalid token'), wordsOf('令牌无效'), lexicon)
 *   // => { score: 0.8, pairs: [{ english: 'token', chinese: '令牌', probability: 0.9 }, …], untranslated: [] }
 */
export function scoreWords(
  english: ReadonlyMap<string, string>,
  chinese: ReadonlyMap<string, string>,
  lexicon: Lexicon,
): TranslationScore {
  const found: (WordPair & { points: number })[] = [];
  const untranslated: string[] = [];
  let points = 0;
  let total = 0;
  for (const [key, word] of english) {
    const known = lexicon.get(key);
    const same = chinese.get(key);
    if (known === undefined && same === undefined) continue;
    const rarity = known?.rarity ?? nameRarity;
    total += rarity;
    let best = { chinese: same ?? '', probability: same === undefined ? 0 : 1 };
    if (same === undefined) {
      for (const [target, probability] of known?.chinese ?? []) {
        const text = probability > best.probability ? chinese.get(target) : undefined;
        if (text !== undefined) best = { chinese: text, probability };
      }
    }
    if (best.probability === 0) untranslated.push(word);
    else {
      // The root, because a translator chooses between synonyms: a probability of 0.3 is much.
      const own = rarity * Math.sqrt(best.probability);
      points += own;
      found.push({ english: word, ...best, points: own });
    }
  }
  const pairs = found
    .toSorted((a, b) => b.points - a.points)
    .map(({ english, chinese, probability }) => ({ english, chinese, probability }));
  return { score: total === 0 ? 0 : points / total, pairs, untranslated };
}
