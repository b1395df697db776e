/**
 * An index of many codes. It stays in memory as bytes and as postings in typed arrays; for each text
 * the codes that it may be about are chosen, and only those are prepared.
 */

import { readPairs, type Simplification } from '../text/simplify.ts';
import { chooseCases, type Postings } from './choose-cases.ts';
import type { CodeSpellings } from './code-spellings.ts';
import { spellCodes } from './code-spellings.ts';
import type { CompactCase, CompactCode, LookupIndex } from './index-format.ts';
import {
  LineFile,
  readCoreLines,
  readTextLines,
  renderCore,
  renderTexts,
  type TextLines,
} from './index-lines.ts';
import { indexPhrases } from './index-phrases.ts';
import { PatternTable } from './phrase-patterns.ts';
import { makePhrases } from './phrases.ts';
import {
  type Clues,
  createVocabulary,
  findCatalogs,
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

type Shared = Omit<
  PreparedIndex,
  'cases' | 'phrases' | 'postings' | 'phraseWeights' | 'table' | 'byStatus'
>;

export class LargeIndex implements IndexSource {
  readonly simplification: Simplification;
  readonly spellings: CodeSpellings;
  readonly vocabulary: Vocabulary;
  readonly lineWeights: number[];
  readonly table: PatternTable;
  readonly #core: LineFile;
  readonly #texts: LineFile;
  readonly #textLines: TextLines;
  readonly #codes: IndexedCode[] = [];
  /** Line of each code, and code of each case. */
  readonly #lines: number[] = [];
  readonly #codeOfCase: number[] = [];
  readonly #byStatus = new Map<string, number[]>();
  readonly #shared: Shared;
  readonly #words: string[];
  readonly #postings: Postings;

  /** @param core The file `core.json`. @param texts The file `texts.json`. */
  constructor(core: Uint8Array, texts: Uint8Array) {
    this.#core = new LineFile(core);
    this.#texts = new LineFile(texts);
    this.#textLines = readTextLines(this.#texts);
    const { shared, catalogs } = readCoreLines(this.#core);
    const aliasCases = new Map<string, number>();
    for (const { id, from, to } of catalogs) {
      for (let line = from; line < to; line += 1) {
        const compact = this.#core.parse<CompactCode>(line);
        const at = this.#codes.length;
        this.#codes.push(unfoldCode(compact, id, at, this.#codeOfCase.length, aliasCases));
        this.#lines.push(line);
        for (const [statuses] of compact[1]) {
          for (const status of statuses) this.#addStatus(status, at);
          this.#codeOfCase.push(at);
        }
      }
    }
    this.simplification = readPairs(this.#textLines.traditional);
    this.spellings = spellCodes(this.#codes, shared);
    this.vocabulary = createVocabulary(this.#textLines, this.spellings);
    const { postings, patterns } = indexPhrases(
      this.#codeOfCase.length,
      (item) =>
        wordingsOf(
          item,
          this.#codes[this.#codeOfCase[item] ?? 0] as IndexedCode,
          this.#caseAt(item),
        ),
      this.vocabulary,
      this.simplification,
      this.spellings,
    );
    this.#postings = postings;
    this.#words = this.vocabulary.names();
    this.table = new PatternTable(patterns, this.#words);
    this.lineWeights = this.vocabulary.weightsOfWords();
    this.#shared = {
      codes: this.#codes,
      vocabulary: this.vocabulary,
      nearWords: new WordList(this.#words),
      spellings: this.spellings,
      aliasCases,
      names: namesOf({ catalogs }, this.#textLines),
      notes: this.#textLines.notes,
      hasTexts: true,
    };
  }

  /** @example LargeIndex.of(index).choose(clues) */
  static of({ core, texts }: Required<LookupIndex>): LargeIndex {
    const encoder = new TextEncoder();
    return new LargeIndex(encoder.encode(renderCore(core)), encoder.encode(renderTexts(texts)));
  }

  isRareSentence(phrase: number): boolean {
    return this.#postings.rareMessages[phrase] === 1;
  }

  codeOf(catalog: string, code: string): CompactCode | undefined {
    const at = this.#codes.findIndex((one) => one.code === code && one.catalog === catalog);
    return at < 0 ? undefined : this.#core.parse(this.#lines[at] ?? 0);
  }

  catalogsOf(code: string): string[] {
    return findCatalogs(code, this.#codes, this.spellings);
  }

  choose(clues: Clues): PreparedIndex {
    const chosen = chooseCases(clues, this.table, this.#postings, this.#shared);
    for (const { code } of clues.mentions)
      for (const item of this.#codes[code]?.cases ?? []) chosen.add(item);
    // Codes are listed for their status alone, not for their texts.
    const listed = clues.bareStatuses
      .flatMap((status) => this.#byStatus.get(status) ?? [])
      .flatMap((code) => this.#codes[code]?.cases ?? []);
    const items = [...new Set([...chosen, ...listed])].sort((a, b) => a - b);
    const cases: IndexedCase[] = [];
    for (const item of items) cases[item] = this.#caseAt(item);
    const entries = items.map((item) => [item, cases[item] as IndexedCase] as const);
    const wordings = entries.flatMap(([item, one]) =>
      chosen.has(item) ? wordingsOf(item, this.#codes[one.code] as IndexedCode, one) : [],
    );
    const { phrases, patterns } = makePhrases(wordings, this.vocabulary, this.simplification);
    return {
      ...this.#shared,
      cases,
      phrases,
      ...weighPhrases(phrases, this.vocabulary),
      table: new PatternTable(patterns, this.#words),
      byStatus: groupByStatus(entries),
    };
  }

  #addStatus(status: string, code: number): void {
    const known = this.#byStatus.get(status);
    if (!known) this.#byStatus.set(status, [code]);
    else if (known.at(-1) !== code) known.push(code);
  }

  #caseAt(item: number): IndexedCase {
    const code = this.#codeOfCase[item] ?? 0;
    const [, cases] = this.#core.parse<CompactCode>(this.#lines[code] ?? 0);
    const compact = cases[item - (this.#codes[code]?.cases[0] ?? 0)] as CompactCase;
    const { firstString, firstCase } = this.#textLines;
    const [descriptions, solutions] = this.#texts.parse<[number[], number[]]>(firstCase + item);
    const read = (positions: number[]) =>
      positions.map((at) => this.#texts.parse<string>(firstString + at));
    return unfoldCase(compact, code, {
      descriptions: read(descriptions),
      solutions: read(solutions),
    });
  }
}
