/** A toggle of a filter. */
export interface Choice {
  value: string;
  label: string;
  /** The number of rows that have the value. */
  count: number;
}

/** Returns a choice for each value that some row has. */
export function choicesOf<Value extends string, Row>(
  values: readonly Value[],
  rows: readonly Row[],
  has: (row: Row, value: Value) => boolean,
  label: (value: Value) => string,
): Choice[] {
  return values
    .map((value) => ({
      value,
      label: label(value),
      count: rows.filter((row) => has(row, value)).length,
    }))
    .filter(({ count }) => count > 0);
}
