/**
 * Text preparation for the full-text search, which knows nothing of codes, JSON or Chinese
 * variants: documents when they are indexed and queries when they are asked go through it.
 */
import { readFields } from '../lookup/fields.ts';
import { readText } from '../lookup/read-text.ts';
import { functionWords } from '../text/function-words.ts';
import { hasHan } from '../text/lang-of-text.ts';
import { noSimplification } from '../text/simplify.ts';
import { splitChinese } from '../text/split-tokens.ts';

const han = '\\p{Script=Han}';
const latin = '[A-Za-z0-9]';
const between = new RegExp(`(?<=${han})(?=${latin})|(?<=${latin})(?=${han})`, 'gu');

/**
 * Put spaces where the full-text index needs them: between Latin and Chinese, and for "_".
 *
 * @example spaceOut('请求body过大') // => '请求 body 过大'
 */
export function spaceOut(text: string): string {
  return text.normalize('NFKC').replaceAll('_', ' ').replace(between, ' ');
}

const longest = 200;

/**
 * What to look for in the texts: of a body its message and code, of anything else its words.
 *
 * @param text What was pasted.
 * @param simplification Traditional characters, of which the documents have none.
 * @returns Words with single spaces, lower case, simplified characters; '' if there are none.
 * @example prepareQuery('{"error_msg":"Backend timeout."}') // => 'backend timeout'
 */
export function prepareQuery(text: string, simplification = noSimplification): string {
  const { plain, folded } = readText(text.slice(0, 20_000), simplification);
  const fields = readFields(plain, 50).filter(
    ({ key, quoted }) => quoted && /msg|message|code|desc|detail|reason|信息|描述|码$/.test(key),
  );
  const wanted =
    fields.length > 0 ? fields.map(({ start, end }) => folded.slice(start, end)).join(' ') : folded;
  return spaceOut(wanted)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, longest);
}

/** Words that are in most texts about errors, beside the function words. */
const commonWords = new Set('code error http https message not request status'.split(' '));

const mostWords = 8;

/**
 * The words of a prepared query that tell texts apart.
 *
 * @example wordsOfQuery('the 请求 body') // => ['请求', 'body']
 */
export function wordsOfQuery(query: string): string[] {
  const words = query.split(' ').flatMap((part) => (hasHan(part) ? splitChinese(part) : [part]));
  const telling = words.filter(
    (word) =>
      word.trim() !== '' &&
      !functionWords.has(word) &&
      !commonWords.has(word) &&
      (word.length > 2 || hasHan(word)) &&
      !/^[\da-f]{8,}$|^\d{5,}$/.test(word),
  );
  return [...new Set(telling)].slice(0, mostWords);
}
