/** Units of measure in English and Chinese, and multipliers such as 万 and million. */

/** What a unit measures, and how much of the base unit it is. */
export interface Unit {
  dimension: string;
  factor: number;
}

const unit = (dimension: string, ...factors: number[]): Unit[] =>
  factors.map((factor) => ({ dimension, factor }));
const day = 86_400_000;

/**
 * A unit that vendors use in two senses has two meanings: KB is 1,024 or 1,000 bytes, K is also a
 * thousand of anything. Counters (个, 次, 位) are not units: the other language leaves them out.
 */
const units: readonly [RegExp, Unit[]][] = [
  [/^(?:KB|KiB|kb|Kb|K|k|千字节)/u, unit('bytes', 1024, 1000)],
  [/^(?:MB|MiB|mb|Mb|M|兆字节|兆)/u, unit('bytes', 1024 ** 2, 1000 ** 2)],
  [/^(?:GB|GiB|gb|Gb|G)/u, unit('bytes', 1024 ** 3, 1000 ** 3)],
  [/^(?:TB|TiB|tb|Tb|T)/u, unit('bytes', 1024 ** 4, 1000 ** 4)],
  [/^(?:bytes?|B|字节)/iu, unit('bytes', 1)],
  [/^(?:bits?|比特)/iu, unit('bits', 1)],
  [/^(?:Kbps|(?:Kbit|kb|千比特)(?:\/s|\/秒|每秒))/u, unit('rate', 1000)],
  [/^(?:Mbps|(?:Mbit|Mb|兆比特)(?:\/s|\/秒|每秒))/u, unit('rate', 1000 ** 2)],
  [/^(?:Gbps|(?:Gbit|Gb|吉比特)(?:\/s|\/秒|每秒))/u, unit('rate', 1000 ** 3)],
  [/^(?:KBps|(?:KB|千字节)(?:\/s|\/秒|每秒))/u, unit('rate', 8 * 1024, 8000)],
  [/^(?:MBps|(?:MB|兆字节)(?:\/s|\/秒|每秒))/u, unit('rate', 8 * 1024 ** 2, 8 * 1000 ** 2)],
  [/^(?:GBps|(?:GB|吉字节)(?:\/s|\/秒|每秒))/u, unit('rate', 8 * 1024 ** 3, 8 * 1000 ** 3)],
  [/^(?:bytes?|B|字节)(?:\/s|\/秒|每秒)/u, unit('rate', 8)],
  [/^(?:bps|(?:bits?|比特)(?:\/s|\/秒|每秒))/u, unit('rate', 1)],
  // Of bytes or of bits.
  [/^兆(?:\/秒|每秒)/u, unit('rate', 8 * 1024 ** 2, 8 * 1000 ** 2, 1000 ** 2)],
  [/^(?:milliseconds?|ms|毫秒)/iu, unit('time', 1)],
  [/^(?:seconds?|secs?|s|秒钟?)/iu, unit('time', 1000)],
  [/^(?:minutes?|mins?|分钟|分(?=[\d一二三四五六七八九十]{1,3}秒))/iu, unit('time', 60_000)],
  [/^(?:hours?|hrs?|h|小时)/iu, unit('time', 3_600_000)],
  [/^(?:days?|d|天)/iu, unit('time', day)],
  [/^(?:weeks?|周|星期)/iu, unit('time', 7 * day)],
  [/^months?/iu, unit('time', 30 * day)],
  [/^years?/iu, unit('time', 360 * day, 365 * day)],
  [/^(?:%|percent|per cent)/iu, unit('percent', 1)],
  [
    /^(?:(?:Chinese |English |Unicode |UTF-8 )?(?:characters?|chars?)|字符|汉字|字(?![段母典数])|letters?)/iu,
    unit('characters', 1),
  ],
  [/^(?:USD|US dollars?|美元|美金)/iu, unit('US dollars', 1)],
  [/^(?:CNY|RMB|yuan|元(?![数素组件])|人民币)/iu, unit('yuan', 1)],
  [/^(?:EUR|€|euros?|欧元)/iu, unit('euros', 1)],
  [/^(?:HKD|Hong Kong dollars?|港[元币])/iu, unit('Hong Kong dollars', 1)],
  [/^(?:JPY|(?:Japanese )?yen|日元)/iu, unit('yen', 1)],
  [/^(?:GBP|£|pounds? sterling|英镑)/iu, unit('pounds', 1)],
  [/^¥/u, [...unit('yuan', 1), ...unit('yen', 1)]],
  [/^(?:pixels?|px|像素)/iu, unit('pixels', 1)],
  [/^(?:mV|毫伏)/u, unit('voltage', 1)],
  [/^(?:V|volts?|伏特?)/u, unit('voltage', 1000)],
  [/^(?:kV|千伏)/u, unit('voltage', 1e6)],
  [/^(?:mA|毫安)/u, unit('current', 1)],
  [/^(?:Hz|赫兹?)/u, unit('frequency', 1)],
  [/^(?:kHz|KHz|千赫兹?)/u, unit('frequency', 1e3)],
  [/^(?:MHz|兆赫兹?)/u, unit('frequency', 1e6)],
  [/^(?:GHz|吉赫兹?)/u, unit('frequency', 1e9)],
  [/^(?:°C|degrees? Celsius|摄氏度)/u, unit('degrees Celsius', 1)],
  [/^(?:°F|degrees? Fahrenheit|华氏度)/u, unit('degrees Fahrenheit', 1)],
  [/^(?:mm|millimet(?:er|re)s?|毫米)/u, unit('length', 1)],
  [/^(?:cm|centimet(?:er|re)s?|厘米)/u, unit('length', 10)],
  [/^(?:met(?:er|re)s?|米)/u, unit('length', 1000)],
  [/^(?:km|kilomet(?:er|re)s?|公里|千米)/u, unit('length', 1e6)],
];
/** 8月 and 2018年 are dates; 8个月 and 2年 are durations. */
const chineseDates: readonly [RegExp, Unit[]][] = [
  [/^月/u, unit('time', 30 * day)],
  [/^年/u, unit('time', 360 * day, 365 * day)],
];
/** 30分 are minutes after hours (1小时30分), else points. */
const minutesAfterHours: readonly [RegExp, Unit[]] = [/^分/u, unit('time', 60_000)];
/** K, M, G and T count anything, not only bytes. */
const multiples: Readonly<Record<string, number>> = { K: 1e3, k: 1e3, M: 1e6, G: 1e9, T: 1e12 };

