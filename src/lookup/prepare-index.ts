/** Prepares an index for searching: phrases, postings, codes by spelling. */
import { append } from '../model/append.ts';
import type { Lang } from '../model/lang.ts';
import { langOfText } from '../text/lang-of-text.ts';
import { readPairs, type Simplification } from '../text/simplify.ts';
import { slugOf } from '../text/slug.ts';
import { stem } from '../text/stem.ts';
import { codeKey } from './code-key.ts';
import { type CodeSpellings, spellCodes } from './code-spellings.ts';
import { caseIdOf, type LookupIndex, type PrefixNote } from './index-format.ts';
import { PatternTable } from './phrase-patterns.ts';
import { makePhrases, type Phrase, type Wording } from './phrases.ts';
import type { SearchedIndex } from './read-query.ts';
import { readText } from './read-text.ts';
import { phraseLengths } from './tuning.ts';
import { WordList } from './typos.ts';
import { Vocabulary } from './vocabulary.ts';

interface IndexedCase {
  /** Position of its code in {@link PreparedIndex.codes}. */
  code: number;
  id: string;
  /** HTTP statuses that any document gives it, the newest document's first. */
  statuses: string[];
  messages: string[];
  /** The newest description of each language. */
  descriptions: Partial<Record<Lang, string>>;
}

interface IndexedCode {
  catalog: string;
  code: string;
  slug: string;
  aliases: string[];
  /** Positions of its cases in {@link PreparedIndex.cases}. */
  cases: number[];
}

/** An index as the lookup searches it; codes, cases, words and units are numbers. */
export interface PreparedIndex extends SearchedIndex {
  codes: IndexedCode[];
  cases: IndexedCase[];
  simplification: Simplification;
  table: PatternTable;
  spellings: CodeSpellings;
  /** The case that an alias means, by {@link aliasKey}; aliases of a whole code are missing. */
  aliasCases: Map<string, number>;
  /** Weight of each word in a line, by its number. */
  lineWeights: number[];
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
  return (
    phrase === undefined ||
    phrase.length < phraseLengths.shared ||
    spellings.shared.has(codeKey(phrase.text))
  );
}

/** Returns the key of an alias of a code in {@link PreparedIndex.aliasCases}, in any spelling. */
export function aliasKey(code: number, alias: string): string {
  return `${code} ${codeKey(alias)}`;
}

const prepared = new WeakMap<LookupIndex, PreparedIndex>();

/**
 * Prepares an index; the same object only once. Call it when the page is idle, so that the first
 * lookup is as fast as the others.
 */
export function prepareIndex(index: LookupIndex): PreparedIndex {
  const known = prepared.get(index);
  if (known) return known;
  const made = unfold(index);
  prepared.set(index, made);
  return made;
}

function unfold(index: LookupIndex): PreparedIndex {
  const codes: IndexedCode[] = [];
  const cases: IndexedCase[] = [];
  const wordings: Wording[] = [];
  const aliasCases = new Map<string, number>();
  for (const { id: catalog, codes: compactCodes } of index.core.catalogs) {
    for (const [code, compactCases, slug, ownAliases = []] of compactCodes) {
      const own = compactCases.map((_, i) => cases.length + i);
      for (const [alias, item = -1] of ownAliases) {
        const target = own[item];
        if (target !== undefined) aliasCases.set(aliasKey(codes.length, alias), target);
      }
      const aliases = ownAliases.map(([alias]) => alias);
      codes.push({ catalog, code, slug: slug ?? slugOf(code), aliases, cases: own });
      for (const [statuses, messages, caseId] of compactCases) {
        const texts = textsOf(index, cases.length);
        wordings.push(...wordingsOf(cases.length, [code, ...aliases], messages, texts));
        const descriptions: IndexedCase['descriptions'] = {};
        for (const text of texts.descriptions) descriptions[langOfText(text)] ??= text;
        const id = caseId ?? caseIdOf(statuses[0] ?? '', messages[0] ?? '');
        cases.push({ code: codes.length - 1, id, statuses, messages, descriptions });
      }
    }
  }
  const simplification = readPairs(index.texts?.traditional ?? '');
  const spellings = spellCodes(codes, index.core.shared);
  const vocabulary = new Vocabulary(index.texts?.concepts ?? []);
  // "APIG" is a word of its own and not a typo of "API".
  for (const prefix of spellings.prefixes) vocabulary.add(prefix);
  const { phrases, patterns } = makePhrases(wordings, cases.length, vocabulary, simplification);
  const weightOf = (unit = -1) => vocabulary.weights[unit] ?? 0;
  const words = [...vocabulary.words.keys()];
  return {
    codes,
    cases,
    phrases,
    simplification,
    vocabulary,
    nearWords: new WordList(words),
    postings: postingsOf(phrases),
    phraseWeights: phrases.map(({ units }) => units.reduce((sum, unit) => sum + weightOf(unit), 0)),
    lineWeights: words.map((word) => weightOf(vocabulary.units.get(stem(word)))),
    table: new PatternTable(patterns, words),
    spellings,
    aliasCases,
    byStatus: groupByStatus(cases),
    names: index.core.catalogs.flatMap(({ id: catalog }, at) =>
      (index.texts?.names[at] ?? []).map((name) => ({ catalog, pattern: patternOfName(name) })),
    ),
    notes: index.texts?.notes ?? [],
    hasTexts: index.texts !== undefined,
  };
}

/** "jd cloud" also as jd-cloud and jdcloud. */
function patternOfName(name: string): RegExp {
  const words = name.split(' ').map((word) => word.replace(/[^\p{L}\p{N}]/gu, '.?'));
  const [before, after] = /^[a-z]/.test(name) ? ['(?<![a-z])', '(?![a-z])'] : ['', ''];
  return new RegExp(`${before}${words.join('[ _-]?')}${after}`, 'u');
}

interface CaseTexts {
  descriptions: string[];
  solutions: string[];
}

function textsOf({ texts }: LookupIndex, item: number): CaseTexts {
  const [descriptions, solutions] = texts?.cases[item] ?? [[], []];
  const read = (positions: number[]) => positions.map((at) => texts?.strings[at] ?? '');
  return { descriptions: read(descriptions), solutions: read(solutions) };
}

function wordingsOf(
  at: number,
  spellings: string[],
  messages: string[],
  { descriptions, solutions }: CaseTexts,
): Wording[] {
  const wordings = (field: Wording['field'], texts: string[]) =>
    texts.map((text, place): Wording => ({ text, field, case: at, newest: place === 0 }));
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

function groupByStatus(cases: IndexedCase[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  const longest = Math.max(0, ...cases.map(({ statuses }) => statuses.length));
  for (let rank = 0; rank < longest; rank += 1) {
    for (const [item, { statuses }] of cases.entries()) {
      const status = statuses[rank];
      if (status !== undefined) append(groups, status, item);
    }
  }
  return groups;
}
