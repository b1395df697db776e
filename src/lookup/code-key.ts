/** The key under which all spellings of a code are found. */
import { append } from '../model/append.ts';

/**
 * Returns a code without what people get wrong: case, width, separators and leading zeros.
 *
 * Two numbers next to each other stay apart, so that `A1.02` and `A12` have different keys. A code
 * without letters and digits, such as `%`, is its own key.
 *
 * @example codeKey('APIG.0201') // => 'apig201', like `apig-201`, `APIG_0201` and `ＡＰＩＧ 201`
 */
export function codeKey(code: string): string {
  const folded = code.normalize('NFKC').toLowerCase().trim();
  if (/^[^\p{L}\p{N}]*[%#$&@][^\p{L}\p{N}]*$/u.test(folded)) return folded;
  return folded
    .replace(/[^\p{L}\p{N}]+/gu, '.')
    .replace(/(?<!\p{N})0+(?=\p{N})/gu, '')
    .replace(/(?<!\p{N})\.|\.(?!\p{N})/gu, '');
}

/**
 * Returns items by the keys of their spellings, each once under a key, in their order.
 *
 * @param spellingsOf The codes that mean an item. One without letters and digits has no key.
 */
export function groupByCodeKey<Item>(
  items: Iterable<Item>,
  spellingsOf: (item: Item) => readonly string[],
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of new Set(spellingsOf(item).map(codeKey))) {
      if (key !== '') append(groups, key, item);
    }
  }
  return groups;
}

/**
 * Returns the letters and digits of a text in lower case.
 *
 * @example compactOf('APIG.0201') // => 'apig0201'
 */
export function compactOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
