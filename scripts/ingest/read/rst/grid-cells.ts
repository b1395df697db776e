/** The cells of a part of a grid table. */
import { unpad } from '../width.ts';

/** A cell; its borders are the positions of lines and of columns of text. */
export interface GridCell {
  top: number;
  bottom: number;
  left: number;
  right: number;
  content: string[];
  /** Whether the content is kept as it is, because its cells cannot be told apart. */
  isCode?: true;
}

export interface Grid {
  cells: GridCell[];
  /** Positions of all borders, ascending. */
  rows: number[];
  columns: number[];
}

const positions = (line: string, mark: RegExp): number[] =>
  Array.from(line.matchAll(mark), ({ index }) => index);

/**
 * Returns the cells that borders enclose; undefined if the borders do not meet.
 *
 * @param lines From the upper to the lower border.
 */
export function findCells(lines: string[]): Grid | undefined {
  const width = lines[0]?.length ?? 0;
  if (!lines.every((text) => text.length === width && /^[+|].*[+|]$/.test(text))) return undefined;
  const { rows, columns } = findBorders(lines);
  const isBar = (column: number, top: number, bottom: number) =>
    lines.slice(top, bottom + 1).every((text) => /[+|]/.test(text[column] ?? ''));
  const isBorder = (row: number, left: number, right: number) =>
    /^[-+]+$/.test(lines[row]?.slice(left, right + 1) ?? '');
  const cells: GridCell[] = [];
  const taken = new Set<number>();
  for (const [row, top] of rows.slice(0, -1).entries()) {
    for (const [column, left] of columns.slice(0, -1).entries()) {
      if (taken.has(row * columns.length + column)) continue;
      let toColumn = column + 1;
      while (!isBar(columns[toColumn] ?? width - 1, top, rows[row + 1] ?? 0)) toColumn += 1;
      const right = columns[toColumn] ?? width - 1;
      let toRow = row + 1;
      while (!isBorder(rows[toRow] ?? lines.length - 1, left, right)) toRow += 1;
      const bottom = rows[toRow] ?? lines.length - 1;
      const isClosed =
        isBorder(top, left, right) && isBar(left, top, bottom) && isBar(right, top, bottom);
      if (!isClosed) return undefined;
      for (let y = row; y < toRow; y++) {
        for (let x = column; x < toColumn; x++) {
          if (taken.has(y * columns.length + x)) return undefined;
          taken.add(y * columns.length + x);
        }
      }
      const content = lines.slice(top + 1, bottom).map((text) => text.slice(left + 1, right));
      cells.push({ top, bottom, left, right, content });
    }
  }
  return { cells, rows, columns };
}

/** The positions of borders. One in the middle begins and ends at borders of columns. */
function findBorders(lines: string[]): { rows: number[]; columns: number[] } {
  const columns = new Set(
    [lines[0] ?? '', lines.at(-1) ?? ''].flatMap((text) => positions(text, /\+/g)),
  );
  const rows = lines.flatMap((text, row) => {
    const runs = [...text.matchAll(/\+[-+]+\+/g)].filter(
      ({ 0: run, index }) =>
        run.includes('-') && columns.has(index) && columns.has(index + run.length - 1),
    );
    for (const { 0: run, index } of runs) {
      for (const position of positions(run, /\+/g)) columns.add(index + position);
    }
    return runs.length > 0 ? [row] : [];
  });
  return { rows, columns: [...columns].sort((a, b) => a - b) };
}

/** Whether cells of a row are one only because a bar does not meet the border above. */
export function hasLostBorder({ cells, rows }: Grid, lines: string[]): boolean {
  const corners = positions(lines[0] ?? '', /\+/g);
  if (cells.length === corners.length - 1 || rows.length > 2) return false;
  return lines.slice(1, -1).every((line) => {
    const bars = positions(line, /\|/g);
    const isNear = (bar: number, index: number) => Math.abs(bar - (corners[index] ?? 0)) <= 2;
    return bars.length === corners.length && bars.every(isNear);
  });
}

/** Returns a row cut at its bars, or with all its text in one cell if they do not match the border. */
export function cutAtBars(lines: string[]): Grid {
  const rows = [0, lines.length - 1];
  const columns = positions(lines[0] ?? '', /\+/g);
  const content = lines.slice(1, -1);
  const parts = content.map((text) => unpad(text).trim().split('|'));
  const isCut = parts.every((cut) => cut.length === columns.length + 1 && !cut[0] && !cut.at(-1));
  const [top = 0, bottom = 0] = rows;
  if (!isCut || content.length === 0) {
    return {
      ...{ rows, columns: [0, 1] },
      cells: [{ top, bottom, left: 0, right: 1, content, isCode: true }],
    };
  }
  const cells = columns.slice(1).map((right, index) => ({
    ...{ top, bottom, left: columns[index] ?? 0, right },
    content: parts.map((cut) => cut[index + 1] ?? ''),
  }));
  return { rows, columns, cells };
}
