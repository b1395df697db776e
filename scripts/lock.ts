/**
 * `npm run lock`: records the SHA-256 of source files that have none in content/sources.lock.json,
 * and removes those of files that no document uses. Changed files are accepted only by name.
 *
 *   FILE…          source files that were changed on purpose, as paths from the project's root
 *   --root FOLDER  the project's root
 *
 * Exit codes: 0 done, 1 if the registry cannot be read, 2 wrong usage.
 */
import { dirname } from 'node:path';
import { problemsOf } from './ingest/load/input-error.ts';
import { lockFile } from './ingest/load/sources-lock.ts';
import { recordLock } from './ingest/lock/record.ts';
import { printProblems } from './ingest/report/terminal.ts';
import { readArguments } from './read-options.ts';

const { values, positionals } = readArguments(
  { root: { type: 'string', default: dirname(import.meta.dirname) } },
  'npm run lock -- [FILE…] [--root FOLDER]',
);
try {
  const { total, locked, different } = recordLock(values.root, positionals);
  for (const file of locked) console.log(`locked ${file}`);
  for (const file of different)
    console.log(`${file} is not as it was locked; name it if it was changed on purpose.`);
  console.log(`${lockFile}: ${total} files, ${locked.length} of them locked now.`);
} catch (error) {
  printProblems(problemsOf(error));
  process.exitCode = 1;
}
