/**
 * `npm run permalinks`: records every page and anchor of the site (docs/permalinks.md). Pages that
 * belong to no code are taken from the built site, if there is one.
 *
 *   --root FOLDER   the project's root
 *   --site dist     folder of the built site, from the root
 *
 * Exit codes: 0 done, 1 if the documents cannot be ingested, 2 wrong usage.
 */
import { dirname } from 'node:path';
import { InputError } from './ingest/load/input-error.ts';
import { permalinksFile } from './ingest/load/permalinks.ts';
import { recordPermalinks } from './ingest/permalinks/record-permalinks.ts';
import { createProgressReporter } from './ingest/report/progress.ts';
import { printProblems } from './ingest/report/terminal.ts';
import { readOptions } from './read-options.ts';

const { root, site } = readOptions(
  {
    root: { type: 'string', default: dirname(import.meta.dirname) },
    site: { type: 'string', default: 'dist' },
  },
  'npm run permalinks -- [--root FOLDER] [--site FOLDER]',
);
try {
  const { before, after } = recordPermalinks(root, site, createProgressReporter());
  console.log(`${permalinksFile}: ${before} pages and anchors before, ${after} now.`);
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  printProblems(error.problems);
  process.exitCode = 1;
}
