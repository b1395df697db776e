/**
 * Random grid tables from a seed, for comparing the RST reader with docutils.
 *
 * They do not contain what docutils drops and the reader keeps: bullets and underlines without text.
 */
import { padWide } from '../../../scripts/ingest/read/width.ts';

type Random = () => number;

/** Pieces of text, most of them markup or nearly so. */
const PIECES = [
  ...['abc', 'APIG.0101', '1.0', '50%', 'é', '{x}', '<y>', '$1', '&amp;', '%s', "don't", '…'],
  ...['**bold**', '*em*', '``lit\\x``', '`a`', ':literal:`q\\|r`', ':ref:`t <a>`', ':ref:`b`'],
  ...[
    '错误码',
    '（**粗**）',
    '**粗体**。',
    '中文，*斜*、',
    '《*书*》',
    '“x”',
    '‘*’',
    '——',
    '４０４',
  ],
  ...['\\*esc\\*', 'a\\ b', '\\_x', 'C:\\\\dir', '\\\\', '\\', 'x_', 'admin_ y', '_a', '`ref`_'],
  ...['`t <https://e.com/a>`_', 'https://a.b/c', 'http://a.b。', 'a@b.cn', '<x:x:x>', '<z>'],
  ...['a|b', '|sub|', '||a||', '||', '**', '`', '``', '"*"', '(*)', '*a', 'b*', '**a*', '*a b*'],
  ...['[1]_', '[a]', '-1', '--', 'a:b', '::', '/v1/{id}', '*.cn', '2*3*4', "'*x*'", '*x*y', '`a`b'],
  ...['\u3000', '\u3000\u3000缩进', '"q"', '_', '10%~20%', '**a b** c', '😀', '①'],
];

interface Cell {
  row: number;
  column: number;
  height: number;
  width: number;
  lines: string[];
}

/** A document of three tables; the same seed gives the same document. */
export function randomDocument(seed: number): string {
  const random = randomFrom(seed);
  const parts = ['Title', '=====', ''];
  for (let index = 0; index < 3; index++) parts.push(text(random), '', grid(random), '');
  return parts.join('\n');
}

/** Returns a generator of numbers from 0 to below 1: mulberry32. */
function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const between = (random: Random, low: number, high: number) =>
  low + Math.floor(random() * (high - low + 1));
const pick = <T>(random: Random, from: T[]): T => from[between(random, 0, from.length - 1)] as T;

function text(random: Random): string {
  const pieces = Array.from({ length: between(random, 1, 5) }, () => pick(random, PIECES));
  return `W ${pieces.join(' ')} .`;
}

function block(random: Random): string[] {
  const some = () => text(random);
  const kinds = [
    () => [],
    () => [pick(random, PIECES.slice(0, 30))],
    () => [some()],
    () => [some()],
    () => [some(), some()],
    () => [some(), '', some()],
    () => [`- ${some()}`, `- ${some()}`],
    () => [`1. ${some()}`, `2. ${some()}`, '', `   - ${some()}`],
    () => [`4. ${some()}`, `5. ${some()}`],
    () => [`${some()}::`, '', '   raw *x* \\y', '     z'],
    () => [some(), '', ` - ${some()}`, ` - ${some()}`],
    () => [`| ${some()}`, `| ${some()}`],
    () => ['.. note::', '', `   ${some()}`],
    () => ['Term', `  ${some()}`],
    () => [`-a  ${some()}`, `--bc=x  ${some()}`],
  ];
  return pick(random, kinds)();
}

function cellsOf(random: Random, rows: number, columns: number, heads: number): Cell[] {
  const taken = new Set<number>();
  const cells: Cell[] = [];
  for (let place = 0; place < rows * columns; place++) {
    if (taken.has(place)) continue;
    const [row, column] = [Math.floor(place / columns), place % columns];
    let height = random() < 0.2 && row >= heads ? between(random, 1, rows - row) : 1;
    let width = random() < 0.2 ? between(random, 1, columns - column) : 1;
    const places = () =>
      Array.from(
        { length: height * width },
        (_, index) => place + Math.floor(index / width) * columns + (index % width),
      );
    if (places().some((one) => taken.has(one))) height = width = 1;
    for (const one of places()) taken.add(one);
    cells.push({ row, column, height, width, lines: block(random) });
  }
  return cells;
}

/** Positions of the borders such that every cell fits; `at` and `span` choose the direction. */
function borders(
  count: number,
  least: number,
  cells: { at: number; span: number; room: number }[],
) {
  const sizes = Array<number>(count).fill(least);
  for (const { at, span, room } of cells) {
    const have = sizes.slice(at, at + span).reduce((sum, size) => sum + size, span - 1);
    sizes[at + span - 1] = (sizes[at + span - 1] ?? 0) + Math.max(room - have, 0);
  }
  const ends = [0];
  for (const size of sizes) ends.push((ends.at(-1) ?? 0) + size + 1);
  return ends;
}

function grid(random: Random): string {
  const rows = between(random, 1, 4);
  const columns = between(random, 1, 4);
  const heads = random() < 0.6 && rows > 1 ? 1 : 0;
  const cells = cellsOf(random, rows, columns, heads);
  const widthOf = (lines: string[]) => Math.max(0, ...lines.map((line) => padWide(line).length));
  const across = cells.map((cell) => {
    return { at: cell.column, span: cell.width, room: widthOf(cell.lines) + 2 };
  });
  const down = cells.map((cell) => {
    return { at: cell.row, span: cell.height, room: cell.lines.length };
  });
  const lefts = borders(columns, 3, across);
  const tops = borders(rows, 1, down);
  const canvas = Array.from({ length: (tops.at(-1) ?? 0) + 1 }, () =>
    Array<string>((lefts.at(-1) ?? 0) + 1).fill(' '),
  );
  const put = (y: number, x: number, mark: string) => {
    const line = canvas[y];
    if (line && line[x] !== '+') line[x] = mark;
  };
  for (const { row, column, height, width, lines } of cells) {
    const [top = 0, bottom = 0] = [tops[row], tops[row + height]];
    const [left = 0, right = 0] = [lefts[column], lefts[column + width]];
    for (let x = left; x <= right; x++) for (const y of [top, bottom]) put(y, x, '-');
    for (let y = top; y <= bottom; y++) {
      for (const x of [left, right]) put(y, x, y === top || y === bottom ? '+' : '|');
    }
    lines.forEach((line, index) => {
      const units = padWide(line).split('');
      for (const [at, unit] of units.entries()) put(top + 1 + index, left + 2 + at, unit);
    });
  }
  const drawn = canvas.map((line) => line.join('').replaceAll('\ufdd1', ''));
  const headBorder = tops[1] ?? 0;
  if (heads > 0) drawn[headBorder] = (drawn[headBorder] ?? '').replaceAll('-', '=');
  return drawn.join('\n');
}
