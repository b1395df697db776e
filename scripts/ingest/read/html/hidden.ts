/** Elements that a browser does not show, and controls of a page: they are left out. */
import { type Piece, readAttribute, type Tag } from './tags.ts';

/** Takes the 1-based line of a comment or of a hidden element. */
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
};

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

/** Whether an element is a control of the page: a button, or the link of a heading to itself. */
const isControl = ({ name, attributes }: Tag): boolean =>
  name === 'button' || (name === 'a' && readAttribute(attributes, 'aria-hidden') === 'true');

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
      hidden = { name: piece.name, depth: 1 };
    } else if (piece.type === 'tag') {
      const { name } = hidden;
      const isSame = piece.name === name;
      const isEnd = piece.close ? parents[name]?.includes(piece.name) : isSame && parents[name];
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
  for (const { type, raw } of pieces) {
    if (type === 'comment' && /[\p{L}\p{N}]/u.test(raw)) onHidden?.(at);
    at += raw.split('\n').length - 1;
  }
}
