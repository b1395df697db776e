import assert from 'node:assert/strict';
import { rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { changedFiles, stateOf } from '../../../scripts/build/state-of.ts';
import { temporaryFolder, writeFiles } from '../../support/content.ts';

test('names the files that were added, changed or removed meanwhile', () => {
  const files = { 'a/same': 'x', 'a/b/touched': 'x', 'a/longer': 'x', 'a/gone': 'x' };
  const root = temporaryFolder('state', files);
  utimesSync(join(root, 'a/b/touched'), 1, 1);
  const before = stateOf([join(root, 'a')]);
  assert.deepEqual(changedFiles(before, stateOf([join(root, 'a')])), []);
  utimesSync(join(root, 'a/b/touched'), 2, 2);
  writeFiles(root, { 'a/longer': 'xy', 'a/added': '' });
  rmSync(join(root, 'a/gone'));
  assert.deepEqual(
    changedFiles(before, stateOf([join(root, 'a')])),
    ['a/added', 'a/b/touched', 'a/gone', 'a/longer'].map((name) => join(root, name)),
  );
});
