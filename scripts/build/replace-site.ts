/**
 * Replaces the built site as a whole: the new one is built next to the old one, and two renames
 * exchange them. Whenever the process is stopped, one complete site is left, at its own name or at
 * `<target>.previous-build`, from where the next start restores it.
 *
 * A symbolic link to the current folder would need only one rename, but not every host and archiver
 * follows links, and Windows needs a privilege to create one.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { isInside } from '../is-inside.ts';
import { isRunning } from '../is-running.ts';
import { findForeign, markerFile, writeMarker } from './site-marker.ts';

const previousOf = (target: string) => `${target}.previous-build`;

/** Folder for a new site: one for each process, so that two builds do not mix. */
export const stagingOf = (target: string, pid = process.pid) => `${target}.staging-${pid}`;

/**
 * Builds a site and puts it in the place of the old one once it is complete.
 *
 * @param target The folder of the site. It may be outside the project, on another disk too: Astro builds
 *   within the project then, because it renames files between the two.
 * @param build Builds into the folder it is given; rejects if it cannot.
 * @throws What `build` threw, that the folder has content that no build wrote, or why the folder cannot be replaced; the old site is unchanged.
 * @example await replaceSite('dist', (folder) => build({ outDir: folder }))
 */
export async function replaceSite(
  target: string,
  build: (folder: string) => Promise<void>,
): Promise<void> {
  refuseForeign(target);
  refuseForeign(previousOf(target));
  if (restoreSite(target)) console.log(`${target}: restored after a build that was stopped.`);
  else remove(previousOf(target));
  const near = isInside(resolve(target), process.cwd()) ? target : join('.cache', 'site');
  for (const folder of new Set([target, near])) removeAbandoned(folder);
  const [built, staging] = [stagingOf(near), stagingOf(target)];
  try {
    await build(built);
    if (!existsSync(join(built, 'index.html'))) {
      throw new Error(`${built} has no index.html, so the build is not complete`);
    }
    writeMarker(built);
    if (built !== staging) await move(built, staging);
    swapIn(staging, target);
  } finally {
    for (const folder of new Set([built, staging])) remove(folder);
  }
}

/** Moves a folder; onto another disk it is copied. */
async function move(from: string, to: string): Promise<void> {
  mkdirSync(dirname(to), { recursive: true });
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
  }
}

function refuseForeign(folder: string): void {
  const foreign = findForeign(folder);
  if (foreign === undefined) return;
  throw new Error(
    foreign === folder
      ? `${folder}: no build wrote this folder (it has no ${markerFile}), so it is not replaced. Remove it, or choose another one with OUT_DIR.`
      : `${foreign}: no build wrote this, so the folder is not replaced. Move it; what belongs to the site can be in public/.`,
  );
}

/** Restores the last complete site after a swap that was stopped; returns whether it had to. */
export function restoreSite(target: string): boolean {
  const lost = !existsSync(target) && existsSync(previousOf(target));
  if (lost) renameSync(previousOf(target), target);
  return lost;
}

/** @throws If another build replaces the site at the same moment; its site stays. */
function swapIn(staging: string, target: string): void {
  const previous = previousOf(target);
  let isAside = false;
  try {
    if (existsSync(target)) renameSync(target, previous);
    isAside = existsSync(previous);
    renameSync(staging, target);
  } catch (error) {
    if (isAside && !existsSync(target)) renameSync(previous, target);
    if (!/EEXIST|ENOTEMPTY/.test((error as NodeJS.ErrnoException).code ?? '')) throw error;
    throw new Error(`${target}: another build replaces it at the same time. Build again.`);
  }
  remove(previous);
}

/** Removes the staging folders of builds that no longer run. */
function removeAbandoned(target: string): void {
  const [folder, start] = [dirname(target), `${basename(target)}.staging-`];
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const pid = name.startsWith(start) ? Number(name.slice(start.length)) : Number.NaN;
    if (Number.isInteger(pid) && (pid === process.pid || !isRunning(pid)))
      remove(join(folder, name));
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  } catch (error) {
    // A leftover does no harm; the next build tries again.
    console.error(`${path} cannot be removed: ${(error as Error).message}`);
  }
}
