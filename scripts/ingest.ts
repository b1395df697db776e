/**
 * `npm run ingest`: the documents in content/ → pages and data for the site.
 * `--check` writes nothing and fails if anything would change or a permalink is not recorded; `--json` prints one JSON report.
 * Exit codes: 0 done (warnings may be there), 1 errors, 2 wrong usage.
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readStamp } from './ingest/stamp.ts';

const options = readOptions();
const root = options.root ?? dirname(dirname(fileURLToPath(import.meta.url)));
// A check trusts nothing but the stages themselves.
const unchanged = options.check ? undefined : readStamp(root);
if (unchanged) console.log(options.json ? unchanged.json : unchanged.text);
else {
  // Loaded only now: the stages and their parsers are most of a short run.
  const { run } = await import('./ingest/run.ts');
  process.exitCode = run(root, options);
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
