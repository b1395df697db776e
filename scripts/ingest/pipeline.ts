/** The stages put together: sources in, codes out. Pure but for reading `content/`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Code } from '../../src/model/case.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Catalog, Variant, VariantReport } from '../../src/model/registry.ts';
import { reservedSlugs } from './align/anchor.ts';
import { applyDecisions } from './align/decisions.ts';
import { type AlignedCode, alignCatalog } from './align/index.ts';
import { compareCatalog } from './compare/compare-catalog.ts';
import { changesSince, compareCode } from './compare/index.ts';
import { finding } from './findings.ts';
import { acknowledge } from './load/acknowledge.ts';
import { type Curation, readCuration } from './load/curation.ts';
import { InputError } from './load/input-error.ts';
import { type LastTexts, noLastTexts, readLastTexts } from './load/last-texts.ts';
import { noPermalinks, type Permalinks, readPermalinks } from './load/permalinks.ts';
import { readRegistry } from './load/registry.ts';
import { type NormalisedDocument, normaliseDocument } from './normalise/index.ts';
import { checkLost, checkLostCatalogs, checkStale } from './permalinks/check.ts';
import { describeUnrecorded, recordLastTexts, recordPermalinks } from './permalinks/record.ts';
import { recordedCodes } from './permalinks/recorded.ts';
import {
  formerEntries,
  retiredCases,
  retiredCodes,
  retiredVariants,
} from './permalinks/retired.ts';
import { assignShortLinks } from './permalinks/short-links.ts';
import { assignSlugs } from './permalinks/slugs.ts';
import { decodeDocument } from './read/decode.ts';
import { readDocument } from './read/index.ts';
import { type Progress, silent } from './report/progress.ts';
import { listWork } from './worklist/index.ts';
import type { CatalogResult } from './write/index.ts';

/** Everything that one run makes of `content/`, and what went wrong. */
export interface Ingested {
  catalogs: CatalogResult[];
  findings: Finding[];
  /** Problems that no document line can carry: `file:line: what is wrong. What to do.` */
  problems: string[];
  /** Permalinks and last texts as `npm run permalinks` would record them. */
  record: Recorded;
  /** What of it is not recorded yet, in words. */
  unrecorded: string[];
}

/** What was issued, and the last known texts of it by catalog. */
export interface Recorded {
  permalinks: Permalinks;
  last: Map<string, LastTexts>;
}

/**
 * Run all stages but writing.
 *
 * @param root The project's root; `content/` below it is read.
 * @param progress Takes what is being done now.
 * @throws InputError when the registry or the curation cannot be read at all.
 */
export function ingest(root: string, progress: Progress = silent): Ingested {
  const registry = readRegistry(root);
  const curation = readCuration(root);
  const permalinks = readPermalinks(root);
  const last = new Map(registry.map(({ id }) => [id, readLastTexts(root, id)]));
  const recorded = { permalinks, last };
  const problems: string[] = checkLostCatalogs(registry, permalinks);
  const catalogs = registry.map((catalog, at) => {
    progress(`reading and comparing ${catalog.id} (${at + 1} of ${registry.length})`);
    return ingestCatalog(root, catalog, curation, recorded, problems);
  });
  problems.push(...checkCatalogs(registry, curation));
  // After a fatal finding rows are missing, and each would be reported as if an editor had erred.
  if (catalogs.every(isWhole)) {
    problems.push(...acknowledge(catalogs, curation), ...checkDefects(catalogs, curation));
  }
  const findings = catalogs.flatMap(({ variants }) =>
    variants.flatMap((variant) => variant.findings),
  );
  const record = recordAll(catalogs, recorded, problems);
  return { catalogs, findings, problems, record, unrecorded: describeUnrecorded(recorded, record) };
}

/** Whether the run met something that nothing may be written or recorded after. */
export function hasFailed({ problems, findings }: Ingested): boolean {
  return problems.length > 0 || findings.some(({ level }) => level === 'error');
}

