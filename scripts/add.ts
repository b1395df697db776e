/**
 * `npm run add -- FILE…`: adds a document, or a new edition of one, to a catalog.
 *
 *   FILE…                  a file, or the files or the folder of one document
 *   --catalog ID           instead of the one that has its codes; `new` creates one
 *   --title "EN / 中文"    name of the API, if the catalog is new; --description likewise
 *   --licence NAME         `same` for that of the edition beside it; --licence-url
 *   --redistribute yes|no  whether the licence allows offering the whole document
 *   --publisher "EN / 中文", --lang, --revision, --edition, --lineage, --follows, --translates, --id,
 *   --document-title, --format, --shape, --seen, --url, --repository, --commit, --path
 *                          fields of the registry (docs/maintaining.md); what is missing is guessed
 *   --dry-run              shows what would be done, and its review; writes nothing
 *   --yes                  does not ask on a terminal
 *   --root FOLDER          the project's root
 *
 * Exit codes: 0 done; 1 the documents cannot be ingested, and nothing was written, or only the pages were not
 * written; 2 something must be given.
 */
import { dirname, resolve } from 'node:path';
import { addDocument, PagesError } from './add/add-document.ts';
import { createTerminal } from './add/ask.ts';
import { choices, type Options, optionConfig } from './add/options.ts';
import { problemsOf } from './ingest/load/input-error.ts';
import { printProblems } from './ingest/report/terminal.ts';
import { isInside } from './is-inside.ts';
import { exitWithUsage, readArguments, readChoice } from './read-options.ts';
import { temporaryFolder } from './temporary-folder.ts';

const usage =
  'npm run add -- FILE… [--catalog ID|new] [--title "EN / 中文"] [--lang en|zh-CN] [--publisher "EN / 中文"] [--revision YYYY-MM] [--licence NAME|same] [--redistribute yes|no] [--dry-run]';
const { values, positionals } = readArguments(optionConfig, usage);
if (positionals.length === 0) exitWithUsage('Name the file or files of a document.', usage);
for (const [name, allowed] of Object.entries(choices))
  readChoice(name, values[name as keyof typeof values], allowed, usage);
const {
  'dry-run': isDryRun = false,
  yes = false,
  root = dirname(import.meta.dirname),
  ...given
} = values;
// npm runs scripts in the project's root.
const paths = positionals.map((path) => resolve(process.env['INIT_CWD'] ?? process.cwd(), path));
const holder = paths.find((path) => isInside(resolve(root), path));
if (holder !== undefined)
  exitWithUsage(
    `${holder} is the project, or holds it. Name the document's file or folder.`,
    usage,
  );
const terminal = yes ? undefined : createTerminal();
using stage = temporaryFolder('add-read');
try {
  const missing = await addDocument(root, paths, given as Options, {
    isDryRun,
    stage: stage.path,
    print: console.log,
    terminal,
  });
  for (const { option, text } of missing) console.error(`--${option}: ${text}`);
  if (missing.length > 0) console.error('Nothing was added.');
  process.exitCode = missing.length > 0 ? 2 : 0;
} catch (error) {
  printProblems(problemsOf(error));
  console.error(
    error instanceof PagesError
      ? 'The document was added, but its pages were not written. Then run `npm run ingest`.'
      : 'Nothing was added.',
  );
  process.exitCode = 1;
} finally {
  terminal?.close();
}
