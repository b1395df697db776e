/** Numbers as digits and in words: 1,000, five, 三, one and a half. */
import { datePattern } from './dates-and-prices.ts';

/** Words that stand for 1 before a unit: "a minute", 每秒. They are found, but not reported as missing. */
export const articles = /^(?:an?|each|every|per|[每单])(?![a-z])/iu;

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const wordValues = new Map<string, number>([
  ['twice', 2],
  ...small.map((word, value): [string, number] => [word, value]),
  ...tens.map((word, index): [string, number] => [word, 20 + 10 * index]),
]);
/** What follows a half: "one and a half hours", 一个半小时. */
const halved = '(?:小时|天|年|月)';
const chineseDigits = '零一二三四五六七八九';
/** Returns whether a word is a number: "five" and 三个, not 一致. Case is folded. */
export const isNumberWord = (word: string): boolean =>
  wordValues.has(word) || /^(?:\d|[零〇一二两三四五六七八九十百千万亿]+个?$)/u.test(word);

const chinesePowers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** What follows a Chinese numeral that counts: 三个, 三天, not 第三方 or 一致. */
const counted = '(?:[个次条项种位台份张行步层级倍天周年秒兆]|小时|分钟|字节|字符|星期|像素)';
const word = ['twice', ...small, ...tens].join('|');
/** What may be a number, in digits or in words of both languages. */
export const numberPattern = new RegExp(
  [
    datePattern,
    '(?<![一二三四五六七八九])[一二三四五六七八九](?=折(?![叠线旧扣算返]))',
    String.raw`(?:\d+|(?<![\p{L}\p{N}-])(?:${small.slice(1, 10).join('|')})) and a half(?= )|(?<![\p{L}])a quarter of(?= an hour)`,
    `(?:\\d+|(?<![十百千万亿])[一两二三四五六七八九十])个半(?=${halved})`,
    `[一二三四五六七八九](?=成(?:以[上下]|[的，。；、,;.]|$))|(?<=[为于是])零(?![一二两三四五六七八九点])|零(?=${counted})`,
    String.raw`\d{1,3}(?:,\d{3}){1,6}(?![\d,])(?:\.\d+)?|\d+(?:\.\d+)?`,
    String.raw`(?<![\p{L}\p{N}-])(?:${word})(?:[ -](?:${small.slice(1, 10).join('|')}))?(?![\p{Script=Latin}\p{N}])`,
    `(?<=百分之)[一二三四五六七八九十百]{1,4}`,
    `(?<![第十百千万亿几零〇一二两三四五六七八九])[一二两三四五六七八九十][零〇一二两三四五六七八九十百千]{0,8}(?=[万亿]?${counted})`,
    String.raw`(?<![\p{L}])half(?= an? )|半(?=个?(?:小时|分钟|天|年|月))`,
    String.raw`(?<![\p{L}]|half )(?:an?|each|every|per)(?= )|[每单](?=个?${counted})`,
  ].join('|'),
  'giu',
);

/** Returns the value of what {@link numberPattern} found. */
export function valueIn(found: string): number {
  const half = /^(.+?)(?:个半| and a half)$/iu.exec(found)?.[1];
  if (half !== undefined) return valueIn(half) + 0.5;
  if (/^a quarter of$/iu.test(found)) return 0.25;
  if (/^\d/u.test(found)) return Number(found.replaceAll(',', ''));
  if (found === '半' || /^half$/iu.test(found)) return 0.5;
  if (articles.test(found)) return 1;
  if (/^[a-z]/iu.test(found))
    return found
      .toLowerCase()
      .split(/[ -]/u)
      .reduce((sum, part) => sum + (wordValues.get(part) ?? 0), 0);
  let sum = 0;
  let digit: number | undefined;
  for (const sign of found.replaceAll('两', '二').replaceAll('〇', '零')) {
    const power = chinesePowers[sign];
    if (power === undefined) digit = chineseDigits.indexOf(sign);
    else {
      sum += (digit || 1) * power;
      digit = undefined;
    }
  }
  return sum + (digit ?? 0);
}
