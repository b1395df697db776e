import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { mendSwap, stagingOf, swapIn } from './swap-folders.ts';

/**
 * Build a site beside the one that is there, and replace that only by a complete one.
 *
 * @param target The folder of the site.
 * @param build Builds into the folder it is given; rejects when it cannot.
 * @param say Takes a line for the terminal.
 * @throws What `build` threw, or that the folder cannot be replaced; the old site is then as it was.
 * @example await replaceSite('dist', (folder) => build({ outDir: folder }), console.log)
 */
export async function replaceSite(
  target: string,
  build: (folder: string) => Promise<void>,
  say: (text: string) => void,
): Promise<void> {
  if (mendSwap(target)) say(`${target}: brought back after a build that was stopped.`);
  const staging = stagingOf(target);
  rmSync(staging, { recursive: true, force: true });
  try {
    await build(staging);
    if (!existsSync(join(staging, 'index.html'))) {
      throw new Error(`${staging} has no index.html, so the build is not complete`);
    }
    swapIn(staging, target);
  } catch (error) {
    try {
      rmSync(staging, { recursive: true, force: true });
    } catch {
      // Where nothing can be written, nothing was.
    }
    throw error;
  }
}
