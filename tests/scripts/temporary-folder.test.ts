/** Folders for the time of a command. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../../scripts/temporary-folder.ts';

test('a folder is removed with its block, and that of a stopped command at the next one', () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  const abandoned = join(tmpdir(), `error-codes-test-${pid}-abc123`);
  const other = join(tmpdir(), `error-codes-test-${process.ppid}-abc123`);
  mkdirSync(join(abandoned, 'content'), { recursive: true });
  mkdirSync(other);
  let path = '';
  {
    using folder = temporaryFolder('test');
    path = folder.path;
    assert.ok(existsSync(path));
  }
  assert.deepEqual([path, abandoned, other].map(existsSync), [false, false, true]);
  rmSync(other, { recursive: true });
});
