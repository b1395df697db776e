/** Prepares an index for searching: phrases, postings, codes by spelling. */
import { append } from '../model/append.ts';
import type { Lang } from '../model/lang.ts';
import { langOfText } from '../text/lang-of-text.ts';
import { readPairs, type Simplification } from '../text/simplify.ts';
import { slugOf } from '../text/slug.ts';
import { codeKey } from './code-key.ts';
import { type CodeSpellings, spellCodes } from './code-spellings.ts';
import {
  type CompactCase,
  type CompactCode,
  caseIdOf,
  type LookupCore,
  type LookupIndex,
  type LookupTexts,
  type PrefixNote,
} from './index-format.ts';
import type { CodeMention } from './mention-list.ts';
import { PatternTable } from './phrase-patterns.ts';
import { countCases, makePhrases, type Phrase, type Wording } from './phrases.ts';
import type { SearchedIndex } from './read-query.ts';
import { readText } from './read-text.ts';
import { phraseLengths } from './tuning.ts';
import { WordList } from './typos.ts';
import { Vocabulary } from './vocabulary.ts';

export interface IndexedCase {
  /** Position of its code in {@link PreparedIndex.codes}. */
  code: number;
  id: string;
  /** HTTP statuses that any document gives it, the newest document's first. */
  statuses: string[];
  messages: string[];
  /** The newest description of each language. */
  descriptions: Partial<Record<Lang, string>>;
  /** All of its texts. */
  texts: CaseTexts;
}

export interface IndexedCode {
  catalog: string;
  code: string;
  slug: string;
  aliases: string[];
  /** Positions of its cases in {@link PreparedIndex.cases}. */
  cases: number[];
}

