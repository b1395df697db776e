/**
 * `npm run permalinks`: records every page and anchor of the site (docs/permalinks.md).
 *
 *   --root FOLDER  the project's root
 *
 * Exit codes: 0 done, 1 if the documents cannot be ingested, 2 wrong usage.
 */
import { dirname } from 'node:path';
import { problemsOf } from './ingest/load/input-error.ts';
import { permalinksFile } from './ingest/load/permalinks.ts';
import { recordPermalinks } from './ingest/permalinks/record-permalinks.ts';
import { createProgressReporter } from './ingest/report/progress.ts';
import { printProblems } from './ingest/report/terminal.ts';
import { readOptions } from './read-options.ts';

const { root } = readOptions(
  { root: { type: 'string', default: dirname(import.meta.dirname) } },
  'npm run permalinks -- [--root FOLDER]',
);
try {
  const { before, after } = recordPermalinks(root, createProgressReporter());
  console.log(`${permalinksFile}: ${before} links before, ${after} now.`);
} catch (error) {
  printProblems(problemsOf(error));
  process.exitCode = 1;
}
