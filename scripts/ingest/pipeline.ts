/** The stages in their order: sources in, codes out. Pure but for reading `content/`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Code } from '../../src/model/case.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Catalog, VariantReport } from '../../src/model/registry.ts';
import { applyDecisions } from './align/decisions.ts';
import { alignCatalog } from './align/index.ts';
import { changesSince, compareCatalog } from './compare/index.ts';
import { learnLexicon } from './lexicon/learn-lexicon.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { listTextPairs } from './lexicon/text-pairs.ts';
import { acknowledge } from './load/acknowledge.ts';
import { type Curation, locatedItemsOf, readCuration } from './load/curation.ts';
import { InputError, orElse } from './load/input-error.ts';
import { type LastTexts, noLastTexts, readLastTexts } from './load/last-texts.ts';
import { readLexicon } from './load/lexicon.ts';
import { noPermalinks, type Permalinks, readPermalinks } from './load/permalinks.ts';
import { readRegistry } from './load/registry.ts';
import { unifyCodes } from './normalise/unify-codes.ts';
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
import { type ReadVariant, readVariant } from './read-variant.ts';
import { type Progress, silent } from './report/progress.ts';
import { listWork } from './worklist/index.ts';
import type { CatalogResult } from './write/index.ts';

/** The result of a run over `content/`, and what went wrong. */
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
 * The problems of one catalog never hide those of another: each is checked as far as its own
 * documents and the editors' files can be read, and all are reported together.
 *
 * @throws InputError if the registry, the headings, the glossary or the permalinks cannot be read.
 */
export function ingest(root: string, progress: Progress = silent): Ingested {
  const registry = readRegistry(root);
  const permalinks = readPermalinks(root);
  const lexicon = readLexicon();
  const problems: string[] = checkLostCatalogs(registry, permalinks);
  const curation = readCuration(root, problems);
  const isCurated = problems.length === 0;
  const last = new Map<string, LastTexts>();
  const whole: CatalogResult[] = [];
  const catalogs = registry.map((catalog, at) => {
    progress(`reading and comparing ${catalog.id} (${at + 1} of ${registry.length})`);
    const damaged: string[] = [];
    last.set(
      catalog.id,
      orElse(noLastTexts, damaged, () => readLastTexts(root, catalog.id)),
    );
    const { result, problems: found } = ingestCatalog(
      root,
      catalog,
      { ...curation, lexicon },
      {
        permalinks,
        last,
      },
    );
    // If rows or decisions are missing, each would be reported as if an editor had erred.
    const isWhole = isCurated && damaged.length === 0 && isComplete(result);
    if (isWhole) whole.push(result);
    problems.push(...damaged, ...(isWhole ? found : []));
    return result;
  });
  problems.push(
    ...checkCatalogs(registry, curation),
    ...acknowledge(catalogs, whole, curation),
    ...checkDefects(whole, curation),
  );
  const recorded = { permalinks, last };
  const findings = catalogs.flatMap(({ variants }) =>
    variants.flatMap((variant) => variant.findings),
  );
  const isFailed = hasFailed({ problems, findings });
  const record = isFailed ? recorded : recordAll(catalogs, recorded);
  return { catalogs, findings, problems, record, unrecorded: describeUnrecorded(recorded, record) };
}

/** Whether a run met an error; nothing may be written or recorded then. */
export function hasFailed({
  problems,
  findings,
}: Pick<Ingested, 'problems' | 'findings'>): boolean {
  return problems.length > 0 || findings.some(({ level }) => level === 'error');
}

/** Returns the result of a run that could not begin. */
export function failedWith(problems: string[]): Ingested {
  const record = { permalinks: noPermalinks, last: new Map() };
  return { catalogs: [], findings: [], problems, record, unrecorded: [] };
}

