/** One run of all stages, from the documents to the files and the report. */
import { failedWith, hasFailed, type Ingested, InputError, ingest } from './pipeline.ts';
import { renderJsonReport } from './report/json.ts';
import { type Progress, tellProgress } from './report/progress.ts';
import { renderReport } from './report/terminal.ts';
import { digestInput, type Reports, writeStamp } from './stamp.ts';
import { type Changes, compareWithDisk, writeOutput } from './write/disk.ts';
import { ownedFolders, renderOutput } from './write/index.ts';

/**
 * Runs the stages, writes what they made, and prints the report.
 *
 * @param root The project's root.
 * @param options As on the command line.
 * @returns The exit code: 0 done, 1 errors, or with `check` something out of date.
 */
export function run(root: string, options: { check: boolean; json: boolean }): number {
  const input = digestInput(root);
  const progress = tellProgress();
  const ingested = runStages(root, progress);
  const failed = hasFailed(ingested);
  const changes = failed ? undefined : bringToDisk(root, ingested, options.check, progress);
  console.log(
    options.json
      ? renderJsonReport(ingested, changes)
      : renderReport(ingested, changes, options.check),
  );
  if (changes !== undefined && !options.check) writeStamp(root, input, reportAgain(ingested));
  const outOfDate =
    (changes !== undefined && hasChanges(changes)) || ingested.unrecorded.length > 0;
  return failed || (options.check && outOfDate) ? 1 : 0;
}

/** What this run would print if it were run again. */
function reportAgain(ingested: Ingested): Reports {
  const none: Changes = { added: [], changed: [], removed: [] };
  return {
    text: renderReport(ingested, none, false),
    json: renderJsonReport(ingested, none),
  };
}

function runStages(root: string, progress: Progress): Ingested {
  try {
    return ingest(root, progress);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return failedWith(error.problems);
  }
}

function bringToDisk(
  root: string,
  ingested: Ingested,
  check: boolean,
  progress: Progress,
): Changes {
  const output = renderOutput(ingested.catalogs, progress);
  progress(`comparing ${output.size} files with those on disk, and writing what differs`);
  const owned = ownedFolders(root, ingested.catalogs);
  try {
    return check ? compareWithDisk(root, output, owned) : writeOutput(root, output, owned);
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    console.error(
      `${path ?? root}: it cannot be written (${reason}). Make room or give the right, and run it again.`,
    );
    process.exit(1);
  }
}

function hasChanges({ added, changed, removed }: Changes): boolean {
  return added.length + changed.length + removed.length > 0;
}
