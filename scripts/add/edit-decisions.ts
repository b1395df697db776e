import { parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';

/**
 * Returns the text of `content/curation/permalinks.yaml` without the items that retire codes which a new document has
 * again: they would be errors. Comments, order and style of what is there stay.
 *
 * @param codes Codes of the new document.
 */
export function withoutReturned(text: string, catalog: string, codes: ReadonlySet<string>): string {
  const document = parseDocument(text);
  const retired = document.get('retired') as YAMLSeq<YAMLMap> | undefined;
  const items = retired?.items ?? [];
  const kept = items.filter(
    (item) =>
      item.get('catalog') !== catalog ||
      item.has('case') ||
      !codes.has(`${item.get('code') ?? ''}`),
  );
  if (!retired || kept.length === items.length) return text;
  retired.items = kept;
  retired.flow = kept.length === 0;
  return document.toString({ lineWidth: 0 });
}
