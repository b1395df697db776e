/** Page names: every code gets its own, the same in every run; an editor can choose one. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { recordPermalinks } from '../../../../scripts/ingest/permalinks/record-permalinks.ts';
import { ingest } from '../../../../scripts/ingest/pipeline.ts';
import { contentOf } from '../../../support/content.ts';

const table = (...codes: string[]) =>
  [
    '| Error Code | Description |',
    '|---|---|',
    ...codes.map((code, index) => `| ${code} | Text ${index} |`),
  ].join('\n');
const rootOf = (...documents: string[][]) =>
  contentOf(
    'slugs',
    documents.map((codes, index) => ({
      id: `v${index}`,
      text: table(...codes),
      ...(index > 0 ? { follows: `v${index - 1}` } : {}),
    })),
  );
const codesIn = (root: string) => ingest(root).catalogs[0]?.codes ?? [];
const slugsIn = (root: string) =>
  Object.fromEntries(codesIn(root).map(({ code, slug }) => [code, slug]));
const decide = (root: string, yaml: string) =>
  writeFileSync(
    join(root, 'content/curation/permalinks.yaml'),
    `aliases: []\nretired: []\n${yaml.includes('redirects') ? '' : 'redirects: []\n'}${yaml}`,
  );
const chosen = (code: string, name: string) =>
  `pageNames: [{ catalog: test, code: ${code}, name: ${name}, because: x, by: me }]\n`;

test('a negative number has a page name of its own', () => {
  assert.deepEqual(slugsIn(rootOf(['-1012', '1012', '-7'])), {
    '-1012': 'minus-1012',
    '1012': '1012',
    '-7': 'minus-7',
  });
});

test('every code has its own page name, whatever it is made of', () => {
  const long = 'LONG_'.repeat(60);
  const codes = ['a.1', 'A.1', 'A-1', 'A/1', 'E+1', 'index', 'Compare', 'NUL', '%', '100%', '100'];
  const more = ['错误', '错误2', `${long}1`, `${long}2`, '404', 'constructor'];
  const slugs = slugsIn(rootOf([...codes, ...more]));
  const names = Object.values(slugs);
  assert.equal(names.length, codes.length + more.length);
  assert.equal(new Set(names.map((name) => name.toLowerCase())).size, names.length);
  for (const name of names) assert.match(name, /^[a-z0-9]+(-[a-z0-9]+)*$/);
  assert.ok(names.every((name) => name.length <= 200));
  assert.equal(slugs['100'], '100');
  assert.equal(slugs['404'], '404');
  assert.match(slugs['index'] ?? '', /^index-[0-9a-f]{8}$/);
  assert.match(slugs['%'] ?? '', /^[0-9a-f]{8}$/);
});

test('short links of one catalog differ, also on systems that ignore case', () => {
  const codes = codesIn(rootOf(['a.1', 'A.1', 'A/1', 'a-1', 'end.', 'END', 'nul', '-3', '错误']));
  const names = codes.map(({ short = '' }) => short.toLowerCase());
  assert.equal(new Set(names).size, codes.length);
  for (const name of names) assert.match(name, /^[a-z0-9._~-]*[a-z0-9_~-]\/$/);
  assert.equal(codes.find(({ code }) => code === '-3')?.short, '-3/');
});

test('the order of rows and documents has no influence', () => {
  const one = slugsIn(rootOf(['x_1', 'x.1', 'X.1'], ['x-1']));
  const other = slugsIn(rootOf(['x-1', 'X.1'], ['x.1', 'x_1']));
  assert.deepEqual(Object.entries(one).toSorted(), Object.entries(other).toSorted());
});

test('a recorded page name stays when a code that sorts before it is added', () => {
  const root = rootOf(['a.1']);
  recordPermalinks(root);
  writeFileSync(join(root, 'content/sources/test/v0.md'), table('a.1', 'A.1', 'a-1'));
  const slugs = slugsIn(root);
  assert.equal(slugs['a.1'], 'a-1');
  assert.match(slugs['A.1'] ?? '', /^a-1-[0-9a-f]{8}$/);
  recordPermalinks(root);
  assert.deepEqual(slugsIn(root), slugs);
  assert.deepEqual(ingest(root).unrecorded, []);
});

test('a code of any length can be recorded, and read again', () => {
  const root = rootOf(['x'.repeat(195), 'x'.repeat(3000), `${'x'.repeat(195)}错`]);
  recordPermalinks(root);
  assert.deepEqual(ingest(root).problems, []);
});

test('an editor chooses the page name of a new code', () => {
  const root = rootOf(['-1012', '1012', 'index']);
  decide(root, chosen('"index"', 'index-error'));
  assert.deepEqual(ingest(root).problems, []);
  assert.equal(slugsIn(root)['index'], 'index-error');
  recordPermalinks(root);
  assert.deepEqual(ingest(root).problems, []);
  assert.match(readFileSync(join(root, 'content/permalinks.json'), 'utf8'), /"index-error"/);
});

test('an editor renames an issued page by a redirect and the new name', () => {
  const root = rootOf(['-1012']);
  recordPermalinks(root);
  decide(root, chosen('"-1012"', 'negative-1012'));
  assert.match(ingest(root).problems[0] ?? '', /page test\/minus-1012\/ was issued for -1012/);
  decide(
    root,
    `redirects: [{ catalog: test, from: minus-1012, code: "-1012", because: x, by: me }]\n${chosen('"-1012"', 'negative-1012')}`,
  );
  assert.deepEqual(ingest(root).problems, []);
  const [code] = codesIn(root);
  assert.equal(code?.slug, 'negative-1012');
  assert.deepEqual(code?.former, [{ slug: 'minus-1012', short: '-1012' }]);
});

for (const [what, yaml, problem] of [
  ['of no code', chosen('B', 'b'), /no document contains the code B\. Remove the page name\.$/],
  ['that is reserved', chosen('A', 'compare'), /cannot have the page name compare/],
  ['in a catalog that does not exist', chosen('A', 'b').replace('test', 'tset'), /no catalog tset/],
] as const) {
  test(`a page name ${what} is a problem with its line`, () => {
    const root = rootOf(['A']);
    decide(root, yaml);
    assert.match(ingest(root).problems[0] ?? '', problem);
    assert.match(ingest(root).problems[0] ?? '', /^content\/curation\/permalinks\.yaml:4: /);
  });
}

test('a name that another code was issued stays with it', () => {
  const root = rootOf(['A', 'B']);
  recordPermalinks(root);
  writeFileSync(join(root, 'content/sources/test/v0.md'), table('A', 'B', 'C'));
  decide(root, chosen('C', 'a'));
  assert.match(
    ingest(root).problems[0] ?? '',
    /the page name a belongs to A\. Choose another for C/,
  );
});

test('two codes that two branches issued with one page are a problem', () => {
  const root = rootOf(['a.1']);
  recordPermalinks(root);
  const file = join(root, 'content/permalinks.json');
  const line = ',["code","test","A.1","a-1","A.1"]\n]';
  writeFileSync(file, readFileSync(file, 'utf8').replace(/\n\]/, `\n${line}`));
  writeFileSync(join(root, 'content/sources/test/v0.md'), table('a.1', 'A.1'));
  assert.match(
    ingest(root).problems[0] ?? '',
    /^content.permalinks\.json:1: A\.1 and a\.1 of test have the same page a-1/,
  );
});

test('two codes with one short link are a problem', () => {
  const root = rootOf(['E.1', 'E.2']);
  recordPermalinks(root);
  const file = join(root, 'content/permalinks.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"e-2","E.2"', '"e-2","E.1"'));
  assert.match(
    ingest(root).problems[0] ?? '',
    /^content.permalinks\.json:1: E\.1 and E\.2 of test have the same short link e\.1/,
  );
});

test('a plain number keeps its own page name beside one with a sign', () => {
  const { '1': plain, '+1': signed } = slugsIn(rootOf(['+1', '1']));
  assert.equal(plain, '1');
  assert.notEqual(signed, '1');
});
