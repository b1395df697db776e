/** A stretch of a text; `marked` where it is an invariant that the other text lacks. */
export interface Stretch {
  text: string;
  marked: boolean;
}

/**
 * Returns the text of one side in stretches, with its invariants marked. One that the text spells
 * differently (full-width digits) is not found, but is in the list next to the text.
 *
 * @example markInvariants('up to 12 MB', ['12 MB'])
 *   // => [{ text: 'up to ', marked: false }, { text: '12 MB', marked: true }]
 */
export function markInvariants(text: string, invariants: readonly string[]): Stretch[] {
  if (invariants.length === 0) return [{ text, marked: false }];
  const alternatives = [...invariants]
    .sort((a, b) => b.length - a.length)
    .map((invariant) => RegExp.escape(invariant))
    .join('|');
  return text
    .split(new RegExp(`(?<![A-Za-z0-9])(${alternatives})(?![A-Za-z0-9])`, 'u'))
    .map((stretch, index) => ({ text: stretch, marked: index % 2 === 1 }))
    .filter((stretch) => stretch.text !== '');
}
