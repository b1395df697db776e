/** Two texts of one field: which rules apply to them, and what these find. */
import type { Difference } from '../../../src/model/difference.ts';
import type { Field, RuleId, Severity } from '../../../src/model/terms.ts';
import { isBlank } from '../../../src/text/blank.ts';
import { foldSpace } from '../../../src/text/fold.ts';
import { hasHan } from '../../../src/text/lang-of-text.ts';
import { denial } from './rules/denial.ts';
import { drift, otherText } from './rules/drift.ts';
import { extraSentence } from './rules/extra-sentence.ts';
import { httpStatus } from './rules/http-status.ts';
import { identifier } from './rules/identifier.ts';
import { number } from './rules/number.ts';
import { opposite } from './rules/opposite.ts';
import { placeholder } from './rules/placeholder.ts';
import type { Found, Rule, TextPair, Vocabulary } from './rules/rule.ts';
import { isUntranslated, untranslated } from './rules/untranslated.ts';
import { misspelling, otherWords, sameWords, typography } from './rules/words.ts';
import { diffWords } from './word-diff.ts';

/** A difference before it has its code, case and variants. */
export type TextDifference = Pick<
  Difference,
  'kind' | 'severity' | 'rule' | 'before' | 'after' | 'runs' | 'onlyLeft' | 'onlyRight'
>;

/** What any two texts of a field must have in common, whatever their language. */
const invariants: readonly Rule[] = [number, identifier, placeholder];
/** Rules about the words of one language; the first that finds something decides. */
const wordRules: readonly Rule[] = [
  typography,
  sameWords,
  denial,
  opposite,
  misspelling,
  otherWords,
];
/** Rules for an English and a Chinese text; each finds a difference of its own. */
const translationRules: readonly Rule[] = [
  ...invariants,
  denial,
  opposite,
  otherText,
  extraSentence,
  untranslated,
  drift,
];

/**
 * Returns how much a change of a text matters, and by which rule, or `undefined` if the texts are equal
 * after folding white space. Both texts are in one language, or either may be in both.
 *
 * Numbers, identifiers and placeholders come first; then the first rule about words that applies.
 *
 * @param before The older text, plain.
 * @param after The newer text, plain.
 * @example rateChange('404', '500', 'httpStatus', vocabulary)?.severity // => 'contradiction'
 */
export function rateChange(
  before: string,
  after: string,
  field: Field,
  vocabulary: Vocabulary,
): { severity: Severity; rule: RuleId } | undefined {
  if (foldSpace(before) === foldSpace(after) || (isBlank(before) && isBlank(after)))
    return undefined;
  if (isBlank(before) || isBlank(after)) return { severity: 'content', rule: 'empty' };
  const pair = { field, left: before, right: after, translated: false, vocabulary };
  const status = httpStatus.compare(pair);
  if (status) return { severity: status.severity, rule: httpStatus.id };
  const found = apply(invariants, pair).toSorted(
    (a, b) => Number(b.severity === 'contradiction') - Number(a.severity === 'contradiction'),
  )[0];
  if (found) return found;
  // A text that was put into the other language; drift is not judged within one language.
  if (isTranslation(before, after)) return { severity: 'wording', rule: sameWords.id };
  return apply(wordRules, pair)[0];
}

/** Kinds that say nothing new about texts that differ as a whole. */
const aboutWords: ReadonlySet<string> = new Set([
  'denial',
  'opposite',
  'other-text',
  'extra-sentence',
  'drift',
]);

/** Returns what the rules find, in their order. */
function apply(
  rules: readonly Rule[],
  pair: TextPair,
): (Found & { rule: RuleId; kind: Rule['kind'] })[] {
  return rules.flatMap((rule) => {
    const found = rule.compare(pair);
    return found ? [{ ...found, rule: rule.id, kind: rule.kind }] : [];
  });
}

/** Returns whether one of the texts is English and the other Chinese. */
const isTranslation = (before: string, after: string): boolean =>
  isUntranslated(before, 'zh-CN') !== isUntranslated(after, 'zh-CN') &&
  isUntranslated(before, 'en') !== isUntranslated(after, 'en');

/**
 * Returns the differences between two texts of one language; also between the HTTP statuses and the
 * untranslated messages of two languages, which are compared word for word.
 *
 * @param before `undefined` if the document does not have the field.
 */
export function compareTexts(
  before: string | undefined,
  after: string | undefined,
  field: Field,
  vocabulary: Vocabulary,
): TextDifference[] {
  const change = rateChange(before ?? '', after ?? '', field, vocabulary);
  if (!change) return [];
  const kind = isBlank(before ?? '') ? 'added' : isBlank(after ?? '') ? 'removed' : 'changed';
  return [
    {
      kind,
      severity: change.severity,
      rule: change.rule,
      runs: diffWords(before ?? '', after ?? ''),
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    },
  ];
}

/** Finds the differences between two texts of a field; the left one of two languages is English. */
export type CompareField = (
  before: string | undefined,
  after: string | undefined,
  field: Field,
  areTranslations: boolean,
) => readonly TextDifference[];

/**
 * Returns a function that compares texts by {@link compareTexts} or {@link compareTranslation}, each
 * two texts once: an edition repeats most texts of the one before, and many codes share a text.
 */
export function createComparer(vocabulary: Vocabulary): CompareField {
  const known = new Map<string, readonly TextDifference[]>();
  return (before, after, field, areTranslations) => {
    const key = JSON.stringify([field, areTranslations, before, after]);
    const found =
      known.get(key) ??
      (areTranslations
        ? compareTranslation(before ?? '', after ?? '', field, vocabulary)
        : compareTexts(before, after, field, vocabulary));
    known.set(key, found);
    return found;
  };
}

/**
 * Returns the differences between an English and a Chinese text, at most one of each kind, in the
 * order of the rules.
 *
 * HTTP statuses, and messages in one language, are compared as texts: the message is what the API
 * sends, English in every document.
 *
 * @param english Text of the English document.
 * @param chinese Text of the Chinese document.
 */
export function compareTranslation(
  english: string,
  chinese: string,
  field: Field,
  vocabulary: Vocabulary,
): TextDifference[] {
  if (isBlank(english) && isBlank(chinese)) return [];
  if (isBlank(english) || isBlank(chinese)) {
    return [
      {
        kind: 'empty',
        severity: 'content',
        rule: 'empty',
        onlyLeft: isBlank(english) ? [] : [english],
        onlyRight: isBlank(chinese) ? [] : [chinese],
      },
    ];
  }
  if (field === 'httpStatus')
    // The phrase of a status, and the order of several, is not a difference between languages.
    return compareTexts(english, chinese, field, vocabulary).filter(
      ({ severity }) => severity === 'contradiction' || severity === 'content',
    );
  if (field === 'message' && hasHan(english) === hasHan(chinese))
    return compareTexts(english, chinese, field, vocabulary);
  const all = apply(translationRules, {
    field,
    left: english,
    right: chinese,
    translated: true,
    vocabulary,
  });
  // "Valid" and 无效 exclude each other: that one of them denies is the same fact.
  const isOpposed = all.some(({ rule }) => rule === opposite.id);
  const found = all.filter(({ rule }) => !(isOpposed && rule === denial.id));
  // A text in the wrong language, or about something else, does not also lack a sentence.
  const whole = found.find(({ kind }) => kind === 'untranslated' || kind === 'other-text');
  return whole ? found.filter(({ kind }) => kind === whole.kind || !aboutWords.has(kind)) : found;
}
