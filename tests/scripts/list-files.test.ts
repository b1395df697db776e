import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { listFiles } from '../../scripts/list-files.ts';
import { temporaryFolder } from '../support/content.ts';

test('links to files are listed, folders are not reached through links, and no loop is followed', () => {
  const folder = temporaryFolder('links', { 'a.md': 'a', 'd/b.md': 'b' });
  for (const [target, name] of [
    ['.', 'loop'],
    ['../d', 'd/other'],
    ['itself', 'itself'],
    ['nowhere', 'gone'],
    ['a.md', 'link.md'],
  ] as const)
    symlinkSync(target, join(folder, name));
  assert.deepEqual(listFiles(folder), ['a.md', 'd/b.md', 'link.md']);
});
