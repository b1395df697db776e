/** Changes of the text of a page, by their places. */

/** A part of a text, and what replaces it. */
export interface Edit {
  /** Offset of its first character, and behind its last. */
  start: number;
  end: number;
  text: string;
}

/**
 * Returns a text with its changes; of two that overlap the first counts.
 *
 * @example applyEdits('<td>a</td>', [{ start: 4, end: 4, text: '<del>' }]) // => '<td><del>a</td>'
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    if (edit.start < at) continue;
    pieces.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return pieces.join('') + text.slice(at);
}
