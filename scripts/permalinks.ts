/**
 * `npm run permalinks`: record the URLs and anchors of every code in content/permalinks.json.
 * Nothing recorded is ever taken out; git shows what was issued.
 * Exit codes: 0 done, 1 when the documents cannot be ingested.
 */
import { renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  permalinksFile,
  readPermalinks,
  recordPermalinks,
  renderPermalinks,
} from './ingest/load/permalinks.ts';
import { InputError, ingest } from './ingest/pipeline.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
try {
  const { catalogs, problems } = ingest(root);
  if (problems.length > 0) throw new InputError(problems);
  const recorded = readPermalinks(root);
  const next = recordPermalinks(
    recorded,
    catalogs.flatMap(({ codes }) => codes),
  );
  const file = join(root, permalinksFile);
  writeFileSync(`${file}.staged`, renderPermalinks(next));
  renameSync(`${file}.staged`, file);
  console.log(`${permalinksFile}: ${count(recorded)} anchors before, ${count(next)} now.`);
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  for (const problem of error.problems) console.error(problem);
  process.exitCode = 1;
}

function count(permalinks: ReturnType<typeof readPermalinks>): number {
  return Object.values(permalinks)
    .flatMap((codes) => Object.values(codes))
    .flatMap(({ cases }) => Object.values(cases))
    .reduce((sum, anchors) => sum + 1 + anchors.length, 0);
}
