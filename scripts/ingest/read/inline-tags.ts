/**
 * The tags of an HTML text, found by one linear scan that no input can make slow.
 *
 * A real HTML parser reads the tables; this scan comes before it, because such a parser drops
 * what it does not know (`</ErrorCode>`, comments) and hides what is inside `<script>`.
 */

/** A piece of an HTML text; `raw` of all pieces together is the text. */
export type Piece =
  | { type: 'text' | 'comment'; raw: string }
  | { type: 'tag'; raw: string; name: string; close: boolean; attributes: string };

const nameStart = /[A-Za-z]/;
const nameEnd = /[\s/>]/;

/** How much may be read in vain, as a multiple of the text, before long tags are given up. */
const vain = 8;
const shortTag = 256;

/**
 * Where the tag that starts at `start` ends (the index after `>`), or -1 if it does not.
 * A quoted value may hold anything; a `<` outside quotes means that this was no tag.
 */
function endOfTag(html: string, start: number, limit: number): number {
  const stop = Math.min(html.length, start + limit);
  let quote = '';
  let afterEquals = false;
  for (let at = start + 1; at < stop; at += 1) {
    const char = html.charAt(at);
    if (quote) {
      if (char === quote) quote = '';
    } else if (char === '>') {
      return at + 1;
    } else if (char === '<') {
      return -1;
    } else if ((char === '"' || char === "'") && afterEquals) {
      quote = char;
      afterEquals = false;
    } else if (char === '=') {
      afterEquals = true;
    } else if (char.trim() !== '') {
      afterEquals = false;
    }
  }
  return -1;
}

/**
 * Cut an HTML text into tags, comments and text.
 *
 * @example scanHtml('a<b>c') // => text "a", tag "<b>", text "c"
 */
export function scanHtml(html: string): Piece[] {
  const pieces: Piece[] = [];
  let text = 0;
  let at = 0;
  let budget = vain * html.length + shortTag;
  const push = (from: number, piece: Piece) => {
    if (from > text) pieces.push({ type: 'text', raw: html.slice(text, from) });
    pieces.push(piece);
    at = from + piece.raw.length;
    text = at;
  };
  while (at < html.length) {
    at = html.indexOf('<', at);
    if (at === -1) break;
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + 4);
      push(at, { type: 'comment', raw: html.slice(at, end === -1 ? html.length : end + 3) });
      continue;
    }
    const close = html.charAt(at + 1) === '/';
    const first = at + (close ? 2 : 1);
    if (!nameStart.test(html.charAt(first))) {
      at += 1;
      continue;
    }
    const limit = budget > 0 ? html.length : shortTag;
    const end = endOfTag(html, at, limit);
    if (end === -1) {
      const next = html.indexOf('<', at + 1);
      budget -= (next === -1 ? html.length : next) - at;
      at += 1;
      continue;
    }
    let nameStop = first;
    while (nameStop < end && !nameEnd.test(html.charAt(nameStop))) nameStop += 1;
    const name = html.slice(first, nameStop).toLowerCase();
    const attributes = html.slice(nameStop, end - 1);
    push(at, { type: 'tag', raw: html.slice(at, end), name, close, attributes });
  }
  if (text < html.length) pieces.push({ type: 'text', raw: html.slice(text) });
  return pieces;
}

const attribute = /([^\s=/"'<>]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/g;

/**
 * The value of one attribute as it is written, entities and all; undefined if it is not there.
 *
 * @example readAttribute(' href = "a&amp;b"', 'href') // => 'a&amp;b'
 */
export function readAttribute(attributes: string, name: string): string | undefined {
  for (const [, key, value] of attributes.matchAll(attribute)) {
    if (key?.toLowerCase() !== name) continue;
    return value?.replace(/^(["'])([^]*)\1$/, '$2') ?? '';
  }
  return undefined;
}
