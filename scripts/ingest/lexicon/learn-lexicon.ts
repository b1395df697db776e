import { compareStrings } from '../../../src/model/order.ts';
import { countAll } from '../../../src/text/count-all.ts';
import { hasHan } from '../../../src/text/lang-of-text.ts';
import type { Lexicon } from './lexicon.ts';
import { wordsOf } from './words.ts';

/** An English text and the Chinese text that means the same. */
export type TextPair = readonly [english: string, chinese: string];

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
  /** Of more pairs this many are used, evenly spread: 2 seconds of learning. */
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
  const model = createModel(
    texts.map(([english, chinese]) => [
      english.filter((word) => /\p{L}/u.test(word) && frequencyOf(word) >= settings.minPairs),
      chinese.filter(hasHan),
    ]),
    known,
  );
  for (let round = 0; round < settings.iterations; round += 1) improve(model);
  const learned = new Map(known);
  for (const [word, cells] of model.cells) {
    const before = known.get(word);
    const chinese = new Map(before?.chinese);
    for (const [target, share] of chinese) {
      chinese.set(
        target,
        (share * settings.knownPairs) / (frequencyOf(word) + settings.knownPairs),
      );
    }
    for (const [target, cell] of cells) chinese.set(target, model.probability[cell] ?? 0);
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

/** The probability of each Chinese word for each English word that a pair has it with, in flat arrays for speed. */
interface Model {
  /** English word → Chinese word → index of the two in `prior` and `probability`. */
  cells: Map<string, Map<string, number>>;
  /** Index of the English word of each cell. */
  source: number[];
  /** Pairs that the known lexicon counts as, by cell and by English word. */
  prior: number[];
  sourcePrior: number[];
  probability: Float64Array;
  /** For each Chinese word of each pair, the cells with the English words of that pair. */
  choices: Int32Array[];
}

function createModel(texts: (readonly [string[], string[]])[], known: Lexicon): Model {
  const cells: Model['cells'] = new Map();
  const source: number[] = [];
  const prior: number[] = [];
  const sourcePrior: number[] = [];
  const sources = new Map<string, number>();
  const cellOf = (english: string, chinese: string): number => {
    const own = cells.get(english) ?? new Map<string, number>();
    if (own.size === 0) {
      cells.set(english, own);
      sources.set(english, sourcePrior.length);
      sourcePrior.push(known.has(english) ? settings.knownPairs : 0);
    }
    const cell = own.get(chinese) ?? source.length;
    if (cell === source.length) {
      own.set(chinese, cell);
      source.push(sources.get(english) ?? 0);
      prior.push(settings.knownPairs * (known.get(english)?.chinese.get(chinese) ?? 0));
    }
    return cell;
  };
  const choices = texts.flatMap(([english, chinese]) =>
    chinese.map((target) => Int32Array.from(english, (word) => cellOf(word, target))),
  );
  const probability = new Float64Array(source.length).fill(1);
  return { cells, source, prior, sourcePrior, probability, choices };
}

/** One round: count each Chinese word for the English words of its pair by their probabilities. */
function improve(model: Model): void {
  const { source, prior, sourcePrior, probability, choices } = model;
  const counts = Float64Array.from(prior);
  for (const cells of choices) {
    let total = 0;
    for (const cell of cells) total += probability[cell] ?? 0;
    for (const cell of cells) counts[cell] = (counts[cell] ?? 0) + (probability[cell] ?? 0) / total;
  }
  const totals = Float64Array.from(sourcePrior);
  for (const [cell, count] of counts.entries()) {
    const index = source[cell] ?? 0;
    totals[index] = (totals[index] ?? 0) + count - (prior[cell] ?? 0);
  }
  model.probability = counts.map((count, cell) => count / (totals[source[cell] ?? 0] || 1));
}
