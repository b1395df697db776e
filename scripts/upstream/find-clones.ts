import type { Catalog, Variant } from '../../src/model/registry.ts';
import { askGit, findCommit, GitError } from '../git/read-git.ts';
import { InputError } from '../ingest/load/input-error.ts';
import { registryFile } from '../ingest/load/registry.ts';

/** A document and the local clone of the publisher's repository that it comes from. */
export interface ClonedVariant {
  catalog: string;
  variant: Variant;
  folder: string;
  /** Its recorded commit in full; undefined if none is recorded, or the clone does not have it. */
  commit: string | undefined;
}

/**
 * Finds the clone of each document: the one whose remote is its `repository`, else the one that has
 * its `commit`. Documents whose repository is not among the clones are left out.
 *
 * @param folders Local clones, checked out or bare.
 * @throws InputError if no document comes from one of the clones.
 * @throws GitError if a folder is not a git repository.
 */
export function findClones(registry: readonly Catalog[], folders: readonly string[]) {
  const clones = folders.map((folder) => ({ folder, remotes: askGit(folder, 'remote', '-v') }));
  const found = registry.flatMap((catalog) =>
    catalog.variants.flatMap((variant): ClonedVariant[] => {
      const { repository } = variant;
      if (repository === undefined) return [];
      const commits = clones.map(({ folder }) => tryCommit(folder, variant.commit));
      const named = clones.findIndex(({ remotes }) =>
        remotes.split('\n').some((line) => namesRepository(line, repository)),
      );
      const at = named === -1 ? commits.findIndex((commit) => commit !== undefined) : named;
      const folder = clones[at]?.folder;
      return folder ? [{ catalog: catalog.id, variant, folder, commit: commits[at] }] : [];
    }),
  );
  if (found.length > 0) return found;
  const all = registry.flatMap(({ variants }) =>
    variants.flatMap(({ repository }) => repository ?? []),
  );
  throw new InputError([
    `${registryFile}:1: no document comes from ${folders.join(', ')}. Clone one of: ${[...new Set(all)].join(', ')}.`,
  ]);
}

/** Whether a line of `git remote -v` has the address of a repository. */
function namesRepository(line: string, repository: string): boolean {
  const address = line.split(/\s+/)[1]?.replace(/(\.git)?\/*$/, '') ?? '';
  return (
    address === repository ||
    (/[/:]$/.test(address.slice(0, -repository.length)) && address.endsWith(repository))
  );
}

function tryCommit(folder: string, commit: string | undefined): string | undefined {
  if (commit === undefined) return undefined;
  try {
    return findCommit(folder, commit);
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}
