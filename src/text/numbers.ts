/**
 * Numbers by value in both notations: 12 MB = 12M = 12兆, 2万 = 20,000, five minutes = 5分钟, 90 seconds =
 * 1分30秒, 3 p.m. = 15:00, March 5 = 3月5日, 20% off = 八折.
 */
import { dateOf, readCurrencyBefore, readDiscount, readHour } from './dates-and-prices.ts';
import { withoutIdentifiers } from './identifiers.ts';
import { hasHan } from './lang-of-text.ts';
import { articles, numberPattern, valueIn } from './number-words.ts';
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

/** "1. ", "2) ", "3、" at the start of a line, and "step 1", "方法1": numbers that only count parts. */
const ordinals =
  /^[^\S\n]*(?:\(?\d{1,2}[.):、)](?=\s|\p{Script=Han})|[①-⑳])|(?:(?<!\p{L})(?:steps?|solutions?|methods?|causes?|scenarios?|tables?|figures?)|步骤|方案|方法|原因|场景|图|表|第)[ ]?\d{1,2}(?![\d.%])/gimu;

/** A number and where it is in its text. */
interface Placed extends Quantity {
  start: number;
  end: number;
}

function readQuantities(text: string): Placed[] {
  const isChinese = hasHan(text);
  const found = [...text.matchAll(numberPattern)].flatMap((match): Placed[] => {
    let start = match.index;
    let end = start + match[0].length;
    const date = dateOf(match[0]);
    if (date) {
      const measures = [{ dimension: 'date', value: date.month * 100 + date.day }];
      const values = [date.month, date.day];
      return [{ text: match[0], values, measures, spelled: false, start, end }];
    }
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
    const before = text.slice(Math.max(0, start - 4), start);
    const after = text.slice(end, end + 24);
    const hour = readHour(value, before, after);
    const discount = readDiscount(value, after);
    if (hour || discount) {
      end += (hour ?? discount)?.length ?? 0;
      const measures = discount?.measures ?? [];
      const values = [hour?.hour ?? value];
      return [{ text: text.slice(start, end), values, measures, spelled, start, end }];
    }
    const gap = /^[ -]?个?(?:an? )?/u.exec(after.slice(0, 6))?.[0] ?? '';
    // 九成 is 90 %.
    const tenths = isChinese && spelled && text[end] === '成';
    if (tenths) [value, end] = [value * 10, end + 1];
    const percent = tenths || text.slice(start - 3, start) === '百分之';
    const rest = percent ? '%' : text.slice(end + gap.length, end + gap.length + 24);
    const unit = readUnit(rest, value, gap.includes('个'), before.endsWith('小时'));
    const currency = unit ? undefined : readCurrencyBefore(before);
    // "one" and 一 are mostly not numbers.
    if (spelled && value === 1 && !unit) return [];
    if (minus) value = -value;
    const { multiple, name = '' } = unit ?? {};
    const meanings = (unit ?? currency)?.meanings ?? [];
    start -= currency?.name.length ?? 0;
    if (unit && !percent) end += gap.length + name.length;
    return [
      {
        text: (minus ? '-' : '') + text.slice(start, end),
        values: multiple === undefined ? [value] : [value, value * multiple],
        measures: meanings.map(({ dimension, factor }) => ({ dimension, value: value * factor })),
        spelled,
        start,
        end,
      },
    ];
  });
  return joinDurations(found, text);
}

/** Makes "1 hour and 30 minutes" and 1分30秒 one duration. */
function joinDurations(found: readonly Placed[], text: string): Placed[] {
  const joined: Placed[] = [];
  for (const next of found) {
    const last = joined.at(-1);
    const [longer, ...more] = last?.measures ?? [];
    const [shorter] = next.measures;
    const isPart =
      last &&
      // The unit of "twice a day" is a number of its own.
      last.end <= next.start &&
      longer?.dimension === 'time' &&
      shorter?.dimension === 'time' &&
      more.length === 0 &&
      shorter.value < longer.value &&
      /^(?: |,? and )?$/u.test(text.slice(last.end, next.start));
    if (!isPart) {
      joined.push(next);
      continue;
    }
    const measures = [{ dimension: 'time', value: longer.value + shorter.value }];
    const { start } = last;
    const whole = { text: text.slice(start, next.end), values: [], measures, start, end: next.end };
    joined.splice(-1, 1, { ...whole, spelled: last.spelled });
  }
  return joined;
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
  if (measures[0]?.dimension === 'date') return values.every((value) => known.has(value));
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

/**
 * Returns a text with its numbers as digits, but for "one", and its units of measure as what they measure: numbers
 * are compared by value, so that 5分钟 and 300秒 differ in no word.
 */
export function writeDigits(text: string): string {
  let done = 0;
  const parts = readQuantities(text).map(({ text: found, values, measures, start, end }) => {
    const before = text.slice(done, start);
    done = end;
    const [value] = values;
    // 12M may be 12 million of anything.
    if (value === 1 || values.length > 1 || articles.test(found)) return before + found;
    return `${before}${value ?? 0}${measures[0] ? ` ${measures[0].dimension.replaceAll(' ', '')} ` : ''}`;
  });
  return parts.join('') + text.slice(done);
}
