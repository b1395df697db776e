/**
 * `npm run watch-upstream`: reports documents that the publisher has changed since.
 *
 *   --clone DIR    a local clone of a publisher's repository; may be given several times
 *   --add          add each newer text as the next edition, as `npm run add` does, with its review
 *   --list         print the addresses of the repositories to clone, and nothing else
 *   --root FOLDER  the project's root
 *
 * Exit codes: 0 nothing is newer, or it was added; 1 something is newer or gone; 2 wrong usage.
 */
import { dirname } from 'node:path';
import { currentVariants } from '../src/model/variant-order.ts';
import { GitError } from './git/read-git.ts';
import { problemsOf } from './ingest/load/input-error.ts';
import { readRegistry, registryFile } from './ingest/load/registry.ts';
import { printProblems } from './ingest/report/terminal.ts';
import { exitWithUsage, readOptions } from './read-options.ts';
import { addRevision } from './upstream/add-revision.ts';
import { findClones } from './upstream/find-clones.ts';
import { findRevision } from './upstream/find-revisions.ts';

const usage =
  'npm run watch-upstream -- --clone DIR [--clone DIR …] [--add] | --list [--root FOLDER]';
const { add, clone, list, root } = readOptions(
  {
    add: { type: 'boolean', default: false },
    clone: { type: 'string', multiple: true, default: [] },
    list: { type: 'boolean', default: false },
    root: { type: 'string', default: dirname(import.meta.dirname) },
  },
  usage,
);
if (list === clone.length > 0)
  exitWithUsage('Name a local clone of a publisher’s repository, or give --list.', usage);
try {
  const registry = readRegistry(root).map((catalog) => {
    const watched = currentVariants(catalog.variants).filter(({ path }) => path !== undefined);
    return { ...catalog, variants: watched };
  });
  if (list) {
    const addresses = registry.flatMap(({ variants }) =>
      variants.flatMap(({ repository, url }) => (repository && url ? [url] : [])),
    );
    for (const address of new Set(addresses)) console.log(address);
  } else {
    for (const cloned of findClones(registry, clone)) {
      const { catalog, variant } = cloned;
      const found = findRevision(root, cloned);
      if (found.state === 'same') {
        console.log(`${catalog} ${variant.id}: up to date`);
        continue;
      }
      if (found.state === 'newer') {
        const { commit, date } = found;
        console.log(
          `${catalog} ${variant.id}: newer text upstream, commit ${commit} of ${date}: ${variant.path}`,
        );
        if (add) await addRevision(root, cloned, found, console.log);
        else process.exitCode = 1;
      } else {
        process.exitCode = 1;
        const advice = found.to
          ? `Git has it as ${found.to} now: set \`path\` of the next revision to that.`
          : `Correct \`path\` in ${registryFile}.`;
        console.log(
          `${catalog} ${variant.id}: the repository has no ${variant.path} any more. ${advice}`,
        );
      }
    }
  }
} catch (error) {
  if (error instanceof GitError) exitWithUsage(error.message, usage);
  printProblems(problemsOf(error));
  process.exitCode = 2;
}
