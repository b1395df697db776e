/**
 * HTML made safe for a parser: the tags that mean something here are kept, without attributes
 * that mean nothing; presentational tags are removed; everything else is kept as visible text.
 */

import { checkLimit } from '../limits.ts';
import { hideElements, type OnHidden, reportHidden } from './hidden.ts';
import { nameOfTag, needsEnd, nesting, structure } from './names.ts';
import { type Piece, readAttribute, scanHtml, type Tag } from './tags.ts';

/** Opening and closing tags that belong together within one cell; no markup leaves its cell. */
function findPairs(pieces: Piece[]): Set<number> {
  const pairs = new Set<number>();
  let open = new Map<string, number[]>();
  const around: Map<string, number[]>[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (piece.type !== 'tag') continue;
    if (piece.name === 'table' && !piece.close) around.push(open);
    if (structure.has(piece.name)) open = new Map();
    if (piece.name === 'table' && piece.close) open = around.pop() ?? open;
    if (!needsEnd(piece.name)) continue;
    if (!piece.close) {
      const list = open.get(piece.name);
      if (list) list.push(index);
      else open.set(piece.name, [index]);
    } else {
      const start = open.get(piece.name)?.pop();
      if (start !== undefined) pairs.add(start).add(index);
    }
  }
  return pairs;
}

