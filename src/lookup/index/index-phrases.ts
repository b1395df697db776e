/** Indexes the phrases of many cases in typed arrays: which phrase has which unit, which case which phrase. */
import type { Simplification } from '../../text/simplify.ts';
import type { Postings } from '../rank/choose-cases.ts';
import { similarityWeights } from '../tuning.ts';
import type { CodeSpellings } from './code-spellings.ts';
import type { Pattern } from './phrase-patterns.ts';
import { makePhrases, type Phrase, type Wording } from './phrases.ts';
import { isSharedText } from './prepare-index.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Lists of numbers in one array: list `i` is from `starts[i]` to `starts[i + 1]`. */
export interface Lists {
  starts: Uint32Array;
  items: Uint32Array;
}

/** Cases whose phrases are made at once: few enough to need little memory. */
const batch = 200;

/**
 * Returns the postings of all cases, and the patterns of their messages and descriptions. Numbers and weighs the words
 * of the vocabulary.
 *
 * @param cases Number of the cases.
 * @param wordingsOf Returns the wordings of a case.
 */
export function indexPhrases(
  cases: number,
  wordingsOf: (item: number) => Wording[],
  vocabulary: Vocabulary,
  simplification: Simplification,
  spellings: CodeSpellings,
): { postings: Postings; patterns: Pattern[] } {
  const known = new Map<string, number>();
  const fields: number[] = [];
  const rare = new Set<number>();
  const unitPairs: Pairs = [[], []];
  const casePairs: Pairs = [[], []];
  const patterns: Pattern[] = [];
  const frequencies: number[] = [];
  for (let from = 0; from < cases; from += batch) {
    const items = Array.from({ length: Math.min(batch, cases - from) }, (_, at) => from + at);
    const made = makePhrases(items.flatMap(wordingsOf), vocabulary, simplification);
    const unitsOf = new Map<number, Set<number>>(items.map((item) => [item, new Set()]));
    const numbers = made.phrases.map((phrase) => {
      const units = [...phrase.units, ...phrase.concepts];
      for (const item of phrase.cases) for (const unit of units) unitsOf.get(item)?.add(unit);
      const own = known.get(phrase.key);
      const at = own ?? known.size;
      for (const item of phrase.cases) addPair(casePairs, at, item);
      if (own !== undefined) return { at, isNew: false };
      known.set(phrase.key, at);
      fields.push(similarityWeights.field[phrase.field]);
      for (const unit of units) addPair(unitPairs, unit, at);
      if (isSentence(phrase) && !isSharedText(phrase, spellings)) rare.add(at);
      return { at, isNew: true };
    });
    for (const units of unitsOf.values())
      for (const unit of units) frequencies[unit] = (frequencies[unit] ?? 0) + 1;
    for (const pattern of made.patterns) {
      const { at, isNew } = numbers[pattern.phrase] ?? { at: 0, isNew: false };
      if (isNew && isSentence(made.phrases[pattern.phrase]))
        patterns.push({ ...pattern, phrase: at });
    }
  }
  vocabulary.weigh(frequencies, cases);
  const byUnit = listPairs(unitPairs, vocabulary.units.size);
  const phraseWeights = new Float32Array(known.size);
  for (let unit = 0; unit < vocabulary.units.size; unit += 1) {
    const weight = vocabulary.isConcept(unit) ? 0 : (vocabulary.weights[unit] ?? 0);
    for (let at = byUnit.starts[unit] ?? 0; at < (byUnit.starts[unit + 1] ?? 0); at += 1) {
      const phrase = byUnit.items[at] ?? 0;
      phraseWeights[phrase] = (phraseWeights[phrase] ?? 0) + weight;
    }
  }
  return {
    postings: {
      byUnit,
      casesOf: listPairs(casePairs, known.size),
      phraseWeights,
      fieldWeights: Float32Array.from(fields),
      rareSentences: Uint8Array.from(fields, (_, phrase) => Number(rare.has(phrase))),
      cases,
    },
    patterns,
  };
}

/** Where messages are English only, the other language's meaning is what people quote. */
const isSentence = (phrase: Phrase | undefined) =>
  phrase?.field === 'message' || phrase?.field === 'description';

type Pairs = [group: number[], item: number[]];

function addPair([groups, items]: Pairs, group: number, item: number): void {
  groups.push(group);
  items.push(item);
}

/** Returns the items of each group, in the order in which they were added. */
function listPairs([groups, items]: Pairs, count: number): Lists {
  const starts = new Uint32Array(count + 1);
  for (const group of groups) starts[group + 1] = (starts[group + 1] ?? 0) + 1;
  for (let at = 0; at < count; at += 1) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
  const next = starts.slice();
  const sorted = new Uint32Array(items.length);
  for (const [at, group] of groups.entries()) {
    const place = next[group] ?? 0;
    sorted[place] = items[at] ?? 0;
    next[group] = place + 1;
  }
  return { starts, items: sorted };
}
