/** Whether the words of a phrase stand together in a text. */
import type { Phrase } from './phrases.ts';
import type { Alternative } from './read-query.ts';
import type { Vocabulary } from './vocabulary.ts';

const worthOrdering = 0.5;

/**
 * How much of a phrase stands together in a text and in its order: the greatest share of its weight
 * in a window not much longer than itself. "The app … does not exist" far apart is no "App not
 * exist.", and "if (token.expired) refresh()" is no "Refresh token is expired."
 */
export function standsTogether(
  phrase: Phrase,
  sequence: readonly Alternative[][],
  vocabulary: Vocabulary,
): number {
  const own = new Set(phrase.sequence);
  const weights = phrase.sequence.map((unit) => vocabulary.weights[unit] ?? 0);
  const all = [...own].reduce((sum, unit) => sum + (vocabulary.weights[unit] ?? 0), 0);
  if (all === 0) return 0;
  const length = Math.ceil(phrase.sequence.length * 1.4) + 1;
  let most = 0;
  for (let from = 0; from < sequence.length; from += 1) {
    if (!sequence[from]?.some(({ unit }) => own.has(unit))) continue;
    const window = sequence.slice(from, from + length);
    // Order is looked at only where there is enough to put in order.
    const bound = sharedInAnyOrder(own, window, vocabulary.weights) / all;
    if (bound >= worthOrdering && bound > most) {
      most = Math.max(most, sharedInOrder(phrase.sequence, weights, window) / all);
    }
  }
  return Math.min(1, most);
}

function sharedInAnyOrder(
  own: ReadonlySet<number>,
  window: readonly Alternative[][],
  weights: readonly number[],
): number {
  const found = new Map<number, number>();
  for (const alternatives of window) {
    for (const { unit, quality } of alternatives)
      if (own.has(unit)) found.set(unit, Math.max(quality, found.get(unit) ?? 0));
  }
  let sum = 0;
  for (const [unit, quality] of found) sum += quality * (weights[unit] ?? 0);
  return sum;
}

/** Weight of the longest common subsequence. */
function sharedInOrder(
  phrase: readonly number[],
  weights: readonly number[],
  window: readonly Alternative[][],
): number {
  let last = new Array<number>(phrase.length + 1).fill(0);
  for (const alternatives of window) {
    if (alternatives.length === 0) continue;
    const row = [0];
    phrase.forEach((unit, i) => {
      const quality = alternatives.find((one) => one.unit === unit)?.quality ?? 0;
      const matched = quality > 0 ? (last[i] ?? 0) + quality * (weights[i] ?? 0) : 0;
      row.push(Math.max(matched, last[i + 1] ?? 0, row[i] ?? 0));
    });
    last = row;
  }
  return last[phrase.length] ?? 0;
}
