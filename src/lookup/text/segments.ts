/** The pieces of a text that may describe the error: messages in fields, and its most specific lines. */

import { headerLine } from '../evidence/find-statuses.ts';
import { limits } from '../tuning.ts';
import { type Field, keyKinds } from './fields.ts';
import type { ReadText } from './read-text.ts';
import type { Words } from './words.ts';

/**
 * Returns pieces of a text for comparing, folded: fields first, then lines; of a long text only the
 * lines with the greatest weight.
 *
 * @param weightOf Weight of a word of the text, by position; 0 if it means nothing to the index.
 */
export function segmentsOf(
  text: ReadText,
  fields: readonly Field[],
  words: Words,
  weightOf: (word: number) => number,
): string[] {
  const messages = fields
    .filter(({ key, value }) => keyKinds.message.has(key) && /[^\d\s]/.test(value))
    .filter(({ value }) => /[ \u0080-\uffff]/.test(value))
    .slice(0, limits.messageFields)
    .map(({ start, end }) => text.folded.slice(start, end));
  const pieces = cutPieces(words, weightOf);
  if (pieces.length > limits.lines) pieces.sort((a, b) => b.weight - a.weight || a.from - b.from);
  const lines = new Set(pieces.map(({ from, to }) => text.folded.slice(from, to)));
  return [...messages, ...[...lines].slice(0, limits.lines).map(withoutNoise)];
}

interface Piece {
  from: number;
  to: number;
  weight: number;
}

/** Lines; long ones (minified bodies, novels) are cut into several. */
function cutPieces(words: Words, weightOf: (word: number) => number): Piece[] {
  const pieces: Piece[] = [];
  let first = 0;
  let weight = 0;
  const finish = (next: number) => {
    const count = next - first;
    const from = words.starts[first] ?? 0;
    if (weight > 0 && count > 0) {
      pieces.push({
        from,
        to: Math.min(words.ends[next - 1] ?? 0, from + limits.pieceLength),
        weight,
      });
    }
    first = next;
    weight = 0;
  };
  for (let i = 0; i < words.starts.length; i += 1) {
    if (i > first) {
      const gap = words.text.slice(words.ends[i - 1], words.starts[i]);
      if (i - first >= limits.pieceWords || gap.includes('\n')) finish(i);
    }
    weight += weightOf(i);
  }
  finish(words.starts.length);
  return pieces;
}

/** Returns the lines of a part of a folded text as pieces for comparing. */
export function piecesIn(part: string): string[] {
  const lines = new Set(part.split('\n').map((line) => line.slice(0, limits.pieceLength)));
  return [...lines].slice(0, limits.lines).map(withoutNoise);
}

/** Removes headers, keys, addresses and markup, whose words mean nothing here. */
function withoutNoise(line: string): string {
  return line
    .replace(headerLine, ' ')
    .replace(/http\/[\d.]{1,3}/g, ' ')
    .replace(/<[^<>]{0,300}>/g, ' ')
    .replace(/https?:\/\/[^\s"'<>]{1,300}/g, ' ')
    .replace(/["'`]?[a-z_]{2,30}["'`]{0,2}\s{0,2}[:=](?=\s{0,2}["'{[\d])/g, ' ')
    .replace(/\b(?:error|err)_(?:code|msg|message)\b|\brequest_id\b/g, ' ')
    .trim();
}
