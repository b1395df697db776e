/**
 * Markdown that no person writes, made harmless for the parser: its time grows with the square of
 * how much nests or stands in one paragraph, and its stack overflows. Beyond a sane measure the
 * characters that do it are swapped for stand-ins, which the parser takes for text.
 */

import { isDelimiter } from './pipe-line.ts';
import { swapAll } from './stand-ins.ts';

/** How much may nest, and how many characters with a meaning may stand, in one text. */
interface Limit {
  depth: number;
  count: number;
}
const ofLine: Limit = { depth: 50, count: 500 };
const ofTable: Limit = { depth: 500, count: 5000 };
/** Markers of containers before a line, and white space before the first. */
const containers = 50;
const indent = 200;
/** Openers without their end, such as `<!--`, and underlines of headings, in a block. */
const openers = 50;
const underlines = 100;
/** Runs of backticks in a line; each code span makes all behind it in the line slower to parse. */
const ticks = 1000;

const container = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;

/** Swap the markers of quotations and lists that stand too deep at the start of a line. */
function tameContainers(line: string): string {
  const sane = line.length - line.trimStart().length > indent ? 0 : containers;
  let end = 0;
  let behind = 0;
  container.lastIndex = 0;
  for (let count = 1; container.test(line); count += 1) {
    behind = container.lastIndex;
    if (count <= sane) end = behind;
  }
  if (behind === end) return line;
  return line.slice(0, end) + swapAll(line.slice(end, behind), /[>\-+*.)]/g) + line.slice(behind);
}

/** What is open and how much was seen in a text so far. */
interface Measure {
  open: Map<string, number>;
  count: number;
}
const startMeasure = (): Measure => ({ open: new Map(), count: 0 });

const isBlank = (character: string) => character.trim() === '';

/**
 * Follow the marks through a line, roughly as CommonMark 6.2 pairs them.
 *
 * @returns -1 if the text stays within its limit, else the index from which it does not.
 */
function follow(line: string, measure: Measure, limit: Limit): number {
  const marks = /([*_~])\1*|[[\]<&(!]/g;
  for (let match = marks.exec(line); match; match = marks.exec(line)) {
    const run = match[0];
    const mark = run.charAt(0);
    measure.count += 1;
    if (measure.count > limit.count) return match.index;
    if (!/[*_~[\]]/.test(mark)) continue;
    const key = mark === ']' ? '[' : mark;
    const depth = measure.open.get(key) ?? 0;
    const opens = mark === '[' || (mark !== ']' && !isBlank(line.charAt(marks.lastIndex)));
    const closes = mark === ']' || (mark !== '[' && !isBlank(line.charAt(match.index - 1)));
    if (closes && (depth > 0 || !opens)) measure.open.set(key, Math.max(0, depth - run.length));
    else if (opens) {
      if (depth + run.length > limit.depth) return match.index;
      measure.open.set(key, depth + run.length);
    }
  }
  return -1;
}

/** Swap the backticks of a line behind the first ones. */
function tameTicks(line: string): string {
  const runs = /`+/g;
  for (let count = 1; runs.test(line); count += 1) {
    if (count === ticks) {
      return line.slice(0, runs.lastIndex) + swapAll(line.slice(runs.lastIndex), /`/g);
    }
  }
  return line;
}

const ends: [RegExp, string][] = [
  [/<!--/g, '-->'],
  [/<!\[CDATA\[/g, ']]>'],
  [/<\?/g, '?>'],
  [/<![A-Za-z]/g, '>'],
];

/** Swap the `<` of openers that have no end, where there are many. */
function tameOpeners(block: string): string {
  let text = block;
  for (const [opener, end] of ends) {
    const last = text.lastIndexOf(end);
    let count = 0;
    text = text.replace(opener, (match, index: number) => {
      count += index > last ? 1 : 0;
      return count > openers ? swapAll(match, /</g) : match;
    });
  }
  return text;
}

/** Lines that start something new, so that a paragraph or table does not go on. */
const starts = /^[ \t]*(?:#{1,6}[ \t]|[-+*][ \t]|\d{1,9}[.)][ \t]|[><]|`{3}|~{3})/;

/** Cut a run of lines where something new starts. */
function cutParts(lines: string[]): string[][] {
  const parts: string[][] = [];
  for (const line of lines) {
    const last = parts.at(-1);
    if (last && !starts.test(line)) last.push(line);
    else parts.push([line]);
  }
  return parts;
}

/** A container a paragraph of which may go on in lines that do not say so. */
const lazy = /^[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])/;
const underline = /^[ \t]*(?:=+|-+)[ \t]*$/;

/** Swap what is too much in a paragraph, or in the rows of a table. */
function tamePart(lines: string[]): string[] {
  const first = lines[0] ?? '';
  const delimiter = lines.findIndex(isDelimiter);
  // Rows nest each in itself; but below a list item, the table is text of one paragraph (GFM).
  const isTable = delimiter > 0 && !lazy.test(first);
  const limit = delimiter > 0 ? ofTable : ofLine;
  // In a block of HTML, tags are not Markdown, and its end must be found.
  const which = first.trimStart().startsWith('<') ? /[*_~[\](!]/g : /[*_~[\]<&(!]/g;
  const whole = startMeasure();
  let under = 0;
  return lines.map((line) => {
    if (underline.test(line)) {
      under += 1;
      return under > underlines ? swapAll(line, /[=-]/g) : line;
    }
    const own = follow(line, startMeasure(), ofLine);
    const shared = isTable ? -1 : follow(line, whole, limit);
    const from = own === -1 || shared === -1 ? Math.max(own, shared) : Math.min(own, shared);
    return from === -1 ? line : line.slice(0, from) + swapAll(line.slice(from), which);
  });
}

const tameBlock = (lines: string[]): string[] =>
  cutParts(
    tameOpeners(lines.map((line) => tameTicks(tameContainers(line))).join('\n')).split('\n'),
  ).flatMap(tamePart);

/**
 * Swap what is too much in a document for stand-ins of the same length.
 *
 * @returns The text to parse; the same text if it is sane.
 */
export function tame(text: string): string {
  const lines: string[] = [];
  let block: string[] = [];
  const flush = () => {
    for (const line of block.length > 0 ? tameBlock(block) : []) lines.push(line);
    block = [];
  };
  for (const line of text.split('\n')) {
    if (line.trim() !== '') block.push(line);
    else {
      flush();
      lines.push(line);
    }
  }
  flush();
  return lines.join('\n');
}
