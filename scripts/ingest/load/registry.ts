import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Catalog, CatalogSchema } from '../../../src/model/registry.ts';
import { distinguishEditions } from './distinguish-editions.ts';
import { InputError } from './input-error.ts';
import { readYaml } from './yaml-file.ts';

export const registryFile = 'content/catalogs.yaml';
const sourcesFolder = 'content/sources';

/** Names of pages and data files that a catalog's id would collide with. */
const reservedIds = ['guides', 'sources', 'find', 'offline', 'schema', 'index'];

/**
 * Reads `content/catalogs.yaml` and checks it against `content/sources/`.
 *
 * @throws InputError for invalid YAML, unknown or missing fields, duplicate ids, a variant without
 *   its file, a file without a variant, and lineages that are not a line of older and newer documents.
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
      report([c, 'id'], `${catalog.id} is the name of a page of this site. Choose another id.`);
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
          `the file ${variant.source} does not exist. Add it, or remove the variant ${variant.id}.`,
        );
      }
      if (named.has(variant.source)) {
        report(
          [...path, 'source'],
          `another variant already uses ${variant.source}. Give each variant its own file.`,
        );
      }
      named.add(variant.source);
      checkLineage(catalog, v, (problem) => report([...path, 'follows'], problem));
      checkTranslates(catalog, v, (problem) => report([...path, 'translates'], problem));
      checkCurrent(catalog, v, (problem) => report([...path, 'current'], problem));
    }
  }
  for (const file of sourceFiles(root)) {
    if (!named.has(file)) {
      problems.push(
        `${file}:1: no variant in ${registryFile} uses this file. Add a variant for it, or remove the file.`,
      );
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  return catalogs.map(distinguishEditions);
}

function checkTranslates(catalog: Catalog, index: number, report: (problem: string) => void): void {
  const { id, lang, translates } = catalog.variants[index] ?? {};
  if (translates === undefined) return;
  const original = catalog.variants.find((variant) => variant.id === translates);
  if (original === undefined) {
    const others = catalog.variants.filter((variant) => variant.lang !== lang);
    report(
      `translates: ${catalog.id} has no variant ${translates}. Use one of: ${others.map((variant) => variant.id).join(', ')}.`,
    );
  } else if (original.lang === lang) {
    report(
      `${id} translates ${translates}, which is in the same language. Name the document in the other language, or remove \`translates\`.`,
    );
  } else if (original.translates !== undefined) {
    report(
      `${id} translates ${translates}, which is a translation itself. Remove \`translates\` from the original of the two.`,
    );
  }
}

function checkCurrent(catalog: Catalog, index: number, report: (problem: string) => void): void {
  const variant = catalog.variants[index];
  if (variant?.current === undefined) return;
  const first = catalog.variants.find(
    ({ lineage, current }) => current && lineage === variant.lineage,
  );
  if (first !== undefined && first !== variant) {
    report(
      `${variant.id} and ${first.id} are both the current document of the lineage ${variant.lineage}. Remove \`current\` from one of them.`,
    );
  }
}

function checkLineage(catalog: Catalog, index: number, report: (problem: string) => void): void {
  const variant = catalog.variants[index];
  const first = catalog.variants.find(
    (other) => other.lineage === variant?.lineage && other.follows === undefined,
  );
  if (variant && variant.follows === undefined && first !== variant) {
    report(
      `${variant.id} and ${first?.id} both begin the lineage ${variant.lineage}. Set \`follows\` in the later one.`,
    );
  }
  if (variant?.follows === undefined) return;
  const before = catalog.variants.find(({ id }) => id === variant.follows);
  if (before === undefined) {
    report(
      `follows: ${catalog.id} has no variant ${variant.follows}. Use one of: ${catalog.variants.map(({ id }) => id).join(', ')}.`,
    );
    return;
  }
  const date = variant.revision ?? variant.seen;
  // The date on which the earlier one was seen says nothing about a dated one: it may be as old.
  const earlier = before.revision ?? (variant.revision === undefined ? before.seen : undefined);
  if (date !== undefined && earlier !== undefined && date < earlier) {
    report(
      `${variant.id} (${date}) follows ${before.id} (${earlier}), which is newer. Correct the dates, or let ${before.id} follow ${variant.id}.`,
    );
  }
  if (before.lineage !== variant.lineage || before.lang !== variant.lang) {
    report(
      `${variant.id} follows ${before.id}, which is in another lineage or language. A lineage is one document in one language.`,
    );
  }
  if (
    catalog.variants.some(({ id, follows }) => id !== variant.id && follows === variant.follows)
  ) {
    report(`two variants follow ${before.id}. Let one of them follow the other.`);
  }
  const seen = new Set<string>();
  for (let at: string | undefined = variant.id; at !== undefined; ) {
    if (seen.has(at)) {
      report(`${variant.id} follows itself. Remove one \`follows\` of the circle.`);
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
