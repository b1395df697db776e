/**
 * Decodes and normalises a pasted text.
 *
 * Each step is one pass with bounded look-ahead, so that a megabyte takes a fraction of a second.
 */
import { noSimplification, simplify } from '../../text/simplify.ts';
import { limits } from '../tuning.ts';

/** A pasted text, ready for searching. Positions are the same in both forms. */
export interface ReadText {
  /** Decoded, with its capitals. */
  plain: string;
  /** The same in lower case and simplified characters. */
  folded: string;
  /** A short text as it was typed, without the space around it; else empty. */
  typed: string;
}

/** ESC [ 31 m, and its like. */
const terminalColour = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]{0,12}[a-z]`, 'gi');

/**
 * Returns a text without percent-encoding, HTML entities, backslash escapes (any depth), full width,
 * terminal colours and unusual white space.
 *
 * @param text Anything; it is never run or rendered.
 * @example readText('｛＂ｅｒｒｏｒ＂').plain // => '{"error"'
 */
export function readText(text: string, simplification = noSimplification): ReadText {
  let plain = decodeMail(uniform(shorten(text)));
  const before = plain;
  if (plain.includes('%')) plain = decodePercent(plain);
  if (plain.includes('&')) plain = decodeEntities(plain);
  if (plain.includes('\\')) plain = decodeEscapes(plain);
  if (plain !== before) plain = uniform(plain);
  plain = readDigits(plain);
  const typed = text.length > 400 ? '' : text.trim();
  return { plain, folded: simplify(plain.toLowerCase(), simplification), typed };
}

/** Something like `APIG.0201`, `NOT_FOUND` or `"code":`. */
export const codeLike =
  /(?<![A-Za-z])[A-Z][A-Za-z]{1,20}[._-]?\d{3,10}(?!\d)|[A-Z]{2,20}(?:_[A-Z]{2,20}){1,8}|code["']?\s?[:=]/;

/**
 * Returns whether a text is too long to be read whole: of its middle only the surroundings of what
 * looks like a code are read.
 */
export function isTooLong(text: string): boolean {
  return text.length > limits.textLength;
}

function shorten(text: string): string {
  if (!isTooLong(text)) return text;
  const { end, middle, around } = limits.longText;
  const found = new Set<string>();
  let left = middle;
  const code = new RegExp(codeLike, 'g');
  code.lastIndex = end;
  for (let match = code.exec(text); match && left > 0; match = code.exec(text)) {
    const { index } = match;
    if (index > text.length - end) break;
    const before = text.slice(Math.max(0, index - around), index);
    const after = text.slice(index, index + around);
    const [line = ''] = after.split('\n', 1);
    const piece = before.slice(before.lastIndexOf('\n') + 1) + line;
    code.lastIndex = index + line.length;
    if (found.has(piece)) continue;
    found.add(piece);
    left -= piece.length;
  }
  return [text.slice(0, end), ...found, text.slice(-end)].join('\n');
}

/**
 * NFKC with straight quotes and plain spaces. Stacks of combining marks are cut first, because
 * NFKC takes quadratic time for a long one; "İ" is replaced because its lower case is longer than
 * itself.
 */
function uniform(text: string): string {
  if (/^[\n\x20-\x7e]*$/.test(text)) return text;
  return shorten(
    text
      .replace(terminalColour, ' ')
      // "①APIG.0201": NFKC makes a digit of the number of an item.
      .replace(/[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]/g, ' ')
      .replace(/(\p{M}{4})\p{M}+/gu, '$1')
      .normalize('NFKC')
      .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g, '')
      .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
      .replace(/[^\P{Cc}\n]|[\u2000-\u200a]/gu, ' ')
      .replace(/[\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d]/g, '"')
      .replace(/[\u2018\u2019\u201a]/g, "'")
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replace(/\u0130/g, 'I'),
  );
}

/** Quotation marks of replies, and quoted-printable (RFC 2045, section 6.7). */
function decodeMail(text: string): string {
  const unquoted = text.includes('>') ? text.replace(/^(?: {0,2}>)+ ?/gm, '') : text;
  if (!/=\n|=3D|=[C-F][\dA-F]=[89AB][\dA-F]/.test(unquoted)) return unquoted;
  return decodePercent(unquoted.replaceAll('=\n', '').replace(/=(?=[\dA-F]{2})/g, '%'));
}

const digitWords = new Map(
  'zero oh one two three four five six seven eight nine'
    .split(' ')
    .map((word, at) => [word, String(Math.max(0, at - 1))]),
);
const digitWord = [...digitWords.keys()].join('|');
const severalDigits = new RegExp(`\\b(double|triple)[ -](${digitWord})\\b`, 'gi');
const spokenDigits = new RegExp(`\\b(?:${digitWord})(?:[ -](?:${digitWord})){2,7}\\b`, 'gi');
/** Chinese digits, each with its value. */
const chineseDigits: Readonly<Record<string, string>> = Object.fromEntries(
  [...'零0〇0幺1一1壹1二2贰2三3叁3四4肆4五5伍5六6陆6七7柒7八8捌8九9玖9'.matchAll(/(.)(\d)/g)].map(
    ([, one, value]) => [one, value],
  ),
);

const chineseRun = new RegExp(`[${Object.keys(chineseDigits).join('')}]{3,8}`, 'g');

/** 三百零八, 四百一十三: a number of three digits that is read as a whole, not one of things. */
const chineseHundreds =
  /(?<![第十百千万亿零〇一二两三四五六七八九])([一二三四五六七八九])百(?:零([一二三四五六七八九])|([一二三四五六七八九])十([一二三四五六七八九])?)(?![十百千万亿零〇一二三四五六七八九个次条位年天秒分元])/g;

/** Digits of any script, and digits spoken one by one in English or Chinese, as 0 to 9. */
function readDigits(text: string): string {
  const spoken = text
    .replace(severalDigits, (_, times, digit) =>
      /double/i.test(times) ? `${digit} ${digit}` : `${digit} ${digit} ${digit}`,
    )
    .replace(spokenDigits, (run) =>
      run
        .split(/[ -]/)
        .map((word) => digitWords.get(word.toLowerCase()))
        .join(''),
    )
    .replace(/(?<=[a-z]) (?:dot|point) (?=\d{2})/gi, '.');
  if (/^[\n\x20-\x7e]*$/.test(spoken)) return spoken;
  return spoken
    .replace(chineseHundreds, (_, hundreds, ones = '零', tens = '零', rest = ones) =>
      `${hundreds}${tens}${rest}`.replace(/./g, (one) => chineseDigits[one] ?? one),
    )
    .replace(chineseRun, (run) => run.replace(/./g, (one) => chineseDigits[one] ?? one))
    .replace(/[^\P{Nd}0-9]/gu, decimalOf);
}

/** Every script has its ten digits in a row that begins at a code that ends in 0 or 6. */
function decimalOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const isFirst = /\p{Nd}/u.test(String.fromCodePoint(code & ~0xf));
  return String((code & 0xf) - (isFirst ? 0 : 6));
}

/** `%7B%22` → `{"`, also encoded twice; where anything is percent-encoded, `+` is a space as well. */
function decodePercent(text: string): string {
  const once = text.replace(/%25(?=[\da-f]{2})/gi, '%');
  const decoded = once.replace(/(?:%[\da-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
  return decoded === text ? text : decoded.replaceAll('+', ' ');
}

const entities = new Map(
  Object.entries({ quot: '"', apos: "'", amp: '&', lt: '<', gt: '>', nbsp: ' ' }),
);

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,6}));/gi,
    (whole, dec, hex, name) => {
      if (name) return entities.get(name.toLowerCase()) ?? whole;
      const code = dec ? Number(dec) : Number.parseInt(hex, 16);
      return code > 0 && code < 0x110000 && (code < 0xd800 || code > 0xdfff)
        ? String.fromCodePoint(code)
        : ' ';
    },
  );
}

/** `\"`, `\\\"`, `\n`, `\u4e2d`: one pass, however often a body was put into a string. */
function decodeEscapes(text: string): string {
  return text
    .replace(/\\{1,16}(["'`/])/g, '$1')
    .replace(/\\{1,16}[nr]/g, '\n')
    .replace(/\\{1,16}t/g, ' ')
    .replace(/\\{1,16}u([\da-f]{4})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
