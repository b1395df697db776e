// Parts that no reader of the page sees: comments of MDX, `{/* … */}`, and hidden HTML around Markdown.

const fence = /^[ \t>]*(?:`{3,}|~{3,})/;
const comment = /\{\/\*.*?\*\/\}/gs;

const hiddenTag =
  /^[ \t]*<(?:(template)\b[^<>]*|(\w+)\b[^<>]*?\s(?:hidden(?=[\s>=/])|style\s*=\s*["'][^"'<>]*(?:display\s*:\s*none|visibility\s*:\s*hidden))[^<>]*)>/gim;

/**
 * Returns a text whose hidden parts are blank, with the lines at which those with words begin. What is in blocks
 * and spans of code stays. Hidden HTML without a blank line is one piece of HTML, whose reader leaves it out.
 */
export function blankHiddenParts(text: string): { text: string; lines: number[] } {
  const ranges = [...listComments(text), ...listHiddenElements(text)];
  const lines: number[] = [];
  if (ranges.length === 0) return { text, lines };
  const code = findCode(text);
  let blanked = text;
  for (const [from, to] of ranges) {
    if (code.some(([start, end]) => from >= start && from < end)) continue;
    const part = text.slice(from, to);
    if (/[\p{L}\p{N}]/u.test(part)) lines.push(text.slice(0, from).split('\n').length);
    blanked = blanked.slice(0, from) + part.replace(/[^\n]/g, ' ') + blanked.slice(to);
  }
  return { text: blanked, lines };
}

type Range = [from: number, to: number];

function listComments(text: string): Range[] {
  if (!text.includes('{/*')) return [];
  return [...text.matchAll(comment)].map(({ index, 0: whole }) => [index, index + whole.length]);
}

function listHiddenElements(text: string): Range[] {
  return [...text.matchAll(hiddenTag)].flatMap(
    ({ index, 0: tag, 1: template, 2: name }): Range[] => {
      const same = new RegExp(`<(/?)${template ?? name}\\b[^<>]*>`, 'gi');
      same.lastIndex = index + tag.length;
      let depth = 1;
      for (let found = same.exec(text); found; found = same.exec(text)) {
        depth += found[1] === '/' ? -1 : 1;
        if (depth > 0) continue;
        const end = found.index + found[0].length;
        return /\n[ \t]*\n/.test(text.slice(index, end)) ? [[index, end]] : [];
      }
      return [];
    },
  );
}

/** Returns where fenced blocks, and spans within a line, begin and end. */
function findCode(text: string): Range[] {
  const ranges: Range[] = [];
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
