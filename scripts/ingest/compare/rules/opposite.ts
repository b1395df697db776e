import { foldCase } from '../../../../src/text/fold.ts';
import { functionWords } from '../../../../src/text/function-words.ts';
import { remember } from '../../../../src/text/remember.ts';
import { splitTokens } from '../../../../src/text/split-tokens.ts';
import { stem } from '../../../../src/text/stem.ts';
import { wordsOf } from '../../lexicon/words.ts';
import { pairClauses } from '../clauses.ts';
import { differingWords } from '../content-words.ts';
import { coverTexts, weightOf } from '../coverage.ts';
import { isDeniedOnce } from '../denials.ts';
import type { Glossary, Term } from '../glossary.ts';
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
  const isLeftOut = isDeniedOnce(left, right) || isDemandedOnce(pair) || !areAlike(pair, found);
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
    if (!isSingle || !a || !b) return [];
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

const without = <Found extends { term: Term }>(some: Found[] = [], others: Found[] = []): Found[] =>
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

/** "Must be later than" is what to ensure, 早于 what is wrong. */
function isDemandedOnce({ left, right }: TextPair): boolean {
  const demands = /\b(?:must|should|needs?|required?|ensure)\b/iu.test(left);
  return demands ? !/必须|应|需|要求|确保|请/u.test(right) : /必须|应|需|要求/u.test(right);
}

/** Within a language nothing else may change: at most a term of two words for another. */
function isOneChange({ left, right, vocabulary: { glossary } }: TextPair): boolean {
  const [gone, come] = differingWords(left, right, glossary);
  return [gone, come].every(({ length }) => length >= 1 && length <= 2);
}

/** The phrases of a group, ready to be found, the longest first: 取消订阅 is not 订阅. */
interface Group {
  /** Each English phrase as stems. */
  english: { term: Term; stems: string[] }[];
  chinese: { term: Term; phrase: string }[];
}

/** Finds the terms of each group in a text, each with one of its words in the text. */
type FindTerms = (text: string) => readonly { term: Term; word: string }[][];

const preparedOf = new WeakMap<Glossary, FindTerms>();

function prepareOpposites(glossary: Glossary): FindTerms {
  const known = preparedOf.get(glossary);
  if (known) return known;
  const groups = glossary.opposites.map((group) => ({
    english: group
      .flatMap((term) => term.en.map((phrase) => ({ term, stems: phrase.split(' ').map(stemOf) })))
      .sort((a, b) => b.stems.length - a.stems.length),
    chinese: group
      .flatMap((term) => term['zh-CN'].map((phrase) => ({ term, phrase: foldCase(phrase) })))
      .sort((a, b) => b.phrase.length - a.phrase.length),
  }));
  const find = remember((text) => {
    const words = readWords(text);
    return groups.map((group) => termsIn(group, words));
  }, 5_000);
  preparedOf.set(glossary, find);
  return find;
}

/** "During" is no duration. */
function stemOf(word: string): string {
  const folded = foldCase(word);
  return functionWords.has(folded) ? folded : stem(folded);
}

interface Words {
  folded: string;
  /** Words as the text has them, and their stems. */
  words: string[];
  stems: string[];
}

function readWords(text: string): Words {
  const words = splitTokens(text.normalize('NFKC'))
    // The settings of a program are called enable_… whatever is said about them.
    .filter((token) => !/_\S*_/u.test(token))
    .flatMap((token) => token.split(/[_-]|(?<=\p{Ll})(?=\p{Lu})/u))
    .filter((token) => /[\p{L}\p{N}]/u.test(token));
  return { folded: foldCase(text), words, stems: words.map(stemOf) };
}

function termsIn({ english, chinese }: Group, text: Words): { term: Term; word: string }[] {
  const found = new Map<Term, string>();
  const stems = [...text.stems];
  for (const { term, stems: wanted } of english) {
    const start = findStems(wanted, stems);
    if (start < 0) continue;
    if (!found.has(term)) found.set(term, text.words.slice(start, start + wanted.length).join(' '));
    // "User group" is not "user".
    for (let at = start; at >= 0; at = findStems(wanted, stems))
      stems.fill('', at, at + wanted.length);
  }
  let rest = text.folded;
  for (const { term, phrase } of chinese) {
    // One character is a word only where ICU sees it alone: 源 is not in 资源.
    if (phrase.length === 1 ? !text.words.includes(phrase) : !rest.includes(phrase)) continue;
    // 不在线 is not 在线.
    const isDenied = /(?:[不未没非]|不[得能应可会])$/u.test(rest.slice(0, rest.indexOf(phrase)));
    rest = rest.replaceAll(phrase, ' ');
    if (!found.has(term) && !isDenied) found.set(term, phrase);
  }
  return [...found].map(([term, word]) => ({ term, word }));
}

/** Returns where stems are in others, but not after "not" or "no"; -1 if nowhere. */
const findStems = (wanted: readonly string[], stems: readonly string[]): number =>
  stems.findIndex(
    (_, at) =>
      !/^not?$/u.test(stems[at - 1] ?? '') &&
      wanted.every((word, offset) => stems[at + offset] === word),
  );
