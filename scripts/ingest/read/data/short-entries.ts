/** Entries that are nothing but the number of a code, among others that have it beside their texts. */
import { isCodeKey, isMetadata } from './keys.ts';
import type { DataMap, DataNode } from './node.ts';

const number = /^-?(?:\d+|0x[\da-f]+)$/i;

/**
 * Returns a node in which such a number is a map with the key of the others.
 *
 * @example expandShortEntries(of({ gone: { code: 25, fatal: true }, stuck: 26 })) // => of({ gone: …, stuck: { code: 26 } })
 */
export function expandShortEntries(node: DataNode): DataNode {
  if (node.kind === 'scalar') return node;
  if (node.kind === 'list') return { ...node, items: node.items.map(expandShortEntries) };
  const whole = node.entries.flatMap(({ key, value }) => {
    const ofCode = codeKeyIn(value);
    return ofCode === undefined ? [] : [{ ofCode, style: styleOf(key) }];
  });
  const key = whole[0]?.ofCode;
  // `version: 3` beside `E1: { code: 1001 }` is about the file.
  const styles = new Set(whole.map(({ style }) => style));
  return {
    ...node,
    entries: node.entries.map((entry) => {
      const { line, value } = entry;
      const isNumber = value.kind === 'scalar' && number.test(value.text);
      const isOwn = !isMetadata(entry.key) && styles.has(styleOf(entry.key));
      if (key === undefined || !isNumber || !isOwn)
        return { ...entry, value: expandShortEntries(value) };
      const map: DataMap = { kind: 'map', line, entries: [{ key, line, value }] };
      return { ...entry, value: map };
    }),
  };
}

/** What keys of one kind have in common. */
const styleOf = (key: string): string =>
  [/[-_.]/, /\d/, /[A-Z]/, /[a-z]/].map((sign) => sign.test(key)).join();

/** The key with the number of a code in a map. */
function codeKeyIn(node: DataNode): string | undefined {
  if (node.kind !== 'map') return undefined;
  return node.entries.find(
    ({ key, value }) => isCodeKey(key) && value.kind === 'scalar' && number.test(value.text),
  )?.key;
}
