/** A site that leaves out the files of `files` in site.yaml has none of them, and nothing names them. */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { filesOf, runScript } from '../support/project.ts';
import { projectOf, tableOf } from '../support/project-of.ts';

test('a code has four files without Markdown, links by status and JSON of its own', (t) => {
  const count = 30;
  const rows = Array.from({ length: count }, (_, row) => [
    `LD-${1001 + row}`,
    `${400 + (row % 5)}`,
    `Rejected ${row}`,
    `The entry ${row} was rejected.`,
    'Sign the entry again.',
  ]);
  const headings = ['Error Code', 'HTTP Status Code', 'Error Message', 'Description', 'Solution'];
  const name = { en: 'Lanhua', 'zh-CN': '兰花' };
  const site = {
    name,
    tagline: name,
    description: name,
    official: true,
    publisher: { name },
    files: { markdown: false, statusLinks: false, json: false },
  };
  const document = { id: 'en-1', revision: '2025-01', text: tableOf(headings, rows) };
  const root = projectOf('few-files', [{ id: 'ledger', title: name, documents: [document] }], site);
  t.after(() => rmSync(root, { recursive: true, force: true }));
  runScript(root, 'permalinks');
  runScript(root, 'build', {
    OUT_DIR: '',
    BASE_PATH: '/',
    SITE_URL: 'https://docs.lanhua.example',
  });
  const files = filesOf(join(root, 'dist'));
  const own = [...files.keys()].filter((path) => /ld-?10\d\d/i.test(path));
  assert.equal(own.length, 4 * count, own.slice(0, 8).join('\n'));
  assert.deepEqual(
    own.filter((path) => /\.md$|^c\/[^/]+\/4\d\d\/|^api\/v1\/codes\//.test(path)),
    [],
  );
  for (const [path, bytes] of files) {
    if (!/\.(html|txt|json|xml)$/.test(path)) continue;
    assert.doesNotMatch(String(bytes), /ld-10\d\d\.md\b|c\/LD-10\d\d\/4\d\d\//, path);
  }
});
