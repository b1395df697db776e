/** The parts of an index as the lookup searches them: codes, cases, phrases and their postings. */
import { append } from '../../model/append.ts';
import type { Simplification } from '../../text/simplify.ts';
import { slugOf } from '../../text/slug.ts';
import { codeKey } from '../code-key.ts';
import type { CodeMention } from '../evidence/mention-list.ts';
import type { SearchedIndex } from '../evidence/read-query.ts';
import { readText } from '../text/read-text.ts';
import { phraseLengths } from '../tuning.ts';
import type { CodeSpellings } from './code-spellings.ts';
import {
  type CompactCase,
  type CompactCode,
  caseIdOf,
  type IndexContent,
  type PrefixNote,
  spellingsOf,
} from './index-format.ts';
import type { PatternTable } from './phrase-patterns.ts';
import type { Phrase, Wording } from './phrases.ts';
import { Vocabulary } from './vocabulary.ts';

export interface IndexedCase {
  /** Position of its code in {@link PreparedIndex.codes}. */
  code: number;
  id: string;
  /** HTTP statuses that any document gives it, the newest document's first. */
  statuses: string[];
  messages: string[];
  /** All of its texts. */
  texts: CaseTexts;
}

export interface IndexedCode {
  catalog: string;
  code: string;
  slug: string;
  /** The code and its aliases. */
  spellings: string[];
  /** Positions of its cases in {@link PreparedIndex.cases}. */
  cases: number[];
}

/** What a text has that tells where to look for its answer. */
export interface Clues {
  mentions: readonly CodeMention[];
  /** Pieces of the text that may describe the error. */
  pieces: readonly string[];
  /** Words by number. */
  numbers: readonly number[];
  /** HTTP statuses, if the text is nothing else. */
  bareStatuses: readonly string[];
}

/** Where texts are looked up. */
export interface IndexSource {
  simplification: Simplification;
  spellings: CodeSpellings;
  vocabulary: Vocabulary;
  /** Weight of each word in a line, by its number. */
  lineWeights: number[];
  /** Finds messages and descriptions. */
  table: PatternTable;
  /** Whether a phrase that `table` found is one that no other service has. */
  isRareSentence(phrase: number): boolean;
  /** Returns the part of the index that a text may be about: of a small index all of it. */
  choose(clues: Clues): PreparedIndex;
  codeOf(catalog: string, code: string): CompactCode | undefined;
}

/** An index as the lookup searches it; codes, cases, words and units are numbers. */
export interface PreparedIndex extends SearchedIndex {
  codes: IndexedCode[];
  /** Of a large index, only the cases that a text may be about. */
  cases: IndexedCase[];
  table: PatternTable;
  spellings: CodeSpellings;
  /** The case that an alias means, by {@link aliasKey}; aliases of a whole code are missing. */
  aliasCases: Map<string, number>;
  /** Cases of each HTTP status; those whose newest document gives it come first. */
  byStatus: Map<string, number[]>;
  /** Words by which people call each catalog; `notes` quote what documents write of other prefixes. */
  names: { catalog: string; pattern: RegExp }[];
  notes: readonly PrefixNote[];
  /** Whether descriptions and solutions are there. */
  hasTexts: boolean;
}

/** Returns whether other services send the same sentence, so that it does not tell who sent it. */
export function isShared({ phrases, spellings }: PreparedIndex, at: number): boolean {
  const phrase = phrases[at];
  return phrase === undefined || isSharedText(phrase, spellings);
}

/** Returns whether a standard defines a sentence, so that any service may send it. */
export function isStandard({ phrases, spellings }: PreparedIndex, at: number): boolean {
  return spellings.shared.has(codeKey(phrases[at]?.text ?? ''));
}

/** The same as {@link isShared} of a phrase by itself. */
export function isSharedText(
  { text, length }: Pick<Phrase, 'text' | 'length'>,
  { shared }: CodeSpellings,
): boolean {
  return length < phraseLengths.shared || shared.has(codeKey(text));
}

/** Returns the key of an alias of a code in {@link PreparedIndex.aliasCases}, in any spelling. */
export function aliasKey(code: number, alias: string): string {
  return `${code} ${codeKey(alias)}`;
}

