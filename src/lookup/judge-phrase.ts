/** How surely a phrase that stands in a text was meant. */

import { reasonPhrases } from '../text/statuses.ts';
import { type Field, keyKinds } from './fields.ts';
import type { PhraseHit } from './phrase-patterns.ts';
import type { Phrase } from './phrases.ts';
import type { Words } from './words.ts';

/** Whole and by itself; whole among other words; common words, or those of HTTP itself. */
export type Standing = 'sure' | 'fair' | 'weak';

/** A phrase of the documents that a text holds. */
export interface FoundPhrase extends PhraseHit {
  standing: Standing;
  at: number;
}

/** So many words say too much to stand in a text by chance; fewer need to be set apart. */
const longPhrase = 6;
const shortPhrase = 3;

/** A phrase has a line or a field to itself if no more than this stands beside it. */
const mostBeside = 40;

/**
 * Judge a phrase by what stands around it.
 *
 * @param hit Where it was found.
 * @param phrase What was found.
 * @param words The text.
 * @param fields Its fields.
 * @example "Bad request." alone is sure, in "a bad request of his" it is weak.
 */
export function judgePhrase(
  hit: PhraseHit,
  phrase: Phrase,
  words: Words,
  fields: readonly Field[],
): Standing {
  const { text, starts, ends } = words;
  const start = starts[hit.from] ?? 0;
  const end = ends[hit.to - 1] ?? 0;
  const status = /(?:^|[^\d.])[1-5]\d\d["',)]{0,3} {1,3}$/.test(
    text.slice(Math.max(0, start - 9), start),
  );
  // "500 Internal Server Error": the words that HTTP itself gives a status.
  if (status && reasonPhrases.has(text.slice(start, end).replaceAll('-', ' '))) return 'weak';
  const before = status || hit.from === 0 || setsApart(text.slice(ends[hit.from - 1], start));
  const last = hit.how === 'placeholder' || hit.to >= starts.length;
  const after = last || setsApart(text.slice(end, starts[hit.to]));
  if (phrase.length >= longPhrase && (before || after)) return 'sure';
  const field = fields.find(
    (one) => keyKinds.message.has(one.key) && one.start <= start && end <= one.end,
  );
  const inField = field !== undefined && isAlone(text, field.start, start, end, field.end);
  if (inField || isAloneOnLine(text, start, end)) return 'sure';
  if (before && after) return phrase.length < shortPhrase && !status ? 'fair' : 'sure';
  return phrase.length >= shortPhrase && (before || after) ? 'fair' : 'weak';
}

/**
 * Whether a text that begins a phrase breaks off in it: nothing follows, not even a full stop or a
 * closing quote, and nothing leads up to it.
 */
export function isCutOff(hit: PhraseHit, { text, starts, ends }: Words): boolean {
  const before = hit.from === 0 || setsApart(text.slice(ends[hit.from - 1], starts[hit.from]));
  // Trimmed rather than matched with `\s*` at both ends, which takes long on long white space.
  const after = text.slice(ends[hit.to - 1]).trim();
  return before && (after === '' || after === '...');
}

/** Punctuation or a new line; spaces, hyphens and underscores join words. */
function setsApart(gap: string): boolean {
  return /[^\p{L}\p{N}\s_-]|\n/u.test(gap);
}

function isAloneOnLine(text: string, start: number, end: number): boolean {
  const near = Math.max(0, start - mostBeside);
  const from = near + text.slice(near, start).lastIndexOf('\n') + 1;
  const gap = text.slice(end, end + mostBeside).indexOf('\n');
  const to = gap < 0 ? Math.min(text.length, end + mostBeside) : end + gap;
  // What is cut off at a distance is not alone.
  if ((from === near && near > 0) || (gap < 0 && to < text.length)) return false;
  return isAlone(text, from, start, end, to);
}

function isAlone(text: string, from: number, start: number, end: number, to: number): boolean {
  if (start - from > mostBeside || to - end > mostBeside) return false;
  return !/[\p{L}\p{N}]/u.test(text.slice(from, start) + text.slice(end, to));
}
