/** Reads from a text what could tell which code and case it is about. */
import { readFields } from './fields.ts';
import { findCodes, type NamedCodes } from './find-codes.ts';
import { findStatuses, isBareStatus, type StatusMention } from './find-statuses.ts';
import { type FoundPhrase, isCutOff, judgePhrase } from './judge-phrase.ts';
import type { PhraseHit } from './phrase-patterns.ts';
import type { Phrase } from './phrases.ts';
import type { PreparedIndex } from './prepare-index.ts';
import { type ReadText, readText } from './read-text.ts';
import { segmentsOf } from './segments.ts';
import { compareWithCases, type Similarity } from './similarity.ts';
import { limits, wordWeights } from './tuning.ts';
import { splitWords, wordAt } from './words.ts';

export interface Evidence extends NamedCodes {
  text: ReadText;
  statuses: StatusMention[];
  bareStatus: boolean;
  phrases: FoundPhrase[];
  similarities: Similarity[];
}

/** Returns everything that a pasted text contains of codes, statuses and phrases of the index. */
export function readEvidence(input: string, index: PreparedIndex): Evidence {
  const text = readText(input, index.simplification);
  const fields = readFields(text.plain);
  const { mentions, unknown } = findCodes(text, fields, index.spellings);
  const statuses = findStatuses(text.folded, fields);
  const words = splitWords(text.folded);
  const numbers = index.vocabulary.numbersOf(words);
  const last = words.starts.length === 0 ? '' : wordAt(words, words.starts.length - 1);
  const place = (hit: PhraseHit) => ({ ...hit, at: words.starts[hit.from] ?? 0 });
  const phrases = [
    ...index.table.find(numbers).map((hit): FoundPhrase => {
      const phrase = index.phrases[hit.phrase] as Phrase;
      return { ...place(hit), certainty: judgePhrase(hit, phrase, words, fields) };
    }),
    ...index.table
      .findCut(numbers, last)
      .filter((hit) => isCutOff(hit, words))
      .map((hit): FoundPhrase => ({ ...place(hit), certainty: 'fair' })),
  ];
  const named = mentions.filter(({ match }) => match === 'exact');
  const within =
    named.length > 0
      ? new Set(named.flatMap(({ code }) => index.codes[code]?.cases ?? []))
      : undefined;
  // The letters of a code that was recognised say nothing about its case.
  const withoutCodes = (piece: string) =>
    named.reduce((rest, { spelled }) => rest.replaceAll(spelled.toLowerCase(), ' '), piece);
  // An unknown word may be a misspelling; a known one counts far more.
  const weightOf = (i: number) => index.lineWeights[numbers[i] ?? -1] ?? wordWeights.unknownInLine;
  const similarities = segmentsOf(text, fields, words, weightOf).flatMap((piece) =>
    compareWithCases(withoutCodes(piece), index, within).slice(0, limits.similarCases),
  );
  const bareStatus = statuses.length > 0 && isBareStatus(text.folded);
  return { text, mentions, unknown, statuses, bareStatus, phrases, similarities };
}
