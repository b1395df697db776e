import { hasHan } from '../../../../src/text/lang-of-text.ts';
import { type Comment, type Definition, isAboutPart } from './comments.ts';
import {
  isAboutOther,
  isBanner,
  isNamed,
  isSentence,
  isTitleOfCodes,
} from './kinds-of-comments.ts';
import type { Unread } from './source.ts';

/** What is said of one definition, not of several. */
const remark =
  /\b(?:deprecated|obsolete|legacy|removed|no longer|since (?:version )?v?\d|only (?:in|on|for|if|when))\b|废弃|弃用|过时|不再|已删除/i;

/** Returns a text without the name of its code: below `MessageId: NAME` and `MessageText:`, or `\def NAME`. */
function withoutName(text: string, symbol = ''): string {
  const [, name, message] =
    /^MessageId:\s*(\S+)\s+MessageText:\s+(\S.*)$/s.exec(text) ??
    /^[\\@]def\s+(\S+)\s+(\S.*)$/s.exec(text) ??
    [];
  return message !== undefined && name === symbol ? message : text;
}

const langOf = (comment: Comment | undefined): 'en' | 'zh' =>
  hasHan(comment?.text ?? '') ? 'zh' : 'en';

/** Whether one of the comments above and behind a definition is Chinese. */
const isInOtherLanguage = ({ leading, trailing }: Definition): boolean =>
  Boolean(leading?.text && trailing?.text) && langOf(leading) !== langOf(trailing);

/** Whether most definitions with a comment have one above and one behind, in two languages. */
function haveTwoLanguages(definitions: readonly Definition[]): boolean {
  const commented = definitions.filter(({ leading, trailing }) => leading?.text || trailing?.text);
  const both = commented.filter(isInOtherLanguage);
  return both.length > 1 && both.length * 2 > commented.length;
}

const excerpt = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 80);

/**
 * Gives each definition its message. An ordinary comment above belongs to the definition only if the
 * next definition does not follow directly: above several it is a heading, which is kept as a note.
 *
 * @param codeLine The line of the first code but plain directives; a banner is above it.
 * @param unreadLines The lines of constants without comments that define nothing: they may follow directly, too.
 * @returns Comments about other codes than the one below.
 */
export function assignComments(
  definitions: readonly Definition[],
  notes: Comment[],
  codeLine: number,
  unreadLines: ReadonlySet<number>,
): Unread[] {
  const symbols = new Set(definitions.map(({ texts }) => texts.get('symbol')));
  const areBilingual = haveTwoLanguages(definitions);
  const unread: Unread[] = [];
  for (const [index, definition] of definitions.entries()) {
    const { texts, leading, trailing, endLine } = definition;
    const next = definitions[index + 1];
    const isFollowed = next?.line !== endLine + 1 && unreadLines.has(endLine + 1);
    const isOwnName = leading !== undefined && isNamed(leading, definition);
    // Between two rows it is about the second; elsewhere a row with a text has a heading above.
    const isBetween = definitions[index - 1]?.endLine === (leading?.line ?? 0) - 1;
    const isOfOther = leading && !isOwnName && isAboutOther(leading, definition, symbols);
    const isRemark =
      isOwnName || (texts.has('message') && leading && !isOfOther && remark.test(leading.text));
    const isApart =
      isRemark ||
      (leading?.isDoc && !isTitleOfCodes(leading)) ||
      (!isFollowed && (!next || next.line > endLine + 1 || next.leading || next.trailing)) ||
      (definition.isRow && leading && isSentence(leading, isBetween));
    const isOfFile =
      index === 0 && leading && leading.line < codeLine && isBanner(definition, next);
    if (isOfOther) unread.push({ line: leading.line, text: excerpt(leading.text) });
    const isOwn =
      isApart && leading && !isOfFile && !isOfOther && !isAboutPart(leading, texts.get('code'));
    const isExplained = trailing !== undefined && trailing.text !== '';
    // A row may have its own words under another heading.
    const isWorded = [...texts].some(
      ([heading, text]) => !/^(?:code|symbol|value)$/.test(heading) && /\s|[^\0-\x7f]/.test(text),
    );
    // A block that names its code comes before what stands behind the code.
    const text = leading && withoutName(leading.text, texts.get('symbol'));
    if (text && isOwnName && isOwn && isExplained && !texts.has('message'))
      texts.set('message', text);
    if (areBilingual && text && isOwn && isInOtherLanguage(definition) && !texts.has('message')) {
      texts.set(`message (${langOf(leading)})`, text);
      texts.set(`message (${langOf(trailing)})`, trailing?.text ?? '');
      continue;
    }
    const isTaken = texts.get('message') === text;
    const place = texts.has('message') ? 'comment' : isWorded ? 'remark' : 'message';
    if (isExplained) texts.set(place, trailing.text);
    if (!leading || isTaken) continue;
    const isFree = !isExplained && (isBetween || !texts.has('message'));
    if (!isFree || !isOwn || !text) notes.push(leading);
    else texts.set(texts.has('message') ? 'comment' : 'message', text);
  }
  return unread;
}
