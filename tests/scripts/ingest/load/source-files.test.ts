import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findSourceFiles, pageNames } from '../../../../scripts/ingest/load/source-files.ts';
import { temporaryFolder } from '../../../support/content.ts';

const names = ['d/E 10.md', 'd/E 9.md', 'd/sub/e-1.MD', 'd/logo.png', 'd/.hidden.md', 'one.md'];
const root = temporaryFolder('sources', Object.fromEntries(names.map((name) => [name, 'x'])));
const find = (source: string) => findSourceFiles(root, { source, format: 'markdown' });

test('a folder has the files of its format in natural order', () => {
  assert.deepEqual(find('d'), {
    files: ['d/E 9.md', 'd/E 10.md', 'd/sub/e-1.MD'],
    ignored: ['d/logo.png'],
  });
});

test('a glob has the files that match', () => {
  assert.deepEqual(find('d/*.md').files, ['d/E 9.md', 'd/E 10.md']);
  assert.deepEqual(find('d/**/*.png').files, ['d/logo.png']);
  assert.deepEqual(find('e/*.md').files, []);
});

test('a file is itself', () =>
  assert.deepEqual(find('one.md'), { files: ['one.md'], ignored: [] }));

test('page names are unique; a single file has none', () => {
  assert.deepEqual(
    [...pageNames(['s/d/E 9.md', 's/d/e-9.md', 's/d/sub/x.md']).values()],
    ['e-9', 'e-9-2', 'sub-x'],
  );
  assert.deepEqual([...pageNames(['s/one.md']).values()], [undefined]);
});
