/** Named comparators for texts; none depends on the locale of the machine. */

/** Code units, the same on every machine. */
export function compareStrings(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Natural order: runs of digits by value, all else by code units. */
export function compareCodes(a: string, b: string): number {
  const left = a.match(/\d+|\D+/g) ?? [];
  const right = b.match(/\d+|\D+/g) ?? [];
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const [l = '', r = ''] = [left[i], right[i]];
    const numbers = /^\d/.test(l) && /^\d/.test(r);
    const order = numbers ? Number(l) - Number(r) : compareStrings(l, r);
    if (order !== 0) return order;
  }
  return left.length - right.length || compareStrings(a, b);
}
