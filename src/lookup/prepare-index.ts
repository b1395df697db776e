/** The index unfolded for searching: phrases, postings, codes by spelling. Made once for each index. */
import { type CodeSpellings, spellCodes } from './code-spellings.ts';
import { caseIdOf, type LookupIndex, slugOf } from './index-data.ts';
import { type Phrase, PhraseTable } from './phrase-table.ts';
import { readText } from './read-text.ts';
import type { SearchedIndex } from './similarity.ts';
import { WordList } from './typos.ts';
import { Vocabulary } from './vocabulary.ts';
import { stemOf } from './words.ts';

/** A case as the lookup sees it. */
export interface IndexedCase {
  /** Position of its code in {@link PreparedIndex.codes}. */
  code: number;
  id: string;
  /** HTTP statuses that any document gives it, the newest document's first. */
  statuses: string[];
  messages: string[];
}

/** A code as the lookup sees it. */
export interface IndexedCode {
  catalog: string;
  code: string;
  slug: string;
  /** Positions of its cases in {@link PreparedIndex.cases}. */
  cases: number[];
}

/** Everything that a lookup needs, by number. */
export interface PreparedIndex extends SearchedIndex {
  codes: IndexedCode[];
  cases: IndexedCase[];
  table: PhraseTable;
  spellings: CodeSpellings;
  /** What each word tells, by its number: function words next to nothing, rare ones most. */
  telling: number[];
  /** Cases of each HTTP status; those whose newest document gives it come first. */
  byStatus: Map<string, number[]>;
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

function unfold({ core, texts }: LookupIndex): PreparedIndex {
  const codes: IndexedCode[] = [];
  const cases: IndexedCase[] = [];
  const table = new PhraseTable();
  for (const catalog of core.catalogs) {
    for (const [code, compactCases, slug] of catalog.codes) {
      const own: number[] = [];
      codes.push({ catalog: catalog.id, code, slug: slug ?? slugOf(code), cases: own });
      for (const [statuses, messages, id] of compactCases) {
        const item = cases.length;
        own.push(item);
        cases.push({
          code: codes.length - 1,
          id: id ?? caseIdOf(statuses[0] ?? '', messages[0] ?? ''),
          statuses,
          messages,
        });
        for (const message of messages) table.add(message, 'message', item);
        if (!/\d{2,}$/.test(code)) table.add(wordsOfCode(code), 'code', item);
        const [descriptions, solutions] = texts?.cases[item] ?? [[], []];
        for (const at of descriptions) table.add(texts?.strings[at] ?? '', 'description', item);
        for (const at of solutions) {
          for (const sentence of sentencesOf(texts?.strings[at] ?? '')) {
            table.add(sentence, 'solution', item);
          }
        }
      }
    }
  }
  const vocabulary = new Vocabulary();
  const phrases = table.finish(vocabulary, cases.length);
  return {
    codes,
    cases,
    phrases,
    vocabulary,
    nearWords: new WordList(vocabulary.words.keys()),
    postings: postingsOf(phrases),
    phraseWeights: phrases.map(({ units }) =>
      units.reduce((sum, unit) => sum + (vocabulary.weights[unit] ?? 0), 0),
    ),
    telling: [...vocabulary.words.keys()].map((word) => {
      const unit = vocabulary.units.get(stemOf(word));
      return unit === undefined ? 0 : (vocabulary.weights[unit] ?? 0);
    }),
    table,
    spellings: spellCodes(codes),
    byStatus: groupByStatus(cases),
  };
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