const literal = (raw: string) => raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const reference = /&(#(?:\d+|[xX][\da-fA-F]+);|[A-Za-z][A-Za-z\d]{1,31};)?/g;

/** Escapes `&` outside of character references: HTML would read "&copy=2" as "©=2". */
function cleanText(raw: string): string {
  const text = raw.replaceAll('<', '&lt;');
  return text.replace(reference, (whole, name: string | undefined) => {
    if (!name) return '&amp;';
    if (!name.startsWith('#')) return whole;
    const hex = /^#[xX]/.test(name);
    const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
    return code < 32 && ![9, 10, 13].includes(code) ? '\uFFFD' : whole;
  });
}

/** Line ends inside a tag, kept where the parser does not show them, so that lines agree. */
function keepLines(raw: string): string {
  const count = raw.split('\n').length - 1;
  return count > 0 ? `<!--${'\n'.repeat(count)}-->` : '';
}

const kept: Record<string, string[]> = {
  a: ['href'],
  ol: ['start'],
  li: ['value'],
  td: ['rowspan', 'colspan'],
  th: ['rowspan', 'colspan'],
};

/** A tag with the attributes that matter. */
function writeTag(name: string, tag: Tag): string {
  if (tag.close) return `</${name}>`;
  const attributes = (kept[name] ?? []).map((key) => {
    const value = readAttribute(tag.attributes, key);
    // Its line ends are kept behind the tag, like all in it.
    return value === undefined
      ? ''
      : ` ${key}="${value.replaceAll('"', '&quot;').replaceAll('\n', ' ')}"`;
  });
  return `<${name}${attributes.join('')}>`;
}

/** What is open while the pieces are written. */
interface State {
  /** Tables around this place; a table in a cell counts, one between cells does not. */
  tables: number;
  inCell: boolean;
  stack: string[];
  /** What is open around the table. */
  around: string[];
  /** What the abbreviations that are open stand for. */
  meanings: string[];
  /** Line of the document, and the number of characters in the cell so far. */
  line: number;
  length: number;
}

/** Write a tag that nests; a closing one only for an opening one. */
function writeNesting(state: State, name: string, close: boolean, tag: string): string {
  if (close) {
    const at = state.stack.lastIndexOf(name);
    if (at === -1) return '';
    state.stack.splice(at, 1);
    return `</${name}>`;
  }
  state.stack.push(name);
  checkLimit('levels of nesting', state.stack.length, state.line);
  return tag;
}

/** Start or end a table; one inside a cell becomes a block of that cell. */
function writeTable(state: State, close: boolean): string {
  if (state.tables > (close ? 1 : 0) && state.inCell) {
    state.tables += close ? -1 : 1;
    return writeNesting(state, 'div', close, '<div>');
  }
  const open = state.tables > 0;
  state.tables = close ? 0 : 1;
  state.inCell = false;
  if (!open) state.around = state.stack;
  state.stack = close ? state.around : [];
  // A table that starts between the cells of another follows one that was never closed.
  return `${open ? '</table>' : ''}${close ? '' : '<table>'}`;
}

/** Write a tag of a table. */
function writeStructure(state: State, name: string, tag: Tag): string {
  if (name === 'table') return writeTable(state, tag.close);
  state.length = 0;
  const isCell = name === 'td' || name === 'th' || name === 'caption';
  if (state.tables !== 1) return isCell ? writeNesting(state, 'div', tag.close, '<div>') : '';
  state.inCell = isCell && !tag.close;
  state.stack = [];
  return writeTag(name, tag);
}

/** Returns the text that an element without content shows. */
function textOfTag({ name, attributes }: Tag): string {
  if (name === 'img') return readAttribute(attributes, 'alt') ?? '';
  const type = readAttribute(attributes, 'type') ?? 'text';
  if (name === 'input' && type === 'checkbox')
    return readAttribute(attributes, 'checked') === undefined ? '☐' : '☑';
  return name === 'input' && type === 'text' ? (readAttribute(attributes, 'value') ?? '') : '';
}

/** Whether a tag begins a badge: `NoSuchKey<span class="badge">404</span>`. */
const isBadge = ({ close, attributes }: Tag): boolean =>
  !close &&
  /(?:^|[\s_-])(?:badge|chip|label|pill|status|tag)(?:$|[\s_-])/i.test(
    readAttribute(attributes, 'class') ?? '',
  );

/** Writes what an abbreviation stands for behind it; a browser shows it to who points at it. */
function writeAbbreviation(state: State, { close, attributes }: Tag): string {
  if (!close) {
    state.meanings.push(readAttribute(attributes, 'title') ?? '');
    return '';
  }
  const meaning = state.meanings.pop() ?? '';
  return meaning.trim() === '' ? '' : cleanText(` (${meaning.replaceAll('\n', ' ').trim()})`);
}

function writePiece(state: State, piece: Piece, hasEnd: boolean): string {
  if (piece.type !== 'tag')
    return piece.type === 'text' ? cleanText(piece.raw) : keepLines(piece.raw);
  const name = nameOfTag(piece);
  const lone = needsEnd(piece.name) && !hasEnd;
  if (name === undefined || (lone && !piece.close)) return literal(piece.raw);
  const lines = keepLines(piece.raw);
  if (!lone && /^(?:abbr|acronym)$/.test(piece.name))
    return writeAbbreviation(state, piece) + lines;
  if (lone || name === '') {
    // A badge is beside the text before it, without a space in the source.
    if (!lone && isBadge(piece)) return ` ${lines}`;
    return cleanText(textOfTag(piece).replaceAll('\n', ' ')) + lines;
  }
  if (structure.has(name)) return writeStructure(state, name, piece) + lines;
  const tag = writeTag(name, piece);
  return (nesting.has(name) ? writeNesting(state, name, piece.close, tag) : tag) + lines;
}

/** Whether a tag begins a part that unfolds; Markdown ends it in another piece of HTML. */
function isUnfolding(pieces: readonly Piece[], index: number): boolean {
  const piece = pieces[index];
  if (piece?.type !== 'tag' || piece.name !== 'details') return false;
  const next = pieces.slice(index + 1, index + 3).find(({ raw }) => raw.trim() !== '');
  // Markdown ends HTML at a blank line, also behind `<details>`.
  const isAlone = pieces.every(({ raw }, at) => at === index || raw.trim() === '');
  return isAlone || (next?.type === 'tag' && next.name === 'summary');
}

/**
 * Returns an HTML text without what a parser would drop or hide.
 *
 * Unknown tags (`<ErrorCode>`) and tags a parser treats in its own way (`<script>`) become text.
 * Tables inside a cell become blocks of that cell. Line ends stay where they are. Comments, templates
 * and elements that are hidden by an attribute or their style are left out.
 *
 * @param line Line of the document at which the text starts.
 * @param onHidden Takes the line of each part that is left out although it has text.
 * @throws LimitError for tags that nest too deep and for cells that are too long.
 * @example cleanHtml('<span class="x">a</span> <Code>', 1) // => 'a &lt;Code>'
 */
export function cleanHtml(html: string, line: number, onHidden?: OnHidden): string {
  const pieces = hideElements(scanHtml(html));
  reportHidden(pieces, line, onHidden);
  const pairs = findPairs(pieces);
  const state: State = {
    tables: 0,
    inCell: false,
    stack: [],
    around: [],
    meanings: [],
    line,
    length: 0,
  };
  const written = pieces.map((piece, index) => {
    const text = writePiece(state, piece, pairs.has(index) || isUnfolding(pieces, index));
    state.line += piece.raw.split('\n').length - 1;
    state.length += piece.type === 'text' && state.inCell ? piece.raw.length : 0;
    checkLimit('characters in a cell', state.length, state.line);
    return text;
  });
  return written.join('');
}
