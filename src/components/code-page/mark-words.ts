/** A stretch of a text; `marked` where the other text lacks it. */
export interface Stretch {
  text: string;
  marked: boolean;
}

/**
 * Returns a text in stretches, with some of its words marked.
 *
 * @example markWords('up to 12 MB', ['12 MB'])
 *   // => [{ text: 'up to ', marked: false }, { text: '12 MB', marked: true }]
 */
export function markWords(text: string, words: readonly string[]): Stretch[] {
  if (words.length === 0) return [{ text, marked: false }];
  const alternatives = [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => RegExp.escape(word))
    .join('|');
  return text
    .split(new RegExp(`(?<![A-Za-z0-9])(${alternatives})(?![A-Za-z0-9])`, 'u'))
    .map((stretch, index) => ({ text: stretch, marked: index % 2 === 1 }))
    .filter((stretch) => stretch.text !== '');
}