/** Returns a code whose cases have these numbers. */
export function unfoldCode(compact: CompactCode, catalog: string, cases: number[]): IndexedCode {
  const [code, , slug] = compact;
  return { catalog, code, slug: slug ?? slugOf(code), spellings: spellingsOf(compact), cases };
}

export function unfoldCase(
  [statuses, messages, id]: CompactCase,
  code: number,
  texts: CaseTexts,
): IndexedCase {
  return {
    code,
    id: id ?? caseIdOf(statuses[0] ?? '', messages[0] ?? ''),
    statuses,
    messages,
    texts,
  };
}

/** Returns a vocabulary with the synonyms; "APIG" is a word of its own and not a typo of "API". */
export function createVocabulary(
  concepts: readonly string[],
  { prefixes }: CodeSpellings,
): Vocabulary {
  const vocabulary = new Vocabulary(concepts);
  for (const prefix of prefixes) vocabulary.add(prefix);
  return vocabulary;
}

/** The phrases of each unit, and the weight of each phrase. */
export function weighPhrases(
  phrases: readonly Phrase[],
  weights: readonly number[],
): Pick<SearchedIndex, 'postings' | 'phraseWeights'> {
  const weigh = ({ units }: Phrase) => units.reduce((sum, unit) => sum + (weights[unit] ?? 0), 0);
  return { postings: postingsOf(phrases), phraseWeights: phrases.map(weigh) };
}

/** Names by which people call the catalogs: "jd cloud", also as jd-cloud and jdcloud. */
export function namesOf({ catalogs, texts }: IndexContent): PreparedIndex['names'] {
  return catalogs.flatMap(({ id: catalog }, at) =>
    (texts?.names[at] ?? []).map((name) => ({ catalog, pattern: patternOfName(name) })),
  );
}

function patternOfName(name: string): RegExp {
  const words = name.split(' ').map((word) => word.replace(/[^\p{L}\p{N}]/gu, '.?'));
  const [before, after] = /^[a-z]/.test(name) ? ['(?<![a-z])', '(?![a-z])'] : ['', ''];
  return new RegExp(`${before}${words.join('[ _-]?')}${after}`, 'u');
}

/** Descriptions and solutions of a case. */
interface CaseTexts {
  descriptions: string[];
  solutions: string[];
}

/** Returns the wordings of a case. */
export function wordingsOf(
  at: number,
  { spellings }: IndexedCode,
  { messages, texts: { descriptions, solutions } }: IndexedCase,
): Wording[] {
  const wordings = (field: Wording['field'], texts: string[]) =>
    texts.map((text): Wording => ({ text, field, case: at }));
  // Numbers are found only by their spelling: 0201 is not a word.
  const names = spellings.filter((name) => !/\d\d$/.test(name)).map(wordsOfCode);
  return [
    ...wordings('message', messages),
    ...wordings('code', names),
    ...wordings('description', descriptions),
    ...wordings('solution', solutions.flatMap(sentencesOf)),
  ];
}

/** `APIGATEWAY_DOMAIN_NUM_IS_MAX` → `APIGATEWAY DOMAIN NUM IS MAX`. */
function wordsOfCode(code: string): string {
  return code
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Solutions list several steps; each is a phrase of its own. */
function sentencesOf(text: string): string[] {
  return readText(text)
    .plain.split(/[。;!\n]|\.(?=\s|$)/)
    .filter((sentence) => sentence.trim() !== '');
}

function postingsOf(phrases: readonly Phrase[]): number[][] {
  const postings: number[][] = [];
  for (const [at, { units, concepts }] of phrases.entries()) {
    for (const unit of [...units, ...concepts]) {
      postings[unit] ??= [];
      postings[unit].push(at);
    }
  }
  return postings;
}

/** Returns the cases of each HTTP status; those whose newest document gives it come first. */
export function groupByStatus(
  entries: Iterable<readonly [number, IndexedCase]>,
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  const cases = [...entries];
  const longest = cases.reduce((most, [, { statuses }]) => Math.max(most, statuses.length), 0);
  for (let rank = 0; rank < longest; rank += 1) {
    for (const [item, { statuses }] of cases) {
      const status = statuses[rank];
      if (status !== undefined) append(groups, status, item);
    }
  }
  return groups;
}
