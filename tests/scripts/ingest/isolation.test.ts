/** The problems of one catalog never hide those of another, and nothing is written until all are right. */
import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { recordPermalinks } from '../../../scripts/ingest/permalinks/record-permalinks.ts';
import { runIngest } from '../../../scripts/ingest/run.ts';
import { emptyContent, writeCatalogs } from '../../support/content.ts';

const table = (...rows: string[]) =>
  ['| Error Code | Description | Solution |', '|-|-|-|', ...rows].join('\n');
const rows = table('| A.1 | Gone. | Wait. |', '| A.2 | Lost. | Search. |');

/** Two catalogs, `other` and `test`, each with one document, with recorded permalinks. */
function twoCatalogs() {
  const root = emptyContent('two');
  const title = { en: 'Test', 'zh-CN': '测试' };
  const documents = [{ id: 'one', text: rows }];
  writeCatalogs(
    root,
    ['other', 'test'].map((id) => ({ id, title, documents })),
  );
  const write = (name: string, content: string) =>
    writeFileSync(join(root, 'content', name), content);
  recordPermalinks(root);
  const report = () => {
    const result = runIngest(root, {});
    assert.equal(result.exitCode, 1);
    assert.ok(!existsSync(join(root, 'src')), 'nothing is written');
    return result.report;
  };
  return { write, report };
}

const badDefect = (catalog: string) =>
  `- { catalog: ${catalog}, variant: one, code: A.1, line: 99, field: solution, note: { en: x, zh-CN: x } }\n`;
const fatal = '# Error codes\n\nNone yet.\n';

test('a fatal document leaves the findings, lost pages and bad curation of the other catalog reported', () => {
  const { write, report } = twoCatalogs();
  write('sources/other/one.md', fatal);
  write('sources/test/one.md', table('| A.1 | Gone. |'));
  write('curation/defects.yaml', badDefect('test') + badDefect('other'));
  const text = report();
  assert.match(text, /^content\/sources\/other\/one\.md:1: error: no table/m);
  assert.match(text, /^content\/sources\/test\/one\.md:3: warning: the row has 2 of 3 cells/m);
  assert.match(text, /test A\.2 was issued, but no document contains it now/);
  assert.match(text, /defects\.yaml:1: error: one has no row A\.1 at line 99/);
  // What follows from the fatal document is not reported as if an editor had erred.
  assert.doesNotMatch(text, /other A\.\d was issued/);
  assert.doesNotMatch(text, /defects\.yaml:2/);
});

test('an acknowledgement of a whole catalog is checked although another catalog is broken', () => {
  const { write, report } = twoCatalogs();
  write('sources/other/one.md', fatal);
  const item = (catalog: string) =>
    `- { ${catalog}fingerprint: 0123456789ab, reason: typo, by: me }\n`;
  write(
    'curation/acknowledged.yaml',
    item('catalog: test, ') + item('catalog: other, ') + item(''),
  );
  const found = [...report().matchAll(/acknowledged\.yaml:(\d): error: the difference/g)];
  assert.deepEqual(
    found.map(([, line]) => line),
    ['1'],
  );
});

test('damaged curation is reported together with the findings of all documents', () => {
  const { write, report } = twoCatalogs();
  write('curation/alignment.yaml', '- { catalog: other, kode: A.1 }\n');
  write('curation/permalinks.yaml', 'aliases: [\n');
  write('sources/test/one.md', table('| A.1 | Gone. |'));
  write('sources/other/one.md', fatal);
  const text = report();
  assert.match(text, /^content\/curation\/alignment\.yaml:1: error: /m);
  assert.match(text, /^content\/curation\/permalinks\.yaml:\d: error: not valid YAML/m);
  assert.match(text, /^content\/sources\/other\/one\.md:1: error: no table/m);
  assert.match(text, /^content\/sources\/test\/one\.md:3: warning/m);
});

test('damaged last texts of one catalog are reported with the problems of the other', () => {
  const { write, report } = twoCatalogs();
  write('last-texts/other.json', '{}');
  write('sources/test/one.md', table('| A.1 | Gone. | Wait. |'));
  const text = report();
  assert.match(text, /^content\/last-texts\/other\.json:1: error: the file is damaged/m);
  assert.match(text, /test A\.2 was issued/);
});