/**
 * Returns the unit at the start of a text: its name, its meanings, and how many it multiplies by if it
 * is no unit but a multiple (12M requests). The longest name wins.
 *
 * @param value The number before it: 2018年 is a date.
 * @param counter Whether a counter divides the two: 8个月 is a duration.
 * @param isAfterHours Whether 小时 comes right before the number.
 */
export function readUnit(
  rest: string,
  value: number,
  counter: boolean,
  isAfterHours = false,
): { name: string; meanings: Unit[]; multiple?: number } | undefined {
  let found: { name: string; meanings: Unit[] } | undefined;
  const isDuration = counter || (value < 1000 && rest.startsWith('年'));
  const known = [
    ...units,
    ...(isDuration ? chineseDates : []),
    ...(isAfterHours ? [minutesAfterHours] : []),
  ];
  for (const [pattern, meanings] of known) {
    const name = pattern.exec(rest)?.[0];
    // A Latin unit needs the end of a word, a Chinese one does not.
    const cut = name && /^[A-Za-z][A-Za-z0-9]/u.test((name.at(-1) ?? '') + rest.slice(name.length));
    if (name && !cut && name.length > (found?.name.length ?? 0)) found = { name, meanings };
  }
  const multiple = found && multiples[found.name];
  return found && (multiple === undefined ? found : { ...found, multiple });
}

const multipliers: readonly [string, number][] = [
  ...'万亿:1e12 千亿:1e11 百亿:1e10 十亿:1e9 亿:1e8 千万:1e7 百万:1e6 十万:1e5 万:1e4 千:1e3 百:1e2'.split(
    ' ',
  ),
  ...'hundred:1e2 thousand:1e3 million:1e6 billion:1e9'.split(' '),
].map((pair) => [pair.split(':')[0] ?? '', Number(pair.split(':')[1])]);

/**
 * Returns the multiplier at the start of a text: 万, million, and in Chinese texts W for 万.
 *
 * @example readMultiplier('万个', true) // => { name: '万', by: 10000 }
 */
export function readMultiplier(
  rest: string,
  isChinese: boolean,
): { name: string; by: number } | undefined {
  if (isChinese && /^[wW](?![A-Za-z0-9])/u.test(rest)) return { name: rest.charAt(0), by: 1e4 };
  const lower = rest.toLowerCase();
  // "billions" and 万 are multipliers, "hundredth" is not.
  const found = multipliers.find(
    ([word]) =>
      lower.startsWith(word) &&
      !/^[a-rt-z]/u.test(/[a-z]$/u.test(word) ? lower.slice(word.length) : ''),
  );
  return found && { name: rest.slice(0, found[0].length), by: found[1] };
}
