/**
 * HTML made safe for a parser: the tags that mean something here are kept, without attributes
 * that mean nothing; tags that only dress text go; everything else stays as text that is seen.
 */
import { type Piece, readAttribute, scanHtml } from './inline-tags.ts';

/** Tags that differ in name only become one: parser and reader need to know few. */
const names: Record<string, string> = {
  ...same('table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'),
  ...same('p', 'div', 'ul', 'ol', 'li', 'pre', 'br', 'hr', 'a', 'em', 'strong', 'code', 'del'),
  ...to('p', 'dt', 'dd', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'),
  ...to('div', 'dl', 'blockquote', 'center'),
  ...to('em', 'i'),
  ...to('strong', 'b'),
  ...to('code', 'kbd', 'samp', 'tt'),
  ...to('del', 's', 'strike'),
  ...to('ul', 'menu', 'dir'),
};

/** Block wrappers; without their closing tag they are taken for a placeholder such as <section>. */
const wrappers = new Set(
  'article aside details dialog fieldset figcaption figure footer form header main nav section summary'.split(
    ' ',
  ),
);

/** Tags around text that only dress it, dropped in pairs. */
const dress = new Set(
  'abbr acronym address bdi bdo big button cite data dfn font ins label legend mark nobr output q rp rt ruby small span sub sup time u var'.split(
    ' ',
  ),
);

/** Tags without text of their own; with attributes they are markup, bare ones may be placeholders. */
const empty = new Set('area base col embed img input link meta param source track wbr'.split(' '));

const structure = new Set(['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td']);
/** Elements whose end tag matters: they nest, and are markup for certain only in pairs. */
const paired = new Set(['em', 'strong', 'code', 'del', 'a']);
const nesting = new Set([...paired, 'div', 'ul', 'ol', 'pre']);

/** Deeper nesting than this means nothing to a reader and can exhaust a parser. */
export const maxDepth = 64;

function same(...list: string[]): Record<string, string> {
  return Object.fromEntries(list.map((name) => [name, name]));
}

function to(name: string, ...list: string[]): Record<string, string> {
  return Object.fromEntries(list.map((other) => [other, name]));
}

/** What a tag becomes: a canonical name, "" for a tag that goes, undefined for literal text. */
function canonical(piece: Piece & { type: 'tag' }): string | undefined {
  const { name } = piece;
  if (Object.hasOwn(names, name)) return names[name];
  if (wrappers.has(name)) return 'div';
  if (dress.has(name) || name === 'colgroup') return '';
  if (empty.has(name)) {
    return name === 'wbr' || piece.close || piece.attributes.trim() ? '' : undefined;
  }
  return undefined;
}

/** Names of which an opening tag alone, as in "index <i> out of range", is a placeholder. */
const needsEnd = (name: string) =>
  (dress.has(name) || wrappers.has(name) || paired.has(names[name] ?? '')) && name !== 'a';

/** Opening tags that have a closing one in the same cell; the text of a cell never leaves it. */
function findPairs(pieces: Piece[]): Set<number> {
  const pairs = new Set<number>();
  let open = new Map<string, number[]>();
  for (const [index, piece] of pieces.entries()) {
    if (piece.type !== 'tag') continue;
    if (structure.has(piece.name)) open = new Map();
    if (!needsEnd(piece.name)) continue;
    if (!piece.close) {
      const list = open.get(piece.name);
      if (list) list.push(index);
      else open.set(piece.name, [index]);
    } else {
      const start = open.get(piece.name)?.pop();
      if (start === undefined) continue;
      pairs.add(start);
      pairs.add(index);
    }
  }
  return pairs;
}

const literal = (raw: string) => raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const reference = /&(#(?:\d+|[xX][\da-fA-F]+);|[A-Za-z][A-Za-z\d]{1,31};)?/g;

/** Text with what is no character reference escaped: HTML would read "&copy=2" as "©=2". */
function cleanText(raw: string): string {
  const text = raw.includes('<') ? raw.replaceAll('<', '&lt;') : raw;
  if (!text.includes('&')) return text;
  return text.replace(reference, (whole, name: string | undefined) => {
    if (!name) return '&amp;';
    if (!name.startsWith('#')) return whole;
    const hex = /^#[xX]/.test(name);
    const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
    return code < 32 && ![9, 10, 13].includes(code) ? '\uFFFD' : whole;
  });
}

/** Line ends inside a dropped tag, kept where the parser does not see them, so that lines agree. */
function keepLines(raw: string): string {
  const count = raw.split('\n').length - 1;
  return count > 0 ? `<!--${'\n'.repeat(count)}-->` : '';
}

/** The opening tag with the attributes that matter. */
function openTag(name: string, piece: Piece & { type: 'tag' }): string {
  let attributes = '';
  for (const key of name === 'a'
    ? ['href']
    : ['td', 'th'].includes(name)
      ? ['rowspan', 'colspan']
      : []) {
    const value = readAttribute(piece.attributes, key);
    if (value !== undefined) attributes += ` ${key}="${value.replaceAll('"', '&quot;')}"`;
  }
  return `<${name}${attributes}>`;
}

/**
 * Make an HTML text safe and small for a parser.
 *
 * Unknown tags (`<ErrorCode>`), comments and tags a parser treats in its own way (`<script>`)
 * become text. Tables inside a cell become blocks of that cell. Line ends stay where they are.
 *
 * @returns The HTML, and whether tags were dropped because they nest too deep.
 * @example cleanHtml('<span class="x">a</span> <Code>').html // => 'a &lt;Code>'
 */
export function cleanHtml(html: string): { html: string; deep: boolean } {
  const pieces = scanHtml(html);
  const pairs = findPairs(pieces);
  const out: string[] = [];
  let deep = false;
  let tables = 0;
  let inCell = false;
  let stack: { name: string; kept: boolean }[] = [];

  const block = (name: string, close: boolean, tag: string, raw: string) => {
    if (close) {
      const at = stack.findLastIndex((item) => item.name === name);
      if (at === -1) return out.push(keepLines(raw));
      const [item] = stack.splice(at, 1);
      return out.push(item?.kept ? `</${name}>` : '', keepLines(raw));
    }
    const kept = stack.length < maxDepth;
    deep ||= !kept;
    stack.push({ name, kept });
    return out.push(kept ? tag : '', keepLines(raw));
  };

  const table = (name: string, close: boolean, piece: Piece & { type: 'tag' }) => {
    if (name === 'table') {
      if (close) {
        if (tables === 0) return;
        tables -= 1;
        if (tables === 0) {
          inCell = false;
          stack = [];
          out.push('</table>');
        } else block('div', true, '', '');
      } else if (tables > 0 && inCell) {
        tables += 1;
        block('div', false, '<div>', '');
      } else {
        // A table that starts between the cells of another follows one that was never closed.
        out.push(tables > 0 ? '</table><table>' : '<table>');
        tables = 1;
        stack = [];
      }
    } else if (tables === 1) {
      if (name === 'td' || name === 'th') inCell = !close;
      else if (name !== 'caption') inCell = false;
      stack = [];
      out.push(close ? `</${name}>` : openTag(name, piece));
    } else if (['td', 'th', 'caption'].includes(name)) {
      block('div', close, '<div>', '');
    }
  };

  for (const [index, piece] of pieces.entries()) {
    if (piece.type === 'text') out.push(cleanText(piece.raw));
    else if (piece.type === 'comment') out.push(literal(piece.raw));
    else {
      const name = canonical(piece);
      const lone = needsEnd(piece.name) && !pairs.has(index);
      if (name === undefined || (lone && !piece.close)) out.push(literal(piece.raw));
      else if (lone || name === '') {
        const alt = piece.name === 'img' ? readAttribute(piece.attributes, 'alt') : undefined;
        out.push(alt ? cleanText(alt) : '', keepLines(piece.raw));
      } else if (structure.has(name)) {
        table(name, piece.close, piece);
        out.push(keepLines(piece.raw));
      } else if (nesting.has(name)) block(name, piece.close, openTag(name, piece), piece.raw);
      else if (name === 'br' || name === 'hr') out.push(`<${name}>`, keepLines(piece.raw));
      else out.push(piece.close ? `</${name}>` : `<${name}>`, keepLines(piece.raw));
    }
  }
  return { html: out.join(''), deep };
}
