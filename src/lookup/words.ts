/** Texts as words with their positions: Latin words whole, Chinese characters one by one. */
import { isHanCode } from '../text/lang-of-text.ts';

/** Words of a folded text: where each one starts and ends. */
export interface Words {
  text: string;
  starts: number[];
  ends: number[];
}

const otherLetter = /[\p{L}\p{N}]/u;

/** Whether a character belongs to a Latin (or other alphabetic) word or number. */
export function isWordCharacter(code: number): boolean {
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
  return !isHanCode(code) && otherLetter.test(String.fromCharCode(code));
}

/**
 * Split a folded text into words.
 *
 * @param text Lower case, NFKC.
 * @param from First position to look at.
 * @param to Position to stop before.
 * @example splitWords('后端 timeout') // => words 后, 端, timeout
 */
export function splitWords(text: string, from = 0, to = text.length): Words {
  const starts: number[] = [];
  const ends: number[] = [];
  let start = -1;
  for (let i = from; i < to; i += 1) {
    const code = text.charCodeAt(i);
    if (isWordCharacter(code)) {
      if (start < 0) start = i;
      continue;
    }
    if (start >= 0) {
      starts.push(start);
      ends.push(i);
      start = -1;
    }
    if (isHanCode(code)) {
      starts.push(i);
      ends.push(i + 1);
    }
  }
  if (start >= 0) {
    starts.push(start);
    ends.push(to);
  }
  return { text, starts, ends };
}

/** A word of a split text; overlong runs (Base64, hashes) are no words and come out empty. */
export function wordAt({ text, starts, ends }: Words, index: number): string {
  const start = starts[index] ?? 0;
  const end = ends[index] ?? start;
  return end - start > 48 ? '' : text.slice(start, end);
}

/**
 * The words of a text with one space before and after each.
 *
 * @example spacedWords(splitWords('api-名')) // => ' api 名 '
 */
export function spacedWords(words: Words): string {
  return ` ${words.starts.map((_, i) => wordAt(words, i)).join(' ')} `;
}
