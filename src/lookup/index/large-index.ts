/**
 * An index of any size. Its content is read when it is needed; phrases are indexed in typed arrays when
 * the first text with words comes. Of a large index, only the codes that a text may be about are
 * prepared, for each text anew; of a small one all codes, once.
 */
import { readPairs, type Simplification } from '../../text/simplify.ts';
import { chooseCases, type Postings } from '../rank/choose-cases.ts';
import { chosen } from '../tuning.ts';
import { CodeSpellings } from './code-spellings.ts';
import {
  type CompactCase,
  type CompactCode,
  contentOf,
  type IndexContent,
  type LookupIndex,
} from './index-format.ts';
import { indexPhrases } from './index-phrases.ts';
import { PatternTable } from './phrase-patterns.ts';
import { makePhrases } from './phrases.ts';
import {
  aliasKey,
  type Clues,
  createVocabulary,
  groupByStatus,
  type IndexedCase,
  type IndexedCode,
  type IndexSource,
  namesOf,
  type PreparedIndex,
  unfoldCase,
  unfoldCode,
  weighPhrases,
  wordingsOf,
} from './prepare-index.ts';
import { WordList } from './typos.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What texts with words are searched with. */
interface Searched {
  vocabulary: Vocabulary;
  nearWords: WordList;
  /** Weight of each word in a line, by its number. */
  lineWeights: number[];
  table: PatternTable;
  postings: Postings;
}

export class FileIndex implements IndexSource {
  readonly simplification: Simplification;
  readonly spellings: CodeSpellings;
  readonly #content: IndexContent;
  readonly #small: number;
  /** Position of the first code of each catalog. */
  readonly #firstCodes: number[] = [];
  readonly #codes: string[] = [];
  /** First case of each code, and code of each case. */
  readonly #firstCases: number[] = [];
  readonly #codeOfCase: number[] = [];
  readonly #aliasCases = new Map<string, number>();
  /** Codes of each HTTP status. */
  readonly #byStatus = new Map<string, Set<number>>();
  readonly #names: PreparedIndex['names'];
  #searched: Searched | undefined;
  #whole: PreparedIndex | undefined;

