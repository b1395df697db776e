/**
 * The words of English and Chinese texts, as the lexicon counts them.
 *
 * ICU finds the Chinese words (`Intl.Segmenter`), and versions of ICU differ. The same texts always
 * give the same words because the `node` package pins the version of Node that runs every script,
 * and with it the version of ICU.
 */
import { foldCase } from '../../../src/text/fold.ts';
import { functionWords } from '../../../src/text/function-words.ts';
import { hasHan } from '../../../src/text/lang-of-text.ts';
import { remember } from '../../../src/text/remember.ts';
import { splitTokens } from '../../../src/text/split-tokens.ts';
import { stem } from '../../../src/text/stem.ts';

/** The words of longer texts after this many are ignored, which bounds the time of a comparison. */
const maxWords = 150;

/**
 * Returns the words of a text that carry meaning: the key of each (an English stem, a Chinese word,
 * a number) with its first spelling in the text. An identifier counts as a whole and by its parts.
 *
 * @example wordsOf('The tokens have expired.') // => Map { 'token' => 'tokens', 'expir' => 'expired' }
 */
export const wordsOf: (text: string) => ReadonlyMap<string, string> = remember(readWords, 5_000);

function readWords(text: string): Map<string, string> {
  const words = new Map<string, string>();
  for (const token of splitTokens(text.normalize('NFKC'))) {
    if (words.size >= maxWords) break;
    for (const part of partsOf(token)) {
      const folded = foldCase(part);
      if (!/[\p{L}\p{N}]/u.test(folded) || functionWords.has(folded)) continue;
      const key = hasHan(folded) ? folded : stem(folded);
      if (!words.has(key)) words.set(key, part);
    }
  }
  return words;
}

/** `client_id` and `userName` with their parts; any other token as it is. */
function partsOf(token: string): string[] {
  const parts = token.split(/[_.'’-]+|(?<=\p{Ll})(?=\p{Lu})/u).filter((part) => part !== '');
  return parts.length > 1 ? [token, ...parts] : [token];
}
