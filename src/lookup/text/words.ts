/** Texts as words with their positions: Latin words whole, Chinese characters one by one. */
import { isHanCode } from '../../text/lang-of-text.ts';

/** Words of a folded text: where each one starts and ends. */
export interface Words {
  text: string;
  starts: number[];
  ends: number[];
}

const otherLetter = /[\p{L}\p{N}]/u;
/** Longer runs are Base64 or hashes. */
const maxLength = 48;

/** Whether a character belongs to a Latin (or other alphabetic) word or number. */
function isWordCharacter(code: number): boolean {
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
  return !isHanCode(code) && otherLetter.test(String.fromCharCode(code));
}

/**
 * Returns the words of a text in lower case and NFKC.
 *
 * @example splitWords('后端 timeout') // => words 后, 端, timeout
 */
export function splitWords(text: string): Words {
  const starts: number[] = [];
  const ends: number[] = [];
  let start = -1;
  for (let i = 0; i <= text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (i < text.length && isWordCharacter(code)) {
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
  return { text, starts, ends };
}

/** Returns a word of a text; '' for an overlong run. */
export function wordAt({ text, starts, ends }: Words, index: number): string {
  const start = starts[index] ?? 0;
  const end = ends[index] ?? start;
  return end - start > maxLength ? '' : text.slice(start, end);
}

/** Returns all words of a text. */
export function wordsOf(words: Words): string[] {
  return words.starts.map((_, i) => wordAt(words, i));
}
