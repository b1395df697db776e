/**
 * `npm run review`: what a change to the documents does, for an editor or a pull request.
 *
 *   --base REV                  compare content/ with this revision; without it, with HEAD if content/
 *                               has changes, else with the commit at which the branch began
 *   --head REV                  with --base: review this revision in place of the working tree
 *   --from ID --to ID           compare two documents of a catalog; `catalog/id` if the id is not unique
 *   --left FILE --right FILE    compare two documents that are in no catalog
 *   --left-lang, --right-lang, --left-format, --right-format   what is else guessed of these
 *   --format text|md|json|github
 *   --fail-on RATING            exit with 1 if a difference is rated so or worse
 *   --root FOLDER               the project's root
 *
 * Exit codes: 0 done; 1 what `--fail-on` names was found, or the new side has errors; 2 wrong usage.
 */
import { dirname } from 'node:path';
import { FormatSchema } from '../src/model/format.ts';
import { languages } from '../src/model/lang.ts';
import { ratings } from '../src/model/terms.ts';
import { GitError } from './git/read-git.ts';
import { problemsOf } from './ingest/load/input-error.ts';
import { exitWithUsage, readChoice, readOptions } from './read-options.ts';
import { meetsLimit } from './review/meets-limit.ts';
import { renderReview } from './review/report/index.ts';
import { reviewBase, reviewFiles, reviewVariants } from './review/review-sides.ts';
import type { Review } from './review/schema.ts';

const usage =
  'npm run review -- [--base REV [--head REV] | --from ID --to ID | --left FILE --right FILE] [--format text|md|json|github] [--fail-on contradiction|changed|content|wording|typography]';
const text = { type: 'string' } as const;
const options = readOptions(
  {
    base: text,
    head: text,
    from: text,
    to: text,
    left: text,
    right: text,
    'left-lang': text,
    'right-lang': text,
    'left-format': text,
    'right-format': text,
    format: { type: 'string', default: 'text' },
    'fail-on': text,
    root: { type: 'string', default: dirname(import.meta.dirname) },
  },
  usage,
);
const { base, head, from, to, left, right, root } = options;

const oneOf = <Value extends string>(name: keyof typeof options, values: readonly Value[]) =>
  readChoice(name, options[name], values, usage);
const format = oneOf('format', ['text', 'md', 'json', 'github']) ?? 'text';
const failOn = oneOf('fail-on', ratings);
const file = (side: 'left' | 'right', path: string) => ({
  file: path,
  lang: oneOf(`${side}-lang`, languages),
  format: oneOf(`${side}-format`, FormatSchema.options),
});

if (
  !from !== !to ||
  !left !== !right ||
  (head && !base) ||
  [base, from, left].filter(Boolean).length > 1
)
  exitWithUsage('Give --base, or --from and --to, or --left and --right.', usage);
// npm runs scripts in the project's root.
const callersFolder = process.env['INIT_CWD'] ?? process.cwd();
try {
  const review: Review =
    left && right
      ? reviewFiles(callersFolder, root, file('left', left), file('right', right))
      : from && to
        ? reviewVariants(root, from, to)
        : reviewBase(root, base, head);
  console.log(renderReview(review, format));
  const isBad = review.problems.length > 0 || (failOn && meetsLimit(review, failOn));
  process.exitCode = isBad ? 1 : 0;
} catch (error) {
  if (error instanceof GitError) exitWithUsage(`${error.message}`, usage);
  console.error(problemsOf(error).join('\n'));
  process.exitCode = 2;
}
