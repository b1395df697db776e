/** Whole phrases of the documents, found in a text in one pass over its words. */
import { readText } from './read-text.ts';
import type { Vocabulary } from './vocabulary.ts';
import { isHan, splitWords, type Words, wordAt } from './words.ts';

export type PhraseField = 'message' | 'description' | 'solution' | 'code';

/** One wording of one field; cases that share it share the phrase. */
export interface Phrase {
  text: string;
  field: PhraseField;
  /** Cases that have it, each once, ascending. */
  cases: number[];
  /** Units in order, for windows; all of them once, for weighing; and the concepts they stand for. */
  sequence: number[];
  units: number[];
  concepts: number[];
  /** Number of Latin words, and of Chinese characters. */
  latin: number;
  han: number;
}

/** A phrase found in a text. */
export interface PhraseHit {
  phrase: number;
  how: 'whole' | 'prefix' | 'placeholder';
  /** Words of the text: the first, and one after the last. */
  from: number;
  to: number;
  /** How much of the phrase is there, from 0 to 1; less than 1 only for a prefix. */
  share: number;
}

/** Stands for the part of a message that the service fills in. */
const filled = -2;
const longestFilling = 6;
/** A log that repeats itself says nothing new after a few times. */
const oftenEnough = 8;
/** A phrase that breaks off is looked for among so many last words, and has so many at least. */
const longestCut = 40;
const fewestOfCut = 3;
const placeholder = /\{[^{}]{0,40}\}|<[^<>]{1,40}>|%[sd]/;

interface Pattern {
  words: number[];
  phrase: number;
  how: PhraseHit['how'];
}

/** The phrases of an index. */
export class PhraseTable {
  private readonly phrases = new Map<string, { text: string; field: PhraseField; cases: Set<number> }>();
  private readonly patterns = new Map<number, Pattern[]>();
  private readonly single = new Map<number, Pattern[]>();
  /** Words by number. */
  private names: string[] = [];

  /** Note a wording of a case. */
  add(text: string, field: PhraseField, item: number): void {
    const key = `${field}\n${splitWordsOf(text).join(' ')}`;
    const known = this.phrases.get(key);
    if (known) known.cases.add(item);
    else this.phrases.set(key, { text: text.trim(), field, cases: new Set([item]) });
  }

  /**
   * Number words and units, weigh them, and get ready to search.
   *
   * @param cases Number of all cases.
   */
  finish(vocabulary: Vocabulary, cases: number): Phrase[] {
    const phrases = [...this.phrases.values()].map((phrase, at) => {
      const pieces = phrase.text.split(placeholder).map((piece) => splitWords(readText(piece).folded));
      this.addPatterns(phrase.text, phrase.field, pieces, vocabulary, at);
      const units = pieces.map((piece) => vocabulary.unitsOf(piece, true));
      const characters = pieces.flatMap((piece) => piece.starts.map((start) => piece.text.charCodeAt(start)));
      return {
        text: phrase.text,
        field: phrase.field,
        cases: [...phrase.cases],
        sequence: units.flatMap(({ sequence }) => sequence).filter((unit) => unit >= 0),
        units: [...new Set(units.flatMap(({ literal }) => literal.map(({ unit }) => unit)))],
        concepts: [...new Set(units.flatMap((piece) => piece.concepts.map(({ unit }) => unit)))],
        latin: characters.filter((code) => !isHan(code)).length,
        han: characters.filter(isHan).length,
      };
    });
    vocabulary.weigh(frequenciesOf(phrases), cases);
    this.names = [...vocabulary.words.keys()];
    return phrases;
  }

  private addPatterns(text: string, field: PhraseField, pieces: Words[], vocabulary: Vocabulary, phrase: number) {
    const numbers = (words: Words) => words.starts.map((_, i) => vocabulary.word(wordAt(words, i)));
    const words = pieces.flatMap((piece, i) => [...(i > 0 ? [filled] : []), ...numbers(piece)]);
    // The words of a code are found by their spelling, not as a phrase.
    if (field === 'code') return;
    this.addPattern({ words, phrase, how: pieces.length > 1 ? 'placeholder' : 'whole' });
    // "SSL protocol is not supported: TLSv1.1": what follows the colon is an example.
    const head = /^([^:]{12,}): \S+$/.exec(text)?.[1];
    if (field === 'message' && pieces.length === 1 && head !== undefined) {
      const headWords = numbers(splitWords(readText(head).folded));
      this.addPattern({ words: [...headWords, filled], phrase, how: 'placeholder' });
    }
  }

