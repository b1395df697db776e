/** Judges how certain it is that a phrase in a text was meant. */
import { isHanCode } from '../../text/lang-of-text.ts';
import { reasonPhrases } from '../../text/statuses.ts';
import type { PhraseHit } from '../index/phrase-patterns.ts';
import type { Phrase } from '../index/phrases.ts';
import { type Field, keyKinds } from '../text/fields.ts';
import type { Words } from '../text/words.ts';
import { limits, phraseLengths } from '../tuning.ts';

/** Whole and by itself; whole among other words; common words, or those of HTTP itself. */
type Certainty = 'sure' | 'fair' | 'weak';

/** A phrase of the documents that is in a text. */
export interface FoundPhrase extends PhraseHit {
  certainty: Certainty;
  /** Whether it has its line, but for a level before it, or its field to itself. */
  isAlone: boolean;
  at: number;
}

/** A message follows its level in a log. */
const logLevel = /(?:^|[^a-z])(?:error|err|warn|warning|fatal|severe|critical|info) {1,3}$/;

/**
 * Judges a phrase by what is around it in the text.
 *
 * @example "Bad request." by itself is sure; in "a bad request of his" it is weak.
 */
export function judgePhrase(
  hit: PhraseHit,
  phrase: Phrase,
  words: Words,
  fields: readonly Field[],
): Pick<FoundPhrase, 'certainty' | 'isAlone'> {
  const { text, starts, ends } = words;
  const start = starts[hit.from] ?? 0;
  const end = ends[hit.to - 1] ?? 0;
  const status = /(?:^|[^\d.])[1-5]\d\d["',)]{0,3} {1,3}$/.test(
    text.slice(Math.max(0, start - 9), start),
  );
  // "500 Internal Server Error": the words that HTTP itself gives a status.
  if (status && reasonPhrases.has(text.slice(start, end).replaceAll('-', ' ')))
    return { certainty: 'weak', isAlone: false };
  const isLevelled = logLevel.test(text.slice(Math.max(0, start - 12), start));
  const before = status || isLevelled || hit.from === 0 || isBoundary(words, hit.from);
  const last = hit.how === 'placeholder' || hit.to >= starts.length;
  const after = last || isBoundary(words, hit.to);
  const field = fields.find(
    (one) => keyKinds.message.has(one.key) && one.start <= start && end <= one.end,
  );
  const fillsField = field !== undefined && isIsolated(text, field.start, start, end, field.end);
  const startsLine = isIsolated(text, text.lastIndexOf('\n', start - 1) + 1, start, end, end);
  const endsLine = isLineEnd(text, end);
  const hasLine = fillsField || (startsLine && endsLine);
  const isAlone = hasLine || ((startsLine || isLevelled) && (endsLine || last));
  return { certainty: hasLine ? 'sure' : judgeAmongWords(), isAlone };

  function judgeAmongWords(): Certainty {
    if (phrase.length >= phraseLengths.long && (before || after)) return 'sure';
    const isShort = phrase.length < phraseLengths.short;
    if (before && after) return isShort && !status ? 'fair' : 'sure';
    return !isShort && (before || after) ? 'fair' : 'weak';
  }
}

/**
 * Whether there is punctuation, a new line, or a change between Chinese and other writing before a
 * word; spaces, hyphens and underscores join words.
 */
function isBoundary({ text, starts, ends }: Words, word: number): boolean {
  const [end = 0, start = 0] = [ends[word - 1], starts[word]];
  return (
    /[^\p{L}\p{N}\s_-]|\n/u.test(text.slice(end, start)) ||
    isHanCode(text.charCodeAt(end - 1)) !== isHanCode(text.charCodeAt(start))
  );
}

/** Whether no words come after a position in its line. */
function isLineEnd(text: string, at: number): boolean {
  const gap = text.indexOf('\n', at);
  return isIsolated(text, at, at, at, gap < 0 ? text.length : gap);
}

/** Whether there are no words beside `start` to `end` in `from` to `to`. */
function isIsolated(text: string, from: number, start: number, end: number, to: number): boolean {
  if (start - from > limits.besidePhrase || to - end > limits.besidePhrase) return false;
  return !/[\p{L}\p{N}]/u.test(text.slice(from, start) + text.slice(end, to));
}
