import { execFileSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { sep } from 'node:path';

/** Folders that hold nothing written by hand, wherever git is not there to say so. */
const ignored = /^(node_modules|dist[^/]*|\.astro|\.cache|\.git)(\/|$)/;

/**
 * List the project's files that git tracks or would track.
 *
 * Without git, or in a checkout it does not trust, all files are listed but those of ignored
 * folders, so that the checks that use this never pass for want of files.
 *
 * @returns Paths from the project's root, with "/", sorted.
 */
export function listFiles(): string[] {
  return (listByGit() ?? listByWalking()).filter((path) => !ignored.test(path)).sort();
}

function listByGit(): string[] | undefined {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
  try {
    const output = execFileSync('git', ['-c', 'safe.directory=*', ...args], {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return output.split('\0').filter(Boolean);
  } catch {
    return undefined;
  }
}

function listByWalking(): string[] {
  return globSync('**', { exclude: (path) => ignored.test(path) })
    .filter((path) => statSync(path).isFile())
    .map((path) => path.split(sep).join('/'));
}
