/**
 * Returns how often each item is in a list.
 *
 * @example countAll(['a', 'b', 'a']) // => Map { 'a' => 2, 'b' => 1 }
 */
export function countAll<Item>(items: Iterable<Item>): Map<Item, number> {
  const counts = new Map<Item, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
