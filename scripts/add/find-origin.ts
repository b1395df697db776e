import { dirname, relative } from 'node:path';
import type { Variant } from '../../src/model/registry.ts';
import { askGit, GitError } from '../git/read-git.ts';
import { isInside } from '../is-inside.ts';

/**
 * Returns what git knows of a file in a clone of its publisher's repository: repository, path, and the
 * last commit that changed it, with its date.
 *
 * @returns Nothing if the file is in no clone, was changed in it, or the clone is this project.
 */
export function findOrigin(root: string, file: string): Partial<Variant> {
  const folder = dirname(file);
  try {
    const top = askGit(folder, 'rev-parse', '--show-toplevel');
    if (isInside(root, top) || askGit(folder, 'status', '--porcelain', '--', file)) return {};
    const [commit, revision] = askGit(folder, 'log', '-1', '--format=%H %cs', '--', file).split(
      ' ',
    );
    if (!commit || !revision) return {};
    const remote = askGit(folder, 'remote', 'get-url', 'origin');
    const url = remote.replace(/^git@([^:]+):/, 'https://$1/').replace(/\.git$/, '');
    const path = relative(top, file).replaceAll('\\', '/');
    const repository = /^https:\/\/[^/]+\/(.+)$/.exec(url)?.[1];
    return { commit, revision, path, ...(repository ? { url, repository } : {}) };
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return {};
  }
}
