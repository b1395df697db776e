/** What a text holds that could tell which code and case it is about. */
import { readFields } from './fields.ts';
import { findCodes, type NamedCodes } from './find-codes.ts';
import { findStatuses, isBareStatus, type StatusMention } from './find-statuses.ts';
import { type FoundPhrase, isCutOff, judgePhrase } from './judge-phrase.ts';
import type { PhraseHit } from './phrase-patterns.ts';
import type { Phrase } from './phrases.ts';
import type { PreparedIndex } from './prepare-index.ts';
import { type ReadText, readText } from './read-text.ts';
import { segmentsOf } from './segments.ts';
import { compareWithCases, type Likeness } from './similarity.ts';
import { splitWords, wordAt } from './words.ts';

/** Everything found in a text. */
export interface Evidence extends NamedCodes {
  text: ReadText;
  statuses: StatusMention[];
  bareStatus: boolean;
  phrases: FoundPhrase[];
  likenesses: Likeness[];
}

/** A word that is not known may be a misspelling; one that is counts far more. */
const unknownTelling = 0.01;

/** Of each piece so many cases are kept. */
const nearestOfPiece = 30;

/**
 * Read a text for evidence.
 *
 * @param input Anything.
 * @param index The index.
 */
export function readEvidence(input: string, index: PreparedIndex): Evidence {
  const text = readText(input, index.simplification);
  const fields = readFields(text.plain);
  const { mentions, foreign } = findCodes(text, fields, index.spellings);
  const statuses = findStatuses(text.folded, fields);
  const words = splitWords(text.folded);
  const numbers = index.vocabulary.numbersOf(words);
  const last = words.starts.length === 0 ? '' : wordAt(words, words.starts.length - 1);
  const place = (hit: PhraseHit) => ({ ...hit, at: words.starts[hit.from] ?? 0 });
  const phrases = [
    ...index.table.find(numbers).map((hit): FoundPhrase => {
      const phrase = index.phrases[hit.phrase] as Phrase;
      return { ...place(hit), standing: judgePhrase(hit, phrase, words, fields) };
    }),
    ...index.table
      .findCut(numbers, last)
      .filter((hit) => isCutOff(hit, words))
      .map((hit): FoundPhrase => ({ ...place(hit), standing: 'fair' })),
  ];
  const named = mentions.filter(({ match }) => match === 'exact');
  const within =
    named.length > 0
      ? new Set(named.flatMap(({ code }) => index.codes[code]?.cases ?? []))
      : undefined;
  // The code itself has been understood; its letters say nothing about the case.
  const unnamed = (piece: string) =>
    named.reduce((rest, { spelled }) => rest.replaceAll(spelled.toLowerCase(), ' '), piece);
  const segments = segmentsOf(
    text,
    fields,
    words,
    (i) => index.telling[numbers[i] ?? -1] ?? unknownTelling,
  );
  const likenesses = segments.flatMap((piece) =>
    compareWithCases(unnamed(piece), index, within).slice(0, nearestOfPiece),
  );
  return {
    text,
    mentions,
    foreign,
    statuses,
    bareStatus: statuses.length > 0 && isBareStatus(text.folded),
    phrases,
    likenesses,
  };
}
