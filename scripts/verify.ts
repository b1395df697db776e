/**
 * `npm run verify`: compares every source file with the publisher's own, at the commit and path that
 * content/catalogs.yaml records, byte by byte, and records the date in content/verified.json.
 *
 *   --clone DIR          a local clone of a publisher's repository; may be given several times
 *   --date YYYY-MM-DD    date to record; without it, that of the clone's newest commit
 *   --root FOLDER        the project's root
 *
 * Exit codes: 0 all are the same, perhaps but for line ends; 1 something differs; 2 wrong usage.
 */
import { dirname, join } from 'node:path';
import { verifiedResults } from '../src/model/terms.ts';
import { askGit, GitError } from './git/read-git.ts';
import { problemsOf } from './ingest/load/input-error.ts';
import { readRegistry } from './ingest/load/registry.ts';
import { digestOf } from './ingest/load/sources-lock.ts';
import { readVerified, renderVerified, verifiedFile } from './ingest/load/verified.ts';
import { printProblems } from './ingest/report/terminal.ts';
import { replaceFile } from './ingest/write/replace-files.ts';
import { exitWithUsage, readOptions } from './read-options.ts';
import { findClones } from './upstream/find-clones.ts';
import { verifySources } from './upstream/verify-sources.ts';

const usage = 'npm run verify -- --clone DIR [--clone DIR …] [--date YYYY-MM-DD] [--root FOLDER]';
const { clone, date, root } = readOptions(
  {
    clone: { type: 'string', multiple: true, default: [] },
    date: { type: 'string' },
    root: { type: 'string', default: dirname(import.meta.dirname) },
  },
  usage,
);
if (clone.length === 0) exitWithUsage('Name a local clone of a publisher’s repository.', usage);
if (date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(date))
  exitWithUsage(`--date ${date} is not a date such as 2026-11-27.`, usage);
try {
  const cloned = findClones(readRegistry(root), clone);
  const verified = readVerified(root);
  for (const item of cloned) {
    for (const { file, bytes, commit, result, what } of verifySources(root, item)) {
      const same = verifiedResults.find((name) => name === result);
      console.log(`${file}:1: ${same ? 'verified' : 'error'}: ${what}`);
      if (same === undefined || commit === undefined) {
        verified.delete(file);
        process.exitCode = 1;
        continue;
      }
      const on = date ?? askGit(item.folder, 'log', '-1', '--format=%cs');
      verified.set(file, { sha256: digestOf(bytes), commit, date: on, result: same });
    }
  }
  replaceFile(join(root, verifiedFile), renderVerified(verified));
} catch (error) {
  if (error instanceof GitError) exitWithUsage(error.message, usage);
  printProblems(problemsOf(error));
  process.exitCode = 2;
}
