/**
 * Lines that rst-compiler takes for markup although they are text by the specification,
 * https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html
 */
import type { RstParserState } from 'rst-compiler';

// An option is set apart from its description by two spaces, or stands alone.
const OPTION = String.raw`(?:-\w(?: ?(?:[a-zA-Z][\w-]*|<[^<>]+>))?|(?:--?|\+)[a-zA-Z][\w-]*(?:[ =](?:[a-zA-Z][\w-]*|<[^<>]+>))?|\/[A-Z](?: ?(?:[a-zA-Z][\w-]*|<[^<>]+>))?)`;
const OPTION_LIST = new RegExp(`^ *${OPTION}(?:, ${OPTION})*(?: {2,}| ?$)`);
const LOOKS_LIKE_OPTION = /^ *(?:-[a-zA-Z0-9]|--[a-zA-Z]|\/[A-Z])/;

// A list of this project's model has no number to start with: other lists keep theirs as text.
const ENUMERATOR = /^ *\(?(?:(\d+)|[a-zA-Z]|[ivxlcdm]+|[IVXLCDM]+)[.)] +\S/;

const UNDERLINE = /^ *([=\-`:.'"~^_*+#])\1+ *$/;

/** Whether the paragraph at which the parser stands would be taken for something else. */
export function isMistaken(state: RstParserState, indent: number): boolean {
  const line = state.peek()?.str ?? '';
  if (state.peekIndentSize() !== indent) return false;
  if (LOOKS_LIKE_OPTION.test(line) && !OPTION_LIST.test(line)) return true;
  if (isLateEnumerator(line)) return true;
  return isShortUnderline(line) || isShortUnderline(state.peek(1)?.str ?? '', line);
}

/** Whether a line begins a list item that is not the first of an arabic list. */
export function isLateEnumerator(line: string): boolean {
  const match = ENUMERATOR.exec(line);
  return match !== null && Number(match[1]) !== 1;
}

/** An underline of less than four characters has to be as long as its title. */
function isShortUnderline(line: string, title?: string): boolean {
  const mark = line.trim();
  if (!UNDERLINE.test(line) || mark.length > 3) return false;
  return title === undefined || title.trim() === '' || title.trim().length > mark.length;
}