/** What a text has that tells where to look for its answer. */
export interface Clues {
  mentions: readonly CodeMention[];
  /** Pieces of the text that may describe the error. */
  pieces: readonly string[];
  /** Words by number, and the last one in full. */
  numbers: readonly number[];
  last: string;
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
  /** Finds messages, perhaps other phrases too. */
  table: PatternTable;
  /** Whether a phrase that `table` found is a message or meaning that no other service has. */
  isRareSentence(phrase: number): boolean;
  /** Returns the part of the index that a text may be about: of a small index all of it. */
  choose(clues: Clues): PreparedIndex;
  codeOf(catalog: string, code: string): CompactCode | undefined;
  /** Returns the catalogs that have a code in this spelling. */
  catalogsOf(code: string): string[];
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

const prepared = new WeakMap<LookupIndex, IndexSource>();

/** Returns a source, or that of an index. */
export function sourceOf(index: LookupIndex | IndexSource): IndexSource {
  return 'core' in index ? prepareIndex(index) : index;
}

/**
 * Prepares an index; the same object only once. Call it when the page is idle, so that the first
 * lookup is as fast as the others.
 */
export function prepareIndex(index: LookupIndex): IndexSource {
  const known = prepared.get(index);
  if (known) return known;
  const made = unfold(index);
  prepared.set(index, made);
  return made;
}

function unfold({ core, texts }: LookupIndex): IndexSource {
  const codes: IndexedCode[] = [];
  const cases: IndexedCase[] = [];
  const wordings: Wording[] = [];
  const aliasCases = new Map<string, number>();
  const compact = new Map<string, CompactCode>();
  for (const { id: catalog, codes: ofCatalog } of core.catalogs) {
    for (const code of ofCatalog) {
      compact.set(`${catalog} ${code[0]}`, code);
      const own = code[1].map((one, i): IndexedCase => {
        return unfoldCase(one, codes.length, textsOf(texts, cases.length + i));
      });
      const added = unfoldCode(code, catalog, codes.length, cases.length, aliasCases);
      for (const [i, one] of own.entries())
        wordings.push(...wordingsOf(cases.length + i, added, one));
      codes.push(added);
      cases.push(...own);
    }
  }
  const simplification = readPairs(texts?.traditional ?? '');
  const spellings = spellCodes(codes, core.shared);
  const vocabulary = createVocabulary(texts, spellings);
  const { phrases, patterns } = makePhrases(wordings, vocabulary, simplification);
  vocabulary.weigh(countCases(phrases), cases.length);
  const table = new PatternTable(patterns, vocabulary.names());
  const prepared: PreparedIndex = {
    codes,
    cases,
    phrases,
    vocabulary,
    nearWords: new WordList(vocabulary.words.keys()),
    ...weighPhrases(phrases, vocabulary),
    table,
    spellings,
    aliasCases,
    byStatus: groupByStatus(cases.entries()),
    names: namesOf(core, texts),
    notes: texts?.notes ?? [],
    hasTexts: texts !== undefined,
  };
  return {
    simplification,
    spellings,
    vocabulary,
    lineWeights: vocabulary.weightsOfWords(),
    table,
    // Where messages are English only, the other language's meaning is what people quote.
    isRareSentence: (at) =>
      /message|description/.test(phrases[at]?.field ?? '') && !isShared(prepared, at),
    choose: () => prepared,
    catalogsOf: (code) => findCatalogs(code, codes, spellings),
    codeOf: (catalog, code) => compact.get(`${catalog} ${code}`),
  };
}

export function findCatalogs(
  code: string,
  codes: readonly IndexedCode[],
  { byKey }: CodeSpellings,
): string[] {
  const same = (byKey.get(codeKey(code)) ?? []).filter((at) => codes[at]?.code === code);
  return same.flatMap((at) => codes[at]?.catalog ?? []);
}

/** Returns a code whose cases are numbered from `firstCase`, and notes the cases of its aliases. */
export function unfoldCode(
  [code, compactCases, slug, ownAliases = []]: CompactCode,
  catalog: string,
  at: number,
  firstCase: number,
  aliasCases: Map<string, number>,
): IndexedCode {
  for (const [alias, item] of ownAliases) {
    if (item !== undefined && item < compactCases.length)
      aliasCases.set(aliasKey(at, alias), firstCase + item);
  }
  const aliases = ownAliases.map(([alias]) => alias);
  const cases = compactCases.map((_, i) => firstCase + i);
  return { catalog, code, slug: slug ?? slugOf(code), aliases, cases };
}

export function unfoldCase(
  [statuses, messages, id]: CompactCase,
  code: number,
  texts: CaseTexts,
): IndexedCase {
  const descriptions: IndexedCase['descriptions'] = {};
  for (const text of texts.descriptions) descriptions[langOfText(text)] ??= text;
  return {
    code,
    id: id ?? caseIdOf(statuses[0] ?? '', messages[0] ?? ''),
    statuses,
    messages,
    descriptions,
    texts,
  };
}

/** Returns a vocabulary with the synonyms; "APIG" is a word of its own and not a typo of "API". */
export function createVocabulary(
  texts: Pick<LookupTexts, 'concepts'> | undefined,
  { prefixes }: CodeSpellings,
): Vocabulary {
  const vocabulary = new Vocabulary(texts?.concepts ?? []);
  for (const prefix of prefixes) vocabulary.add(prefix);
  return vocabulary;
}

/** The phrases of each unit, and the weight of each phrase. */
export function weighPhrases(
  phrases: readonly Phrase[],
  { weights }: Vocabulary,
): Pick<SearchedIndex, 'postings' | 'phraseWeights'> {
  const weigh = ({ units }: Phrase) => units.reduce((sum, unit) => sum + (weights[unit] ?? 0), 0);
  return { postings: postingsOf(phrases), phraseWeights: phrases.map(weigh) };
}

/** Names by which people call the catalogs: "jd cloud", also as jd-cloud and jdcloud. */
export function namesOf(
  { catalogs }: { catalogs: readonly Pick<LookupCore['catalogs'][number], 'id'>[] },
  texts: Pick<LookupTexts, 'names'> | undefined,
): PreparedIndex['names'] {
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

function textsOf(texts: LookupTexts | undefined, item: number): CaseTexts {
  const [descriptions, solutions] = texts?.cases[item] ?? [[], []];
  const read = (positions: number[]) => positions.map((at) => texts?.strings[at] ?? '');
  return { descriptions: read(descriptions), solutions: read(solutions) };
}

/** Returns the wordings of a case. */
export function wordingsOf(
  at: number,
  { code, aliases }: IndexedCode,
  { messages, texts: { descriptions, solutions } }: IndexedCase,
): Wording[] {
  const wordings = (field: Wording['field'], texts: string[]) =>
    texts.map((text, place): Wording => ({ text, field, case: at, newest: place === 0 }));
  // Numbers are found only by their spelling: 0201 is not a word.
  const names = [code, ...aliases].filter((name) => !/\d\d$/.test(name)).map(wordsOfCode);
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
