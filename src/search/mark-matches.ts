/** Marks the words of a query in the texts of results. */
import { functionWords } from '../text/function-words.ts';
import { hasHan } from '../text/lang-of-text.ts';
import type { Simplification } from '../text/simplify.ts';
import { splitChinese } from '../text/split-tokens.ts';
import { stem } from '../text/stem.ts';
import { prepareQuery } from './prepare-query.ts';
import type { Excerpt } from './rows.ts';

/** Returns a text in parts; `marked` parts match the query. */
export type MarkMatches = (text: string) => Excerpt['parts'];

/** The stems of a word; of an identifier those of its parts, as `client_id` matches "client id". */
const stemsOf = (word: string): string[] =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '')
    .map(stem);

/** A Chinese word of one character, or the pairs of neighbours between function words; 时 of 超时 is none. */
const pairsOf = (run: string): string[] =>
  splitChinese(run)
    .map((word) => (word.length > 1 && functionWords.has(word) ? ' ' : word))
    .join('')
    .split(/ +/)
    .flatMap((part) =>
      part.length < 2
        ? [part]
        : Array.from({ length: part.length - 1 }, (_, at) => part.slice(at, at + 2)),
    )
    .filter((part) => part !== '');

/**
 * Returns a function that marks the words of a query in a text: English words by their stems,
 * Chinese ones by pairs of characters, because words are cut differently in different sentences.
 *
 * @param query A pasted text, of which the words of `prepareQuery` count.
 * @example createMarker('quotas', noSimplification)('The quota.')
 *   // => [{ text: 'The ', marked: false }, { text: 'quota', marked: true }, { text: '.', marked: false }]
 */
export function createMarker(query: string, simplification: Simplification): MarkMatches {
  const words = prepareQuery(query, simplification)
    .split(/(\p{Script=Han}+)| /u)
    .filter((word) => word !== undefined && word !== '');
  const wanted = new Set(
    words.flatMap((word) =>
      hasHan(word) ? pairsOf(word) : functionWords.has(word) ? [] : stemsOf(word),
    ),
  );
  /** Which characters of a run without a space are marked. */
  const marksIn = (run: string): boolean[] => {
    if (!hasHan(run)) return Array(run.length).fill(stemsOf(run).some((key) => wanted.has(key)));
    return Array.from(
      run,
      (character, index) =>
        wanted.has(character) ||
        wanted.has(run.slice(index, index + 2)) ||
        wanted.has(run.slice(Math.max(0, index - 1), index + 1)),
    );
  };
  return (text) => {
    const parts: Excerpt['parts'] = [];
    for (const run of text.split(/(\p{Script=Han}+|[\p{L}\p{M}\p{N}_.'’-]*[\p{L}\p{M}\p{N}])/u)) {
      const marks = marksIn(run);
      for (const [index, character] of [...run].entries()) {
        const marked = marks[index] ?? false;
        const last = parts.at(-1);
        if (last?.marked === marked) last.text += character;
        else parts.push({ text: character, marked });
      }
    }
    return joinWords(parts);
  };
}

/** Makes words in a row one mark. */
function joinWords(parts: Excerpt['parts']): Excerpt['parts'] {
  const joined: Excerpt['parts'] = [];
  for (const part of parts) {
    const [before, space] = joined.slice(-2);
    if (part.marked && before?.marked && space?.text.trim() === '') {
      joined.pop();
      before.text += space.text + part.text;
    } else joined.push({ ...part });
  }
  return joined;
}
