/** The items of a list in a data file: entries of codes, groups, and what is neither. */
import type { Context } from './context.ts';
import { withoutTitle } from './context.ts';
import { isCounted, isEntry, isNamedGroup, isParent, namesOfEntries, textKeys } from './entries.ts';
import { isOwnCode } from './keys.ts';
import { hasCodeKeys, languageOfItem, withoutLanguage } from './layout.ts';
import type { DataList, DataMap, DataNode } from './node.ts';
import { type DataRecord, flattenRecord, isLeaf } from './record.ts';

/**
 * Divides the items of a list.
 *
 * @returns The entries by their language, the groups of further codes in the order of the list, and the
 *   texts and rows between them, and groups without codes.
 */
export function readItems(
  list: DataList,
  context: Context,
): {
  byLanguage: Map<string | undefined, DataRecord[]>;
  others: { node: DataNode; context: Context }[];
  texts: { node: DataNode; text: string }[];
  empty: DataNode[];
} {
  const byLanguage = new Map<string | undefined, DataRecord[]>();
  const others: { node: DataNode; context: Context }[] = [];
  const kin = namesOfEntries(list.items);
  const maps = list.items.filter((item) => item.kind === 'map');
  const parents = new Set(maps.filter((item) => isParent(item, kin)));
  const singles = new Set(
    maps.filter((item) => isEntry(item) && !hasCodeKeys(item) && !isNamedGroup(item)),
  );
  // `{ name: archive, errors: [] }` beside groups with errors.
  const groups = maps.filter((item) => !parents.has(item) && !singles.has(item));
  const ofGroups = new Set(groups.flatMap(({ entries }) => entries.map(({ key }) => key)));
  const isEmptyGroup = (item: DataMap) =>
    singles.has(item) &&
    !textKeys(item).some(isOwnCode) &&
    item.entries.every(({ key }) => ofGroups.has(key));
  const empty: DataNode[] = [];
  for (const item of list.items) {
    if (item.kind !== 'map') {
      others.push({ node: item, context });
      continue;
    }
    if (isEmptyGroup(item)) {
      empty.push(item);
      continue;
    }
    const language = languageOfItem(item);
    const lang = language ?? context.lang;
    const isAbove = parents.has(item);
    if (!isAbove && !singles.has(item)) {
      const group = language ? withoutLanguage(item) : item;
      const [node, inside] = withoutTitle(group, { ...context, lang, isStructure: false });
      others.push({ node, context: inside });
      continue;
    }
    const below = item.entries.filter(
      ({ value }) => isAbove && !isLeaf(value) && !isCounted(value),
    );
    others.push(...below.map(({ value }) => ({ node: value, context })));
    const own = { ...item, entries: item.entries.filter((entry) => !below.includes(entry)) };
    const records = byLanguage.get(lang) ?? [];
    byLanguage.set(lang, records);
    records.push(flattenRecord(language ? withoutLanguage(own) : own, lang));
  }
  const texts = (maps.length > 0 ? list.items : []).flatMap((node) => {
    const [first] = node.kind === 'list' ? node.items : [node];
    return first?.kind === 'scalar' && first.text !== '' ? [{ node, text: first.text }] : [];
  });
  return { byLanguage, others, texts, empty };
}
