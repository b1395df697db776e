import { compareStrings } from '../../../src/model/order.ts';
import { countAll } from '../../../src/text/count-all.ts';
import { hasHan } from '../../../src/text/lang-of-text.ts';
import type { Lexicon } from './lexicon.ts';
import { wordsOf } from './words.ts';

/** An English text and the Chinese text that means the same. */
export type TextPair = readonly [english: string, chinese: string];

/** The words of a pair. */
type WordLists = readonly [english: string[], chinese: string[]];

/** English word → Chinese word → the probability that it translates the English one. */
type Model = Map<string, Map<string, number>>;

/** Tuned with `npm run lexicon -- --measure`. */
const settings = {
  iterations: 6,
  /** A word is learned from at least two pairs, because a single pair only confirms itself. */
  minPairs: 2,
  /** Less probable translations are left out. */
  minProbability: 0.03,
  maxTranslations: 6,
  /** What is known already counts as much as this many pairs. */
  knownPairs: 5,
  /** Of more pairs this many are used, evenly spread: a few seconds of learning. */
  maxPairs: 20_000,
};

/**
 * Learns from pairs of texts which Chinese words translate an English word: IBM Model 1 (Brown et
 * al., “The Mathematics of Statistical Machine Translation”, 1993), whose probabilities grow with
 * each pair that has both words and no better explanation of the Chinese one.
 *
 * @param pairs Equal pairs count once; their order does not matter.
 * @param known A lexicon to add to; it changes only as far as the pairs outweigh it.
 * @returns The known lexicon and what the pairs add, words in order of their code points.
 * @example learnLexicon([['Token expired', '令牌过期'], ['Invalid token', '令牌无效']]).get('token')
 *   // => { rarity: 0.7, chinese: Map { '令牌' => 0.9… } }
 */
export function learnLexicon(pairs: readonly TextPair[], known: Lexicon = new Map()): Lexicon {
  const texts = selectPairs(pairs).map(
    (pair) => pair.map((text) => [...wordsOf(text).keys()]) as [string[], string[]],
  );
  const frequency = countAll(texts.flatMap(([english]) => english));
  const frequencyOf = (word: string) => frequency.get(word) ?? 0;
  const pairsOfWords = texts.map(([english, chinese]): WordLists => {
    const isFrequent = (word: string) => frequencyOf(word) >= settings.minPairs;
    return [
      english.filter((word) => /\p{L}/u.test(word) && isFrequent(word)),
      chinese.filter(hasHan),
    ];
  });
  let model: Model = new Map();
  for (let round = 0; round < settings.iterations; round += 1)
    model = improve(model, pairsOfWords, known);
  const learned = new Map(known);
  for (const [word, shares] of model) {
    const before = known.get(word);
    const all = frequencyOf(word) + settings.knownPairs;
    const chinese = new Map(before?.chinese);
    for (const [target, share] of chinese) chinese.set(target, (share * settings.knownPairs) / all);
    for (const [target, share] of shares) chinese.set(target, share);
    learned.set(word, {
      rarity: before?.rarity ?? Math.log(1 + texts.length / frequencyOf(word)),
      chinese: mostProbable(chinese),
    });
  }
  return new Map([...learned].sort(([a], [b]) => compareStrings(a, b)));
}

/** Returns each pair once, in an order that depends on the texts only, and no more than the limit. */
function selectPairs(pairs: readonly TextPair[]): TextPair[] {
  const distinct = new Map(pairs.map((pair) => [pair.join('\n'), pair]));
  const sorted = [...distinct].sort(([a], [b]) => compareStrings(a, b)).map(([, pair]) => pair);
  const step = Math.ceil(sorted.length / settings.maxPairs);
  return sorted.filter((_, index) => index % step === 0);
}

function mostProbable(chinese: ReadonlyMap<string, number>): Map<string, number> {
  const sorted = [...chinese]
    .filter(([, share]) => share >= settings.minProbability)
    .sort(([a, left], [b, right]) => right - left || compareStrings(a, b));
  return new Map(sorted.slice(0, settings.maxTranslations));
}

/**
 * One round: counts each Chinese word for the English words of its pair by their probabilities, which
 * are all the same in the first round, and returns the probabilities that follow.
 */
function improve(model: Model, pairs: readonly WordLists[], known: Lexicon): Model {
  const counts: Model = new Map();
  const priorOf = (word: string, target: string) =>
    settings.knownPairs * (known.get(word)?.chinese.get(target) ?? 0);
  for (const [english, chinese] of pairs) {
    for (const target of chinese) {
      const shares = english.map((word) => model.get(word)?.get(target) ?? 1);
      const total = shares.reduce((sum, share) => sum + share, 0);
      for (const [at, word] of english.entries()) {
        const own = counts.get(word) ?? new Map<string, number>();
        const count = own.get(target) ?? priorOf(word, target);
        counts.set(word, own.set(target, count + (shares[at] ?? 0) / total));
      }
    }
  }
  for (const [word, own] of counts) {
    let total = known.has(word) ? settings.knownPairs : 0;
    for (const [target, count] of own) total = total + count - priorOf(word, target);
    for (const [target, count] of own) own.set(target, count / total);
  }
  return counts;
}
