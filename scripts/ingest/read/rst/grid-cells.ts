/** The cells of a grid, found as docutils' GridTableParser finds them. */

/** The positions of the borders of a cell, and of all borders that meet them. */
export interface Box {
  top: number;
  bottom: number;
  left: number;
  right: number;
  rows: number[];
  columns: number[];
}

/** Steps per character. Grids need fewer than 4; the search needs more if corners mislead it. */
const STEPS_PER_CHARACTER = 32;

/**
 * Returns the cells of a grid from the top down; undefined if they do not fill it.
 *
 * @param lines From the upper to the lower border.
 */
export function scanCells(lines: string[]): Box[] | undefined {
  const width = lines[0]?.length ?? 0;
  const isEven = lines.every((text) => text.length === width && /[+|]$/.test(text));
  if (!isEven || lines[0]?.[0] !== '+') return undefined;
  const lowest = lines.length - 1;
  const search = { lines, steps: width * lines.length * STEPS_PER_CHARACTER };
  /** By column: the row down to which cells were found. */
  const done = new Array<number>(width - 1).fill(0);
  const corners: number[][] = lines.map(() => []);
  corners[0]?.push(0);
  const boxes: Box[] = [];
  for (let top = 0; top < lowest; top++) {
    for (let left of corners[top]?.sort((a, b) => a - b) ?? []) {
      while (done[left] === top) {
        const box = findBox(search, top, left);
        if (!box) break;
        for (let column = left; column < box.right; column++) {
          if (done[column] !== top) return undefined;
          done[column] = box.bottom;
        }
        boxes.push(box);
        corners[box.bottom]?.push(left);
        left = box.right;
      }
    }
  }
  return done.every((bottom) => bottom === lowest) ? boxes : undefined;
}

interface Search {
  lines: string[];
  /** Steps left; without any, nothing is found. */
  steps: number;
}

/** The smallest cell with this upper left corner. */
function findBox(search: Search, top: number, left: number): Box | undefined {
  const { lines } = search;
  for (let right = left + 1; search.steps > 0; right++) {
    search.steps -= 1;
    const corner = lines[top]?.[right];
    if (corner === '-') continue;
    if (corner !== '+') return undefined;
    for (let bottom = top + 1; search.steps > 0; bottom++) {
      search.steps -= 1;
      const mark = lines[bottom]?.[right];
      if (mark === '|') continue;
      if (mark !== '+') break;
      if (!isClosed(search, top, bottom, left, right)) continue;
      return {
        ...{ top, bottom, left, right },
        rows: range(top, bottom).filter((row) => isCorner(row, left) || isCorner(row, right)),
        columns: range(left, right).filter((one) => isCorner(top, one) || isCorner(bottom, one)),
      };
    }
  }
  return undefined;

  function isCorner(row: number, column: number): boolean {
    return lines[row]?.[column] === '+';
  }
}

/** Whether the lower border and the left side lead back from the lower right to the upper left. */
function isClosed(search: Search, top: number, bottom: number, left: number, right: number) {
  let column = right - 1;
  while (column > left && /[-+]/.test(search.lines[bottom]?.[column] ?? '')) column--;
  let row = bottom - 1;
  while (row > top && /[|+]/.test(search.lines[row]?.[left] ?? '')) row--;
  search.steps -= right - column + (bottom - row);
  return column === left && row === top && search.lines[bottom]?.[left] === '+';
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
