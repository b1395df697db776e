/** Traditional Chinese characters to simplified ones. */

/** Simplified characters by the code of the traditional one. */
export type Simplification = ReadonlyMap<number, string>;

/** Leaves everything as it is. */
export const noSimplification: Simplification = new Map();

/** Unfold a table of pairs: traditional and simplified character in turn. */
export function readPairs(pairs: string): Simplification {
  const table = new Map<number, string>();
  for (let i = 0; i + 1 < pairs.length; i += 2) table.set(pairs.charCodeAt(i), pairs.charAt(i + 1));
  return table;
}

/**
 * Write a text in simplified characters; what the table does not know stays.
 *
 * @example simplify('後端超時', readPairs('後后時时')) // => '后端超时'
 */
export function simplify(text: string, table: Simplification): string {
  if (table.size === 0) return text;
  let result = '';
  let from = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 0x3400 || code > 0x9fff) continue;
    const to = table.get(code);
    if (to === undefined) continue;
    result += text.slice(from, i) + to;
    from = i + 1;
  }
  return from === 0 ? text : result + text.slice(from);
}
