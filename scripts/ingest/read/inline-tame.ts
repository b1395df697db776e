/**
 * Markdown that no person writes, made harmless for the parser: its time grows with the square of
 * the nesting of emphasis, links and containers, and its stack overflows. Beyond a sane depth the
 * characters that would nest are swapped for stand-ins, parsed as text, and swapped back.
 */
import type { Nodes, Root } from 'mdast';

/** Stand-ins are noncharacters: a decoded document holds none, and positions stay as they are. */
const nesting = '*_~[]<>-+.)';
const firstStandIn = 0xfdd0;
const standIns = new RegExp(
  `[\\u{FDD0}-\\u{${(firstStandIn + nesting.length - 1).toString(16)}}]`,
  'gu',
);

const standInFor = (character: string): string =>
  String.fromCharCode(firstStandIn + nesting.indexOf(character));
const restore = (text: string): string =>
  text.replace(standIns, (character) => nesting.charAt(character.charCodeAt(0) - firstStandIn));

/** Depth of nesting allowed within a line, and within a run of lines without a blank one. */
const inLine = 50;
const inBlock = 500;
const containers = 50;
const indent = 200;
/** Openers without their end, such as `<!--`, allowed in a block. */
const openers = 50;

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
  const markers = line.slice(end, behind).replace(/[>\-+*.)]/g, standInFor);
  return line.slice(0, end) + markers + line.slice(behind);
}

/** Whether a run of `*`, `_` or `~` may open and may close emphasis, roughly as CommonMark 6.2 has it. */
function flanks(text: string, from: number, to: number): { opens: boolean; closes: boolean } {
  const blank = (character: string) => character === '' || character.trim() === '';
  return { opens: !blank(text.charAt(to)), closes: !blank(text.charAt(from - 1)) };
}

/** Open brackets and emphasis marks by character. */
type Depths = Map<string, number>;

/** Follow the nesting through a line; -1 if it stays sane, else the index from which it does not. */
function follow(line: string, depths: Depths, limit: number): number {
  const marks = /[*_~]+|[[\]]/g;
  for (let match = marks.exec(line); match; match = marks.exec(line)) {
    const run = match[0];
    const mark = run.charAt(0);
    const key = mark === ']' ? '[' : mark;
    const depth = depths.get(key) ?? 0;
    const { opens, closes } = flanks(line, match.index, marks.lastIndex);
    const down = mark === ']' || (mark !== '[' && closes && (depth > 0 || !opens));
    const up = mark === '[' || (!down && opens);
    const next = down ? Math.max(0, depth - run.length) : up ? depth + run.length : depth;
    if (next > limit) return match.index;
    depths.set(key, next);
  }
  return -1;
}

const swapAll = (text: string): string => text.replace(/[*_~[\]]/g, standInFor);

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
      return count > openers ? standInFor('<') + match.slice(1) : match;
    });
  }
  return text;
}

/** Swap what nests too deep in a run of lines without a blank one. */
function tameBlock(lines: string[]): string[] {
  const whole: Depths = new Map();
  let wild = false;
  return tameOpeners(lines.map(tameContainers).join('\n'))
    .split('\n')
    .map((line) => {
      if (!wild) {
        // A row of a table nests in itself only; whether this is one is not known yet.
        const at = line.includes('|') ? follow(line, new Map(), inLine) : -1;
        const tamed = at === -1 ? line : line.slice(0, at) + swapAll(line.slice(at));
        const wrong = follow(tamed, whole, line.includes('|') ? inBlock : inLine);
        wild = wrong !== -1;
        return wild ? tamed.slice(0, wrong) + swapAll(tamed.slice(wrong)) : tamed;
      }
      return swapAll(line);
    });
}

/**
 * Swap what nests too deep in a document for stand-ins of the same length.
 *
 * @returns The text to parse; the same text if it is sane.
 */
export function tame(text: string): string {
  const lines: string[] = [];
  let block: string[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() !== '') block.push(line);
    else {
      lines.push(...tameBlock(block), line);
      block = [];
    }
  }
  lines.push(...tameBlock(block));
  return lines.join('\n');
}

/** Swap the stand-ins of a tree back; a loop, as the tree may be deep. */
export function untame(root: Root): Root {
  const todo: Nodes[] = [root];
  for (let node = todo.pop(); node; node = todo.pop()) {
    if ('value' in node) node.value = restore(node.value);
    if ('url' in node) node.url = restore(node.url);
    if ('alt' in node && node.alt) node.alt = restore(node.alt);
    if ('label' in node && node.label) node.label = restore(node.label);
    if ('children' in node) for (const child of node.children) todo.push(child);
  }
  return root;
}
