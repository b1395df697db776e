/**
 * `npm run permalinks`: record every page and anchor of the site in content/permalinks.json, and
 * what each case says in content/last-texts/. Nothing recorded is ever taken out; git shows what
 * was issued. Pages that are no code's are taken from the built site, if there is one.
 *
 *   --root FOLDER   the project's root
 *   --site dist     folder of the built site, from the root
 *
 * Exit codes: 0 done, 1 when the documents cannot be ingested, 2 wrong usage.
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { lastTextsFile, renderLastTexts } from './ingest/load/last-texts.ts';
import {
  countPermalinks,
  permalinksFile,
  readPermalinks,
  renderPermalinks,
} from './ingest/load/permalinks.ts';
import { listPages } from './ingest/permalinks/pages.ts';
import { hasFailed, InputError, ingest } from './ingest/pipeline.ts';
import { tellProgress } from './ingest/report/progress.ts';
import { describeErrors } from './ingest/report/terminal.ts';

const options = readOptions();
const root = options.root ?? dirname(dirname(fileURLToPath(import.meta.url)));
try {
  const before = readPermalinks(root);
  const ingested = ingest(root, tellProgress());
  if (hasFailed(ingested)) {
    throw new InputError([...ingested.problems, ...describeErrors(ingested.findings)]);
  }
  const { permalinks, last } = ingested.record;
  const pages = listPages(join(root, options.site), permalinks);
  permalinks.pages = [...new Set([...before.pages, ...pages])].sort();
  replace(permalinksFile, renderPermalinks(permalinks));
  for (const [catalog, texts] of last) replace(lastTextsFile(catalog), renderLastTexts(texts));
  console.log(
    `${permalinksFile}: ${countPermalinks(before)} pages and anchors before, ${countPermalinks(permalinks)} now.`,
  );
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  for (const problem of error.problems)
    console.error(problem.replace(/^(\S+:\d+): /, '$1: error: '));
  process.exitCode = 1;
}

function replace(file: string, content: string): void {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.staged`, content);
  renameSync(`${path}.staged`, path);
}

function readOptions() {
  try {
    return parseArgs({
      options: { root: { type: 'string' }, site: { type: 'string', default: 'dist' } },
    }).values;
  } catch (error) {
    console.error(
      `${error instanceof Error ? error.message : error}\nUsage: npm run permalinks -- [--root FOLDER] [--site FOLDER]`,
    );
    process.exit(2);
  }
}
