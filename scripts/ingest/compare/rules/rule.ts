/** What a rule takes and returns. */
import type { Field, Kind, RuleId, Severity } from '../../../../src/model/terms.ts';
import { bagDifference, contentWords } from '../content-words.ts';
import type { Dictionary } from '../counterparts.ts';
import type { Glossary } from '../glossary.ts';

/** What the rules know about words. */
export interface Vocabulary {
  glossary: Glossary;
  dictionary: Dictionary;
  /** The dictionary for drift, by default {@link dictionary}: it has learned nothing from the catalog. */
  general?: Dictionary;
  /** Keys of the names of publishers and products: a translation may leave them out. */
  names?: ReadonlySet<string>;
}

/** Two texts of one field of one case, both with content. */
export interface TextPair {
  field: Field;
  left: string;
  right: string;
  /** Whether the left text is English and the right one Chinese; else both are in one language. */
  translated: boolean;
  vocabulary: Vocabulary;
}

/** How many words of a text a hint quotes. */
export const shownWords = 5;

/** What a rule found: how much it matters, and the words that only one text has, as the text has them. */
export interface Found {
  severity: Severity;
  onlyLeft?: string[];
  onlyRight?: string[];
}

/** One rule of comparison. Its id is stable: readers look it up, data name it. */
export interface Rule {
  id: RuleId;
  /** The kind of the difference between languages; within a language every kind is `changed`. */
  kind: Kind;
  /** Returns what differs by this rule, or `undefined` if nothing does. */
  compare: (pair: TextPair) => Found | undefined;
}

/**
 * Rates words that only one text has: a contradiction if they are in the place of others, else content.
 *
 * Within a language a text that was rewritten does not contradict the old one, whatever its numbers:
 * the texts must share a third of the shorter one's content words.
 */
export function rateOneSided(
  pair: TextPair,
  onlyLeft: { text: string }[],
  onlyRight: { text: string }[],
  isReplaced: boolean,
): Found | undefined {
  if (onlyLeft.length + onlyRight.length === 0) return undefined;
  return {
    severity: isReplaced && (pair.translated || areAlike(pair)) ? 'contradiction' : 'content',
    onlyLeft: onlyLeft.map(({ text }) => text),
    onlyRight: onlyRight.map(({ text }) => text),
  };
}

function areAlike({ left, right, vocabulary: { glossary } }: TextPair): boolean {
  const words = [contentWords(left, glossary), contentWords(right, glossary)] as const;
  const [gone] = bagDifference(...words);
  return (words[0].length - gone.length) * 3 >= Math.min(words[0].length, words[1].length);
}
