/** How much a changed text matters: the severity of a change, and its word diff. */
import type { DiffRun } from '../../../src/model/difference.ts';
import type { Lang } from '../../../src/model/lang.ts';
import type { Field, Severity } from '../../../src/model/terms.ts';
import { editDistance } from '../../../src/text/edit-distance.ts';
import { foldCase, foldSpace, squash } from '../../../src/text/fold.ts';
import { spelledAsDigits } from '../../../src/text/numbers.ts';
import { stem } from '../../../src/text/stem.ts';
import { bagDifference, contentWords, negation } from './content-words.ts';
import { countClauses, findDrift } from './drift.ts';
import { foldCharacters } from './fold-characters.ts';
import type { Glossary } from './glossary.ts';
import { onlyIdentifiers, onlyNumbers, onlyPlaceholders } from './one-sided.ts';
import { isUntranslated } from './untranslated.ts';
import { diffWords } from './word-diff.ts';

/**
 * Judge a change of a text within a language, or of a message between any two documents.
 *
 * The first rule that fits decides: numbers, identifiers and placeholders that are others in a text
 * otherwise alike contradict, on one side alone they are content; texts equal but for punctuation,
 * spaces, case, width and variant characters differ in typography; a translation that names the
 * same things in as many clauses, and a text with the same content words, is worded differently;
 * texts that differ in a denial alone contradict; all else is content. See docs/comparing.md.
 *
 * @param before The older text, plain.
 * @param after The newer text, plain.
 * @param _lang Their language; texts of both languages mix scripts, so every rule looks at scripts.
 * @returns `undefined` when the texts are equal after folding white space.
 * @example classifyChange('404', '500', 'en', 'httpStatus', glossary)?.severity // => 'contradiction'
 */
export function classifyChange(
  before: string,
  after: string,
  _lang: Lang,
  field: Field,
  glossary: Glossary,
): { severity: Severity; runs: DiffRun[] } | undefined {
  if (foldSpace(before) === foldSpace(after)) return undefined;
  return { severity: severityOf(before, after, field, glossary), runs: diffWords(before, after) };
}

function severityOf(before: string, after: string, field: Field, glossary: Glossary): Severity {
  if (foldSpace(before) === '' || foldSpace(after) === '') return 'content';
  if (field === 'httpStatus') return statusSeverity(before, after);
  const [left, right] = [spelledAsDigits(before), spelledAsDigits(after)];
  const invariants = [
    onlyNumbers(left, right, false),
    onlyIdentifiers(left, right, glossary),
    onlyPlaceholders(left, right),
  ];
  if (invariants.some((invariant) => invariant.differs))
    return isAlike(left, right, glossary) ? 'contradiction' : 'content';
  if (invariants.some(({ onlyLeft, onlyRight }) => onlyLeft.length + onlyRight.length > 0))
    return 'content';
  const fold = (text: string) => squash(foldCharacters(text, glossary));
  if (fold(before) === fold(after)) return 'typography';
  if (isTranslation(left, right)) return translationSeverity(left, right, glossary);
  return wordSeverity(left, right, glossary);
}

/**
 * Are the texts about the same thing: do they share a third of the shorter one's words? Another
 * number contradicts there; in a text written anew it is part of what is new.
 */
function isAlike(before: string, after: string, glossary: Glossary): boolean {
  const [left, right] = [contentWords(before, glossary), contentWords(after, glossary)];
  const [gone] = bagDifference(left, right);
  return (left.length - gone.length) * 3 >= Math.min(left.length, right.length);
}

/** Two statuses contradict unless they name the same numbers: "404" and "404 Not Found". */
function statusSeverity(before: string, after: string): Severity {
  const numbers = (text: string) => (text.normalize('NFKC').match(/\d+/gu) ?? []).sort().join(' ');
  if (numbers(before) !== numbers(after)) return 'contradiction';
  const fold = (text: string) => squash(foldCase(text));
  return fold(before) === fold(after) ? 'typography' : 'wording';
}

/** Is one of the texts English and the other Chinese? */
const isTranslation = (before: string, after: string): boolean =>
  isUntranslated(before, 'zh-CN') !== isUntranslated(after, 'zh-CN') &&
  isUntranslated(before, 'en') !== isUntranslated(after, 'en');

/** A text that was put into the other language says the same unless its terms or clauses differ. */
function translationSeverity(before: string, after: string, glossary: Glossary): Severity {
  const [english, chinese] = isUntranslated(after, 'en') ? [before, after] : [after, before];
  const saysMore = countClauses(english) !== countClauses(chinese);
  return saysMore || findDrift(english, chinese, glossary) ? 'content' : 'wording';
}

function wordSeverity(before: string, after: string, glossary: Glossary): Severity {
  const difference = (alike: boolean) =>
    bagDifference(contentWords(before, glossary, alike), contentWords(after, glossary, alike));
  const [gone, come] = difference(true);
  // Joined, so that "app key" is "AppKey", and words that ICU cut elsewhere are the same.
  if (gone.join('') === come.join('')) return 'wording';
  const [goneWords, comeWords] = difference(false);
  if (goneWords.join('') === comeWords.join('')) return 'wording';
  if ([...goneWords, ...comeWords].every((word) => word === negation)) return 'contradiction';
  const misspelt =
    goneWords.length === comeWords.length &&
    goneWords.length <= 8 &&
    goneWords.every((word) =>
      comeWords.some((other) => stem(word) === stem(other) || isMisspelling(word, other)),
    );
  return misspelt ? 'wording' : 'content';
}

/**
 * Is one word the other with a letter lost, doubled or swapped with its neighbour? Short words are
 * not judged (contact, contract), nor is another first letter (typical, atypical).
 */
export function isMisspelling(a: string, b: string): boolean {
  if (a.length < 8 || b.length < 8 || a[0] !== b[0] || editDistance(a, b, 1) !== 1) return false;
  const sorted = (word: string) => [...word].sort().join('');
  // Another letter in the place of one makes another word (attached, detached).
  return a.length !== b.length || sorted(a) === sorted(b);
}
