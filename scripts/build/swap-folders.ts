/**
 * Replacing the built site as a whole: it is built beside the old one, and two renames put it in
 * its place. Whenever the process is stopped, one complete site is left, at its own name or at
 * `<target>.previous-build`, and `mendSwap` brings it back to its own.
 *
 * A symbolic link to the current folder would need one rename only, but not every host and archiver
 * follows links, and Windows asks for a privilege to make one.
 */
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const previousOf = (target: string) => `${target}.previous-build`;

/** Folder to build into: one for each process, so that two builds do not mix. */
export const stagingOf = (target: string, pid = process.pid) => `${target}.staging-${pid}`;

/**
 * Bring back the last good site after a swap that was cut off.
 *
 * @param target The folder of the site.
 * @returns Whether it had to be brought back.
 */
export function restoreSite(target: string): boolean {
  const lost = !existsSync(target) && existsSync(previousOf(target));
  if (lost) renameSync(previousOf(target), target);
  return lost;
}

/** The same, and clear away what builds that were stopped have left beside it. */
export function mendSwap(target: string): boolean {
  const restored = restoreSite(target);
  if (!restored) remove(previousOf(target));
  const [folder, start] = [dirname(target), `${basename(target)}.staging-`];
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const pid = name.startsWith(start) ? Number(name.slice(start.length)) : Number.NaN;
    if (Number.isInteger(pid) && !isAlive(pid)) remove(join(folder, name));
  }
  return restored;
}

/**
 * Put a folder in the place of another.
 *
 * @param staging The new folder, beside the target.
 * @throws When it cannot be done; the target is then as it was.
 */
export function swapIn(staging: string, target: string): void {
  const previous = previousOf(target);
  remove(previous);
  const replaces = existsSync(target);
  if (replaces) renameSync(target, previous);
  try {
    renameSync(staging, target);
  } catch (error) {
    if (replaces) renameSync(previous, target);
    throw error;
  }
  remove(previous);
}

function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  } catch (error) {
    // A leftover does no harm; the next run tries again.
    if (!['EROFS', 'EPERM', 'EACCES', 'EBUSY', 'ENOTEMPTY'].includes(codeOf(error))) throw error;
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? '';
