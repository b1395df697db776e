/** Words and units by number. A unit is what is compared: a stem, a pair of Chinese characters, a concept. */
import { append } from '../../model/append.ts';
import { isHanCode } from '../../text/lang-of-text.ts';
import { stem } from '../../text/stem.ts';
import { emptyWords } from '../text/empty-words.ts';
import { readText } from '../text/read-text.ts';
import { splitWords, type Words, wordAt, wordsOf } from '../text/words.ts';
import { wordWeights } from '../tuning.ts';

/** A unit in a text: the word at which it starts, and how many words it takes. */
interface UnitAt {
  unit: number;
  at: number;
  length: number;
}

/** Units of a text. */
export interface TextUnits {
  /** For each word the unit that starts there (stem, pair or single), −1 if there is none. */
  sequence: number[];
  /** Every stem, pair and single. */
  literal: UnitAt[];
  concepts: UnitAt[];
  /** Latin words that are not known, by position. */
  unknown: Map<number, string>;
  /** Positions of pairs of Chinese characters that are not known. */
  unknownPairs: number[];
}

/** All words, units and concepts of an index. */
export class Vocabulary {
  readonly words = new Map<string, number>();
  readonly units = new Map<string, number>();
  /** Weights of the units. */
  readonly weights: number[] = [];
  readonly #stems = new Map<string, string>();
  readonly #concepts = new Set<number>();
  #frequencies: readonly number[] = [];
  /** Phrases for each concept as stems or Chinese characters, by the first of them. */
  readonly #conceptsByStart = new Map<string, { unit: number; parts: string[] }[]>();

  /** @param concepts Words for one thing, a line each, separated by commas and a bar. */
  constructor(concepts: readonly string[]) {
    for (const line of concepts) {
      const phrases = line.split(/[,|]/);
      const unit = this.#unit(`~${phrases[0]}`);
      this.#concepts.add(unit);
      for (const phrase of phrases) {
        const words = splitWords(readText(phrase).folded);
        const parts = wordsOf(words).map(stem);
        append(this.#conceptsByStart, parts[0] ?? '', { unit, parts });
        for (const word of wordsOf(words)) this.add(word);
      }
    }
  }

  /** Adds a word that may be in no document. */
  add(word: string): void {
    this.word(word);
    this.#unit(stem(word));
  }

  /** Returns the number of a word, which is added if it is new. */
  word(text: string): number {
    return numberOf(this.words, text);
  }

  /** Remembered, because most words of the documents are common ones. */
  #stem(word: string): string {
    const known = this.#stems.get(word);
    if (known !== undefined) return known;
    const made = stem(word);
    // Pasted texts must not fill the memory.
    if (this.#stems.size > 4000) this.#stems.clear();
    this.#stems.set(word, made);
    return made;
  }

  #unit(name: string): number {
    return numberOf(this.units, name);
  }

  /** Returns the words of a text by number, −1 for those that are not known. */
  numbersOf(words: Words): number[] {
    return wordsOf(words).map((word) => this.words.get(word) ?? -1);
  }

  /**
   * Returns the units of a text.
   *
   * @param grow Whether new units are added (for texts of the index) or left out (for pasted ones).
   */
  unitsOf(words: Words, grow = false): TextUnits {
    const parts = wordsOf(words).map((word) => this.#stem(word));
    const units: TextUnits = {
      sequence: [],
      literal: [],
      concepts: [],
      unknown: new Map(),
      unknownPairs: [],
    };
    const find = (name: string, at: number, length: number) => {
      const unit = grow ? this.#unit(name) : (this.units.get(name) ?? -1);
      if (unit >= 0) units.literal.push({ unit, at, length });
      return unit;
    };
    parts.forEach((part, at) => {
      let unit = find(part, at, 1);
      if (isHanCode(part.charCodeAt(0))) {
        const next = parts[at + 1] ?? '';
        const before = at > 0 && words.ends[at - 1] === words.starts[at];
        if (words.ends[at] === words.starts[at + 1] && isHanCode(next.charCodeAt(0))) {
          unit = find(part + next, at, 2);
          if (unit < 0) units.unknownPairs.push(at);
        } else if (before) unit = -1;
      } else if (unit < 0) units.unknown.set(at, wordAt(words, at));
      units.sequence.push(unit);
      for (const concept of this.#conceptsByStart.get(part) ?? []) {
        if (concept.parts.every((other, j) => parts[at + j] === other)) {
          units.concepts.push({ unit: concept.unit, at, length: concept.parts.length });
        }
      }
    });
    return units;
  }

  /**
   * Weighs the units by rarity (inverse document frequency over cases) and kind.
   *
   * @param frequencies Number of cases that have each unit.
   */
  weigh(frequencies: readonly number[], cases: number): void {
    this.#frequencies = frequencies;
    for (const [name, unit] of this.units) {
      const frequency = frequencies[unit] ?? 0;
      const rarity = Math.log(1 + (cases - frequency + 0.5) / (frequency + 0.5));
      this.weights[unit] = Math.min(wordWeights.rarest, rarity) * kindWeightOf(name);
    }
  }

  /** Whether any case has a unit. */
  isInDocuments(unit: number): boolean {
    return (this.#frequencies[unit] ?? 0) > 0;
  }

  /** Whether a unit stands for words of one meaning. */
  isConcept(unit: number): boolean {
    return this.#concepts.has(unit);
  }

  /** Returns the words by number. */
  names(): string[] {
    return [...this.words.keys()];
  }

  /** Returns the weight of each word, by its number. */
  weightsOfWords(): number[] {
    return this.names().map((word) => this.weights[this.units.get(stem(word)) ?? -1] ?? 0);
  }
}

/** Returns the weight of a word that is in no document; a number or an id has little. */
export function unknownWeight(word: string): number {
  if (emptyWords.has(word)) return wordWeights.unknown * wordWeights.kinds.function;
  return /\d/.test(word) || word === '' ? wordWeights.id : wordWeights.unknown;
}

function numberOf(map: Map<string, number>, key: string): number {
  const known = map.get(key);
  if (known !== undefined) return known;
  map.set(key, map.size);
  return map.size - 1;
}

const functionStems = new Set([...emptyWords].map(stem));

function kindWeightOf(name: string): number {
  const { concept, single, pair, function: ofFunction, stem: ofStem } = wordWeights.kinds;
  if (name.startsWith('~')) return concept;
  if (isHanCode(name.charCodeAt(0))) return name.length === 1 ? single : pair;
  return functionStems.has(name) ? ofFunction : ofStem;
}
