/**
 * `npm run ingest`: the documents in content/ → pages and data for the site.
 *
 *   --check        write nothing; fail if anything would change or a permalink is not recorded
 *   --json         print one JSON report
 *   --root FOLDER  the project's root
 *
 * Exit codes: 0 done, perhaps with warnings; 1 errors; 2 wrong usage.
 */
import { dirname } from 'node:path';
import { createProgressReporter } from './ingest/report/progress.ts';
import { runIngest } from './ingest/run.ts';
import { readOptions } from './read-options.ts';

const { check, json, root } = readOptions(
  {
    check: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    root: { type: 'string', default: dirname(import.meta.dirname) },
  },
  'npm run ingest -- [--check] [--json] [--root FOLDER]',
);
const { exitCode, report } = runIngest(root, { check, json }, createProgressReporter());
console.log(report);
process.exitCode = exitCode;
