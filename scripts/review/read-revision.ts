import { join } from 'node:path';
import { askGit, findCommit, GitError, readFilesAt } from '../git/read-git.ts';
import { emptyGlossary, type Glossary } from '../ingest/compare/index.ts';
import { readCuration } from '../ingest/load/curation.ts';
import { orElse } from '../ingest/load/input-error.ts';
import { failedWith, type Ingested, ingest } from '../ingest/pipeline.ts';
import { replaceFiles } from '../ingest/write/replace-files.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** What ingest makes of one state of `content/`, with the glossary that its texts are compared by. */
export interface Side {
  ingested: Ingested;
  glossary: Glossary;
}

/** Ingests `content/` below a folder. What cannot be read is among the problems. */
export function ingestFolder(root: string): Side {
  const problems: string[] = [];
  const ingested = orElse(undefined, problems, () => ingest(root)) ?? failedWith(problems);
  const glossary = orElse(emptyGlossary, [], () => readCuration(root, []).glossary);
  return { ingested, glossary };
}

/**
 * Ingests `content/` as a commit has it. The copy of it is in a temporary folder, removed afterwards.
 * Nothing of the commit is run, and its symbolic links are left out, so it may come from a stranger.
 *
 * @param revision What git accepts as a commit.
 * @throws GitError if there is no such commit, or it has no `content/`.
 */
export function ingestRevision(root: string, revision: string): Side {
  const commit = findCommit(root, revision);
  const files = readFilesAt(root, commit, 'content');
  if (files.size === 0) throw new GitError(`${revision} has no content/`);
  using copy = temporaryFolder('review');
  replaceFiles(new Map([...files].map(([name, bytes]) => [join(copy.path, name), bytes])));
  return ingestFolder(copy.path);
}

/**
 * Returns the revision that the working tree is compared with: HEAD if `content/` has changes that are
 * not committed, else the commit at which the branch left the default branch.
 *
 * @throws GitError if the folder is not in a git repository.
 */
export function defaultBase(root: string): string {
  if (askGit(root, 'status', '--porcelain', '--', 'content') !== '') return 'HEAD';
  for (const branch of ['origin/HEAD', 'origin/main', 'main', 'origin/master', 'master']) {
    try {
      return askGit(root, 'merge-base', 'HEAD', branch);
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
    }
  }
  return 'HEAD';
}
