/**
 * The tags of an HTML text, found by one linear scan that no input can make slow.
 *
 * A real HTML parser reads the tables; this scan comes before it, because such a parser drops
 * what it does not know (`</ErrorCode>`, comments) and hides what is inside `<script>`.
 */

/** An opening or closing tag; `name` in lower case, `attributes` as they are written. */
export interface Tag {
  type: 'tag';
  raw: string;
  name: string;
  close: boolean;
  attributes: string;
}

/** A piece of an HTML text; `raw` of all pieces together is the text. */
export type Piece = Tag | { type: 'text' | 'comment'; raw: string };

const nameStart = /[A-Za-z]/;
const nameEnd = /[\s/>]/;

/** Characters that may be scanned without finding a tag, as a multiple of the text. */
const scanFactor = 8;
const shortTag = 256;

/**
 * Where the tag that starts at `start` ends (the index after `>`), or -1 if it does not; and how
 * far was read. A quoted value may hold anything; a `<` outside quotes means that this is not a tag.
 */
function findEnd(html: string, start: number, stop: number): { end: number; reached: number } {
  let quote = '';
  let afterEquals = false;
  for (let at = start + 1; at < stop; at += 1) {
    const char = html.charAt(at);
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '>') return { end: at + 1, reached: at };
    else if (char === '<') return { end: -1, reached: at };
    else if (afterEquals && (char === '"' || char === "'")) {
      quote = char;
      afterEquals = false;
    } else if (char === '=') afterEquals = true;
    else if (char.trim() !== '') afterEquals = false;
  }
  return { end: -1, reached: stop };
}

/** Returns the tag that starts at an index, or the number of characters scanned for it. */
function readTag(html: string, at: number, stop: number): Tag | number {
  const close = html.charAt(at + 1) === '/';
  const first = at + (close ? 2 : 1);
  if (!nameStart.test(html.charAt(first))) return 0;
  const { end, reached } = findEnd(html, at, stop);
  if (end === -1) return reached - at;
  let behind = first;
  while (behind < end && !nameEnd.test(html.charAt(behind))) behind += 1;
  return {
    type: 'tag',
    raw: html.slice(at, end),
    name: html.slice(first, behind).toLowerCase(),
    close,
    attributes: html.slice(behind, end - 1),
  };
}

/**
 * Cut an HTML text into tags, comments and text. A comment that does not end is text.
 *
 * @example scanHtml('a<b>c') // => text "a", tag "<b>", text "c"
 */
export function scanHtml(html: string): Piece[] {
  const pieces: Piece[] = [];
  const lastComment = html.lastIndexOf('-->');
  let budget = scanFactor * html.length;
  let text = 0;
  let at = html.indexOf('<');
  while (at !== -1) {
    let piece: Piece | undefined;
    const [marker] = conditional.exec(html.slice(at, at + maxMarker)) ?? [];
    if (marker !== undefined) piece = { type: 'comment', raw: marker };
    else if (html.startsWith('<!--', at)) {
      const end = at + 4 <= lastComment ? html.indexOf('-->', at + 4) + 3 : 0;
      if (end > 0) piece = { type: 'comment', raw: html.slice(at, end) };
    } else {
      const stop = budget > 0 ? html.length : Math.min(html.length, at + shortTag);
      const found = readTag(html, at, stop);
      if (typeof found === 'number') budget -= found;
      else piece = found;
    }
    if (piece) {
      if (at > text) pieces.push({ type: 'text', raw: html.slice(text, at) });
      pieces.push(piece);
      text = at + piece.raw.length;
    }
    at = html.indexOf('<', piece ? text : at + 1);
  }
  if (text < html.length) pieces.push({ type: 'text', raw: html.slice(text) });
  return pieces;
}

/** What word processors write around a part: `<![if !supportLists]>`; no browser shows it. */
const conditional = /^<!\[(?:if [^\]<>\n]*|endif)\](?:--)?>/;
const maxMarker = 80;

const attribute = /([^\s=/"'<>]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/g;

/**
 * The value of one attribute as it is written, entities and all; undefined if it is not there.
 *
 * @example readAttribute(' href = "a&amp;b"', 'href') // => 'a&amp;b'
 */
export function readAttribute(attributes: string, name: string): string | undefined {
  for (const [, key, value] of attributes.matchAll(attribute)) {
    if (key?.toLowerCase() !== name) continue;
    return value?.replace(/^(["'])(.*)\1$/s, '$2') ?? '';
  }
  return undefined;
}
