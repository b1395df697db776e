import { z } from 'zod';
import { extensionsOf } from '../../../src/model/format.ts';
import { type Catalog, CatalogSchema, type Variant } from '../../../src/model/registry.ts';
import { isReservedSlug } from '../../../src/text/slug.ts';
import { distinguishEditions } from './distinguish-editions.ts';
import { InputError } from './input-error.ts';
import { listSources, sourcesFolder } from './list-sources.ts';
import { findSourceFiles } from './source-files.ts';
import { readYaml } from './yaml-file.ts';

export const registryFile = 'content/catalogs.yaml';

/** Names of pages, folders and data files of the site, also of pages that a later version may have. */
const reservedIds =
  `404 about all api c changelog codes compare data docs download en find guides history index llms
  lookup offline pagefind schema search site sitemap sources worklist zh-cn`.split(/\s+/);

/**
 * Reads `content/catalogs.yaml` and checks it against `content/sources/`.
 *
 * @throws InputError for invalid YAML, unknown or missing fields, duplicate ids, a variant without
 *   its files, a file without a variant, and lineages that are not a line of older and newer documents.
 */
export function readRegistry(root: string): Catalog[] {
  const { value: catalogs, lineOf } = readYaml(
    root,
    registryFile,
    z
      .array(CatalogSchema)
      .min(
        1,
        'there is no catalog. In a new project, run `npm run add -- FILE --catalog new --title "NAME / 名称"`. If the catalogs were removed by mistake: `git checkout HEAD -- content`',
      ),
  );
  const { files: present, problems } = listSources(root);
  if (problems.length > 0) throw new InputError(problems);
  const report = (path: PropertyKey[], problem: string) =>
    problems.push(`${registryFile}:${lineOf(path)}: ${problem}`);
  const users = new Map<string, Variant[]>();
  for (const [c, catalog] of catalogs.entries()) {
    if (catalogs.findIndex(({ id }) => id === catalog.id) !== c) {
      report([c, 'id'], `two catalogs have the id ${catalog.id}. Give each its own.`);
    }
    if (reservedIds.includes(catalog.id) || isReservedSlug(catalog.id)) {
      report(
        [c, 'id'],
        `${catalog.id} is the name of a page or a folder of this site, or of a device in Windows. Choose another id.`,
      );
    }
    for (const [v, variant] of catalog.variants.entries()) {
      const path = [c, 'variants', v];
      if (catalog.variants.findIndex(({ id }) => id === variant.id) !== v) {
        report([...path, 'id'], `two variants have the id ${variant.id}. Give each its own.`);
      }
      const problem = checkSource(root, catalog.id, variant, users);
      if (problem) report([...path, 'source'], problem);
      checkLineage(catalog, variant, (problem) => report([...path, 'follows'], problem));
      checkTranslates(catalog, variant, (problem) => report([...path, 'translates'], problem));
      checkCurrent(catalog, variant, (problem) => report([...path, 'current'], problem));
    }
  }
  for (const file of present) {
    if (!users.has(file)) {
      problems.push(
        `${file}:1: no variant in ${registryFile} uses this file. If its variant was removed by mistake: \`git checkout HEAD -- ${registryFile}\`. If it is new: move it out of content/sources/ and run \`npm run add -- FILE\`.`,
      );
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  return catalogs.map(distinguishEditions);
}

type Report = (problem: string) => void;

function checkTranslates(catalog: Catalog, { id, lang, translates }: Variant, report: Report) {
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

/**
 * Returns what is wrong with the `source` of a variant. Variants in different languages may share a
 * bilingual source.
 *
 * @param users The variants of each file; the files of this one are added.
 */
function checkSource(
  root: string,
  catalog: string,
  variant: Variant,
  users: Map<string, Variant[]>,
): string | undefined {
  const { id, source, format, lang } = variant;
  const folder = `${sourcesFolder}/${catalog}`;
  if (!`${source}/`.startsWith(`${folder}/`)) {
    return `${source} is outside ${folder}/. Move the file there.`;
  }
  const { files, ignored } = findSourceFiles(root, variant);
  if (files.length === 0) {
    if (ignored.length > 0) {
      return `the folder ${source} has no file of the format ${format} (${extensionsOf[format].map((extension) => `.${extension}`).join(', ')}). Correct \`format\`, or name the files with a glob.`;
    }
    return /[*?[{]/.test(source)
      ? `no file matches ${source}. Correct the pattern, or remove the variant ${id}.`
      : `the file ${source} does not exist. Add it, or remove the variant ${id}.`;
  }
  let problem: string | undefined;
  for (const file of [...files, ...ignored]) {
    const others = users.get(file) ?? [];
    users.set(file, [...others, variant]);
    const clash = others.find((other) => other.source !== source || other.lang === lang);
    if (clash && files.includes(file)) {
      problem ??= `the variant ${clash.id} already uses ${file}. Give each variant its own files; only variants in different languages may share a \`source\`.`;
    }
  }
  return problem;
}

function checkCurrent(catalog: Catalog, variant: Variant, report: Report) {
  if (variant.current === undefined) return;
  const first = catalog.variants.find(
    ({ lineage, current }) => current && lineage === variant.lineage,
  );
  if (first !== undefined && first !== variant) {
    report(
      `${variant.id} and ${first.id} are both the current document of the lineage ${variant.lineage}. Remove \`current\` from one of them.`,
    );
  }
}

function checkLineage(catalog: Catalog, variant: Variant, report: Report) {
  const first = catalog.variants.find(
    (other) => other.lineage === variant.lineage && other.follows === undefined,
  );
  if (variant.follows === undefined && first !== variant) {
    report(
      `${variant.id} and ${first?.id} both begin the lineage ${variant.lineage}. Set \`follows\` in the later one.`,
    );
  }
  if (variant.follows === undefined) return;
  const before = catalog.variants.find(({ id }) => id === variant.follows);
  if (before === undefined) {
    report(
      `follows: ${catalog.id} has no variant ${variant.follows}. Use one of: ${catalog.variants.map(({ id }) => id).join(', ')}.`,
    );
    return;
  }
  const date = variant.revision ?? variant.seen;
  // The earlier document may be older than the date on which it was seen.
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
