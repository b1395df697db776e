/** Files are replaced together, or none is. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
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