function recordAll(catalogs: CatalogResult[], recorded: Recorded): Recorded {
  const owners = assignShortLinks(
    catalogs.flatMap(({ codes, retired }) => [...codes, ...retired]),
    recorded.permalinks,
  );
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
  curation: Curation & { lexicon: Lexicon },
  { permalinks, last: lastTexts }: Recorded,
): { result: CatalogResult; problems: string[] } {
  const documents = catalog.variants.map((variant) =>
    readVariant(root, catalog, variant, curation),
  );
  const issued = permalinks.catalogs[catalog.id]?.codes ?? {};
  unifyCodes(documents, (code) => Object.hasOwn(issued, code));
  const last = lastTexts.get(catalog.id) ?? noLastTexts;
  const recorded = recordedCodes(catalog.id, permalinks, last, curation);
  const items = curation.retired
    .map(({ item }) => item)
    .filter((item) => item.catalog === catalog.id);
  const lexicon = learnLexicon(listTextPairs(documents), curation.lexicon);
  const decided = applyDecisions(catalog.id, documents, recorded, curation, lexicon);
  const { codes: aligned, problems: naming } = assignSlugs(
    catalog.id,
    alignCatalog(documents, recorded, decided.decisions, lexicon),
    permalinks,
    curation,
  );
  const retired = retiredCodes(catalog.id, aligned, permalinks, last, items);
  const problems = [
    ...checkNamedCodes(catalog.id, documents, curation),
    ...decided.problems,
    ...naming,
    ...checkLost(catalog, aligned, permalinks, curation),
    ...checkStale(catalog, aligned, permalinks, curation),
  ];
  const gone = retiredVariants(catalog.id, last, items);
  const compared = compareCatalog(
    catalog,
    aligned.map(({ code, cases }) => ({ catalog: catalog.id, code, cases })),
    curation.glossary,
    // What a catalog's own texts teach would hide where they differ.
    curation.lexicon,
  );
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
      differences: compared.differencesOf(code.code),
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
    comparisons: compared.comparisons,
  };
  const work = listWork(result, (file) => readFileSync(join(root, file), 'utf8'));
  return { result: { ...result, work }, problems };
}

function reportOf(catalog: string, document: ReadVariant): VariantReport {
  const { variant, files, rows, entries, findings, notes, captions, unplaced } = document;
  const codes = new Set(entries.map(({ code }) => code)).size;
  return { ...variant, catalog, files, rows, codes, findings, notes, captions, unplaced };
}

/** Reports curation about a catalog that is not in the registry. */
function checkCatalogs(registry: Catalog[], curation: Curation): string[] {
  return [...curation.decisions, ...curation.defects, ...curation.pageNames, ...curation.namedCodes]
    .filter(({ item }) => !registry.some(({ id }) => id === item.catalog))
    .map(
      ({ item, place }) =>
        `${place}: there is no catalog ${item.catalog}. Name one of: ${registry.map(({ id }) => id).join(', ')}.`,
    );
}

/** Reports codes that editors gave to rows that do not exist, or that have the same code without it. */
function checkNamedCodes(catalog: string, documents: ReadVariant[], curation: Curation): string[] {
  return locatedItemsOf(curation.namedCodes, catalog).flatMap(({ item, place }) => {
    const { variant, line, page, code } = item;
    const document = documents.find((other) => other.variant.id === variant);
    const isAt = (other: { line: number; page?: string | undefined }) =>
      other.line === line && other.page === page;
    const row = document?.entries.find(
      (entry) => isAt(entry.place) && (entry.code === code || entry.aliases?.includes(code)),
    );
    if (row === undefined) {
      return [
        `${place}: ${variant} has no row of a table of codes at line ${line}. Correct the line, or remove the item.`,
      ];
    }
    return document?.needlessNames.some(isAt)
      ? [`${place}: the cell at line ${line} of ${variant} already gives ${code}. Remove the item.`]
      : [];
  });
}

/**
 * Reports defects that are listed twice or name no field of an existing row.
 *
 * @param whole The catalogs that could be read; defects of the others are not checked.
 */
function checkDefects(whole: CatalogResult[], curation: Curation): string[] {
  const named = new Set<string>();
  return curation.defects.flatMap(({ item, place }) => {
    const { catalog, variant, code, line, page, field } = item;
    const result = whole.find((other) => other.catalog.id === catalog);
    if (result === undefined) return [];
    const key = JSON.stringify([catalog, variant, code, page, line, field]);
    if (named.has(key)) return [`${place}: this defect is listed twice. Remove one.`];
    named.add(key);
    const row = result.codes
      .find((other) => other.code === code)
      ?.cases.flatMap(({ entries }) => entries)
      .find(
        ({ variant: own, place }) => own === variant && place.line === line && place.page === page,
      );
    if (row === undefined) {
      return [
        `${place}: ${variant} has no row ${code} at line ${line}. Correct the line, or remove the item if the document was fixed.`,
      ];
    }
    return row[field] === undefined
      ? [`${place}: ${variant} has no column for ${field}. Name the field that the defect is in.`]
      : [];
  });
}

/** Whether every document of a catalog could be read. */
function isComplete({ variants }: CatalogResult): boolean {
  return variants.every(({ findings }) => findings.every(({ level }) => level !== 'error'));
}

export { InputError };
