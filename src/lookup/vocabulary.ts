/** Words and units by number. A unit is what is compared: a stem, a pair of Chinese characters, a concept. */
import { isHanCode } from '../text/lang-of-text.ts';
import { stem } from '../text/stem.ts';
import { emptyWords } from './empty-words.ts';
import { readText } from './read-text.ts';
import { splitWords, type Words, wordAt } from './words.ts';

/** How much a unit of a kind counts beside a stem of the same rarity: a Chinese word has several pairs. */
const kindWeights = { stem: 1, pair: 0.6, single: 0.2, concept: 0.8, function: 0.1 };

/** Unknown words count as much as a rather rare known one; pairs less, as many straddle two words. */
const unknownRarity = 3;
const unknownPair = 1;

/** Units of a text, each with its position in words; all numbers are of units unless said. */
export interface TextUnits {
  /** For each word the unit that starts there (stem, pair or single), −1 if there is none. */
  sequence: number[];
  /** Every stem, pair and single: where it starts and how many words it takes. */
  literal: { unit: number; at: number; length: number }[];
  /** Concepts, and the words that stand for them. */
  concepts: { unit: number; at: number; length: number }[];
  /** Latin words that are not known, by position. */
  unknown: Map<number, string>;
  /** Positions of pairs of Chinese characters that are not known. */
  strangePairs: number[];
}

interface ConceptPhrase {
  unit: number;
  /** Stems or Chinese characters, in order. */
  parts: string[];
}

/** All words, units and concepts of an index. */
export class Vocabulary {
  readonly words = new Map<string, number>();
  readonly units = new Map<string, number>();
  readonly weights: number[] = [];
  readonly unknownPairWeight = unknownPair;
  private readonly names: string[] = [];
  private readonly conceptsByStart = new Map<string, ConceptPhrase[]>();

  /** @param concepts Words for one thing, a line each, parted by commas and a bar. */
  constructor(concepts: readonly string[]) {
    for (const line of concepts) {
      const phrases = line.split(/[,|]/);
      const unit = this.unit(`~${phrases[0]}`);
      for (const phrase of phrases) this.addConcept(unit, splitWords(readText(phrase).folded));
    }
  }

  private addConcept(unit: number, words: Words): void {
    const parts = partsOf(words);
    const start = parts[0] ?? '';
    const group = this.conceptsByStart.get(start);
    if (group) group.push({ unit, parts });
    else this.conceptsByStart.set(start, [{ unit, parts }]);
    words.starts.forEach((_, i) => {
      this.know(wordAt(words, i));
    });
  }

  /**
   * The words of a text by number, −1 for those that are not known.
   *
   * Single characters are looked up by their code: a megabyte of Chinese is a million of them.
   */
  numbersOf(words: Words): number[] {
    const characters = new Map<number, number>();
    for (const [word, number] of this.words) {
      if (word.length === 1) characters.set(word.charCodeAt(0), number);
    }
    return words.starts.map((start, i) => {
      const single = words.ends[i] === start + 1;
      const number = single
        ? characters.get(words.text.charCodeAt(start))
        : this.words.get(wordAt(words, i));
      return number ?? -1;
    });
  }

  /** Make a word known, though no document may have it. */
  know(word: string): void {
    this.word(word);
    this.unit(stem(word));
  }

  /** The number of a unit, made if it is new. */
  unit(name: string): number {
    return numberOf(this.units, name, () => this.names.push(name));
  }

  /** The number of a word, made if it is new. */
  word(text: string): number {
    return numberOf(this.words, text);
  }

  /**
   * The units of a text.
   *
   * @param words The text, split.
   * @param grow Whether new units are added (for texts of the index) or left out (pasted ones).
   */
  unitsOf(words: Words, grow = false): TextUnits {
    const parts = partsOf(words);
    const units: TextUnits = {
      sequence: [],
      literal: [],
      concepts: [],
      unknown: new Map(),
      strangePairs: [],
    };
    const find = (name: string) => (grow ? this.unit(name) : (this.units.get(name) ?? -1));
    const note = (unit: number, at: number, length: number) => {
      if (unit >= 0) units.literal.push({ unit, at, length });
      return unit;
    };
    parts.forEach((part, at) => {
      let unit = note(find(part), at, 1);
      if (isHanCode(part.charCodeAt(0))) {
        const next = parts[at + 1] ?? '';
        const before = at > 0 && words.ends[at - 1] === words.starts[at];
        if (words.ends[at] === words.starts[at + 1] && isHanCode(next.charCodeAt(0))) {
          unit = note(find(part + next), at, 2);
          if (unit < 0) units.strangePairs.push(at);
        } else if (before) unit = -1;
      } else if (unit < 0) units.unknown.set(at, wordAt(words, at));
      units.sequence.push(unit);
      for (const concept of this.conceptsByStart.get(part) ?? []) {
        const length = concept.parts.length;
        if (concept.parts.every((other, j) => parts[at + j] === other)) {
          units.concepts.push({ unit: concept.unit, at, length });
        }
      }
    });
    return units;
  }

  /**
   * Weigh units by rarity (inverse document frequency over cases) and kind.
   *
   * @param frequencies Number of cases that have each unit.
   */
  weigh(frequencies: readonly number[], cases: number): void {
    this.names.forEach((name, unit) => {
      const frequency = frequencies[unit] ?? 0;
      const rarity = Math.log(1 + (cases - frequency + 0.5) / (frequency + 0.5));
      this.weights[unit] = rarity * kindWeightOf(name);
    });
  }

  /** What a word counts that no document has; numbers and ids count hardly at all. */
  unknownWeight(word: string): number {
    if (emptyWords.has(word)) return unknownRarity * kindWeights.function;
    return /\d/.test(word) || word === '' ? 0.2 : unknownRarity;
  }
}

function numberOf(map: Map<string, number>, key: string, added?: () => void): number {
  const known = map.get(key);
  if (known !== undefined) return known;
  map.set(key, map.size);
  added?.();
  return map.size - 1;
}

const functionStems = new Set([...emptyWords].map(stem));

function kindWeightOf(name: string): number {
  if (name.startsWith('~')) return kindWeights.concept;
  if (isHanCode(name.charCodeAt(0)))
    return name.length === 1 ? kindWeights.single : kindWeights.pair;
  return functionStems.has(name) ? kindWeights.function : kindWeights.stem;
}

/** Stems of Latin words, and Chinese characters. */
function partsOf(words: Words): string[] {
  return words.starts.map((_, i) => stem(wordAt(words, i)));
}
