/** Reads from a text what could tell which code and case it is about. */
import { hasHan } from '../../text/lang-of-text.ts';
import type { PhraseHit } from '../index/phrase-patterns.ts';
import type { Phrase } from '../index/phrases.ts';
import type { IndexSource, PreparedIndex } from '../index/prepare-index.ts';
import { type Field, isMessage, readFields } from '../text/fields.ts';
import { type ReadText, readText } from '../text/read-text.ts';
import { piecesIn, segmentsOf } from '../text/segments.ts';
import { splitWords, type Words } from '../text/words.ts';
import { limits, thresholds, wordWeights } from '../tuning.ts';
import { findCodes, type NamedCodes } from './find-codes.ts';
import { findStatuses, isBareStatus, type StatusMention, withoutReasons } from './find-statuses.ts';
import { findSurroundings } from './find-surroundings.ts';
import { type FoundPhrase, judgePhrase } from './judge-phrase.ts';
import { compareWithCases, type Similarity } from './similarity.ts';

export interface Evidence extends NamedCodes {
  /** The part of the index that the text may be about. */
  index: PreparedIndex;
  text: ReadText;
  statuses: StatusMention[];
  bareStatus: boolean;
  phrases: FoundPhrase[];
  similarities: Similarity[];
  /** Whether a position is next to a code: of several codes in a text each has its own surroundings. */
  isBeside: (code: number, at: number) => boolean;
  /** Whether the text is a phrase and nothing else but an HTTP status. */
  isOnly: (phrase: PhraseHit) => boolean;
  /** Whether a field for messages has the phrase and nothing else. */
  isField: (phrase: PhraseHit) => boolean;
  /** Catalogs that the text names, or whose publisher it names. */
  catalogs: ReadonlySet<string>;
  /** The message of the text, if it is none of the wordings of the only code that the text names. */
  otherMessage?: string;
}

