/**
 * `npm run permalinks`: records every page and anchor of the site (docs/permalinks.md).
 *
 *   --unpublished  forgets what was recorded since the last commit, and records anew
 *   --root FOLDER  the project's root
 *
 * Exit codes: 0 done, 1 if the documents cannot be ingested, 2 wrong usage.
 */
import { dirname } from 'node:path';
import { problemsOf } from './ingest/load/input-error.ts';
import { permalinksFile } from './ingest/load/permalinks.ts';
import { recordPermalinks } from './ingest/permalinks/record-permalinks.ts';
import { reissuePermalinks } from './ingest/permalinks/reissue-permalinks.ts';
import { createProgressReporter } from './ingest/report/progress.ts';
import { printProblems } from './ingest/report/terminal.ts';
import { readOptions } from './read-options.ts';

const { root, unpublished } = readOptions(
  {
    root: { type: 'string', default: dirname(import.meta.dirname) },
    unpublished: { type: 'boolean', default: false },
  },
  'npm run permalinks -- [--unpublished] [--root FOLDER]',
);
try {
  const record = unpublished ? reissuePermalinks : recordPermalinks;
  const { before, after } = record(root, createProgressReporter());
  console.log(
    `${permalinksFile}: ${before} links ${unpublished ? 'in the last commit' : 'before'}, ${after} now.`,
  );
} catch (error) {
  printProblems(problemsOf(error));
  process.exitCode = 1;
}
