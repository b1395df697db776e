/** Reads commits of a git repository. Nothing is checked out, and no file is converted. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Git is missing, or the repository does not have what was asked for. */
export class GitError extends Error {}

/**
 * Runs git in a folder and returns its output, byte for byte.
 *
 * @throws GitError with the first line that git printed.
 */
export function runGit(folder: string, args: string[], input = ''): Buffer {
  const { status, stdout, stderr, error } = spawnSync('git', args, {
    cwd: folder,
    input,
    maxBuffer: 2 ** 30,
  });
  // Node reports a missing folder as if the program were missing.
  if (error && !existsSync(folder))
    throw new GitError(`the folder ${folder} does not exist. Check the path.`);
  if (error) throw new GitError(`git cannot be run (${error.message}). Install git.`);
  if (status === 0) return stdout;
  throw new GitError(`${stderr}`.trim().split('\n')[0] ?? `git ${args[0]} failed`);
}

/** Returns the output of git as text, without white space around it. */
export const askGit = (folder: string, ...args: string[]): string =>
  runGit(folder, args).toString('utf8').trim();

/**
 * Returns those of some paths that git leaves out of commits; none where there is no repository.
 *
 * @param paths Relative to `folder`; they need not exist.
 */
export function listIgnored(folder: string, paths: readonly string[]): string[] {
  const { status, stdout } = spawnSync('git', ['check-ignore', '-z', '--stdin'], {
    cwd: folder,
    input: paths.join('\0'),
    encoding: 'utf8',
  });
  return status === 0 ? stdout.split('\0').filter((path) => path !== '') : [];
}

/**
 * Returns the full hash of a commit.
 *
 * @param revision A branch, a tag, or a hash, also a short one.
 * @throws GitError if the repository has no such commit.
 */
export function findCommit(folder: string, revision: string): string {
  try {
    return askGit(folder, 'rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`);
  } catch (error) {
    throw new GitError(`${revision} is no commit: ${(error as GitError).message}`);
  }
}

/**
 * Returns the files of a commit.
 *
 * @param commit A full hash.
 * @param path A file or folder, relative to `folder`; without it, all files below `folder`.
 * @returns Path relative to `folder` → bytes; symbolic links and submodules are left out.
 */
export function readFilesAt(folder: string, commit: string, path?: string): Map<string, Buffer> {
  const list = runGit(folder, ['ls-tree', '-r', '-z', commit, ...(path ? ['--', path] : [])]);
  const files = [...list.toString('utf8').matchAll(/100\d{3} blob ([0-9a-f]+)\t([^\0]+)\0/g)];
  const hashes = files.map(([, hash]) => hash);
  const output = runGit(folder, ['cat-file', '--batch'], `${hashes.join('\n')}\n`);
  const found = new Map<string, Buffer>();
  let at = 0;
  for (const [, , name = ''] of files) {
    const lineEnd = output.indexOf('\n', at);
    const size = Number(output.subarray(at, lineEnd).toString('utf8').split(' ')[2]);
    found.set(name, output.subarray(lineEnd + 1, lineEnd + 1 + size));
    at = lineEnd + size + 2;
  }
  return found;
}
