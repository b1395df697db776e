/** Checks a Markdown document against the limits, by its lines: no parser has seen it yet. */
import { checkLimit } from '../limits.ts';
import { isDelimiter, splitRow } from './pipe-line.ts';

const mark = /[*_~[\]<&(!`\\]/g;
const container = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;
const underline = /^[ \t>]*(?:=+|-+)[ \t]*$/;
/** Lines that end a table, because something else begins. */
const starts = /^[ \t]*(?:#{1,6}[ \t]|[-+*][ \t]|\d{1,9}[.)][ \t]|[><]|`{3}|~{3})/;
/** Lines that always end a paragraph: headings, bullets, the first item of an ordered list. */
const interrupts = /^ {0,3}(?:#{1,6}|[-+*]|1[.)])[ \t]+\S/;
/** Start of an HTML block that lasts until a blank line. Source: CommonMark 0.31.2, 4.6, condition 6. */
const html =
  /^([ \t]*)<\/?(?:table|caption|thead|tbody|tfoot|tr|td|th|col|colgroup|p|div|ul|ol|li|dl|dt|dd|h[1-6]|center|blockquote|section|details|summary|hr)(?=[\s/>]|$)/i;

const indentOf = (line: string): number => line.length - line.trimStart().length;

function checkNesting(line: string, number: number): void {
  let depth = 0;
  let end = 0;
  container.lastIndex = 0;
  for (; container.test(line); end = container.lastIndex) depth += 1;
  if (depth === 0) return;
  // An item that is indented may be inside others; each level takes at least two columns.
  const indent = line.replaceAll('\t', '    ').search(/\S/);
  checkLimit('levels of nesting', depth + (end > 0 ? Math.floor(indent / 2) : 0), number);
}

/**
 * Check the nesting, the lines and the characters of markup of each block of a document.
 *
 * The characters of an HTML block are not counted, and each row of a pipe table counts for itself:
 * the parser reads these in linear time.
 *
 * @throws LimitError
 */
export function checkMarkdown(lines: string[]): void {
  let inDocument = 0;
  let quotes = 0;
  let block = { lines: 0, marks: 0 };
  let inTable = false;
  let htmlIndent = -1;
  for (const [index, line] of lines.entries()) {
    const number = index + 1;
    const first = (lines[index - 1] ?? '').trim() === '';
    if (line.trim() === '' || first || interrupts.test(line)) {
      block = { lines: 0, marks: 0 };
      inTable = false;
      if (first) htmlIndent = -1;
    }
    checkNesting(line, number);
    const opening = html.exec(line)?.[1]?.length;
    if (opening !== undefined && (first || opening <= 3)) htmlIndent = opening;
    else if (htmlIndent > indentOf(line)) htmlIndent = -1;
    if (htmlIndent !== -1) continue;
    if (inTable && starts.test(line)) inTable = false;
    const next = lines[index + 1] ?? '';
    if (block.lines === 0 && !starts.test(line) && line.includes('|') && isDelimiter(next)) {
      inTable = splitRow(line, 1).cells.length === splitRow(next, 1).cells.length;
    }
    if (inTable || line.trimStart().startsWith('|')) {
      checkLimit('columns in a row', splitRow(line, 1).cells.length, number);
    }
    if (/^[ \t]*>/.test(line) || underline.test(line)) {
      quotes += 1;
      checkLimit('lines that quote or underline', quotes, number);
    }
    const marks = line.match(mark)?.length ?? 0;
    inDocument += marks;
    if (!inTable) block = { lines: block.lines + 1, marks: block.marks + marks };
    checkLimit('lines in a block', block.lines, number);
    checkLimit('characters of markup in a block', inTable ? marks : block.marks, number);
    checkLimit('characters of markup in the document', inDocument, number);
  }
}
