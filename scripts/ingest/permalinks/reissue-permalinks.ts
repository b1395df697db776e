import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { askGit, findCommit, GitError, readFilesAt } from '../../git/read-git.ts';
import { listFiles } from '../../list-files.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { InputError } from '../load/input-error.ts';
import { permalinksFile } from '../load/permalinks.ts';
import { type Progress, silent } from '../report/progress.ts';
import { copyContent } from '../write/copy-content.ts';
import { replaceFiles } from '../write/replace-files.ts';
import { recordPermalinks } from './record-permalinks.ts';

const lastTexts = 'content/last-texts';

/**
 * Records permalinks as if nothing had been recorded since the last commit: links that are only in the
 * working tree were not published, so a code that was read wrongly leaves no page.
 *
 * @returns The number of links in the last commit, and now.
 * @throws InputError if git cannot tell what is committed, or the documents cannot be ingested; nothing is
 *   written then.
 */
export function reissuePermalinks(
  root: string,
  progress: Progress = silent,
): { before: number; after: number } {
  const committed = readCommitted(root);
  using folder = temporaryFolder('permalinks');
  const copy = folder.path;
  copyContent(root, copy);
  for (const path of [permalinksFile, lastTexts])
    rmSync(join(copy, path), { recursive: true, force: true });
  replaceFiles(new Map([...committed].map(([path, bytes]) => [join(copy, path), bytes])));
  const { before, after } = recordPermalinks(copy, progress);
  const written = [
    permalinksFile,
    ...listFiles(join(copy, lastTexts)).map((name) => `${lastTexts}/${name}`),
  ];
  replaceFiles(new Map(written.map((path) => [join(root, path), readFileSync(join(copy, path))])));
  for (const name of listFiles(join(root, lastTexts)))
    if (!written.includes(`${lastTexts}/${name}`)) rmSync(join(root, lastTexts, name));
  return { before, after };
}

/** Returns the files of the record in the last commit. */
function readCommitted(root: string): Map<string, Buffer> {
  try {
    if (askGit(root, 'status', '--porcelain', '--ignored', '--', permalinksFile).startsWith('!!'))
      throw new GitError('the file is ignored');
    // A repository without a commit.
    if (askGit(root, 'rev-list', '--all', '--max-count=1') === '') return new Map();
    const commit = findCommit(root, 'HEAD');
    return new Map(
      [permalinksFile, lastTexts].flatMap((path) => [...readFilesAt(root, commit, path)]),
    );
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new InputError([
      `${permalinksFile}:1: git does not tell which links were published (${error.message}). Restore the file from a backup, or decide in content/curation/permalinks.yaml.`,
    ]);
  }
}
