/**
 * Decodes and normalises a pasted text.
 *
 * Each step is one pass with bounded look-ahead, so that a megabyte takes a fraction of a second.
 */
import { noSimplification, simplify } from '../text/simplify.ts';
import { limits } from './tuning.ts';

/** A pasted text, ready for searching. Positions are the same in both forms. */
export interface ReadText {
  /** Decoded, with its capitals. */
  plain: string;
  /** The same in lower case and simplified characters. */
  folded: string;
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
  let plain = uniform(cutMiddle(text));
  const before = plain;
  if (plain.includes('%')) plain = decodePercent(plain);
  if (plain.includes('&')) plain = decodeEntities(plain);
  if (plain.includes('\\')) plain = decodeEscapes(plain);
  if (plain !== before) plain = uniform(plain);
  return { plain, folded: simplify(plain.toLowerCase(), simplification) };
}

/** Cuts a very long text in its middle: the error is usually near an end. */
function cutMiddle(text: string): string {
  if (text.length <= limits.textLength) return text;
  const half = limits.textLength / 2;
  return `${text.slice(0, half)}\n${text.slice(-half)}`;
}

/**
 * NFKC with straight quotes and plain spaces. Stacks of combining marks are cut first, because
 * NFKC takes quadratic time for a long one; "İ" is replaced because its lower case is longer than
 * itself.
 */
function uniform(text: string): string {
  if (/^[\n\x20-\x7e]*$/.test(text)) return text;
  return cutMiddle(
    text
      .replace(terminalColour, ' ')
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

/** Percent-encoded UTF-8, well-formed only, so that decoding it cannot fail. */
const encoded =
  /(?:%[0-7][\da-f]|%c[2-9a-f]%[89ab][\da-f]|%d[\da-f]%[89ab][\da-f]|%e0%[ab][\da-f]%[89ab][\da-f]|%ed%[89][\da-f]%[89ab][\da-f]|%e[1-9a-cef](?:%[89ab][\da-f]){2}|%f0%[9ab][\da-f](?:%[89ab][\da-f]){2}|%f[1-3](?:%[89ab][\da-f]){3}|%f4%8[\da-f](?:%[89ab][\da-f]){2})+/gi;

/** `%7B%22` → `{"`; where anything is percent-encoded, `+` is a space as well. */
function decodePercent(text: string): string {
  const decoded = text.replace(encoded, (run) => decodeURIComponent(run));
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
