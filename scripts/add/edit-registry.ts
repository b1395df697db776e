/** Edits content/catalogs.yaml; comments, order and style of what is there stay. */
import {
  type Document,
  isScalar,
  parseDocument,
  type ToStringOptions,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Catalog, Variant } from '../../src/model/registry.ts';

/** What to add to the registry. */
export interface Addition {
  catalog: string;
  /** The catalog without its documents, if it is new. */
  newCatalog?: Pick<Catalog, 'title' | 'description'> | undefined;
  variant: Variant;
  /** Id of the edition that follows the new one from now on. */
  after?: string | undefined;
}

/**
 * Returns the text of the registry with a document added: next to the edition before or after it,
 * so that editions stay in their order, else as the last one of its catalog.
 *
 * @param text `content/catalogs.yaml`; it must be valid. Its line ends stay as they are.
 */
export function editRegistry(text: string, addition: Addition): string {
  if (!text.includes('\r\n')) return addTo(text, addition);
  return addTo(text.replaceAll('\r\n', '\n'), addition).replaceAll('\n', '\r\n');
}

function addTo(text: string, addition: Addition): string {
  const document = parseDocument(text);
  // A file of comments has no content.
  document.contents ??= document.createNode([]) as never;
  const catalogs = document.contents as unknown as YAMLSeq<YAMLMap>;
  const { catalog: id, newCatalog, variant, after } = addition;
  const options = optionsOf(document, text);
  if (newCatalog) {
    const item = createMap(document, { id, ...newCatalog, variants: [variant] });
    item.spaceBefore = catalogs.items.length > 0;
    if (catalogs.items.length === 0) catalogs.flow = false;
    catalogs.add(item);
    return document.toString(options);
  }
  const catalog = catalogs.items.find((item) => item.get('id') === id);
  const variants = catalog?.get('variants') as YAMLSeq<YAMLMap>;
  const indexOf = (name: string | undefined) =>
    variants.items.findIndex((item) => item.get('id') === name);
  const [before, next] = [indexOf(variant.follows), indexOf(after)];
  const follower = variants.items[next];
  if (follower) follow(document, follower, variant.id);
  // Without both neighbours, the list is taken to have the newest edition first.
  const isOldestFirst = before !== -1 && next !== -1 && before < next;
  const beside = before !== -1 ? before + Number(isOldestFirst) : next + 1;
  const at = before === -1 && next === -1 ? variants.items.length : beside;
  variants.items.splice(at, 0, createMap(document, variant));
  return document.toString(options);
}

/** Sets `follows` of an edition; a new one comes after `lineage`. */
function follow(document: Document, item: YAMLMap, id: string): void {
  if (item.has('follows')) {
    item.set('follows', id);
    return;
  }
  const at = item.items.findIndex(({ key }) => isScalar(key) && key.value === 'lineage');
  item.items.splice(at + 1, 0, document.createPair('follows', id));
}

/** Creates a map in the style of the file: names in both languages on one line. */
function createMap(document: Document, value: object): YAMLMap {
  const map = document.createNode(value) as YAMLMap;
  visit(map, {
    Map: (_, node) => {
      const isName = node.items.every(
        ({ key }) => isScalar(key) && /^(en|zh-CN)$/.test(`${key.value}`),
      );
      if (isName && `${node}`.length < 90) node.flow = true;
    },
  });
  return map;
}

/** Returns the options with which the file is written as it is, if there are any. */
function optionsOf(document: Document, text: string): ToStringOptions {
  const common = { lineWidth: 0 };
  const styles = [true, false].flatMap((flowCollectionPadding) =>
    [true, false].flatMap((indentSeq) =>
      [2, 1, 4].map((indent) => ({ ...common, flowCollectionPadding, indentSeq, indent })),
    ),
  );
  return styles.find((style) => document.toString(style) === text) ?? common;
}
