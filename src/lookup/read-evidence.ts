/** What a text holds that could tell which code and case it is about. */
import { type Field, keyKinds, readFields } from './fields.ts';
import { findCodes, type NamedCodes } from './find-codes.ts';
import { findStatuses, isBareStatus, reasonPhrases, type StatusMention } from './find-statuses.ts';
import type { PhraseHit } from './phrase-table.ts';
import type { PreparedIndex } from './prepare-index.ts';
import { type ReadText, readText } from './read-text.ts';
import { segmentsOf } from './segments.ts';
import { compareWithCases, type Likeness } from './similarity.ts';
import { splitWords, type Words, wordAt } from './words.ts';

/** How surely a phrase was meant: whole and by itself; whole among other words; common words only. */
export type Standing = 'sure' | 'fair' | 'weak';

/** A phrase of the documents that the text holds. */
export interface FoundPhrase extends PhraseHit {
  standing: Standing;
  at: number;
}

/** Everything found in a text. */
export interface Evidence extends NamedCodes {
  text: ReadText;
  statuses: StatusMention[];
  bareStatus: boolean;
  phrases: FoundPhrase[];
  likenesses: (Likeness & { field: boolean })[];
}

/**
 * Read a text for evidence.
 *
 * @param input Anything.
 * @param index The index.
 */
export function readEvidence(input: string, index: PreparedIndex): Evidence {
  const text = readText(input);
  const fields = readFields(text.plain);
  const { mentions, foreign } = findCodes(text, fields, index.spellings);
  const statuses = findStatuses(text.folded, fields);
  const words = splitWords(text.folded);
  const numbers = words.starts.map((_, i) => index.vocabulary.words.get(wordAt(words, i)) ?? -1);
  const last = words.starts.length === 0 ? '' : wordAt(words, words.starts.length - 1);
  const place = (hit: PhraseHit) => ({ ...hit, at: words.starts[hit.from] ?? 0 });
  const phrases = [
    ...index.table.find(numbers).map((hit) => ({ ...place(hit), standing: judgePhrase(hit, words, fields, index) })),
    ...index.table.findCut(numbers, last).map((hit) => ({ ...place(hit), standing: 'fair' as const })),
  ];
  const named = mentions.filter(({ match }) => match === 'exact');
  const within = named.length > 0 ? new Set(named.flatMap(({ code }) => index.codes[code]?.cases ?? [])) : undefined;
  // The code itself has been understood; its letters say nothing about the case.
  const unnamed = (piece: string) =>
    named.reduce((rest, { spelled }) => rest.replaceAll(spelled.toLowerCase(), ' '), piece);
  const segments = segmentsOf(text, fields, words, (i) => index.telling[numbers[i] ?? -1] ?? unknownTelling);
  const likenesses = segments.flatMap(({ text: piece, kind }) =>
    compareWithCases(unnamed(piece), index, within).slice(0, 30).map((likeness) => ({ ...likeness, field: kind === 'field' })),
  );
  return { text, mentions, foreign, statuses, bareStatus: statuses.length > 0 && isBareStatus(text.folded), phrases, likenesses };
}

/** A word that is not known may be a misspelling; one that is counts far more. */
const unknownTelling = 0.01;

/** A phrase of so many words says too much to stand in a text by chance; with fewer it needs to be set apart. */
const longPhrase = 6;
const shortPhrase = 3;

function judgePhrase(hit: PhraseHit, words: Words, fields: readonly Field[], index: PreparedIndex): Standing {
  const phrase = index.phrases[hit.phrase];
  if (!phrase) return 'weak';
  const { text, starts, ends } = words;
  const start = starts[hit.from] ?? 0;
  const end = ends[hit.to - 1] ?? 0;
  const length = phrase.latin + phrase.han / 2;
  const status = /(?:^|[^\d.])[1-5]\d\d["',)]{0,3} {1,3}$/.test(text.slice(Math.max(0, start - 9), start));
  // "500 Internal Server Error": the words that HTTP itself gives a status.
  const reason = reasonPhrases.has(text.slice(start, end).replaceAll('-', ' '));
  if (status && reason) return 'weak';
  const before = status || hit.from === 0 || /[^\p{L}\p{N}\s_-]|\n/u.test(text.slice(ends[hit.from - 1] ?? 0, start));
  const next = starts[hit.to] ?? text.length;
  const gap = text.slice(end, next);
  const after = hit.how === 'placeholder' || hit.to >= starts.length || /[^\p{L}\p{N}\s_-]|\n/u.test(gap);
  if (length >= longPhrase && (before || after)) return 'sure';
  const field = fields.find((one) => keyKinds.message.has(one.key) && one.start <= start && end <= one.end);
  const [from, to] = field ? [field.start, field.end] : [0, text.length];
  const alone = [text.slice(from, start), text.slice(end, to), lineAround(text, start, end)];
  const nothing = /^[\p{P}\p{S}\s]*$/u;
  if (alone.slice(0, 2).every((rest) => nothing.test(rest)) || (before && after && nothing.test(alone[2] ?? ''))) return 'sure';
  if (length < shortPhrase) return before && after ? 'fair' : 'weak';
  return before && after ? 'sure' : before || after ? 'fair' : 'weak';
}

/** What stands beside a phrase on its line. */
function lineAround(text: string, start: number, end: number): string {
  const from = text.lastIndexOf('\n', start) + 1;
  const to = text.indexOf('\n', end);
  if (start - from > 200) return 'long';
  return `${text.slice(from, start)}${text.slice(end, to < 0 ? end + 200 : Math.min(to, end + 200))}`;
}
