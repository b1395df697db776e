import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { changedFiles, stateOf } from '../../../scripts/build/state-of.ts';

test('names the files that were added, changed or removed meanwhile', (t) => {
  const root = mkdtempSync(join(tmpdir(), 'state-'));
  t.after(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, 'a/b'), { recursive: true });
  const write = (name: string, text: string) => writeFileSync(join(root, name), text);
  for (const name of ['a/same', 'a/b/touched', 'a/longer', 'a/gone']) write(name, 'x');
  utimesSync(join(root, 'a/b/touched'), 1, 1);
  const before = stateOf([join(root, 'a')]);
  assert.deepEqual(changedFiles(before, stateOf([join(root, 'a')])), []);
  utimesSync(join(root, 'a/b/touched'), 2, 2);
  write('a/longer', 'xy');
  write('a/added', '');
  rmSync(join(root, 'a/gone'));
  assert.deepEqual(
    changedFiles(before, stateOf([join(root, 'a')])),
    ['a/added', 'a/b/touched', 'a/gone', 'a/longer'].map((name) => join(root, name)),
  );
});
