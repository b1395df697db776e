/** What is next to each of several codes that a text names: words between other codes say nothing about it. */
import type { ReadText } from '../text/read-text.ts';
import { limits } from '../tuning.ts';
import type { CodeMention, UnknownCode } from './mention-list.ts';

/** From the end of the code before to the start of the code after, as positions in the text. */
export interface Surroundings {
  start: number;
  end: number;
}

/**
 * Returns the surroundings of each code that is named exactly, if a text names several codes.
 *
 * @example
 *   // 'APIG.0101, APIG.0201 timeout' → APIG.0101: ', '; APIG.0201: ', ' and ' timeout'
 */
export function findSurroundings(
  { folded }: ReadText,
  mentions: readonly CodeMention[],
  unknown: readonly UnknownCode[],
): Map<number, Surroundings[]> | undefined {
  const named = mentions.filter(({ match }) => match !== 'guess');
  const bySpelling = Map.groupBy(named, ({ spelled }) => spelled.toLowerCase());
  for (const { code } of unknown)
    if (!bySpelling.has(code.toLowerCase())) bySpelling.set(code.toLowerCase(), []);
  const places = [...bySpelling].flatMap(([spelled, own]) => {
    const codes = own.map(({ code }) => code);
    return occurrencesOf(spelled, folded).map((start) => ({
      start,
      end: start + spelled.length,
      codes,
    }));
  });
  places.sort((a, b) => a.start - b.start || b.end - a.end);
  // Of `APIG.0201` and `0201` in one place the longer one counts.
  let read = 0;
  const apart = places.filter(({ start, end }) => {
    const isApart = start >= read;
    if (isApart) read = end;
    return isApart;
  });
  /** The next place of another code in a direction. */
  const otherFrom = (at: number, step: 1 | -1, code: number) => {
    let next = at + step;
    while (apart[next]?.codes.includes(code)) next += step;
    return apart[next];
  };
  const all = new Map<number, Surroundings[]>();
  for (const [at, { codes }] of apart.entries()) {
    for (const code of codes) {
      const start = otherFrom(at, -1, code)?.end ?? 0;
      const end = otherFrom(at, 1, code)?.start ?? folded.length;
      const known = all.get(code);
      if (known) known.push({ start, end });
      else all.set(code, [{ start, end }]);
    }
  }
  const isOne = apart.every(({ codes }) => codes.join() === apart[0]?.codes.join());
  return isOne ? undefined : all;
}

function occurrencesOf(word: string, text: string): number[] {
  const found: number[] = [];
  for (
    let at = text.indexOf(word);
    at >= 0 && found.length < limits.mentions;
    at = text.indexOf(word, at + word.length)
  )
    found.push(at);
  return found;
}
