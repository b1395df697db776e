import { type SiteData, siteDataFile } from '../../src/model/site-settings.ts';
import { orElse, problemsOf } from './load/input-error.ts';
import { readSiteSettings } from './load/site-settings.ts';
import { checkLockExists } from './load/sources-lock.ts';
import { failedWith, hasFailed, type Ingested, ingest } from './pipeline.ts';
import { renderJsonReport } from './report/json.ts';
import { type Progress, silent } from './report/progress.ts';
import { renderReport } from './report/terminal.ts';
import { type Changes, compareWithDisk, writeOutput } from './write/disk.ts';
import { ownedFolders, renderJson, renderOutput } from './write/index.ts';

/**
 * Runs all stages, writes their output and renders the report.
 *
 * @param root The project's root.
 * @param options `check` writes nothing; `json` renders the report as JSON.
 * @param progress Receives what a long run is doing.
 * @returns The report, and 1 if there were errors or, with `check`, something is out of date.
 * @example runIngest('.', { check: true }) // => { exitCode: 0, report: 'apig: 71 codes, …' }
 */
export function runIngest(
  root: string,
  options: { check?: boolean; json?: boolean },
  progress: Progress = silent,
): { exitCode: 0 | 1; report: string } {
  const { check = false, json = false } = options;
  const { settings, ...stages } = runStages(root, progress);
  let ingested: Ingested = stages;
  let changes: Changes | undefined;
  if (settings && !hasFailed(ingested)) {
    try {
      changes = updateDisk(root, ingested, settings, check, progress);
    } catch (error) {
      ingested = failedWith(problemsOf(error));
    }
  }
  const report = json
    ? renderJsonReport(ingested, changes)
    : renderReport(ingested, changes, check);
  const { unrecorded, unlocked } = ingested;
  const outOfDate = unrecorded.length + unlocked.length > 0 || (changes && hasChanges(changes));
  return { exitCode: hasFailed(ingested) || (check && outOfDate) ? 1 : 0, report };
}

/**
 * Writes what was ingested, as {@link runIngest} does.
 *
 * @throws InputError if the settings cannot be read, or a person wrote a file where one belongs.
 */
export function writeIngested(root: string, ingested: Ingested): void {
  updateDisk(root, ingested, readSiteSettings(root), false, silent);
}

/** Reads the settings and the documents; the problems of both are reported together. */
function runStages(root: string, progress: Progress): Ingested & { settings?: SiteData } {
  const problems: string[] = [];
  const settings = orElse(undefined, problems, () => readSiteSettings(root));
  orElse(undefined, problems, () => checkLockExists(root));
  const ingested = orElse(undefined, problems, () => ingest(root, progress));
  if (ingested === undefined) return failedWith(problems);
  ingested.problems.push(...problems);
  return settings ? { ...ingested, settings } : ingested;
}

function updateDisk(
  root: string,
  ingested: Ingested,
  settings: SiteData,
  check: boolean,
  progress: Progress,
): Changes {
  const output = renderOutput(ingested.catalogs, progress);
  output.set(siteDataFile, renderJson(settings));
  progress(`comparing ${output.size} files with those on disk, and writing what differs`);
  const owned = ownedFolders(root, ingested.catalogs);
  return check ? compareWithDisk(root, output, owned) : writeOutput(root, output, owned);
}

const hasChanges = ({ added, changed, removed }: Changes) =>
  added.length + changed.length + removed.length > 0;
