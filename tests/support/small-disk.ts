import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';

/**
 * Mounts a disk of a given size for one test; skips the test where that is not allowed.
 *
 * @param size As `mount` takes it, such as `1m`.
 * @returns Its path, or undefined if the test is skipped.
 */
export function mountSmallDisk(t: TestContext, size: string): string | undefined {
  const path = mkdtempSync(join(tmpdir(), 'small-disk-'));
  t.after(() => {
    spawnSync('umount', ['-l', path]);
    rmSync(path, { recursive: true, force: true });
  });
  const args = ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path];
  if (process.platform !== 'linux' || spawnSync('mount', args).status !== 0) {
    t.skip('only root on Linux can mount a small disk, and some containers forbid it');
    return undefined;
  }
  return path;
}
