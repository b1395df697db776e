/** The documents of `content/`, multiplied: the same texts under as many distinct codes as wanted. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { stringify } from 'yaml';
import type { Variant } from '../../src/model/registry.ts';
import { readRegistry } from '../ingest/load/registry.ts';
import { findSourceFiles } from '../ingest/load/source-files.ts';
import { ingest } from '../ingest/pipeline.ts';

/** Copies of each code in one catalog: about a thousand codes. */
const copiesInCatalog = 15;

/**
 * Multiplies the documents below a root that has a copy of `content/`. Each file contains its copies
 * one after the other; a catalog that has enough of them is followed by another.
 *
 * @param root The root; its `content/` is changed.
 * @param wanted Number of codes.
 * @returns Number of codes there are: a multiple of those in `content/`.
 */
export function multiplyContent(root: string, wanted: number): number {
  const registry = readRegistry(root);
  const codes = ingest(root).catalogs.flatMap((catalog) => catalog.codes.map(({ code }) => code));
  const pattern = anyOf(codes);
  const copies = Math.max(1, Math.round(wanted / codes.length));
  const files = new Map<string, string>();
  const multiply = (variant: Variant, folder: string, numbers: number[]): Variant => {
    const sources = findSourceFiles(root, variant).files;
    const paths = sources.map((source, index) => {
      // Files of one name may be in different folders.
      const path = `${folder}/${sources.length > 1 ? `${index}/` : ''}${basename(source)}`;
      const text = readFileSync(join(root, source), 'utf8');
      const copied = numbers.map((number) => text.replace(pattern, (code) => rename(code, number)));
      files.set(path, copied.join('\n\n'));
      return path;
    });
    return { ...variant, source: paths.length === 1 ? (paths[0] ?? '') : `${folder}/**` };
  };
  const catalogs = [];
  for (let first = 0; first < copies; first += copiesInCatalog) {
    const numbers = Array.from(
      { length: Math.min(copiesInCatalog, copies - first) },
      (_, at) => first + at,
    );
    for (const catalog of registry) {
      const id = first === 0 ? catalog.id : `${catalog.id}-${first / copiesInCatalog + 1}`;
      const variants = catalog.variants.map((variant) => {
        // Variants may share a source, each with the texts of its language.
        const owner = catalog.variants.find(({ source }) => source === variant.source);
        return multiply(variant, `content/sources/${id}/${owner?.id}`, numbers);
      });
      catalogs.push({ ...catalog, id, variants });
    }
  }
  rmSync(join(root, 'content/sources'), { recursive: true });
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  writeFileSync(join(root, 'content/catalogs.yaml'), stringify(catalogs));
  return copies * codes.length;
}

/** The longest first: a code may begin with another. */
function anyOf(codes: string[]): RegExp {
  const longestFirst = codes
    .toSorted((a, b) => b.length - a.length)
    .map((code) => RegExp.escape(code));
  return new RegExp(`(?<![\\w.-])(?:${longestFirst.join('|')})(?![\\w-])`, 'g');
}

/**
 * Returns a code of its own for each number, of the same length, as a grid table needs it.
 *
 * @example rename('APIG.0201', 1) // => 'AAAB.0201'
 */
function rename(code: string, number: number): string {
  if (number === 0) return code;
  const letter = (place: number) => String.fromCharCode(65 + (Math.floor(number / place) % 26));
  return code.slice(0, 1) + letter(676) + letter(26) + letter(1) + code.slice(4);
}
