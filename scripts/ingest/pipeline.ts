/** The stages in their order: sources in, codes out. Reads `content/`, writes nothing. */
import type { Finding } from '../../src/model/finding.ts';
import { noPermalinks, type Permalinks } from '../../src/model/permalinks.ts';
import { checkCatalogs, checkDefects } from './check-curation.ts';
import { ingestCatalog } from './ingest-catalog.ts';
import { acknowledge } from './load/acknowledge.ts';
import { readCuration } from './load/curation.ts';
import { orElse } from './load/input-error.ts';
import { type LastTexts, noLastTexts, readLastTexts } from './load/last-texts.ts';
import { readLexicon } from './load/lexicon.ts';
import { readPermalinks } from './load/permalinks.ts';
import { readRegistry } from './load/registry.ts';
import { readLock } from './load/sources-lock.ts';
import { markVerified, readVerified } from './load/verified.ts';
import { checkAltered, describeUnlocked } from './lock/check.ts';
import { checkLostCatalogs } from './permalinks/check-lost.ts';
import { checkLinks } from './permalinks/check-record.ts';
import { listPages } from './permalinks/pages.ts';
import { describeUnrecorded, recordLastTexts, recordPermalinks } from './permalinks/record.ts';
import { assignShortLinks } from './permalinks/short-links.ts';
import { type Progress, silent } from './report/progress.ts';
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
  /** What differs between the documents and their lock apart from altered ones, in words. */
  unlocked: string[];
}

/** What was issued, and the last known texts of it by catalog. */
export interface Recorded {
  permalinks: Permalinks;
  last: Map<string, LastTexts>;
}

/**
 * Runs all stages but writing. The problems of one catalog never hide those of another: each is
 * checked as far as its own documents and the editors' files can be read.
 *
 * @param root The project's root; `content/` below it is read.
 * @param progress Receives what is being done now.
 * @throws InputError if the registry, the headings, the glossary or the permalinks cannot be read.
 */
export function ingest(root: string, progress: Progress = silent): Ingested {
  const registry = readRegistry(root);
  const permalinks = readPermalinks(root);
  const problems: string[] = checkLostCatalogs(registry, permalinks);
  const lock = readLock(root);
  const verified = readVerified(root);
  const curation = { ...readCuration(root, problems), lexicon: readLexicon() };
  const isCurated = problems.length === 0;
  const recorded: Recorded = { permalinks, last: new Map() };
  const whole: CatalogResult[] = [];
  const catalogs = registry.map((catalog, at) => {
    progress(`reading and comparing ${catalog.id} (${at + 1} of ${registry.length})`);
    const damaged: string[] = [];
    const last = orElse(noLastTexts, damaged, () => readLastTexts(root, catalog.id));
    recorded.last.set(catalog.id, last);
    damaged.push(...checkLinks(catalog.id, permalinks, last));
    const { result, problems: found } = ingestCatalog(root, catalog, curation, permalinks, last);
    markVerified(result, verified, lock);
    damaged.push(...checkAltered(root, result, lock, last));
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
  const variants = catalogs.flatMap((catalog) => catalog.variants);
  const findings = variants.flatMap((variant) => variant.findings);
  const isFailed = hasFailed({ problems, findings });
  const record = isFailed ? recorded : recordAll(catalogs, recorded);
  const unrecorded = describeUnrecorded(recorded, record);
  const unlocked = describeUnlocked(root, registry, lock);
  return { catalogs, findings, problems, record, unrecorded, unlocked };
}

/** Whether every document of a catalog could be read. */
function isComplete({ variants }: CatalogResult): boolean {
  return variants.every(({ findings }) => findings.every(({ level }) => level !== 'error'));
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
  return { catalogs: [], findings: [], problems, record, unrecorded: [], unlocked: [] };
}

function recordAll(catalogs: CatalogResult[], recorded: Recorded): Recorded {
  const owners = assignShortLinks(
    catalogs.flatMap(({ codes, retired }) => [...codes, ...retired]),
    recorded.permalinks,
  );
  const issued = catalogs.map(({ catalog, codes }) => ({ ...catalog, codes }));
  return {
    permalinks: recordPermalinks(recorded.permalinks, issued, owners, listPages(catalogs)),
    last: new Map(
      issued.map((catalog) => [
        catalog.id,
        recordLastTexts(recorded.last.get(catalog.id) ?? noLastTexts, catalog),
      ]),
    ),
  };
}
