/** Dates, times of day, prices and discounts: numbers that mean more than their digits. */
import { readUnit, type Unit } from './units.ts';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const month =
  '(?-i:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';

/** Source of a pattern, with the flags `iu`, for a day of a year: "March 5", "5 March", 3月5日. */
export const datePattern = [
  String.raw`(?<!\p{L})${month}\.? \d{1,2}(?![\d:.%])(?:st|nd|rd|th)?`,
  String.raw`(?<![\d.])\d{1,2}(?:st|nd|rd|th)? ${month}(?!\p{L})`,
  String.raw`(?<!\d)\d{1,2}月\d{1,2}(?:日|号(?!码))`,
].join('|');

/** Returns the month and the day of what {@link datePattern} found, or `undefined` if it is no date. */
export function dateOf(found: string): { month: number; day: number } | undefined {
  const [first = 0, second = 0] = (found.match(/\d+/gu) ?? []).map(Number);
  if (/^\d+月/u.test(found)) return { month: first, day: second };
  const name = /[a-z]{3}/iu.exec(found)?.[0].toLowerCase() ?? '';
  return months.includes(name) && first > 0
    ? { month: months.indexOf(name) + 1, day: first }
    : undefined;
}

/**
 * Returns the hour from 0 to 23 that a number is, and how many characters after it say so, or
 * `undefined` if nothing tells the half of the day.
 *
 * @example readHour(3, 'at ', ' p.m.') // => { hour: 15, length: 5 }
 */
export function readHour(
  value: number,
  before: string,
  after: string,
): { hour: number; length: number } | undefined {
  if (!Number.isInteger(value) || value > 12) return undefined;
  const latin = /^(?::\d\d)? ?([ap])(?:\.m\.?|m)(?!\p{L})/iu.exec(after);
  const chinese =
    /^(?:点|时|:\d\d)/u.test(after) && /(上午|凌晨|早上|下午|傍晚|晚上)$/u.exec(before);
  if (!latin && !chinese) return undefined;
  const isLate = latin
    ? latin[1]?.toLowerCase() === 'p'
    : /下午|傍晚|晚上/u.test(chinese ? (chinese[1] ?? '') : '');
  return { hour: (value % 12) + (isLate ? 12 : 0), length: latin?.[0].length ?? 0 };
}

/** Returns the currency before a number, as the text has it, and its meanings: "CNY 10", ¥10. */
export function readCurrencyBefore(before: string): { name: string; meanings: Unit[] } | undefined {
  const name = /(?:[¥€£]|(?<![A-Z])(?:USD|CNY|RMB|EUR|HKD|JPY|GBP)) ?$/u.exec(before)?.[0];
  const meanings = name && readUnit(name.trim(), 1, false)?.meanings;
  return meanings ? { name, meanings } : undefined;
}

/**
 * Returns the percentages that a discount may be, and how many characters after the number say so: 八折 is
 * 80 % of a price, and 20 % off; "20% off" is not "80% off".
 */
export function readDiscount(
  value: number,
  after: string,
): { length: number; measures: { dimension: string; value: number }[] } | undefined {
  const off = /^ ?% off(?!\p{L})/iu.exec(after)?.[0];
  if (off) return { length: off.length, measures: [{ dimension: 'percent off', value }] };
  if (!/^折(?![叠线旧扣算返])/u.test(after)) return undefined;
  const rest = value < 10 ? value * 10 : value;
  return {
    length: 1,
    measures: [
      { dimension: 'percent off', value: 100 - rest },
      { dimension: 'percent', value: rest },
      { dimension: 'percent', value: 100 - rest },
    ],
  };
}
