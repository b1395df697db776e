import { remember } from './remember.ts';

const chineseWords =
  'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined;

/** Cut a Chinese text into the words that ICU finds; Firefox before 125 has no segmenter. */
export function splitChinese(text: string): string[] {
  if (!chineseWords) return text.match(/\p{Script=Han}{1,2}|\P{Script=Han}+/gu) ?? [];
  return Array.from(chineseWords.segment(text), ({ segment }) => segment);
}

/**
 * Cut a text into tokens that concatenate to it: runs of Han characters as ICU's words, Latin
 * words and identifiers whole (`client_id`, `X-Stage`, `TLS1.2`), numbers, white space, and every
 * other character by itself.
 */
export const splitTokens: (text: string) => readonly string[] = remember(cutTokens, 5_000);

function cutTokens(text: string): string[] {
  const tokens: string[] = [];
  const pattern = /\p{Script=Han}+|[\p{L}\p{M}\p{N}_]+(?:[.'’-][\p{L}\p{M}\p{N}_]+)*|\s+|./gsu;
  // A word must not run from Latin into Han characters: Chinese sets no space between them.
  for (const [run] of text.matchAll(pattern)) {
    for (const part of run.split(/(\p{Script=Han}+)/u)) {
      if (part === '') continue;
      if (/^\p{Script=Han}/u.test(part)) tokens.push(...splitChinese(part));
      else tokens.push(part);
    }
  }
  return tokens;
}