  private addPattern(pattern: Pattern): void {
    const [first, second] = pattern.words;
    if (first === undefined || first === filled) return;
    const [map, key] =
      second === undefined || second === filled
        ? [this.single, first]
        : [this.patterns, first * 0x200000 + second];
    const list = map.get(key);
    if (list) list.push(pattern);
    else map.set(key, [pattern]);
  }

  /**
   * Find every whole phrase in a text; one inside a longer one does not count.
   *
   * @param numbers Words of the text by number, −1 for those that the index does not know.
   */
  find(numbers: readonly number[]): PhraseHit[] {
    const hits: PhraseHit[] = [];
    const seen = new Map<number, number>();
    let reach = 0;
    for (let from = 0; from < numbers.length; from += 1) {
      const first = numbers[from] ?? -1;
      if (first < 0) continue;
      const patterns = this.patterns.get(first * 0x200000 + (numbers[from + 1] ?? 0x1fffff));
      const single = this.single.get(first);
      if (patterns === undefined && single === undefined) continue;
      const found = [...(patterns ?? []), ...(single ?? [])]
        .map(({ words, phrase, how }) => ({ phrase, how, from, to: matchAt(words, numbers, from), share: 1 }))
        .filter(({ to }) => to > reach);
      const longest = Math.max(0, ...found.map(({ to }) => to));
      for (const hit of found) {
        const times = (seen.get(hit.phrase) ?? 0) + 1;
        if (hit.to < longest || times > oftenEnough) continue;
        seen.set(hit.phrase, times);
        hits.push(hit);
        reach = longest;
      }
    }
    return hits;
  }

  /**
   * Find phrases that a text begins and breaks off in, at its end or in the middle of its last word.
   *
   * @param numbers Words of the text by number.
   * @param last Its last word as it stands.
   * @returns Those that begin farthest from the end.
   */
  findCut(numbers: readonly number[], last: string): PhraseHit[] {
    for (let from = Math.max(0, numbers.length - longestCut); from <= numbers.length - fewestOfCut; from += 1) {
      const key = (numbers[from] ?? -1) * 0x200000 + (numbers[from + 1] ?? -1);
      const hits = (this.patterns.get(key) ?? []).flatMap(({ words, phrase }): PhraseHit[] => {
        const length = numbers.length - from;
        const word = this.names[words[length - 1] ?? -1] ?? '';
        const cut = length <= words.length && last !== '' && word.startsWith(last);
        if (!cut || !words.slice(0, length - 1).every((own, i) => own === numbers[from + i])) return [];
        const share = (length - 1 + last.length / word.length) / words.length;
        return share < 1 ? [{ phrase, how: 'prefix', from, to: numbers.length, share }] : [];
      });
      if (hits.length > 0) return hits;
    }
    return [];
  }
}

/** Where a pattern that starts at a word ends, or 0. */
function matchAt(pattern: readonly number[], numbers: readonly number[], from: number): number {
  let at = from;
  for (let i = 0; i < pattern.length; i += 1) {
    if (pattern[i] !== filled) {
      if (numbers[at] !== pattern[i]) return 0;
      at += 1;
      continue;
    }
    if (i === pattern.length - 1) return at;
    const next = pattern[i + 1];
    let skipped = 1;
    while (skipped <= longestFilling && numbers[at + skipped] !== next) skipped += 1;
    if (skipped > longestFilling) return 0;
    at += skipped;
  }
  return at;
}

function frequenciesOf(phrases: readonly Phrase[]): number[] {
  const casesOf = new Map<number, Set<number>>();
  for (const { units, concepts, cases } of phrases) {
    for (const unit of [...units, ...concepts]) {
      const known = casesOf.get(unit) ?? new Set();
      for (const item of cases) known.add(item);
      casesOf.set(unit, known);
    }
  }
  const frequencies: number[] = [];
  for (const [unit, cases] of casesOf) frequencies[unit] = cases.size;
  return frequencies;
}

function splitWordsOf(text: string): string[] {
  const words = splitWords(readText(text).folded);
  return words.starts.map((_, i) => wordAt(words, i));
}
