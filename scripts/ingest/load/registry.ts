import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Catalog, CatalogSchema } from '../../../src/model/model.ts';
import { dateOf } from '../../../src/model/order.ts';
import { InputError } from './input-error.ts';
import { readYaml } from './yaml-file.ts';

export const registryFile = 'content/catalogs.yaml';
const sourcesFolder = 'content/sources';

/** Names of the site's own pages and of the data API, which no catalog may take. */
const reservedIds = ['guides', 'sources', 'find', 'offline', 'schema', 'index'];

/**
 * Read `content/catalogs.yaml` and check it against `content/sources/`.
 *
 * @throws InputError for unreadable YAML, unknown or missing fields, two catalogs or variants of one
 * id, a variant without its file, a file that no variant names, and a `follows` that leads nowhere.
 */
export function readRegistry(root: string): Catalog[] {
  const { value: catalogs, lineOf } = readYaml(root, registryFile, z.array(CatalogSchema).min(1));
  const problems: string[] = [];
  const report = (path: PropertyKey[], problem: string) =>
    problems.push(`${registryFile}:${lineOf(path)}: ${problem}`);
  const named = new Set<string>();
  for (const [c, catalog] of catalogs.entries()) {
    if (catalogs.findIndex(({ id }) => id === catalog.id) !== c) {
      report([c, 'id'], `two catalogs have the id ${catalog.id}. Give each its own.`);
    }
    if (reservedIds.includes(catalog.id)) {
      report([c, 'id'], `${catalog.id} is the name of a page of the site. Choose another id.`);
    }
    for (const [v, variant] of catalog.variants.entries()) {
      const path = [c, 'variants', v];
      if (catalog.variants.findIndex(({ id }) => id === variant.id) !== v) {
        report([...path, 'id'], `two variants have the id ${variant.id}. Give each its own.`);
      }
      if (!variant.source.startsWith(`${sourcesFolder}/${catalog.id}/`)) {
        report(
          [...path, 'source'],
          `${variant.source} is outside ${sourcesFolder}/${catalog.id}/. Move the file there.`,
        );
      } else if (!isFile(join(root, variant.source))) {
        report(
          [...path, 'source'],
          `the file ${variant.source} is not there. Add it, or remove the variant ${variant.id}.`,
        );
      }
      if (named.has(variant.source)) {
        report(
          [...path, 'source'],
          `another variant already names ${variant.source}. Each needs its own file.`,
        );
      }
      named.add(variant.source);
      checkLineage(catalog, v, (problem) => report([...path, 'follows'], problem));
    }
  }
  for (const file of sourceFiles(root)) {
    if (!named.has(file)) {
      problems.push(
        `${file}:1: no variant of ${registryFile} names this file. Add a variant for it, or remove the file.`,
      );
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  return catalogs;
}

function checkLineage(catalog: Catalog, index: number, report: (problem: string) => void): void {
  const variant = catalog.variants[index];
  const first = catalog.variants.find(
    (other) => other.lineage === variant?.lineage && other.follows === undefined,
  );
  if (variant && variant.follows === undefined && first !== variant) {
    report(
      `${variant.id} and ${first?.id} both begin the lineage ${variant.lineage}. Say with \`follows\` which one came before.`,
    );
  }
  if (variant?.follows === undefined) return;
  const before = catalog.variants.find(({ id }) => id === variant.follows);
  if (before === undefined) {
    report(
      `follows: there is no variant ${variant.follows} in ${catalog.id}. Name one of: ${catalog.variants.map(({ id }) => id).join(', ')}.`,
    );
    return;
  }
  if (dateOf(variant) !== '' && dateOf(variant) < dateOf(before)) {
    report(
      `${variant.id} (${dateOf(variant)}) follows ${before.id} (${dateOf(before)}), which is newer. Correct the dates, or let ${before.id} follow ${variant.id}.`,
    );
  }
  if (before.lineage !== variant.lineage || before.lang !== variant.lang) {
    report(
      `${variant.id} follows ${before.id}, which is of another lineage or language. A lineage is one document in one language.`,
    );
  }
  if (
    catalog.variants.some(({ id, follows }) => id !== variant.id && follows === variant.follows)
  ) {
    report(`two variants follow ${before.id}. A lineage is a line: let one follow the other.`);
  }
  const seen = new Set<string>();
  for (let at: string | undefined = variant.id; at !== undefined; ) {
    if (seen.has(at)) {
      report(`${variant.id} follows itself in the end. Remove one \`follows\` of the circle.`);
      return;
    }
    seen.add(at);
    at = catalog.variants.find(({ id }) => id === at)?.follows;
  }
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

function sourceFiles(root: string): string[] {
  const folder = join(root, sourcesFolder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${sourcesFolder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => isFile(join(root, name)) && !/\/\.[^/]+$/.test(name))
    .sort();
}
