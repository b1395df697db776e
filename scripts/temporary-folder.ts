import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Makes an empty folder, which is removed with all in it at the end of the block that `using` is in.
 *
 * @param name Of what it is for, at the start of the folder's name.
 * @example using copy = temporaryFolder('review'); // copy.path => '/tmp/error-codes-review-x1y2z3'
 */
export function temporaryFolder(name: string): Disposable & { path: string } {
  const path = mkdtempSync(join(tmpdir(), `error-codes-${name}-`));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}
