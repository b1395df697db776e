/** Finds words that may name a code, without an index. */

/** A word that may name a code. */
export interface CodeWord {
  word: string;
  /** The word is the whole text, the whole value of a field for codes, or a part of the text. */
  place: 'alone' | 'field' | 'text';
  /**
   * Whether the word names a code in any spelling. Otherwise only in the code's own spelling:
   * `UNKNOWN` and `back-end` are also words of messages.
   */
  anySpelling: boolean;
}

/** Longer texts are logs; the whole lookup finds out which of their codes is meant. */
const maxLength = 10_000;

const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g;

/**
 * Returns the words of a text that may name a code, in the order of the text.
 *
 * @returns The words, and the text that they were read from: NFKC without invisible characters.
 * @example readCodeWords('{"error_code":"APIG.0203"}').words[0]?.word // => 'APIG.0203'
 */
export function readCodeWords(text: string): { words: CodeWord[]; plain: string } {
  if (text.length > maxLength) return { words: [], plain: '' };
  const plain = text.normalize('NFKC').replace(invisible, '');
  const all = [...plain.matchAll(/[A-Za-z0-9]+(?:[._#-]{1,2}[A-Za-z0-9]+)*/g)];
  const whole = plain.trim();
  const named = all.flatMap(({ 0: word, index }): CodeWord[] => {
    if (word === whole) return [{ word, place: 'alone', anySpelling: true }];
    if (isWholeValue(plain, index, index + word.length)) {
      return [{ word, place: 'field', anySpelling: true }];
    }
    // "error_code": and error_code= are keys.
    if (!/[._-]/.test(word) || /^(?:["']\s*[:=]|=)/.test(plain.slice(index + word.length))) {
      return [];
    }
    return [{ word, place: 'text', anySpelling: /\d$/.test(word) }];
  });
  // `-1012`, `Not Found` and `错误` are codes if a document spells them so.
  const isShort = /^[^\n"'{}<>=]{1,320}$/.test(whole) && whole.split(' ').length <= 4;
  if (named.length > 0 || !isShort) return { words: named, plain };
  return { words: [{ word: whole, place: 'alone', anySpelling: false }], plain };
}

/** Whether a word is all that a field for codes holds: `"code": "UNKNOWN"`, `code=UNKNOWN`. */
function isWholeValue(plain: string, start: number, end: number): boolean {
  const before = plain.slice(Math.max(0, start - 24), start);
  const [, quote] = /code["']?\s*[:=]\s*(["']?)$/i.exec(before) ?? [];
  if (quote === undefined) return false;
  const after = plain.slice(end, end + 10);
  return quote === '' ? /^\s*(?:$|[\n}\]|<&{[,;])/.test(after) : after.startsWith(quote);
}
