/** Numbers with their units, in English and Chinese: 12 MB = 12M, 5 minutes = 5分钟. */
import { withoutIdentifiers } from './identifiers.ts';

interface Unit {
  dimension: string;
  factor: number;
}

const unit = (dimension: string, factor: number): Unit => ({ dimension, factor });

/** Longest first. Latin units need a word's end, Chinese ones do not. Counters (个, 次) are no units. */
const units: readonly [RegExp, Unit][] = [
  [/^(?:KB|KiB|kb|Kb|K|k|千字节)/u, unit('bytes', 1024)],
  [/^(?:MB|MiB|mb|Mb|M|兆字节|兆)/u, unit('bytes', 1024 ** 2)],
  [/^(?:GB|GiB|gb|Gb|G)/u, unit('bytes', 1024 ** 3)],
  [/^(?:TB|TiB|tb|Tb|T)/u, unit('bytes', 1024 ** 4)],
  [/^(?:bytes?|Bytes?|B|字节)/u, unit('bytes', 1)],
  [/^(?:bits?)/u, unit('bits', 1)],
  [/^(?:milliseconds?|ms|毫秒)/iu, unit('time', 1)],
  [/^(?:seconds?|secs?|s|秒钟?)/iu, unit('time', 1000)],
  [/^(?:minutes?|mins?|分钟)/iu, unit('time', 60_000)],
  [/^(?:hours?|hrs?|h|小时)/iu, unit('time', 3_600_000)],
  [/^(?:days?|d|天|日)/iu, unit('time', 86_400_000)],
  [/^(?:weeks?|周|星期)/iu, unit('time', 604_800_000)],
  [/^(?:months?|月)/iu, unit('months', 1)],
  [/^(?:years?|年)/iu, unit('months', 12)],
  [/^(?:%|percent)/iu, unit('percent', 1)],
];

export interface Quantity {
  /** As the text has it: "12 MB". */
  text: string;
  value: number;
  unit?: Unit;
}

const digits = /\d{1,3}(?:,\d{3}){1,6}(?![\d,])(?:\.\d+)?|\d+(?:\.\d+)?/gu;
/** "1. ", "2) ", "3、" at the start of a line number a step and say nothing. */
const listNumber = /^[^\S\n]*(?:\(?\d{1,2}[.):、)](?=\s|\p{Script=Han})|[①-⑳])/gmu;