/** A run that could not even begin. */
export function failedWith(problems: string[]): Ingested {
  const record = { permalinks: noPermalinks, last: new Map() };
  return { catalogs: [], findings: [], problems, record, unrecorded: [] };
}

function recordAll(catalogs: CatalogResult[], recorded: Recorded, problems: string[]): Recorded {
  const owners = assignShortLinks(
    catalogs.flatMap(({ codes, retired }) => [...codes, ...retired]),
    recorded.permalinks,
  );
  // With problems at hand anchors may be missing; nothing can be recorded then.
  if (problems.length > 0) return recorded;
  const issued = catalogs.map(({ catalog, codes }) => ({ ...catalog, codes }));
  return {
    permalinks: recordPermalinks(recorded.permalinks, issued, owners),
    last: new Map(
      issued.map((catalog) => [
        catalog.id,
        recordLastTexts(recorded.last.get(catalog.id) ?? noLastTexts, catalog),
      ]),
    ),
  };
}

function ingestCatalog(
  root: string,
  catalog: Catalog,
  curation: Curation,
  { permalinks, last: lastTexts }: Recorded,
  problems: string[],
): CatalogResult {
  const documents = catalog.variants.map((variant) => readVariant(root, variant, curation));
  const last = lastTexts.get(catalog.id) ?? noLastTexts;
  const recorded = recordedCodes(catalog.id, permalinks, last, curation);
  const items = curation.retired
    .map(({ item }) => item)
    .filter((item) => item.catalog === catalog.id);
  const decided = applyDecisions(catalog.id, documents, recorded, curation);
  const whole = documents.every(({ findings }) => findings.every(({ level }) => level !== 'error'));
  if (whole) problems.push(...decided.problems);
  const aligned = assignSlugs(
    catalog.id,
    alignCatalog(documents, recorded, decided.decisions),
    permalinks,
    curation,
  );
  const retired = retiredCodes(catalog.id, aligned, permalinks, last, items);
  problems.push(...checkSlugs(catalog, aligned, retired));
  if (whole) {
    problems.push(
      ...checkLost(catalog, aligned, permalinks, curation),
      ...checkStale(catalog, aligned, permalinks, curation),
    );
  }
  const gone = retiredVariants(catalog.id, last, items);
  const codes = aligned.map((code): Code => {
    const withdrawn = retiredCases(code, last, items);
    return {
      catalog: catalog.id,
      code: code.code,
      slug: code.slug,
      family: code.family,
      cases: code.cases.map((item) => {
        const former = formerEntries(item, last, code.code, items);
        const whole = former.length > 0 ? { ...item, former } : item;
        const since = changesSince(whole, catalog.variants, gone);
        return since.length > 0 ? { ...whole, since } : whole;
      }),
      missingFrom: code.missingFrom,
      differences: compareCode({
        catalog: catalog.id,
        code: code.code,
        cases: code.cases,
        variants: catalog.variants,
        glossary: curation.glossary,
      }),
      defects: curation.defects
        .map(({ item }) => item)
        .filter((defect) => defect.catalog === catalog.id && defect.code === code.code),
      ...(code.former.length > 0 ? { former: code.former } : {}),
      ...(withdrawn.length > 0 ? { retiredCases: withdrawn } : {}),
    };
  });
  const result = {
    catalog,
    codes,
    variants: documents.map((document) => reportOf(catalog.id, document)),
    retired,
    retiredVariants: gone,
    comparisons: compareCatalog(catalog, codes, curation.glossary),
  };
  return { ...result, work: listWork(result, (file) => readFileSync(join(root, file), 'utf8')) };
}

