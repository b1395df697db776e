import { hasHan } from '../../../../src/text/lang-of-text.ts';
import { bagDifference, contentWords, negation } from '../content-words.ts';
import { findCounterparts } from '../counterparts.ts';
import { deniesChinese, deniesEnglish } from '../denials.ts';
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
    contentWords(left, glossary, false),
    contentWords(right, glossary, false),
  );
  const others = [...gone, ...come];
  const isDenied = others.length > 0 && others.every((word) => word === negation);
  return isDenied ? { severity: 'contradiction' } : undefined;
}

/** Words that say what may be, not what is. */
const modal = {
  english: /\b(?:can|cannot|may|must|should|allow\w*|permit\w*|able|possible)\b/iu,
  chinese: /能|可|允许|应|许|得以/u,
};

const isSeveralClauses = (text: string): boolean =>
  /[,;:!?，；：。！？\n]|\.\s/u.test(text.trim().replace(/[.。!！]$/u, ''));

/** In texts that differ in a denial nearly all other words have a counterpart. Tuned with tests/gold. */
const minShare = 0.75;

function compareTranslated({ field, left, right, vocabulary }: TextPair): Found | undefined {
  // A solution says what to do, and often begins with what is wrong in one language only.
  if (!hasHan(right) || field === 'solution' || isSeveralClauses(left) || isSeveralClauses(right))
    return undefined;
  const [english, chinese] = [deniesEnglish(left), deniesChinese(right)];
  if (english === undefined || chinese === undefined || english === chinese) return undefined;
  // "An API cannot call itself" is the rule that the error "API调用自身" breaks.
  if (modal.english.test(left) !== modal.chinese.test(right)) return undefined;
  const found = findCounterparts(left, right, vocabulary.dictionary);
  if (Math.min(found.left, found.right) < minShare) return undefined;
  return { severity: 'contradiction' };
}
