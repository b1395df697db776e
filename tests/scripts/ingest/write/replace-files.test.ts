/** Files are replaced together, or none is. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { replaceFiles } from '../../../../scripts/ingest/write/replace-files.ts';
import { temporaryFolder } from '../../../support/content.ts';
import { filesOf } from '../../../support/project.ts';

test('if one file cannot be replaced, all are as they were', () => {
  const folder = temporaryFolder('replace', { old: 'before', 'place/in-the-way': 'x' });
  const files = new Map(
    ['old', 'deep/new', 'place', 'last'].map((name) => [join(folder, name), 'after']),
  );
  assert.throws(() => replaceFiles(files), /EISDIR|EPERM|ENOTEMPTY/);
  assert.deepEqual([...filesOf(folder)].map(([name, text]) => `${name} ${text}`).sort(), [
    'old before',
    'place/in-the-way x',
  ]);
  files.delete(join(folder, 'place'));
  replaceFiles(files);
  assert.deepEqual([...filesOf(folder).keys()].sort(), [
    'deep/new',
    'last',
    'old',
    'place/in-the-way',
  ]);
});

test('a program that is stopped in between writes all files first', {
  skip: process.platform === 'win32' && 'Windows has no SIGTERM',
}, async () => {
  const folder = temporaryFolder('replace-stopped', {});
  const code = `
    import { replaceFiles } from ${JSON.stringify(import.meta.resolve('../../../../scripts/ingest/write/replace-files.ts'))};
    const files = Array.from({ length: 2000 }, (_, n) => [${JSON.stringify(folder)} + '/' + n, 'x']);
    setTimeout(() => {}, 60_000);
    replaceFiles(new Map(files));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code]);
  const closed = once(child, 'close');
  while (readdirSync(folder).length === 0) await setTimeout(1);
  child.kill('SIGTERM');
  const [, signal] = await closed;
  assert.equal(signal, 'SIGTERM');
  const names = readdirSync(folder);
  assert.equal(names.length, 2000);
  assert.ok(names.every((name) => !name.endsWith('.staged')));
});
