import { foldText } from './fold.ts';
import { functionWords } from './function-words.ts';
import { hasHan } from './lang-of-text.ts';
import { remember } from './remember.ts';
import { stem } from './stem.ts';

/**
 * How alike two texts are, from 0 to 1: the Sørensen–Dice coefficient over words, and over pairs
 * of characters in Chinese, where words are not written apart.
 *
 * @example similarityOf('Backend not found.', 'The backend does not exist.') // => about 0.5
 */
export function similarityOf(left: string, right: string): number {
  const a = featuresOf(left);
  const b = featuresOf(right);
  if (a.size === 0 || b.size === 0) return a.size === b.size ? 1 : 0;
  let shared = 0;
  let total = 0;
  for (const [feature, count] of a) {
    shared += 2 * Math.min(count, b.get(feature) ?? 0);
    total += count;
  }
  for (const count of b.values()) total += count;
  return shared / total;
}

const featuresOf: (text: string) => ReadonlyMap<string, number> = remember(countFeatures, 5_000);

function countFeatures(text: string): Map<string, number> {
  const folded = foldText(text);
  const features = new Map<string, number>();
  const add = (feature: string) => features.set(feature, (features.get(feature) ?? 0) + 1);
  for (const [run] of folded.matchAll(/\p{Script=Han}+|[^\s\p{Script=Han}]+/gu)) {
    if (!hasHan(run)) {
      if (!functionWords.has(run)) add(stem(run));
      continue;
    }
    const characters = [...run];
    if (characters.length === 1) add(run);
    for (let i = 1; i < characters.length; i += 1) add(`${characters[i - 1]}${characters[i]}`);
  }
  // A text of function words only is compared by them.
  if (features.size === 0) for (const word of folded.split(' ')) if (word) add(word);
  return features;
}
