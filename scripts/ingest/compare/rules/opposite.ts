import { foldCase } from '../../../../src/text/fold.ts';
import { hasNumber, indexNumbers, readNumbers } from '../../../../src/text/numbers.ts';
import { splitTokens } from '../../../../src/text/split-tokens.ts';
import { stem } from '../../../../src/text/stem.ts';
import { wordsOf } from '../../lexicon/words.ts';
import { pairClauses } from '../clauses.ts';
import { differingWords } from '../content-words.ts';
import { coverTexts, weightOf } from '../coverage.ts';
import { isDeniedOnce } from '../denials.ts';
import { type FoundTerm, prepareOpposites } from '../find-opposites.ts';
import type { Rule, TextPair, Vocabulary } from './rule.ts';

/** A term of a group in the glossary in the place of another one of that group: "upload" and 下载. */
export const opposite: Rule = {
  id: 'opposite',
  kind: 'opposite',
  compare(pair) {
    const parts = pair.translated ? [pair, ...pairClauses(pair)] : [pair];
    const found = parts.map((part) => findOpposites(part, pair)).find(({ length }) => length > 0);
    if (found === undefined) return undefined;
    return {
      severity: 'contradiction',
      onlyLeft: found.map(([word]) => word),
      onlyRight: found.map(([, word]) => word),
    };
  },
};

/** Returns the terms of a text, or of a clause of it, that are in the place of one another. */
function findOpposites(pair: TextPair, whole: TextPair): [string, string][] {
  const found = listOpposites(pair, whole);
  if (found.length === 0) return [];
  const { left, right } = pair;
  // 无效 denies, but not more than "invalid" does.
  const otherWords = found.reduce<[string, string]>(
    ([english, chinese], [a, b]) => [english.replace(a, ' '), chinese.replace(b, ' ')],
    [left, right],
  );
  const isLeftOut =
    isAsked(left, right) ||
    isDeniedOnce(...otherWords) ||
    isDemandedOnce(pair) ||
    !areAlike(pair, found);
  return (pair.translated ? isLeftOut : !isOneChange(pair)) ? [] : found;
}

function listOpposites({ left, right, vocabulary }: TextPair, whole: TextPair): [string, string][] {
  const findTerms = prepareOpposites(vocabulary.glossary);
  const others = findTerms(right);
  return findTerms(left).flatMap((some, group): [string, string][] => {
    const [a, ...more] = without(some, others[group]);
    const [b, ...moreOthers] = without(others[group], some);
    // A text with two terms of a group is about both.
    const isSingle = more.length + moreOthers.length === 0;
    // "Detached" is 未挂载.
    if (!isSingle || !a || !b || a.isDenied !== b.isDenied) return [];
    // "At least two" is 大于1.
    if (isBound.test(a.word) && !haveSameNumbers(left, right)) return [];
    if (isConverse([left, a.word], [right, b.word], vocabulary)) return [];
    // 主备切换 is about both.
    const rest = whole.right.replaceAll(b.word, ' ').replace(/主[备从]|读写|增删|上下|收发/gu, ' ');
    return isTranslated(a.word, rest, vocabulary) ? [] : [[a.word, b.word]];
  });
}

/**
 * Returns whether what is compared changes places: "A must be earlier than B", B必须晚于A. What 之前 and 之后
 * are about is before them: "A before B" is B之前A, and A之后B.
 */
function isConverse(
  [english, comparative]: [string, string],
  [chinese, other]: [string, string],
  { dictionary }: Vocabulary,
): boolean {
  if (!/\b(?:than|before|after)\b/iu.test(comparative)) return false;
  const aroundOf = (text: string, word: string) => {
    const at = foldCase(text).indexOf(foldCase(word));
    return [text.slice(0, at), text.slice(at + word.length)].map((part) => [
      ...wordsOf(part).keys(),
    ]);
  };
  const ours = aroundOf(english, comparative);
  const [left = [], right = []] = aroundOf(chinese, other);
  // 开始时间 and 结束时间 differ in one word.
  const theirs = [
    left.filter((word) => !right.includes(word)),
    right.filter((word) => !left.includes(word)),
  ];
  if (/[前后]/u.test(other)) theirs.reverse();
  const isIn = (key: string, others: string[] = []) =>
    others.some((word) => (dictionary.chinese.get(key)?.get(word) ?? 0) >= minProbability);
  const [before, after] = ours;
  return (
    (before ?? []).some((key) => isIn(key, theirs[1]) && !isIn(key, theirs[0])) &&
    (after ?? []).some((key) => isIn(key, theirs[0]) && !isIn(key, theirs[1]))
  );
}

/** Less probable translations do not tell two things apart. */
const minProbability = 0.1;

const isBound = /\b(?:than|least|most|up to)\b|[大小高低多少]于|至[多少]|最[多少]|超过/iu;

function haveSameNumbers(left: string, right: string): boolean {
  const index = indexNumbers(right);
  return readNumbers(left).every((quantity) => hasNumber(index, quantity, true));
}

const without = (some: readonly FoundTerm[] = [], others: readonly FoundTerm[] = []): FoundTerm[] =>
  some.filter(({ term }) => !others.some((other) => other.term === term));

/** Returns whether another word of a Chinese text translates a word: "see the description" is 详见说明. */
function isTranslated(word: string, chinese: string, { dictionary }: Vocabulary): boolean {
  const translations = dictionary.chinese.get(stem(foldCase(word))) ?? [];
  return [...translations].some(([other, share]) => share >= sureShare && chinese.includes(other));
}

/** Texts that have less in common differ as a whole. Tuned with the tuning part of tests/gold. */
const minShare = 0.4;
/** A translation that is as probable as this is not chance. */
const sureShare = 0.2;

function areAlike({ left, right, vocabulary }: TextPair, found: [string, string][]): boolean {
  const covered = coverTexts(left, right, vocabulary);
  const terms = new Set(found.flat().flatMap((term) => splitTokens(term)));
  return [covered.left, covered.right].every((side) => {
    const others = side.flatMap(({ words }) => words).filter(({ text }) => !terms.has(text));
    const all = weightOf(others);
    return all > 0 && weightOf(others.filter(({ isCovered }) => isCovered)) >= all * minShare;
  });
}

/** "Check whether it is sufficient" asks the same as 是否不足. */
const isAsked = (left: string, right: string): boolean =>
  /\bwhether\b/iu.test(left) || right.includes('是否');

/** "Must be later than" is what to ensure, 早于 what is wrong. */
const demands = {
  english:
    /\b(?:must|should|needs?|required?|ensure|at least|at most|up to)\b|\b(?:cannot|n['’]t) be \w+ than\b/iu,
  chinese: /必须|应|需|要|至[少多]|最[少多]|不[能得可](?=[大小高低多少]于|超过)/u,
};

function isDemandedOnce({ left, right }: TextPair): boolean {
  return demands.english.test(left)
    ? !demands.chinese.test(right) && !/确保|请/u.test(right)
    : demands.chinese.test(right);
}

/** Within a language nothing else may change: at most a term of two words for another. */
function isOneChange({ left, right, vocabulary: { glossary } }: TextPair): boolean {
  const [gone, come] = differingWords(left, right, glossary);
  return [gone, come].every(({ length }) => length >= 1 && length <= 2);
}
