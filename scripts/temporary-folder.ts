import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning } from './is-running.ts';

/**
 * Makes an empty folder, which is removed with all in it at the end of the block that `using` is in. Those
 * of commands that were stopped before are removed at the beginning of the next one.
 *
 * @param name Of what it is for, at the start of the folder's name.
 * @example using copy = temporaryFolder('review'); // copy.path => '/tmp/error-codes-review-123-x1y2z3'
 */
export function temporaryFolder(name: string): Disposable & { path: string } {
  removeAbandoned();
  const path = mkdtempSync(join(tmpdir(), `error-codes-${name}-${process.pid}-`));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

function removeAbandoned(): void {
  for (const name of readdirSync(tmpdir())) {
    const [, pid] = /^error-codes-[a-z-]+-(\d+)-\w{6}$/.exec(name) ?? [];
    if (pid === undefined || isRunning(Number(pid))) continue;
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // Of another user.
    }
  }
}
