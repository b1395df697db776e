import { hasHan } from '../../../../src/text/lang-of-text.ts';
import { stem } from '../../../../src/text/stem.ts';
import { pairClauses } from '../clauses.ts';
import { bagDifference, contentWords, negation } from '../content-words.ts';
import { type MatchedWord, matchWords, shareOf } from '../counterparts.ts';
import {
  allowsChinese,
  allowsEnglish,
  deniesChinese,
  deniesEnglish,
  isDenial,
  isDeniedMoreOften,
  lacksDenial,
  withoutCorresponding,
} from '../denials.ts';
import { prepareOpposites } from '../find-opposites.ts';
import type { Found, Rule, TextPair } from './rule.ts';

/** The same text but for a denial: "is allowed", "is not allowed", 不允许. */
export const denial: Rule = {
  id: 'denial',
  kind: 'denial',
  compare(pair) {
    return pair.translated ? compareTranslated(pair) : compareWords(pair);
  },
};

function compareWords({ left, right, vocabulary: { glossary } }: TextPair): Found | undefined {
  const [gone, come] = bagDifference(
    contentWords(left, glossary, false).map(stem),
    contentWords(right, glossary, false).map(stem),
  );
  const others = [...gone, ...come];
  const isDenied = others.length > 0 && others.every((word) => word === negation);
  return isDenied ? { severity: 'contradiction' } : undefined;
}

/** Words that say what may be, or ask to make sure of it. */
const moods = {
  modal: {
    english:
      /\b(?:can|cannot|may|must|should|allow\w*|permit\w*|supports?|(?:is|are|be) (?:not )?supported|able|possible)\b/iu,
    chinese: /能|可|允许|支持|应|须|许|得[以不]|不得/u,
  },
  assuring: { english: /\b(?:ensure|make sure)\b/iu, chinese: /确保|确认/u },
};

/**
 * Returns whether two texts are of one sort. "An API cannot call itself" is the rule that the error
 * "API调用自身" breaks, "not completed" is the reason for 请先完成, and a solution often names what is
 * wrong in one language only.
 */
function isSameMood({ field, left, right }: TextPair): boolean {
  const pairs = Object.values(moods).map(
    ({ english, chinese }) => [english.test(left), chinese.test(right)] as const,
  );
  const isSame = pairs.every(([english, chinese]) => english === chinese);
  // "Do not delete it until it is locked" is 请锁定后再删除.
  const isProhibited =
    /^(?:please )?(?:do not|don['’]t)\b/iu.test(left) && !/\b(?:until|before|if)\b/iu.test(left);
  if (field === 'solution')
    return isSame && ((isProhibited && right.includes('请')) || pairs.some(([english]) => english));
  return isSame && (!right.includes('请') || isProhibited);
}

/** In texts that differ in a denial nearly all other words have a counterpart. Tuned with tests/gold. */
const minShare = 0.75;
/** In texts of several clauses, of which each may deny. */
const minShareOfTexts = 0.85;

/** A keyword denies nothing: NOT NULL. */
const withoutKeywords = (text: string): string => text.replace(/\bNOT(?= [A-Z]{2})/gu, ' ');

function compareTranslated(whole: TextPair): Found | undefined {
  const [left, right] = [whole.left, whole.right].map(withoutKeywords) as [string, string];
  const pair = { ...whole, left, right };
  // "Unless it is stopped, it cannot be changed" is 仅当停止时才能修改.
  if (!hasHan(pair.right) || /\bunless\b/iu.test(pair.left) || /除非|才[能可会]/u.test(pair.right))
    return undefined;
  if (deniesOpposite(pair)) return undefined;
  // What one clause denies another one may say: "exists and cannot be added" is 已经存在，不能被添加.
  const isMoreOften = isDeniedMoreOften(pair.left, pair.right);
  if (lacksDenial(pair.left, pair.right) && isSameMood(pair) && areParallel(pair, minShareOfTexts))
    return { severity: 'contradiction' };
  const isDenied = pairClauses(pair).some(
    (part) =>
      ((isMoreOften && isDeniedOnce(part) && isSameMood(part)) || isAllowedOnce(part)) &&
      areParallel(part),
  );
  return isDenied ? { severity: 'contradiction' } : undefined;
}

/** Returns whether one text denies what the other one names by its opposite: "detached" is 未挂载. */
function deniesOpposite({ left, right, vocabulary: { glossary } }: TextPair): boolean {
  const findTerms = prepareOpposites(glossary);
  const others = findTerms(right);
  return findTerms(left).some(
    (some, group) =>
      glossary.opposites[group]?.length === 2 &&
      some.some((a) => others[group]?.some((b) => a.term !== b.term && a.isDenied !== b.isDenied)),
  );
}

function isDeniedOnce({ left, right }: TextPair): boolean {
  const [english, chinese] = withoutCorresponding(left, right);
  return areOpposed(deniesEnglish(english), deniesChinese(chinese));
}

function isAllowedOnce({ left, right }: TextPair): boolean {
  const [english, chinese] = withoutCorresponding(left, right);
  return areOpposed(allowsEnglish(english), allowsChinese(chinese));
}

const areOpposed = (english: boolean | undefined, chinese: boolean | undefined): boolean =>
  english !== undefined && chinese !== undefined && english !== chinese;

function areParallel({ left, right, vocabulary }: TextPair, share = minShare): boolean {
  const words = matchWords(left, right, vocabulary.dictionary);
  // "Already" is in the place of 未.
  const isOther = ({ word }: MatchedWord) =>
    !isDenial(word) && !/^(?:already|yet|已经?)$/iu.test(word);
  return [words.left, words.right].every((side) => shareOf(side.filter(isOther)) >= share);
}
