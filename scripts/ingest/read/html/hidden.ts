/** Elements that a browser does not show, and controls of a page: they are left out. */
import { isVoid } from './names.ts';
import { type Piece, readAttribute, type Tag } from './tags.ts';

/** Takes the 1-based line of a comment, a hidden element or a tooltip. */
export type OnHidden = (line: number) => void;

const ofRows = ['table', 'thead', 'tbody', 'tfoot'];
/** Elements whose end tag may be missing: the next one ends them, or the end of their parent. */
const parents: Record<string, string[]> = {
  tr: ofRows,
  td: [...ofRows, 'tr'],
  th: [...ofRows, 'tr'],
  li: ['ul', 'ol'],
  dt: ['dl'],
  dd: ['dl'],
  thead: ['table'],
  tbody: ['table'],
  tfoot: ['table'],
};
/** What ends a paragraph without an end tag: the beginning of a block, or the end of what holds it. */
const endsParagraph =
  /^<(?:p|div|section|article|ul|ol|dl|table|pre|blockquote|h[1-6r])\b|^<\/(?:div|section|article|aside|main|body|li|dd|td|th|blockquote|details)\b/i;

/** Whether a browser does not show an element. */
export const isHiddenTag = ({ name, attributes }: Tag): boolean =>
  name === 'template' ||
  (!isTab(attributes) &&
    (readAttribute(attributes, 'hidden') !== undefined ||
      /\b(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/i.test(
        readAttribute(attributes, 'style') ?? '',
      )));

/** Whether an element is one of several of which a reader sees one at a time. */
const isTab = (attributes: string): boolean =>
  readAttribute(attributes, 'role') === 'tabpanel' ||
  /(?:^|\s)tab-?(?:pane|panel|content)/i.test(readAttribute(attributes, 'class') ?? '');

/** Whether an element is a control of the page: a button, the link of a heading to itself or to its editor. */
const isControl = ({ name, attributes }: Tag): boolean =>
  name === 'button' ||
  (name === 'span' && /\bmw-editsection\b/.test(readAttribute(attributes, 'class') ?? '')) ||
  (name === 'a' && readAttribute(attributes, 'aria-hidden') === 'true');

/** Whether a button shows a text of the document, and not what it does: a code, or several words. */
function isContent(pieces: Piece[], index: number): boolean {
  const text = pieces.slice(index + 1, index + 4).find(({ type }) => type === 'text')?.raw ?? '';
  return /\d/.test(text) || text.trim().split(/\s+/).length > 3;
}

/** The button of a title that unfolds its text is the title. */
const inTitle = /^<(?:h[1-6]|dt|summary)\b/i;

/** Makes comments of elements that a browser does not show, and of controls. */
export function hideElements(pieces: Piece[]): Piece[] {
  let hidden: { name: string; depth: number } | undefined;
  const closed = new Set(
    pieces.map((piece) => (piece.type === 'tag' && piece.close ? piece.name : '')),
  );
  return pieces.map((piece, index): Piece => {
    if (hidden === undefined) {
      if (piece.type !== 'tag' || piece.close || piece.raw.endsWith('/>')) return piece;
      const isTitle = inTitle.test(pieces[index - 1]?.raw ?? '');
      const isHidden =
        isControl(piece) && closed.has(piece.name) && !isTitle && !isContent(pieces, index);
      if (!isHiddenTag(piece) && !isHidden) return piece;
      if (isVoid(piece.name)) return { type: 'comment', raw: piece.raw };
      hidden = { name: piece.name, depth: 1 };
    } else if (piece.type === 'tag') {
      const { name } = hidden;
      const isSame = piece.name === name;
      const isEnd =
        (piece.close ? parents[name]?.includes(piece.name) : isSame && parents[name]) ||
        (name === 'p' && endsParagraph.test(piece.raw));
      if (isEnd) {
        hidden = undefined;
        return piece;
      }
      if (isSame) hidden.depth += piece.close ? -1 : 1;
      if (hidden.depth === 0) hidden = undefined;
    }
    return { type: 'comment', raw: piece.raw };
  });
}

/** Takes the lines of what is left out although it has text. */
export function reportHidden(pieces: Piece[], line: number, onHidden?: OnHidden): void {
  let at = line;
  for (const piece of pieces) {
    const isComment = piece.type === 'comment' && /[\p{L}\p{N}]/u.test(piece.raw);
    if (isComment || (piece.type === 'tag' && hasTooltip(piece))) onHidden?.(at);
    at += piece.raw.split('\n').length - 1;
  }
}

/** Elements whose title is read, or only says where a link leads or what a picture shows. */
const titled = new Set('a abbr acronym img iframe svg input button'.split(' '));

/** Whether an element has a text of several words that is only seen by who points at it. */
function hasTooltip({ name, close, attributes }: Tag): boolean {
  if (close || titled.has(name)) return false;
  const title = readAttribute(attributes, 'title')?.trim() ?? '';
  return title.split(/\s+/).length > 2 || /\p{Script=Han}{4}/u.test(title);
}
