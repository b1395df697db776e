/** Prepares texts for the full-text index, and queries for the search in it. */
import { readFields } from '../lookup/text/fields.ts';
import { readText } from '../lookup/text/read-text.ts';
import { functionWords } from '../text/function-words.ts';
import { hasHan } from '../text/lang-of-text.ts';
import { noSimplification } from '../text/simplify.ts';
import { splitChinese } from '../text/split-tokens.ts';
import { maxQuery } from './tuning.ts';

const han = '\\p{Script=Han}';
const latin = '[A-Za-z0-9]';
const between = new RegExp(`(?<=${han})(?=${latin})|(?<=${latin})(?=${han})`, 'gu');

/**
 * Returns a text with spaces where the full-text index needs them: between Latin and Chinese, for "_".
 *
 * @example spaceOut('请求body过大') // => '请求 body 过大'
 */
export function spaceOut(text: string): string {
  return text.normalize('NFKC').replaceAll('_', ' ').replace(between, ' ');
}

/**
 * Returns the query for a pasted text: of a body its message and code, of other texts all words, in
 * lower case and simplified characters.
 *
 * @example prepareQuery('{"error_msg":"Backend timeout."}') // => 'backend timeout'
 */
export function prepareQuery(text: string, simplification = noSimplification): string {
  const { plain, folded } = readText(text.slice(0, maxQuery.input), simplification);
  const fields = readFields(plain, maxQuery.fields).filter(
    ({ key, quoted }) => quoted && /msg|message|code|desc|detail|reason|信息|描述|码$/.test(key),
  );
  const wanted =
    fields.length > 0 ? fields.map(({ start, end }) => folded.slice(start, end)).join(' ') : folded;
  return spaceOut(wanted)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, maxQuery.characters);
}

/** Words of most texts about errors. */
const commonWords = new Set('code error http https message not request status'.split(' '));

/**
 * Returns the words of a prepared query that distinguish texts.
 *
 * @example wordsOfQuery('the 请求 body') // => ['请求', 'body']
 */
export function wordsOfQuery(query: string): string[] {
  const words = query.split(' ').flatMap((part) => (hasHan(part) ? splitChinese(part) : [part]));
  const specific = words.filter(
    (word) =>
      word.trim() !== '' &&
      !functionWords.has(word) &&
      !commonWords.has(word) &&
      (word.length > 2 || hasHan(word)) &&
      !/^[\da-f]{8,}$|^\d{5,}$/.test(word),
  );
  return [...new Set(specific)].slice(0, maxQuery.words);
}
