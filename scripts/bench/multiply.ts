/** The documents of `content/`, multiplied: the same texts under as many distinct codes as wanted. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { stringify } from 'yaml';
import type { Catalog, Variant } from '../../src/model/registry.ts';
import { readRegistry } from '../ingest/load/registry.ts';

/** Codes of all catalogs of `content/` together. */
export const codesInContent = 133;

/** Copies that go into one catalog: about a thousand codes. */
const copiesInCatalog = 15;

/**
 * Multiplies the documents below a root that holds a copy of `content/`. The copies of a document
 * stand one after the other in it, and a catalog that has enough of them is followed by another.
 *
 * @param root The root; its `content/` is changed.
 * @param codes How many codes are wanted.
 * @returns How many there are: a multiple of those in `content/`.
 */
export function multiplyContent(root: string, codes: number): number {
  const copies = Math.max(1, Math.round(codes / codesInContent));
  const registry = readRegistry(root);
  const groups = Math.ceil(copies / copiesInCatalog);
  const catalogs = Array.from({ length: groups }, (_, group) => {
    const first = group * copiesInCatalog;
    const numbers = Array.from(
      { length: Math.min(copiesInCatalog, copies - first) },
      (_, index) => first + index,
    );
    return registry.map((catalog) => multiplyCatalog(root, catalog, group, numbers));
  }).flat();
  // The first group is written over the documents that the others are made of.
  for (const { files } of catalogs) {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  }
  writeFileSync(
    join(root, 'content/catalogs.yaml'),
    stringify(catalogs.map(({ catalog }) => catalog)),
  );
  return copies * codesInContent;
}

function multiplyCatalog(root: string, catalog: Catalog, group: number, numbers: number[]) {
  const id = group === 0 ? catalog.id : `${catalog.id}-${group + 1}`;
  const files = new Map<string, string>();
  const variants = catalog.variants.map((variant): Variant => {
    const text = readFileSync(join(root, variant.source), 'utf8');
    const source = `content/sources/${id}/${basename(variant.source)}`;
    files.set(source, numbers.map((number) => withOtherCodes(text, number)).join('\n\n'));
    return { ...variant, source };
  });
  return { catalog: { ...catalog, id, variants }, files };
}

/**
 * A document under other codes. The numbered codes keep their length, as a grid table needs it.
 *
 * @example withOtherCodes('APIG.0201', 1) // => 'AAAB.0201'
 */
function withOtherCodes(text: string, number: number): string {
  if (number === 0) return text;
  const tag = tagOf(number);
  return text
    .replace(/\bAPIG\.(?=\d)/g, `A${tag}.`)
    .replace(/^(\| *)(?=[A-Z][A-Za-z]*(?:[_A-Z.a-z-]*) *\|)(?! *Error Code)/gm, `$1${tag}`);
}

/** Three letters. */
function tagOf(number: number): string {
  const letter = (place: number) => String.fromCharCode(65 + (Math.floor(number / place) % 26));
  return letter(676) + letter(26) + letter(1);
}
