/** Numbers by value in both notations: 12 MB = 12M = 12兆, 2万 = 20,000, five minutes = 5分钟. */
import { withoutIdentifiers } from './identifiers.ts';
import { hasHan } from './lang-of-text.ts';
import { readMultiplier, readUnit } from './units.ts';

export interface Quantity {
  /** As the text has it: "12 MB". */
  text: string;
  /** What the number may be without its unit: 12, and 12 million for 12M. */
  values: number[];
  /** What it may measure, in base units; empty without a unit. */
  measures: { dimension: string; value: number }[];
  /** Whether it is written in words. */
  spelled: boolean;
}

/** Words that stand for 1 before a unit: "a minute", 每秒. They are found, but not reported as missing. */
const articles = /^(?:an?|each|every|per|[每单])(?![a-z])/iu;

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
const numbers = new RegExp(
  [
    String.raw`(?:\d+|(?<![\p{L}\p{N}-])(?:${small.slice(1, 10).join('|')})) and a half(?= )|(?<![\p{L}])a quarter of(?= an hour)`,
    `(?:\\d+|(?<![十百千万亿])[一两二三四五六七八九十])个半(?=${halved})`,
    String.raw`[一二三四五六七八九](?=成(?:以[上下]|[的，。；、,;.]|$))|(?<=[为于是])零(?![一二两三四五六七八九点])|零(?=${counted})`,
    String.raw`\d{1,3}(?:,\d{3}){1,6}(?![\d,])(?:\.\d+)?|\d+(?:\.\d+)?`,
    String.raw`(?<![\p{L}\p{N}-])(?:${word})(?:[ -](?:${small.slice(1, 10).join('|')}))?(?![\p{Script=Latin}\p{N}])`,
    `(?<=百分之)[一二三四五六七八九十百]{1,4}`,
    `(?<![第十百千万亿几零〇一二两三四五六七八九])[一二两三四五六七八九十][零〇一二两三四五六七八九十百千]{0,8}(?=[万亿]?${counted})`,
    String.raw`(?<![\p{L}])half(?= an? )|半(?=个?(?:小时|分钟|天|年|月))`,
    String.raw`(?<![\p{L}]|half )(?:an?|each|every|per)(?= )|[每单](?=个?${counted})`,
  ].join('|'),
  'giu',
);

/** "1. ", "2) ", "3、" at the start of a line, and "step 1", "方法1": numbers that only count parts. */
const ordinals =
  /^[^\S\n]*(?:\(?\d{1,2}[.):、)](?=\s|\p{Script=Han})|[①-⑳])|(?:(?<!\p{L})(?:steps?|solutions?|methods?|causes?|scenarios?|tables?|figures?)|步骤|方案|方法|原因|场景|图|表|第)[ ]?\d{1,2}(?![\d.%])/gimu;

function valueIn(found: string): number {
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

function readQuantities(text: string): Quantity[] {
  const isChinese = hasHan(text);
  return [...text.matchAll(numbers)].flatMap((match): Quantity[] => {
    const start = match.index;
    let end = start + match[0].length;
    let value = valueIn(match[0]);
    const spelled = !/^\d/u.test(match[0]);
    const minus = !spelled && /(?:^|[\s(:,])-$/u.test(text.slice(Math.max(0, start - 2), start));
    const skipGap = (): string => /^[ -]?/u.exec(text.slice(end, end + 1))?.[0] ?? '';
    for (let gap = skipGap(); ; gap = skipGap()) {
      const more = readMultiplier(text.slice(end + gap.length, end + gap.length + 12), isChinese);
      if (!more) break;
      value *= more.by;
      end += gap.length + more.name.length;
    }
    const gap = /^[ -]?个?(?:an? )?/u.exec(text.slice(end, end + 6))?.[0] ?? '';
    // 九成 is 90 %.
    const tenths = isChinese && spelled && text[end] === '成';
    if (tenths) [value, end] = [value * 10, end + 1];
    const percent = tenths || text.slice(start - 3, start) === '百分之';
    const rest = percent ? '%' : text.slice(end + gap.length, end + gap.length + 24);
    const unit = readUnit(rest, value, gap.includes('个'));
    // "one" and 一 are mostly not numbers.
    if (spelled && value === 1 && !unit) return [];
    if (minus) value = -value;
    const { meanings = [], multiple, name = '' } = unit ?? {};
    return [
      {
        text: (minus ? '-' : '') + text.slice(start, end) + (unit && !percent ? gap + name : ''),
        values: multiple === undefined ? [value] : [value, value * multiple],
        measures: meanings.map(({ dimension, factor }) => ({ dimension, value: value * factor })),
        spelled,
      },
    ];
  });
}

/** [1,100] is a range, (1,000) is a number; 8:00 is 8 o'clock. */
const normalise = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/(\[\d+),[ ]?(\d+[\])])/gu, '$1 , $2')
    .replace(/(?<![:\d])(\d{1,2}):00(?![:\d])/gu, '$1');

