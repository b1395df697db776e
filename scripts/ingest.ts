/**
 * `npm run ingest`: the documents in content/ → pages and data for the site.
 * `--check` writes nothing and fails if anything would change or a permalink is not recorded; `--json` prints one JSON report.
 * Exit codes: 0 done (warnings may be there), 1 errors, 2 wrong usage.
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { failedWith, hasFailed, type Ingested, InputError, ingest } from './ingest/pipeline.ts';
import { renderJsonReport } from './ingest/report/json.ts';
import { renderReport } from './ingest/report/terminal.ts';
import { type Changes, compareWithDisk, writeOutput } from './ingest/write/disk.ts';
import { ownedFolders, renderOutput } from './ingest/write/index.ts';

const options = readOptions();
const root = options.root ?? dirname(dirname(fileURLToPath(import.meta.url)));
const ingested = runStages();
const failed = hasFailed(ingested);
const changes = failed ? undefined : bringToDisk();
console.log(
  options.json
    ? renderJsonReport(ingested, changes)
    : renderReport(ingested, changes, options.check),
);
const outOfDate = (changes !== undefined && hasChanges(changes)) || ingested.unrecorded.length > 0;
process.exitCode = failed || (options.check && outOfDate) ? 1 : 0;

function runStages(): Ingested {
  try {
    return ingest(root);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return failedWith(error.problems);
  }
}

function bringToDisk(): Changes {
  const output = renderOutput(ingested.catalogs);
  const owned = ownedFolders(root, ingested.catalogs);
  try {
    return options.check ? compareWithDisk(root, output, owned) : writeOutput(root, output, owned);
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

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        check: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        root: { type: 'string' },
      },
    });
    return values;
  } catch (error) {
    console.error(
      `${error instanceof Error ? error.message : error}\nUsage: npm run ingest -- [--check] [--json] [--root FOLDER]`,
    );
    process.exit(2);
  }
}
