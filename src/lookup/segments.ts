/** The pieces of a text that may say what went wrong: messages in fields, and its most telling lines. */
import { type Field, keyKinds } from './fields.ts';
import type { ReadText } from './read-text.ts';
import type { Words } from './words.ts';

const mostFields = 12;
const mostLines = 24;
/** Words of a piece at most; longer lines (minified bodies, novels) are cut into several. */
const longestPiece = 80;
const longestText = 2000;

/**
 * Cut a text into pieces for comparing.
 *
 * @param text The text.
 * @param fields Its fields.
 * @param words Its words.
 * @param tellingOf What a word of the text, by position, tells about the codes; 0 for nothing at all.
 * @returns Folded: fields first, then lines; of a long text only the lines that tell most.
 */
export function segmentsOf(
  text: ReadText,
  fields: readonly Field[],
  words: Words,
  tellingOf: (word: number) => number,
): string[] {
  const messages = fields
    .filter(({ key, value }) => keyKinds.message.has(key) && /[^\d\s]/.test(value))
    .filter(({ value }) => /[ \u0080-\uffff]/.test(value))
    .slice(0, mostFields)
    .map(({ start, end }) => text.folded.slice(start, end));
  const pieces = cutPieces(words, tellingOf);
  if (pieces.length > mostLines) {
    pieces.sort((a, b) => b.telling - a.telling || a.from - b.from);
  }
  const seen = new Set<string>();
  const lines: string[] = [];
  for (const { from, to } of pieces) {
    const line = text.folded.slice(from, to);
    if (seen.has(line)) continue;
    seen.add(line);
    lines.push(withoutNoise(line));
    if (lines.length === mostLines) break;
  }
  return [...messages, ...lines];
}

interface Piece {
  from: number;
  to: number;
  telling: number;
}

function cutPieces(words: Words, tellingOf: (word: number) => number): Piece[] {
  const pieces: Piece[] = [];
  let first = 0;
  let telling = 0;
  const finish = (next: number) => {
    const count = next - first;
    // A word or two of a long line may be known by chance: what counts is how many of them are.
    if (telling > 0 && count > 0) {
      pieces.push({
        from: words.starts[first] ?? 0,
        to: Math.min(words.ends[next - 1] ?? 0, (words.starts[first] ?? 0) + longestText),
        telling: telling * Math.min(1, (4 + telling) / count),
      });
    }
    first = next;
    telling = 0;
  };
  for (let i = 0; i < words.starts.length; i += 1) {
    if (i > first) {
      const gap = words.text.slice(words.ends[i - 1], words.starts[i]);
      if (i - first >= longestPiece || gap.includes('\n')) finish(i);
    }
    telling += tellingOf(i);
  }
  finish(words.starts.length);
  return pieces;
}

/** Lines of a response that describe it rather than the error. */
const headerLine =
  /^(?:server|date|via|host|age|etag|vary|pragma|expires|location|connection|keep-alive|user-agent|set-cookie|cache-control|accept[a-z-]*|content-[a-z]+|transfer-encoding|x-[a-z-]+) ?:.*$/gm;

/** Headers, keys, addresses and mark-up, whose words mean nothing here. */
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
