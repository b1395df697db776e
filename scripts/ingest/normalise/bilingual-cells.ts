/** Cells that say the same in English and in Chinese, one below the other: each variant takes its own lines. */
import type { Cell, Row, Table } from '../../../src/model/document.ts';
import type { Lang } from '../../../src/model/lang.ts';
import { hasHan } from '../../../src/text/lang-of-text.ts';
import { plainText } from '../read/rich-text.ts';
import { joinLines, type Line, splitLines } from '../read/shapes/parts.ts';

/**
 * Returns a table whose cells have the lines of one language, in the columns in which most cells have both.
 *
 * @param lang The language to keep.
 * @example A cell “Disk full<br>磁盘已满” becomes “磁盘已满” in Chinese.
 */
export function keepLanguage(table: Table, lang: Lang): Table {
  const width = Math.max(0, ...table.rows.map(({ cells }) => cells.length));
  const parted = table.rows.map(({ cells }) => cells.map(partCell));
  const bilingual = Array.from({ length: width }, (_, column) => {
    const filled = table.rows.filter(({ cells }) => (cells[column]?.blocks.length ?? 0) > 0);
    return parted.filter((cells) => cells[column] !== undefined).length * 2 > filled.length;
  });
  if (!bilingual.includes(true)) return table;
  const keep = (row: Row, at: number): Row => ({
    ...row,
    cells: row.cells.map((cell, column) =>
      bilingual[column] ? (parted[at]?.[column]?.[lang] ?? cell) : cell,
    ),
  });
  return { ...table, rows: table.rows.map(keep) };
}

/** Parts a cell into its English and its Chinese lines; undefined if it has not got both. */
function partCell(cell: Cell): Record<Lang, Cell> | undefined {
  if (!cell.blocks.every((block) => block.type === 'paragraph')) return undefined;
  const lines = cell.blocks.flatMap((block) =>
    block.type === 'paragraph' ? splitLines(block.children, cell.line).flatMap(partLine) : [],
  );
  const isChinese = ({ children }: Line) => hasHan(plainText(children));
  const isEnglish = (line: Line) =>
    !isChinese(line) && /\p{Ll}{2}|\p{L} \p{L}/u.test(plainText(line.children));
  const [chinese, english] = [lines.filter(isChinese), lines.filter((line) => !isChinese(line))];
  // Two runs, one a language: a line in between would belong to either.
  const turns = lines.filter(
    (line, at) => at > 0 && isChinese(line) !== isChinese(lines[at - 1] as Line),
  );
  if (turns.length !== 1 || !english.every(isEnglish)) return undefined;
  const cellOf = (own: Line[]): Cell => ({ ...cell, blocks: [joinLines(own).block] });
  return { en: cellOf(english), 'zh-CN': cellOf(chinese) };
}

/** Parts "The disk is full. 磁盘已满。" behind the English sentence. */
function partLine(line: Line): Line[] {
  const [only, ...others] = line.children;
  if (only?.type !== 'text' || others.length > 0) return [line];
  const [, english, chinese] =
    /^(\P{Script=Han}*[.!?])\s+(\p{Script=Han}.*)$/su.exec(only.value) ?? [];
  if (english === undefined || chinese === undefined) return [line];
  const part = (value: string): Line => ({ ...line, children: [{ type: 'text', value }] });
  return [part(english), part(chinese)];
}
