/** Words and units by number. A unit is what is compared: a stem, a pair of Chinese characters, a concept. */
import { concepts, functionWords } from './concepts.ts';
import { readText } from './read-text.ts';
import { isHan, splitWords, stemOf, type Words, wordAt } from './words.ts';

/** How much a unit of a kind counts beside a stem of the same rarity. */
const kindWeights = { stem: 1, pair: 1, single: 0.25, concept: 0.6, function: 0.1 };

/** Unknown words count as much as a rather rare known one. */
const unknownRarity = 3;

/** Units of a text: those at each word, and all of them once. */
export interface TextUnits {
  /** For each word the unit that starts there (stem, pair or single), −1 if it is not known. */
  sequence: number[];
  /** Words that are not known, by their position in `sequence`. */
  unknown: Map<number, string>;
  all: Set<number>;
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
  readonly names: string[] = [];
  readonly weights: number[] = [];
  private readonly conceptsByStart = new Map<string, ConceptPhrase[]>();

  constructor() {
    for (const { name, phrases } of concepts) {
      const unit = this.unit(`~${name}`);
      for (const phrase of phrases) {
        const parts = partsOf(splitWords(readText(phrase).folded));
        const start = parts[0] ?? '';
        const group = this.conceptsByStart.get(start);
        if (group) group.push({ unit, parts });
        else this.conceptsByStart.set(start, [{ unit, parts }]);
      }
    }
  }

  /** The number of a unit, made if it is new. */
  unit(name: string): number {
    const known = this.units.get(name);
    if (known !== undefined) return known;
    this.units.set(name, this.names.length);
    this.names.push(name);
    return this.names.length - 1;
  }

  /** The number of a word, made if it is new. */
  word(text: string): number {
    const known = this.words.get(text);
    if (known !== undefined) return known;
    this.words.set(text, this.words.size);
    return this.words.size - 1;
  }

  /**
   * The units of a text.
   *
   * @param words The text, split.
   * @param grow Whether new units are added (for texts of the index) or left out (pasted ones).
   */
  unitsOf(words: Words, grow = false): TextUnits {
    const parts = partsOf(words);
    const sequence: number[] = [];
    const unknown = new Map<number, string>();
    const all = new Set<number>();
    const find = (name: string) => (grow ? this.unit(name) : (this.units.get(name) ?? -1));
    parts.forEach((part, i) => {
      let unit = find(part);
      if (isHan(part.charCodeAt(0))) {
        if (unit >= 0) all.add(unit);
        const next = parts[i + 1] ?? '';
        const adjacent = words.ends[i] === words.starts[i + 1] && isHan(next.charCodeAt(0));
        if (adjacent) unit = find(part + next);
        else if (i > 0 && words.ends[i - 1] === words.starts[i]) unit = -2;
      } else if (unit < 0) unknown.set(sequence.length, wordAt(words, i));
      if (unit >= 0) all.add(unit);
      sequence.push(unit);
      for (const concept of this.conceptsByStart.get(part) ?? []) {
        if (concept.parts.every((other, j) => parts[i + j] === other)) all.add(concept.unit);
      }
    });
    return { sequence, unknown, all };
  }

  /**
   * Weigh units by rarity (inverse document frequency over cases) and kind.
   *
   * @param frequencies Number of cases that have each unit.
   */
  weigh(frequencies: number[], cases: number): void {
    this.names.forEach((name, unit) => {
      const frequency = frequencies[unit] ?? 0;
      const rarity = Math.log(1 + (cases - frequency + 0.5) / (frequency + 0.5));
      this.weights[unit] = rarity * kindWeightOf(name);
    });
  }

  /** What a word counts that no document has. */
  unknownWeight(word: string): number {
    return unknownRarity * (functionWords.has(word) ? kindWeights.function : kindWeights.stem);
  }
}

function kindWeightOf(name: string): number {
  if (name.startsWith('~')) return kindWeights.concept;
  if (isHan(name.charCodeAt(0))) return name.length === 1 ? kindWeights.single : kindWeights.pair;
  return functionStems.has(name) ? kindWeights.function : kindWeights.stem;
}

const functionStems = new Set([...functionWords].map(stemOf));

/** Stems of Latin words, and Chinese characters. */
function partsOf(words: Words): string[] {
  return words.starts.map((_, i) => stemOf(wordAt(words, i)));
}
