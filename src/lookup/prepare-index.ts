/** The index unfolded for searching: phrases, postings, codes by spelling. Made once for each index. */
import type { Lang } from '../model/lang.ts';
import { langOfText } from '../text/lang-of-text.ts';
import { readPairs, type Simplification } from '../text/simplify.ts';
import { slugOf } from '../text/slug.ts';
import { stem } from '../text/stem.ts';
import { codeKey } from './code-key.ts';
import { type CodeSpellings, spellCodes } from './code-spellings.ts';
import { type CompactCase, caseIdOf, type LookupIndex } from './index-format.ts';
import { PatternTable } from './phrase-patterns.ts';
import { makePhrases, type Phrase, type Wording } from './phrases.ts';
import type { SearchedIndex } from './read-query.ts';
import { readText } from './read-text.ts';
import { WordList } from './typos.ts';
import { Vocabulary } from './vocabulary.ts';

/** A case as the lookup sees it. */
export interface IndexedCase {
  /** Position of its code in {@link PreparedIndex.codes}. */
  code: number;
  id: string;
  /** HTTP statuses that any document gives it, the newest document's first. */
  statuses: string[];
  messages: string[];
  /** The newest description of each language. */
  descriptions: Partial<Record<Lang, string>>;
}

/** A code as the lookup sees it. */
export interface IndexedCode {
  catalog: string;
  code: string;
  slug: string;
  aliases: string[];
  /** Positions of its cases in {@link PreparedIndex.cases}. */
  cases: number[];
}

/** Everything that a lookup needs, by number. */
export interface PreparedIndex extends SearchedIndex {
  codes: IndexedCode[];
  cases: IndexedCase[];
  simplification: Simplification;
  table: PatternTable;
  spellings: CodeSpellings;
  /** The case that an alias means, by {@link aliasKey}; aliases of a whole code are missing. */
  aliasCases: Map<string, number>;
  /** What each word tells, by its number: function words next to nothing, rare ones most. */
  telling: number[];
  /** Cases of each HTTP status; those whose newest document gives it come first. */
  byStatus: Map<string, number[]>;
}

/** The key of an alias of a code in {@link PreparedIndex.aliasCases}, in any spelling. */
export function aliasKey(code: number, alias: string): string {
  return `${code} ${codeKey(alias)}`;
}

const prepared = new WeakMap<LookupIndex, PreparedIndex>();

/**
 * Unfold an index; the same object is unfolded once. Call it when the page is idle, so that the
 * first lookup is as fast as all others.
 *
 * @param index What `buildLookupIndex` made, with or without its texts.
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
  const aliasCases = new Map<string, number>();
  for (const { id: catalog, codes: compactCodes } of index.core.catalogs) {
    for (const [code, compactCases, slug, aliases = []] of compactCodes) {
      const own = compactCases.map((_, i) => cases.length + i);
      for (const [alias, item] of aliases) {
        const target = item === undefined ? undefined : own[item];
        if (target !== undefined) aliasCases.set(aliasKey(codes.length, alias), target);
      }
      codes.push({
        catalog,
        code,
        slug: slug ?? slugOf(code),
        aliases: aliases.map(([alias]) => alias),
        cases: own,
      });
      for (const compact of compactCases) {
        cases.push(
          unfoldCase(compact, codes.length - 1, textsOf(index, cases.length).descriptions),
        );
      }
    }
  }
  const wordings = cases.flatMap((item, at) =>
    wordingsOf(at, item, codes[item.code], textsOf(index, at)),
  );
  const simplification = readPairs(index.texts?.traditional ?? '');
  const spellings = spellCodes(codes);
  const vocabulary = new Vocabulary(index.texts?.concepts ?? []);
  // "APIG" is a word of its own and no slip of "API".
  for (const prefix of spellings.prefixes) vocabulary.know(prefix);
  const { phrases, patterns } = makePhrases(wordings, cases.length, vocabulary, simplification);
  const weigh = (unit: number | undefined) =>
    unit === undefined ? 0 : (vocabulary.weights[unit] ?? 0);
  return {
    codes,
    cases,
    phrases,
    simplification,
    vocabulary,
    nearWords: new WordList(vocabulary.words.keys()),
    postings: postingsOf(phrases),
    phraseWeights: phrases.map(({ units }) => units.reduce((sum, unit) => sum + weigh(unit), 0)),
    telling: [...vocabulary.words.keys()].map((word) => weigh(vocabulary.units.get(stem(word)))),
    table: new PatternTable(patterns, [...vocabulary.words.keys()]),
    spellings,
    aliasCases,
    byStatus: groupByStatus(cases),
  };
}

interface CaseTexts {
  descriptions: string[];
  solutions: string[];
}

function textsOf({ texts }: LookupIndex, item: number): CaseTexts {
  const [descriptions, solutions] = texts?.cases[item] ?? [[], []];
  const read = (places: number[]) => places.map((at) => texts?.strings[at] ?? '');
  return { descriptions: read(descriptions), solutions: read(solutions) };
}

function unfoldCase(compact: CompactCase, code: number, texts: string[]): IndexedCase {
  const [statuses, messages, id] = compact;
  const descriptions: IndexedCase['descriptions'] = {};
  for (const text of texts) descriptions[langOfText(text)] ??= text;
  return {
    code,
    id: id ?? caseIdOf(statuses[0] ?? '', messages[0] ?? ''),
    statuses,
    messages,
    descriptions,
  };
}

function wordingsOf(
  at: number,
  { messages }: IndexedCase,
  code: IndexedCode | undefined,
  { descriptions, solutions }: CaseTexts,
): Wording[] {
  const wording = (field: Wording['field']) => (text: string, place: number) => ({
    text,
    field,
    case: at,
    newest: place === 0,
  });
  // Numbers are found by their spelling alone: 0201 is no word.
  const spellings = code ? [code.code, ...code.aliases] : [];
  const names = spellings.filter((name) => !/\d\d$/.test(name)).map(wordsOfCode);
  return [
    ...messages.map(wording('message')),
    ...names.map(wording('code')),
    ...descriptions.map(wording('description')),
    ...solutions.flatMap(sentencesOf).map(wording('solution')),
  ];
}

function postingsOf(phrases: readonly Phrase[]): number[][] {
  const postings: number[][] = [];
  phrases.forEach(({ units, concepts }, at) => {
    for (const unit of [...units, ...concepts]) {
      const list = postings[unit];
      if (list) list.push(at);
      else postings[unit] = [at];
    }
  });
  return postings;
}

/** `APIGATEWAY_DOMAIN_NUM_IS_MAX` → `APIGATEWAY DOMAIN NUM IS MAX`. */
function wordsOfCode(code: string): string {
  return code
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Solutions list several things to do; each is a phrase of its own. */
function sentencesOf(text: string): string[] {
  return readText(text)
    .plain.split(/[。;!\n]|\.(?=\s|$)/)
    .filter((sentence) => sentence.trim() !== '');
}

function groupByStatus(cases: IndexedCase[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  const longest = Math.max(0, ...cases.map(({ statuses }) => statuses.length));
  for (let rank = 0; rank < longest; rank += 1) {
    cases.forEach(({ statuses }, item) => {
      const status = statuses[rank];
      if (status === undefined) return;
      const group = groups.get(status);
      if (group) group.push(item);
      else groups.set(status, [item]);
    });
  }
  return groups;
}
