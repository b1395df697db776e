import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../load/input-error.ts';
import { readRegistry, registryFile } from '../load/registry.ts';
import {
  digestOf,
  lockFile,
  readCommittedLock,
  readLock,
  renderLock,
} from '../load/sources-lock.ts';
import { replaceFile } from '../write/replace-files.ts';
import { listSourcePaths } from './check.ts';

/**
 * Locks the source files that have no digest yet, neither in the file nor in the last commit, and drops the
 * digests of files that no document uses.
 *
 * @param root The project's root.
 * @param accepted Locked files whose change is accepted; all others keep their digest.
 * @returns The number of files in the lock, those that were locked now, and those that differ from it.
 * @throws InputError if the registry or the lock cannot be read, or an accepted file is in no document.
 */
export function recordLock(
  root: string,
  accepted: readonly string[] = [],
): { total: number; locked: string[]; different: string[] } {
  const written = readLock(root);
  // A digest that was removed by mistake does not accept a change.
  const before = new Map([...readCommittedLock(root), ...written]);
  const paths = listSourcePaths(root, readRegistry(root));
  const unknown = accepted.filter((file) => !paths.includes(file));
  if (unknown.length > 0) {
    throw new InputError(
      unknown.map((file) => `${registryFile}:1: no document uses ${file}. Check the path.`),
    );
  }
  const now = new Map(paths.map((path) => [path, digestOf(readFileSync(join(root, path)))]));
  const after = new Map(
    [...now].map(([path, digest]) => {
      const locked = accepted.includes(path) ? undefined : before.get(path);
      return [path, locked ?? digest];
    }),
  );
  replaceFile(join(root, lockFile), renderLock(after));
  const changed = [...after].filter(([path, digest]) => written.get(path) !== digest);
  const different = paths.filter((path) => after.get(path) !== now.get(path));
  return { total: after.size, locked: changed.map(([path]) => path), different };
}
