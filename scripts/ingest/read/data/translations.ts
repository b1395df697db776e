/** Lists that have the texts of one code, an item for each language. */
import { isCodeKey, isFieldName, singularOf } from './keys.ts';
import { languageOfItem, withoutLanguage } from './layout.ts';
import type { DataEntry, DataMap, DataNode } from './node.ts';
import { isLeaf } from './record.ts';

/**
 * Returns a node in which each field of such a list is a map by language.
 *
 * @example joinTranslations(of({ code: 'E1', messages: [{ lang: 'en', text: 'Full' }, { lang: 'zh', text: '满' }] }))
 *   // => of({ code: 'E1', message: { en: 'Full', zh: '满' } })
 */
export function joinTranslations(node: DataNode): DataNode {
  if (node.kind === 'scalar') return node;
  if (node.kind === 'list') return { ...node, items: node.items.map(joinTranslations) };
  return {
    ...node,
    entries: node.entries.flatMap((entry) => {
      const items = itemsByLanguage(entry.value);
      if (items) return fieldsOf(entry, items);
      return [{ ...entry, value: joinTranslations(entry.value) }];
    }),
  };
}

/** The items of a list by their languages; undefined for another list. */
function itemsByLanguage(list: DataNode): Map<string, DataMap> | undefined {
  if (list.kind !== 'list') return undefined;
  const items = new Map<string, DataMap>();
  for (const item of list.items) {
    const lang = item.kind === 'map' ? languageOfItem(item) : undefined;
    if (item.kind !== 'map' || !lang || items.has(lang)) return undefined;
    const own = withoutLanguage(item);
    const isTexts = own.entries.every(({ key, value }) => isLeaf(value) && !isCodeKey(key));
    if (!isTexts || !own.entries.some(({ key }) => isFieldName(nameOf(key, '')))) return undefined;
    items.set(lang, own);
  }
  return items.size > 0 ? items : undefined;
}

function fieldsOf({ key: list }: DataEntry, items: ReadonlyMap<string, DataMap>): DataEntry[] {
  const fields = new Map<string, DataEntry & { value: DataMap }>();
  for (const [lang, { entries }] of items)
    for (const { key, line, value } of entries) {
      const name = nameOf(key, list);
      const map: DataMap = { kind: 'map', line, entries: [] };
      const field = fields.get(name) ?? { key: name, line, value: map };
      field.value.entries.push({ key: lang, line, value });
      fields.set(name, field);
    }
  return [...fields.values()];
}

/** The field of a text: what has no name of its own has that of the list, "solution" of `solutions`. */
function nameOf(key: string, list: string): string {
  if (!/^(?:content|text|translation|value)$/i.test(key)) return key;
  return isFieldName(singularOf(list)) ? singularOf(list) : 'message';
}
