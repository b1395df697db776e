/**
 * The assignment of rows to columns with the greatest total score (Hungarian algorithm in the
 * shortest-augmenting-path form, Jonker and Volgenant 1987; cubic time).
 *
 * Greedy choice was rejected: the best single pair can force two bad ones.
 *
 * @param scores One line a row, one number a column; may have more rows than columns.
 * @returns For each row its column, or -1 where the row is left over.
 * @example bestAssignment([[5, 4], [4, 0]]) // => [1, 0]
 */
export function bestAssignment(scores: number[][]): number[] {
  const height = scores.length;
  const width = scores[0]?.length ?? 0;
  const size = Math.max(height, width);
  if (size === 0 || width === 0) return scores.map(() => -1);
  const cost = (row: number, column: number) => -(scores[row]?.[column] ?? 0);
  const rowPrice = new Float64Array(size + 1);
  const columnPrice = new Float64Array(size + 1);
  const rowOf = new Int32Array(size + 1);
  const way = new Int32Array(size + 1);
  for (let row = 1; row <= size; row += 1) {
    rowOf[0] = row;
    let column = 0;
    const least = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(size + 1);
    do {
      used[column] = 1;
      const current = rowOf[column] ?? 0;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let j = 1; j <= size; j += 1) {
        if (used[j]) continue;
        const reduced = cost(current - 1, j - 1) - (rowPrice[current] ?? 0) - (columnPrice[j] ?? 0);
        if (reduced < (least[j] ?? 0)) {
          least[j] = reduced;
          way[j] = column;
        }
        if ((least[j] ?? 0) < delta) {
          delta = least[j] ?? 0;
          next = j;
        }
      }
      for (let j = 0; j <= size; j += 1) {
        if (used[j]) {
          const r = rowOf[j] ?? 0;
          rowPrice[r] = (rowPrice[r] ?? 0) + delta;
          columnPrice[j] = (columnPrice[j] ?? 0) - delta;
        } else least[j] = (least[j] ?? 0) - delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    do {
      const previous = way[column] ?? 0;
      rowOf[column] = rowOf[previous] ?? 0;
      column = previous;
    } while (column !== 0);
  }
  const assigned = new Array<number>(height).fill(-1);
  for (let column = 1; column <= width; column += 1) {
    const row = (rowOf[column] ?? 0) - 1;
    if (row >= 0 && row < height) assigned[row] = column - 1;
  }
  return assigned;
}