const measureKey = ({ dimension, value }: { dimension: string; value: number }): string =>
  `${dimension} ${Number(value.toPrecision(12))}`;

/**
 * Returns the numbers of a text, each once, with their units. Numbers inside identifiers (`TLS1.2`)
 * and placeholders, and those that count the steps of a list, are left out.
 *
 * @example readNumbers('大于12M').map(({ text }) => text) // => ['12M']
 */
export function readNumbers(text: string): Quantity[] {
  const found = new Map<string, Quantity>();
  for (const quantity of readQuantities(
    withoutIdentifiers(normalise(text).replace(ordinals, ' ')),
  )) {
    const key = quantity.measures.map(measureKey).join() || `${quantity.values[0]}`;
    if (!found.has(key) && !articles.test(quantity.text)) found.set(key, quantity);
  }
  return [...found.values()];
}

/** The numbers of a text by value, wherever they are, identifiers included. */
export interface NumberIndex {
  values: ReadonlySet<number>;
  /** Values of the numbers without a unit. */
  bare: ReadonlySet<number>;
  measures: ReadonlySet<string>;
  /** Whether an article or "each" (每, 单) may stand for 1, and "no" (无, 没) for 0. */
  mayMeanOne: boolean;
  mayMeanZero: boolean;
}

/** Returns the numbers of a text, to look up those of another text in. */
export function indexNumbers(text: string): NumberIndex {
  const plain = normalise(text);
  const quantities = readQuantities(plain);
  return {
    values: new Set(quantities.flatMap(({ values }) => values)),
    bare: new Set(
      quantities.flatMap(({ values, measures }) => (measures.length === 0 ? values : [])),
    ),
    measures: new Set(quantities.flatMap(({ measures }) => measures.map(measureKey))),
    mayMeanOne: /\b(?:an?|one|each|every|per|single|once|only|first)\b|[每单一首]/iu.test(plain),
    mayMeanZero: /\b(?:no|not|none|empty|without|zero)\b|[无没空未]/iu.test(plain),
  };
}

/**
 * Returns whether a text has a number in whatever notation. A number without a unit fits one with any unit.
 *
 * @param acrossLanguages Whether an article or "each" (每, 单) may stand for 1 as well.
 */
export function hasNumber(
  index: NumberIndex,
  { values, measures }: Quantity,
  acrossLanguages: boolean,
): boolean {
  if (measures.some((measure) => index.measures.has(measureKey(measure)))) return true;
  const known = measures.length > 0 ? index.bare : index.values;
  if (values.some((value) => known.has(value))) return true;
  if (!acrossLanguages || measures.length > 0) return false;
  return (values[0] === 1 && index.mayMeanOne) || (values[0] === 0 && index.mayMeanZero);
}

/**
 * Returns whether one of these numbers may be in the place of one of those: two measure the same, two
 * are equal but in other units, or there is one on each side and a unit is missing.
 */
export function replacesNumber(some: Quantity[], others: Quantity[]): boolean {
  const dimensionOf = ({ measures }: Quantity) => measures[0]?.dimension;
  const alike = (a: Quantity, b: Quantity) =>
    dimensionOf(a) === dimensionOf(b) || a.values.some((value) => b.values.includes(value));
  if (some.some((a) => others.some((b) => alike(a, b)))) return true;
  const [a, b] = [some[0], others[0]];
  return (
    some.length === 1 && others.length === 1 && !!a && !!b && (!dimensionOf(a) || !dimensionOf(b))
  );
}

/** Returns a text with the numbers that are written in words, but for one, written as digits. */
export function writeDigits(text: string): string {
  return text.replace(numbers, (found) => {
    if (/^\d/u.test(found)) return found;
    const value = valueIn(found);
    return value === 1 ? found : `${value}`;
  });
}
