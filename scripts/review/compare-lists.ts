/** Returns what only one of two lists has. Equal items count as often as they occur. */
export function compareLists<Item>(
  before: readonly { key: string; item: Item }[],
  after: readonly { key: string; item: Item }[],
) {
  const missing = (from: typeof before, other: typeof before) => {
    const counts = new Map<string, number>();
    for (const { key } of other) counts.set(key, (counts.get(key) ?? 0) + 1);
    return from.flatMap(({ key, item }) => {
      const count = counts.get(key) ?? 0;
      counts.set(key, count - 1);
      return count > 0 ? [] : [item];
    });
  };
  return {
    before: before.length,
    after: after.length,
    appeared: missing(after, before),
    done: missing(before, after),
  };
}
