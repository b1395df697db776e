/** The stages put together: sources in, codes out. Pure but for reading `content/`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reservedSlugs } from './align/anchor.ts';
import { applyDecisions } from './align/decisions.ts';
import { type AlignedCode, alignCatalog } from './align/index.ts';
import { compareCode } from './compare/index.ts';
import { compareCatalog } from './comparisons.ts';
import { finding } from './findings.ts';
import { acknowledge } from './load/acknowledge.ts';
import { type Curation, readCuration } from './load/curation.ts';
import { InputError } from './load/input-error.ts';
import { type Permalinks, readPermalinks } from './load/permalinks.ts';
import { readRegistry } from './load/registry.ts';
import type { Catalog, Code, Finding, Variant, VariantReport } from './model.ts';
import { type NormalisedDocument, normaliseDocument } from './normalise/index.ts';
import { decodeDocument } from './read/decode.ts';
import { readDocument } from './read/index.ts';
import { listWork } from './worklist/index.ts';
import type { CatalogResult } from './write/index.ts';

/** Everything that one run makes of `content/`, and what went wrong. */
export interface Ingested {
  catalogs: CatalogResult[];
  findings: Finding[];
  /** Problems that no document line can carry: `file:line: what is wrong. What to do.` */
  problems: string[];
}

/**
 * Run all stages but writing.
 *
 * @param root The project's root; `content/` below it is read.
 * @throws InputError when the registry or the curation cannot be read at all.
 */
export function ingest(root: string): Ingested {
  const registry = readRegistry(root);
  const curation = readCuration(root);
  const permalinks = readPermalinks(root);
  const problems: string[] = [];
  const catalogs = registry.map((catalog) =>
    ingestCatalog(root, catalog, curation, permalinks, problems),
  );
  problems.push(...acknowledge(catalogs, curation), ...checkDefects(catalogs, curation));
  const findings = catalogs.flatMap(({ variants }) =>
    variants.flatMap((variant) => variant.findings),
  );
  return { catalogs, findings, problems };
}

function ingestCatalog(
  root: string,
  catalog: Catalog,
  curation: Curation,
  permalinks: Permalinks,
  problems: string[],
): CatalogResult {
  const documents = catalog.variants.map((variant) => readVariant(root, variant, curation));
  const recorded = new Map(
    Object.entries(permalinks[catalog.id] ?? {}).map(([code, record]) => [code, record.cases]),
  );
  const decided = applyDecisions(catalog.id, documents, recorded, curation);
  problems.push(...decided.problems);
  const aligned = alignCatalog(documents, recorded, decided.decisions);
  problems.push(...checkSlugs(catalog, aligned), ...checkLost(catalog, aligned, permalinks));
  const codes = aligned.map(
    ({ lost: _, ...code }): Code => ({
      catalog: catalog.id,
      ...code,
      differences: compareCode({
        catalog: catalog.id,
        code: code.code,
        cases: code.cases,
        variants: catalog.variants,
        glossary: curation.glossary,
      }),
      defects: curation.defects
        .map(({ item }) => item)
        .filter(
          (defect) =>
            defect.code === code.code && catalog.variants.some(({ id }) => id === defect.variant),
        ),
    }),
  );
  const result = {
    catalog,
    codes,
    variants: documents.map((document) => reportOf(catalog.id, document)),
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

function checkSlugs(catalog: Catalog, codes: AlignedCode[]): string[] {
  const problems: string[] = [];
  const bySlug = new Map<string, AlignedCode>();
  for (const code of codes) {
    const place = placeOf(code);
    const same = bySlug.get(code.slug);
    if (code.slug === '' || reservedSlugs.includes(code.slug)) {
      problems.push(
        `${place}: ${code.code} cannot have the page name “${code.slug}”. Spell the code as the document does, or drop the row.`,
      );
    } else if (same !== undefined) {
      problems.push(
        `${place}: ${code.code} and ${same.code} (${placeOf(same)}) both need the page ${catalog.id}/${code.slug}/. Check the spelling of the two in the documents.`,
      );
    } else bySlug.set(code.slug, code);
  }
  return problems;
}

function checkLost(catalog: Catalog, codes: AlignedCode[], permalinks: Permalinks): string[] {
  const file = 'content/permalinks.json';
  const present = new Set(codes.map(({ code }) => code));
  const gone = Object.keys(permalinks[catalog.id] ?? {}).filter((code) => !present.has(code));
  return [
    ...codes.flatMap(({ code, lost }) =>
      lost.map(
        ({ anchor }) =>
          `${file}:1: the anchor #${anchor} of ${catalog.id} ${code} was issued, and no case has that wording any more. Keep the document that has it as an older variant.`,
      ),
    ),
    ...gone.map(
      (code) =>
        `${file}:1: ${catalog.id} ${code} was issued, and no document has it any more. Keep the document that has it as an older variant.`,
    ),
  ];
}

function placeOf(code: AlignedCode): string {
  const place = code.cases[0]?.entries[0]?.place;
  return place ? `${place.file}:${place.line}` : code.code;
}

function checkDefects(catalogs: CatalogResult[], curation: Curation): string[] {
  const entries = catalogs.flatMap(({ codes }) =>
    codes.flatMap(({ cases }) => cases.flatMap((item) => item.entries)),
  );
  return curation.defects
    .filter(
      ({ item }) =>
        !entries.some(
          (entry) =>
            entry.variant === item.variant &&
            entry.code === item.code &&
            entry.place.line === item.line,
        ),
    )
    .map(
      ({ item, place }) =>
        `${place}: ${item.variant} has no row ${item.code} at line ${item.line}. Correct the line, or remove the item if the document was mended.`,
    );
}

export { InputError };