function readQuantities(text: string): Quantity[] {
  const quantities: Quantity[] = [];
  for (const match of text.matchAll(digits)) {
    const start = match.index;
    const end = start + match[0].length;
    const value = Number(match[0].replaceAll(',', ''));
    const minus = /(?:^|[\s(:,])-$/u.test(text.slice(Math.max(0, start - 2), start));
    const gap = /^[ -]?个?/u.exec(text.slice(end, end + 2))?.[0] ?? '';
    const rest = text.slice(end + gap.length, end + gap.length + 14);
    let found: { name: string; unit: Unit } | undefined;
    for (const [pattern, sort] of units) {
      const name = pattern.exec(rest)?.[0];
      if (
        name &&
        (!found || name.length > found.name.length) &&
        !/^[A-Za-z][A-Za-z0-9]/.test((name.at(-1) ?? '') + rest.slice(name.length))
      )
        found = { name, unit: sort };
    }
    quantities.push({
      text: (minus ? '-' : '') + match[0] + (found ? gap + found.name : ''),
      value: minus ? -value : value,
      ...(found ? { unit: found.unit } : {}),
    });
  }
  return quantities;
}

/**
 * Read the numbers of a text, each once, with their units. Numbers inside identifiers (`TLS1.2`)
 * and placeholders, and those that count the steps of a list, are left out.
 *
 * @example readNumbers('大于12M') // => [{ text: '12M', value: 12, unit: … }]
 */
export function readNumbers(text: string): Quantity[] {
  const plain = withoutIdentifiers(text.replace(listNumber, ' ').normalize('NFKC'));
  const found = new Map<string, Quantity>();
  for (const quantity of readQuantities(plain)) {
    const key = `${quantity.value} ${quantity.unit?.dimension ?? ''} ${quantity.unit?.factor ?? ''}`;
    if (!found.has(key)) found.set(key, quantity);
  }
  return [...found.values()];
}

const english = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

const chinese = '零一二三四五六七八九十';
/** What follows a Chinese numeral that counts: 三个, 三天, not 第三方 or 一致. */
const counted = '(?:[个次条项种位台份行步层级倍天日周月年秒]|小时|分钟|字节)';

const chineseNumeral = (signs: string): RegExp =>
  new RegExp(`(?<![第十百千${chinese}])${signs}(?=${counted})`, 'gu');

/**
 * Write the English numbers from two to twelve, and Chinese ones from 二 (两) to 十 that count
 * something, as digits; "one" and 一 are mostly no numbers.
 *
 * @example spelledAsDigits('five minutes, 三个月') // => '5 minutes, 3个月'
 */
export function spelledAsDigits(text: string): string {
  return text
    .replace(
      /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/giu,
      (word) => `${english.indexOf(word.toLowerCase())}`,
    )
    .replace(chineseNumeral('[二两三四五六七八九十]'), (sign) =>
      sign === '两' ? '2' : `${chinese.indexOf(sign)}`,
    );
}

/** Every number of a text in whatever place, and the text, in which numbers may be spelt out. */
export interface NumberIndex {
  /** Values of the numbers, whatever their unit. */
  values: ReadonlySet<number>;
  /** Values of the numbers without a unit. */
  bare: ReadonlySet<number>;
  /** Values in the smallest unit of their dimension: "bytes 12582912". */
  measures: ReadonlySet<string>;
  text: string;
}

const measureOf = (value: number, { dimension, factor }: Unit): string =>
  `${dimension} ${value * factor}`;

/** Prepare a text in which numbers of another text are looked for. */
export function indexNumbers(text: string): NumberIndex {
  const plain = text.normalize('NFKC');
  const quantities = readQuantities(plain);
  return {
    values: new Set(quantities.map(({ value }) => value)),
    bare: new Set(quantities.filter((quantity) => !quantity.unit).map(({ value }) => value)),
    measures: new Set(
      quantities.flatMap((quantity) =>
        quantity.unit ? [measureOf(quantity.value, quantity.unit)] : [],
      ),
    ),
    text: plain.toLowerCase(),
  };
}

/**
 * Is a number in a text, in whatever notation? A number without a unit fits one with any unit; a
 * number spelt out ("three", 三个) counts here, though it is never reported as missing itself:
 * "one" and 一 are mostly no numbers.
 *
 * @param acrossLanguages Whether an article or "each" (每, 单) may stand for 1 as well.
 */
export function hasNumber(
  index: NumberIndex,
  { value, unit: wanted }: Quantity,
  acrossLanguages: boolean,
): boolean {
  const { values, bare, measures, text } = index;
  if (wanted ? bare.has(value) || measures.has(measureOf(value, wanted)) : values.has(value))
    return true;
  if (acrossLanguages && value === 1 && /\b(?:an?|each|every|per|single)\b|[每单]/u.test(text))
    return true;
  const word = english[value];
  if (word && new RegExp(`\\b${word}\\b`, 'u').test(text)) return true;
  const sign = value === 2 ? '[二两]' : chinese[value];
  return (
    sign !== undefined && new RegExp(`(?<![第十百千${chinese}])${sign}${counted}`, 'u').test(text)
  );
}

/**
 * May one of these numbers stand where one of those stands: are two of one dimension, or is there
 * just one on each side and a unit missing?
 */
export function replaces(some: Quantity[], others: Quantity[]): boolean {
  const same = (a: Quantity, b: Quantity) => a.unit?.dimension === b.unit?.dimension;
  if (some.some((a) => others.some((b) => same(a, b)))) return true;
  const [a, b] = [some[0], others[0]];
  return some.length === 1 && others.length === 1 && (!a?.unit || !b?.unit);
}