/** Returns everything that a pasted text contains of codes, statuses and phrases of the index. */
export function readEvidence(input: string, source: IndexSource): Evidence {
  const text = readText(input, source.simplification);
  const fields = readFields(text.plain);
  const { mentions, unknown, typed, hasOtherType } = findCodes(text, fields, source.spellings);
  const statuses = findStatuses(text.folded, fields);
  const words = splitWords(text.folded);
  const named = mentions.filter(({ match }) => match === 'exact');
  // The letters of a code that was recognised, or is unknown, say nothing about its case.
  const spelled = [...named.map((mention) => mention.spelled), ...unknown.map(({ code }) => code)];
  const withoutCodes = (piece: string) =>
    spelled.reduce((rest, code) => rest.replaceAll(code.toLowerCase(), ' '), piece);
  // Without words there is nothing to search for, and a large index need not be prepared.
  const hasWords = /\p{L}/u.test(withoutCodes(text.folded));
  const numbers = hasWords ? source.vocabulary.numbersOf(words) : [];
  // An unknown word may be a misspelling; a known one counts far more.
  const weightOf = (i: number) => source.lineWeights[numbers[i] ?? -1] ?? wordWeights.unknownInLine;
  const bareStatus =
    statuses.length > 0 && isBareStatus(withoutPrefixes(text.folded, source.spellings.prefixes));
  // Next to a code, "error 504" and "request failed" say nothing about "API request error.".
  const saysNothing = (piece: string) => spelled.length > 0 && isBareStatus(piece);
  // A bare HTTP status is not compared with the texts, where many a number is.
  const clean = (segments: string[]) =>
    segments
      .map(withoutCodes)
      .filter((piece) => !saysNothing(piece))
      .map(withoutReasons);
  const pieces = bareStatus || !hasWords ? [] : clean(segmentsOf(text, fields, words, weightOf));
  const bareStatuses = bareStatus ? statuses.map(({ status }) => status) : [];
  const index = source.choose({ mentions, pieces, numbers, bareStatuses });
  const place = (hit: PhraseHit) => ({ ...hit, at: words.starts[hit.from] ?? 0 });
  const phrases = [
    ...index.table.find(numbers).map((hit): FoundPhrase => {
      const phrase = index.phrases[hit.phrase] as Phrase;
      return { ...place(hit), ...judgePhrase(hit, phrase, words, fields) };
    }),
  ];
  const within =
    named.length > 0
      ? new Set(named.flatMap(({ code }) => index.codes[code]?.cases ?? []))
      : undefined;
  const surroundings = findSurroundings(text, mentions, unknown);
  const compare = (all: string[], cases: ReadonlySet<number> | undefined) =>
    all.flatMap((piece) => compareWithCases(piece, index, cases).slice(0, limits.similarCases));
  const similarities =
    surroundings && within && hasWords
      ? named.flatMap(({ code }) =>
          (surroundings.get(code) ?? []).flatMap(({ start, end }) =>
            compare(
              clean(piecesIn(text.folded.slice(start, end))),
              new Set(index.codes[code]?.cases),
            ),
          ),
        )
      : compare(pieces, within);
  const catalogs = new Set(
    index.names.filter(({ pattern }) => pattern.test(text.folded)).map(({ catalog }) => catalog),
  );
  const otherMessage = within && findOtherMessage(text, fields, phrases, within, index);
  return {
    index,
    text,
    mentions,
    unknown,
    typed,
    hasOtherType,
    statuses,
    bareStatus,
    phrases,
    similarities,
    isBeside: (code, at) =>
      surroundings?.get(code)?.every(({ start, end }) => at < start || at >= end) !== true,
    isOnly: (phrase) => {
      const rest = withoutWords(words, phrase);
      // A message in a body is not by itself.
      return rest.length < limits.onlyLength && !/[{}<>"=]/.test(rest) && isBareStatus(rest);
    },
    isField: ({ from, to }) => {
      const [start = 0, end = 0] = [words.starts[from], words.ends[to - 1]];
      return fields.some(
        (field) =>
          isMessage(field) &&
          field.start <= start &&
          end <= field.end &&
          !/[\p{L}\p{N}]/u.test(
            text.folded.slice(field.start, start) + text.folded.slice(end, field.end),
          ),
      );
    },
    catalogs,
    ...(otherMessage !== undefined && { otherMessage }),
  };
}

/** Leaves the status of "apig: 502 Bad Gateway". */
function withoutPrefixes(folded: string, prefixes: readonly string[]): string {
  if (prefixes.length === 0) return folded;
  return folded.replace(new RegExp(`\\b(?:${prefixes.join('|')})\\b`, 'g'), ' ');
}

function withoutWords({ text, starts, ends }: Words, { from, to }: PhraseHit): string {
  return text.slice(0, starts[from]) + text.slice(ends[to - 1]);
}

/** Returns the first message in a field, if no message in a field is a wording of these cases. */
function findOtherMessage(
  { plain, folded }: ReadText,
  fields: readonly Field[],
  phrases: readonly FoundPhrase[],
  cases: ReadonlySet<number>,
  index: PreparedIndex,
): string | undefined {
  const messages = fields.filter(isMessage).slice(0, limits.messageFields);
  const [first] = messages;
  // Without the texts a Chinese message cannot be compared.
  if (!first || (hasHan(first.value) && !index.hasTexts)) return undefined;
  const isOwn = ({ start, end }: Field) =>
    phrases.some(
      ({ at, phrase }) =>
        at >= start && at < end && index.phrases[phrase]?.cases.some((item) => cases.has(item)),
    ) ||
    compareWithCases(folded.slice(start, end), index, cases).some(
      ({ score, inOrder }) => score >= thresholds.ownMessage || inOrder >= thresholds.ownInOrder,
    );
  return messages.some(isOwn) ? undefined : plain.slice(first.start, first.end).trim();
}