/** One document through reading and normalising; what is fatal to it becomes a finding. */
function readVariant(root: string, variant: Variant, curation: Curation): NormalisedDocument {
  const file = variant.source;
  const empty = { tables: [], notes: [], findings: [] };
  const failed = (problem: Finding) => ({
    ...normaliseDocument(empty, variant, curation.headings),
    findings: [problem],
  });
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(join(root, file));
  } catch (error) {
    return failed(
      finding(
        'unreadable',
        { file, line: 1 },
        error instanceof Error ? error.message : String(error),
      ),
    );
  }
  const decoded = decodeDocument(bytes, file);
  if ('error' in decoded) return failed(decoded.error);
  const read = readDocument(decoded.text, file, variant.format);
  const refused = read.findings.find(({ level }) => level === 'error');
  if (refused) return failed(refused);
  const document = normaliseDocument(read, variant, curation.headings);
  document.findings.unshift(...decoded.findings);
  document.findings.sort((a, b) => a.place.line - b.place.line);
  return document;
}

function reportOf(catalog: string, document: NormalisedDocument): VariantReport {
  const { variant, rows, entries, findings, notes, captions, unplaced } = document;
  const codes = new Set(entries.map(({ code }) => code)).size;
  return { ...variant, catalog, rows, codes, findings, notes, captions, unplaced };
}

function checkSlugs(catalog: Catalog, codes: AlignedCode[], retired: Code[]): string[] {
  const problems: string[] = [];
  const bySlug = new Map<string, AlignedCode>();
  for (const code of codes) {
    const place = placeOf(code);
    const same = bySlug.get(code.slug);
    if (reservedSlugs.includes(code.slug)) {
      problems.push(
        `${place}: ${code.code} cannot have the page name “${code.slug}”, which the site needs itself. Leave the document out, or report it: the page needs another name.`,
      );
    } else if (same !== undefined) {
      problems.push(
        `${place}: ${code.code} and ${same.code} (${placeOf(same)}) both need the page ${catalog.id}/${code.slug}/. Check the spelling of the two in the documents.`,
      );
    } else bySlug.set(code.slug, code);
  }
  for (const { code, slug } of retired) {
    const same = bySlug.get(slug);
    if (same === undefined) continue;
    problems.push(
      `${placeOf(same)}: ${same.code} needs the page ${catalog.id}/${slug}/, which the retired ${code} has. Check the spelling of ${same.code}.`,
    );
  }
  return problems;
}

function placeOf(code: AlignedCode): string {
  const place = code.cases[0]?.entries[0]?.place;
  return place ? `${place.file}:${place.line}` : code.code;
}

/** Curation about a catalog that the registry does not have. */
function checkCatalogs(registry: Catalog[], curation: Curation): string[] {
  return [...curation.decisions, ...curation.defects]
    .filter(({ item }) => !registry.some(({ id }) => id === item.catalog))
    .map(
      ({ item, place }) =>
        `${place}: there is no catalog ${item.catalog}. Name one of: ${registry.map(({ id }) => id).join(', ')}.`,
    );
}

/** Each defect names a field of a row that is there, once. */
function checkDefects(catalogs: CatalogResult[], curation: Curation): string[] {
  const named = new Set<string>();
  return curation.defects.flatMap(({ item, place }) => {
    const { catalog, variant, code, line, field } = item;
    const key = JSON.stringify([catalog, variant, code, line, field]);
    if (named.has(key)) return [`${place}: this defect is listed twice. Remove one.`];
    named.add(key);
    const row = catalogs
      .find((result) => result.catalog.id === catalog)
      ?.codes.find((other) => other.code === code)
      ?.cases.flatMap(({ entries }) => entries)
      .find((entry) => entry.variant === variant && entry.place.line === line);
    if (row === undefined) {
      return [
        `${place}: ${variant} has no row ${code} at line ${line}. Correct the line, or remove the item if the document was mended.`,
      ];
    }
    return row[field] === undefined
      ? [`${place}: ${variant} has no column for ${field}. Name the field that the defect is in.`]
      : [];
  });
}

function isWhole({ variants }: CatalogResult): boolean {
  return variants.every(({ findings }) => findings.every(({ level }) => level !== 'error'));
}

export { InputError };
