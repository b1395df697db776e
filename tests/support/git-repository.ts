import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder, writeFiles } from './content.ts';

const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];

/** Runs git in a folder, as a person of its own and without the machine's settings. */
export function git(folder: string, args: string[], env: Record<string, string> = {}): string {
  const own = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', ...env };
  const options = ['-c', 'core.autocrlf=false', ...identity];
  return execFileSync('git', [...options, ...args], {
    cwd: folder,
    env: own,
    encoding: 'utf8',
  }).trim();
}

/** A commit: files to write, or null for those to remove, and its date. */
export interface TestCommit {
  date: string;
  files: Record<string, string | Buffer | null>;
}

/**
 * Creates a repository with these commits.
 *
 * @returns Its folder and the full hash of each commit.
 */
export function createRepository(name: string, commits: TestCommit[]) {
  const folder = temporaryFolder(name);
  git(folder, ['init', '-q', '-b', 'main']);
  const hashes = commits.map((commit) => addCommit(folder, commit));
  return { folder, hashes };
}

/** Adds a commit and returns its full hash. */
export function addCommit(folder: string, { date, files }: TestCommit): string {
  for (const [path, content] of Object.entries(files)) {
    if (content === null) rmSync(join(folder, path));
    else writeFiles(folder, { [path]: content });
  }
  const at = `${date}T12:00:00Z`;
  git(folder, ['add', '-A']);
  git(folder, ['commit', '-q', '-m', date], { GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at });
  return git(folder, ['rev-parse', 'HEAD']);
}
