/** A piece of the pasted text around the place where an error is. */

/** Text before the place, at the place and after it; together they are one line. */
export interface TextExcerpt {
  before: string;
  marked: string;
  after: string;
}

/**
 * Returns the line of a place, shortened around the place, with `…` where something is left out.
 *
 * @param where Positions in the text. Of a place of several lines the first line is shown.
 * @param max Length in characters, without the `…`.
 * @example excerptOf('a\nGET /x 504 APIG.0203', { start: 13, end: 22 }).before // => 'GET /x 504 '
 */
export function excerptOf(
  text: string,
  { start, end }: { start: number; end: number },
  max = 120,
): TextExcerpt {
  const lineEnd = (from: number) => {
    const at = text.slice(from, from + max + 1).search(/[\r\n\u2028\u2029]/);
    return at < 0 ? Math.min(text.length, from + max) : from + at;
  };
  const markEnd = Math.min(end, lineEnd(start));
  const room = max - (markEnd - start);
  // What follows a code, such as its message, tells more than the time before it.
  const ahead =
    text
      .slice(Math.max(0, start - room), start)
      .split(/[\r\n\u2028\u2029]/)
      .at(-1) ?? '';
  const behind = text.slice(markEnd, Math.min(lineEnd(markEnd), markEnd + room));
  const before = ahead.slice(-Math.max(Math.floor(room / 3), room - behind.length, 1)).trimStart();
  const after = behind.slice(0, Math.max(0, room - before.length)).trimEnd();
  const isCutBefore = /[^\s]/.test(rest(text, start - before.length));
  const isCutAfter = /^[^\r\n\u2028\u2029]*\S/.test(
    text.slice(markEnd + after.length, markEnd + after.length + max),
  );
  return {
    before: `${isCutBefore ? '…' : ''}${whole(before)}`,
    marked: whole(text.slice(start, markEnd)),
    after: `${whole(after)}${isCutAfter ? '…' : ''}`,
  };
}

/** What is left out of a line before a position, as far as it matters. */
function rest(text: string, position: number): string {
  return (
    text
      .slice(Math.max(0, position - 200), Math.max(0, position))
      .split(/[\r\n\u2028\u2029]/)
      .at(-1) ?? ''
  );
}

/** Without halves of characters at its ends. */
const whole = (piece: string) => piece.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
