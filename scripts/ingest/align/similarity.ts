/**
 * Fold a text for comparing: NFKC, lower case, punctuation and white space to single spaces.
 *
 * @example foldText('Bad  request.') // => 'bad request'
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]+/gu, ' ')
    .trim();
}

/**
 * How alike two texts are, from 0 to 1: the Sørensen–Dice coefficient over words, and over pairs
 * of characters in Chinese, where words are not written apart.
 *
 * @example similarityOf('Backend not found.', 'The backend does not exist.') // => about 0.5
 */
export function similarityOf(left: string, right: string): number {
  const a = featuresOf(foldText(left));
  const b = featuresOf(foldText(right));
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

/** Articles and auxiliaries tell no two messages apart. */
const functionWords = new Set(
  'a an and are be been by can cannot do does for from has have in is it its of on or that the this to was were with'.split(
    ' ',
  ),
);

function featuresOf(folded: string): Map<string, number> {
  const features = new Map<string, number>();
  const add = (feature: string) => features.set(feature, (features.get(feature) ?? 0) + 1);
  for (const [run] of folded.matchAll(/\p{Script=Han}+|[^\s\p{Script=Han}]+/gu)) {
    if (!/\p{Script=Han}/u.test(run)) {
      if (!functionWords.has(run)) add(stemOf(run));
      continue;
    }
    const characters = [...run];
    if (characters.length === 1) add(run);
    for (let i = 1; i < characters.length; i += 1) add(`${characters[i - 1]}${characters[i]}`);
  }
  // A text of function words alone is compared by them rather than not at all.
  if (features.size === 0) for (const word of folded.split(' ')) if (word) add(word);
  return features;
}

/** Plural and tense endings, coarsely; the two texts are folded alike, so a wrong stem does no harm. */
function stemOf(word: string): string {
  return word.length > 4 ? word.replace(/(ies|es|s|ing|ed)$/, '') : word;
}
