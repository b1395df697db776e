import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './content.ts';

/** Returns the document after `patch -p1`; undefined, with a message, where there is no such program. */
export function applyPatch(
  t: { skip: (message: string) => void },
  file: string,
  text: string,
  patch: string,
): string | undefined {
  const root = temporaryFolder('patch', { [file]: text });
  // --binary: some builds of patch take CRLF for a mistake of the mailer.
  const run = spawnSync('patch', ['-p1', '--binary'], {
    cwd: root,
    input: patch,
    encoding: 'utf8',
  });
  if (run.error) {
    t.skip(`there is no program patch here (${run.error.message})`);
    return undefined;
  }
  assert.equal(run.status, 0, run.stdout + run.stderr);
  return readFileSync(join(root, file), 'utf8');
}
