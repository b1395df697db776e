import { readIdentifiers } from '../../../../src/text/identifiers.ts';
import { findCauseOrAdvice } from '../cause-and-advice.ts';
import { type Clause, readClauses } from '../clauses.ts';
import { areCounterparts } from '../counterparts.ts';
import { type CoveredClause, coverTexts, restOf, weightOf } from '../coverage.ts';
import type { Rule, TextPair } from './rule.ts';

/** Tuned with the tuning part of tests/gold and all pairs of its vendors' documents. */
const settings = {
  minWords: 3,
  /** Words without a counterpart anywhere in the other text. */
  minNovel: 1,
  /** At most this share of the clause's words has a counterpart that no other clause translates. */
  maxFound: 0.25,
  /** As many other words, as a share of the clause's words, may be left in the other text. */
  maxRest: 0.34,
  /** Of the other text's words at least this share has a counterpart. */
  minMatched: 0.6,
  /** How much more a Chinese text says, in words, for each root of its words: longer texts vary more. */
  minSurplus: 0.7,
  /** Enough if the Chinese text says all that the English one says: two words of a short text. */
  minSurplusOfWhole: 0.55,
  minWordsOfWhole: 2,
  maxRestOfWhole: 0.5,
  /** An English clause that the Chinese text does not say: its words, and the share without a counterpart. */
  minWordsOfClause: 2.5,
  minShareOfClause: 0.9,
  /** An English text of which the Chinese one says less than half, and little else. */
  minUnsaid: 2.8,
  minShareUnsaid: 0.5,
};

type Covered = ReturnType<typeof coverTexts>;

/** A sentence, clause or condition that only one of two languages has. */
export const extraSentence: Rule = {
  id: 'extra-sentence',
  kind: 'extra-sentence',
  compare(pair) {
    const { left, right, vocabulary } = pair;
    const { dictionary } = vocabulary;
    const [english, chinese] = [readClauses(left), readClauses(right)];
    const onlyLeft = findExtra(english, chinese, (a, b) => areCounterparts(dictionary, a, b));
    const onlyRight = findExtra(chinese, english, (a, b) => areCounterparts(dictionary, b, a));
    if (onlyLeft.length + onlyRight.length === 0) onlyRight.push(...findCauseOrAdvice(pair));
    if (onlyLeft.length + onlyRight.length === 0) {
      const covered = coverTexts(left, right, vocabulary);
      onlyRight.push(...findSurplus(pair, covered));
      if (onlyRight.length === 0) onlyLeft.push(...findUnsaid(covered));
    }
    if (onlyLeft.length + onlyRight.length === 0) return undefined;
    return { severity: 'content', onlyLeft, onlyRight };
  },
};

/** Returns the clauses of one text that the other one lacks, although it has little else to tell. */
function findExtra(
  clauses: readonly Clause[],
  others: readonly Clause[],
  areCounterparts: (word: string, other: string) => boolean,
): string[] {
  const otherWords = others.flatMap(({ words }) => words);
  return clauses.flatMap(({ text, words }, index) => {
    if (words.length < settings.minWords) return [];
    const siblings = clauses.flatMap((clause, at) => (at === index ? [] : clause.words));
    // What the other clauses translate is used up.
    const rest = [...otherWords];
    for (const word of siblings) {
      const used = rest.findIndex((other) => areCounterparts(word, other));
      if (used >= 0) rest.splice(used, 1);
    }
    const matched = otherWords.length - rest.length;
    const found = words.filter((word) => rest.some((other) => areCounterparts(word, other)));
    const novel = words.filter((word) => !otherWords.some((other) => areCounterparts(word, other)));
    const isExtra =
      novel.length >= settings.minNovel &&
      matched >= otherWords.length * settings.minMatched &&
      found.length <= words.length * settings.maxFound &&
      rest.length <= words.length * settings.maxRest;
    return isExtra ? [text] : [];
  });
}

/**
 * Returns what a Chinese text says beyond the English one, if that is more than free translation adds. An
 * English text is often longer for nothing: 停机 is "The recipient's mobile number is out of service".
 */
function findSurplus({ left, right }: TextPair, covered: Covered): string[] {
  const [restLeft, restRight] = [weightOf(restOf(covered.left)), weightOf(restOf(covered.right))];
  if (restLeft === 0) {
    // "Failed to request the SSL level." of which the Chinese text says: by FTP.
    const identifiers = readIdentifiers(right).map(({ text }) => text);
    const names = restOf(covered.right)
      .map(({ text }) => text)
      .filter((text) => /^[A-Z]{3,}$/u.test(text) && !left.toUpperCase().includes(text))
      .filter((text) => !identifiers.includes(text));
    if (names.length > 0) return names;
  }
  const all = weightOf(covered.right.flatMap(({ words }) => words));
  const isWhole = restLeft <= settings.maxRestOfWhole && restRight >= settings.minWordsOfWhole;
  const minSurplus = isWhole ? settings.minSurplusOfWhole : settings.minSurplus;
  if (restRight - restLeft < minSurplus * Math.sqrt(2 + all)) return [];
  const rests = covered.right.map((clause) => ({ clause, weight: weightOf(restOf([clause])) }));
  const most = Math.max(...rests.map(({ weight }) => weight));
  return rests.filter(({ weight }) => weight * 2 >= most).map(({ clause }) => quoteRest(clause));
}

/** Returns the English clauses that the Chinese text does not say, if it has less than that to say instead. */
function findUnsaid(covered: Covered): string[] {
  const knownRest = (clauses: CoveredClause[]) => restOf(clauses).filter(({ isKnown }) => isKnown);
  const unsaid = covered.left.filter((clause) => {
    const rest = weightOf(knownRest([clause]));
    return (
      covered.left.length > 1 &&
      // "Up to 10 are supported" may be in 超过上限10个.
      !/\d/u.test(clause.text) &&
      rest >= settings.minWordsOfClause &&
      rest >= settings.minShareOfClause * weightOf(clause.words)
    );
  });
  const instead = weightOf(restOf(covered.right));
  if (instead < weightOf(restOf(unsaid))) return unsaid.map(({ text }) => text);
  const all = weightOf(covered.left.flatMap(({ words }) => words));
  const rest = weightOf(knownRest(covered.left).filter(({ isLinked }) => !isLinked));
  const isUnsaid = rest - instead >= settings.minUnsaid && rest >= settings.minShareUnsaid * all;
  return isUnsaid
    ? covered.left.filter((clause) => restOf([clause]).length > 0).map(quoteRest)
    : [];
}

/** Returns the part of a clause from the first word that the other text does not say to the last one. */
function quoteRest(clause: CoveredClause): string {
  const rest = restOf([clause]);
  const [first, last] = [rest[0]?.text ?? '', rest.at(-1)?.text ?? ''];
  const end = clause.text.lastIndexOf(last) + last.length;
  return clause.text.slice(clause.text.indexOf(first), end);
}