  /** @param small Cases up to which all are prepared once. */
  constructor(content: IndexContent, small = chosen.all) {
    this.#content = content;
    this.#small = small;
    const aliases = new Map<number, string[]>();
    for (const [catalog, { count }] of content.catalogs.entries()) {
      this.#firstCodes.push(this.#codes.length);
      for (let at = 0; at < count; at += 1) this.#addCode(content.codeAt(catalog, at), aliases);
    }
    this.simplification = readPairs(content.texts?.traditional ?? '');
    const catalogOf = (code: number) => this.#catalogOf(code);
    this.spellings = new CodeSpellings({ codes: this.#codes, aliases, catalogOf }, content.shared);
    this.#names = namesOf(content);
  }

  get vocabulary(): Vocabulary {
    return this.#search().vocabulary;
  }

  get lineWeights(): number[] {
    return this.#search().lineWeights;
  }

  get table(): PatternTable {
    return this.#search().table;
  }

  isRareSentence(phrase: number): boolean {
    return this.#search().postings.rareSentences[phrase] === 1;
  }

  codeOf(catalog: string, code: string): CompactCode | undefined {
    const found = this.#spelled(code).find((at) => this.#catalogOf(at) === catalog);
    return found === undefined ? undefined : this.#compactAt(found);
  }

  choose(clues: Clues): PreparedIndex {
    if (this.#codeOfCase.length <= this.#small) {
      this.#whole ??= this.#prepare(this.#codeOfCase.keys(), this.#codes.keys(), () => true);
      return this.#whole;
    }
    const named = clues.mentions.map(({ code }) => code);
    const searched = new Set<number>();
    if (clues.numbers.length > 0) {
      const { table, postings, ...rest } = this.#search();
      for (const item of chooseCases(clues, table, postings, rest)) searched.add(item);
      for (const item of named.flatMap((code) => this.#casesOf(code))) searched.add(item);
    }
    // Codes are listed for their status alone, not for their texts.
    const listed = clues.bareStatuses.flatMap((status) => [...(this.#byStatus.get(status) ?? [])]);
    const items = new Set([
      ...searched,
      ...[...named, ...listed].flatMap((code) => this.#casesOf(code)),
    ]);
    return this.#prepare(
      [...items].sort((a, b) => a - b),
      named,
      (item) => searched.has(item),
    );
  }

  #addCode([code, cases, , ownAliases]: CompactCode, aliases: Map<number, string[]>): void {
    const at = this.#codes.length;
    const firstCase = this.#codeOfCase.length;
    this.#codes.push(code);
    this.#firstCases.push(firstCase);
    if (ownAliases) {
      const names = ownAliases.map(([alias]) => alias);
      aliases.set(at, names);
    }
    for (const [alias, item] of ownAliases ?? []) {
      if (item !== undefined && item < cases.length)
        this.#aliasCases.set(aliasKey(at, alias), firstCase + item);
    }
    for (const [statuses] of cases) {
      this.#codeOfCase.push(at);
      for (const status of statuses) {
        const known = this.#byStatus.get(status);
        if (known) known.add(at);
        else this.#byStatus.set(status, new Set([at]));
      }
    }
  }

  #catalogAt(code: number): number {
    return this.#firstCodes.findLastIndex((first) => first <= code);
  }

  #catalogOf(code: number): string {
    return this.#content.catalogs[this.#catalogAt(code)]?.id ?? '';
  }

  #spelled(code: string): number[] {
    return this.spellings.codesOf(code).filter((at) => this.#codes[at] === code);
  }

  #compactAt(code: number): CompactCode {
    const catalog = this.#catalogAt(code);
    return this.#content.codeAt(catalog, code - (this.#firstCodes[catalog] ?? 0));
  }

  #casesOf(code: number): number[] {
    const first = this.#firstCases[code] ?? 0;
    const end = this.#firstCases[code + 1] ?? this.#codeOfCase.length;
    return Array.from({ length: end - first }, (_, at) => first + at);
  }

  #codeAt(code: number): IndexedCode {
    return unfoldCode(this.#compactAt(code), this.#catalogOf(code), this.#casesOf(code));
  }

  #caseAt(item: number): IndexedCase {
    const code = this.#codeOfCase[item] ?? 0;
    const [, cases] = this.#compactAt(code);
    const compact = cases[item - (this.#firstCases[code] ?? 0)] as CompactCase;
    const { texts } = this.#content;
    const [descriptions = [], solutions = []] =
      texts?.caseAt(item).map((positions) => positions.map((at) => texts.stringAt(at))) ?? [];
    return unfoldCase(compact, code, { descriptions, solutions });
  }

  #search(): Searched {
    if (this.#searched) return this.#searched;
    const vocabulary = createVocabulary(this.#content.texts?.concepts ?? [], this.spellings);
    const wordings = (item: number) =>
      wordingsOf(item, this.#codeAt(this.#codeOfCase[item] ?? 0), this.#caseAt(item));
    const { postings, patterns } = indexPhrases(
      this.#codeOfCase.length,
      wordings,
      vocabulary,
      this.simplification,
      this.spellings,
    );
    this.#searched = {
      vocabulary,
      nearWords: new WordList(vocabulary.words.keys()),
      lineWeights: vocabulary.weightsOfWords(),
      table: new PatternTable(patterns),
      postings,
    };
    return this.#searched;
  }

  /**
   * Prepares some cases with their codes, and other codes.
   *
   * @param isSearched Whether the texts of a case are searched.
   */
  #prepare(
    items: Iterable<number>,
    named: Iterable<number>,
    isSearched: (item: number) => boolean,
  ): PreparedIndex {
    const cases: IndexedCase[] = [];
    const codes: IndexedCode[] = [];
    for (const code of named) codes[code] = this.#codeAt(code);
    const entries: [number, IndexedCase][] = [];
    for (const item of items) {
      const one = this.#caseAt(item);
      cases[item] = one;
      codes[one.code] ??= this.#codeAt(one.code);
      entries.push([item, one]);
    }
    const wordings = entries
      .filter(([item]) => isSearched(item))
      .flatMap(([item, one]) => wordingsOf(item, codes[one.code] as IndexedCode, one));
    const search = () => this.#search();
    const { phrases, patterns } =
      wordings.length === 0
        ? { phrases: [], patterns: [] }
        : makePhrases(wordings, search().vocabulary, this.simplification);
    return {
      codes,
      cases,
      phrases,
      ...weighPhrases(phrases, phrases.length === 0 ? [] : search().vocabulary.weights),
      table: new PatternTable(patterns),
      spellings: this.spellings,
      aliasCases: this.#aliasCases,
      byStatus: groupByStatus(entries),
      names: this.#names,
      notes: this.#content.texts?.notes ?? [],
      hasTexts: this.#content.texts !== undefined,
      get vocabulary() {
        return search().vocabulary;
      },
      get nearWords() {
        return search().nearWords;
      },
    };
  }
}

const opened = new WeakMap<LookupIndex, FileIndex>();

/** Returns a source, or that of an index, which is made once. */
export function sourceOf(index: LookupIndex | IndexSource): IndexSource {
  if (!('core' in index)) return index;
  const source = opened.get(index) ?? new FileIndex(contentOf(index));
  opened.set(index, source);
  return source;
}
