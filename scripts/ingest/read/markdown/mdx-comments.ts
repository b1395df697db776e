// Comments of MDX, `{/* … */}`, which no reader of the page sees.

const fence = /^[ \t>]*(?:`{3,}|~{3,})/;
const comment = /\{\/\*.*?\*\/\}/gs;

/**
 * Returns a text whose comments of MDX are blank, with the lines at which comments with words begin. What is
 * in blocks and spans of code stays.
 */
export function blankMdxComments(text: string): { text: string; lines: number[] } {
  const lines: number[] = [];
  if (!text.includes('{/*')) return { text, lines };
  const code = findCode(text);
  const blanked = text.replace(comment, (whole, at: number) => {
    if (code.some(([from, to]) => at >= from && at < to)) return whole;
    if (/[\p{L}\p{N}]/u.test(whole)) lines.push(text.slice(0, at).split('\n').length);
    return whole.replace(/[^\n]/g, ' ');
  });
  return { text: blanked, lines };
}

/** Returns where fenced blocks, and spans within a line, begin and end. */
function findCode(text: string): [from: number, to: number][] {
  const ranges: [number, number][] = [];
  let open: number | undefined;
  let at = 0;
  for (const line of text.split('\n')) {
    const end = at + line.length + 1;
    if (fence.test(line)) {
      if (open !== undefined) ranges.push([open, end]);
      open = open === undefined ? at : undefined;
    } else if (open === undefined)
      for (const { index, 0: span } of line.matchAll(/(`+)[^`]+\1(?!`)/g))
        ranges.push([at + index, at + index + span.length]);
    at = end;
  }
  if (open !== undefined) ranges.push([open, text.length]);
  return ranges;
}
