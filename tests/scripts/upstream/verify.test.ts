/** `npm run verify`: source files against a local clone of the publisher's repository. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readRegistry } from '../../../scripts/ingest/load/registry.ts';
import { recordLock } from '../../../scripts/ingest/lock/record.ts';
import { ingest } from '../../../scripts/ingest/pipeline.ts';
import { compareBytes } from '../../../scripts/upstream/compare-bytes.ts';
import { findClones } from '../../../scripts/upstream/find-clones.ts';
import { verifySources } from '../../../scripts/upstream/verify-sources.ts';
import { contentOf, edit } from '../../support/content.ts';
import { createRepository, git } from '../../support/git-repository.ts';
import { runCommand } from '../../support/run-command.ts';

const text = '| Error Code | Solution |\n|-|-|\n| A.0001 | Wait. |\n';

test('a difference is named', () => {
  const lines = 'a\nb\nc\n';
  const cases: [ours: string, theirs: string, result: string, what: RegExp][] = [
    [lines, lines, 'identical', /byte for byte/],
    [lines, 'a\r\nb\nc\r\n', 'line-ends', /ends of lines/],
    ['\uFEFFa\n', '\uFEFFa\r\n', 'line-ends', /ends of lines/],
    ['b\n', lines, 'cut', /1 more lines before it and 1 after it/],
    [lines, 'a\nx\nc\n', 'different', /from line 2 on/],
    [lines, 'a\n', 'different', /from line 2 on/],
    ['', lines, 'different', /from line 1 on/],
  ];
  for (const [ours, theirs, result, what] of cases) {
    const found = compareBytes(Buffer.from(ours), Buffer.from(theirs));
    assert.equal(found.result, result, JSON.stringify(theirs));
    assert.match(found.what, what);
  }
});

/** A project with one document from `docs/e.md` of a repository. */
function createProject(about: Record<string, string>) {
  const root = contentOf('verify', [{ id: 'one', text }]);
  const fields = Object.entries(about).map(([name, value]) => `"${name}": "${value}", `);
  edit(root, 'content/catalogs.yaml', '"lineage"', `${fields.join('')}"lineage"`);
  recordLock(root);
  return root;
}
const { folder, hashes } = createRepository('publisher', [
  {
    date: '2024-01-02',
    files: { 'docs/e.md': text, 'docs/crlf.md': text.replaceAll('\n', '\r\n') },
  },
  { date: '2024-03-04', files: { 'docs/e.md': text.replace('Wait', 'Go') } },
]);
const [first = '', second = ''] = hashes;

describe('a source file is compared with the recorded commit and path', () => {
  const cases: Record<string, { about: Record<string, string>; result: string; what: RegExp }> = {
    'the same': {
      about: { commit: first.slice(0, 8), path: 'docs/e.md' },
      result: 'identical',
      what: /byte/,
    },
    'other line ends': {
      about: { commit: first, path: 'docs/crlf.md' },
      result: 'line-ends',
      what: /ends/,
    },
    'another revision': {
      about: { commit: second, path: 'docs/e.md' },
      result: 'different',
      what: /line 3/,
    },
    'a wrong path': {
      about: { commit: first, path: 'docs/no.md' },
      result: 'not-found',
      what: /has no docs\/no\.md\. The same file is there as: `path: docs\/e\.md`\. Set it in one/,
    },
    'no path': {
      about: { commit: first },
      result: 'not-found',
      what: /no path is recorded\. .*`path: docs\/e\.md`/,
    },
    'no path, and no such file': {
      about: { commit: second },
      result: 'not-found',
      what: /no file of the commit is the same/,
    },
    'no commit': {
      about: { path: 'docs/e.md' },
      result: 'not-found',
      what: /Add `commit` and `path` to one/,
    },
    'a commit that the clone lacks': {
      about: { commit: '0123456789', path: 'docs/e.md' },
      result: 'not-found',
      what: /does not have the commit 0123456789\. Run `git fetch --unshallow`/,
    },
  };
  for (const [name, { about, result, what }] of Object.entries(cases))
    test(name, () => {
      const root = createProject({ repository: 'publisher/docs', ...about });
      const variant = readRegistry(root)[0]?.variants[0];
      assert.ok(variant);
      const commit =
        about['commit'] && hashes.find((hash) => hash.startsWith(about['commit'] ?? ''));
      const [found] = verifySources(root, {
        catalog: 'test',
        variant,
        folder,
        commit: commit || undefined,
      });
      assert.equal(found?.result, result);
      assert.match(found?.what ?? '', what);
    });
});

test('a clone is recognised by its remote, or by having the commit', () => {
  const named = createRepository('named', [{ date: '2024-01-01', files: { 'a.md': 'a' } }]).folder;
  git(named, ['remote', 'add', 'origin', 'https://example.org/publisher/docs.git']);
  const registryOf = (about: Record<string, string>) => readRegistry(createProject(about));
  const clonesOf = (about: Record<string, string>) =>
    findClones(registryOf({ repository: 'publisher/docs', ...about }), [folder, named]);
  assert.equal(clonesOf({ commit: first })[0]?.folder, named);
  assert.equal(clonesOf({ repository: 'other/docs', commit: first })[0]?.folder, folder);
  assert.throws(
    () => clonesOf({ repository: 'lisher/docs' }),
    /no document comes from .* Clone one of: lisher\/docs/,
  );
});

const run = (root: string, ...args: string[]) => runCommand('verify', ['--root', root, ...args]);

test('what was verified is recorded with its date, and shown as long as the file is the same', async () => {
  const root = createProject({ repository: 'publisher/docs', commit: first, path: 'docs/e.md' });
  const { status, stdout, stderr } = await run(root, '--clone', folder);
  assert.equal(status, 0, stderr);
  assert.equal(stdout, 'content/sources/test/one.md:1: verified: the same, byte for byte\n');
  const record = JSON.parse(readFileSync(join(root, 'content/verified.json'), 'utf8'));
  const { commit, date, result } = record['content/sources/test/one.md'];
  assert.deepEqual(
    { commit, date, result },
    { commit: first, date: '2024-03-04', result: 'identical' },
  );
  const verifiedOf = () => ingest(root).catalogs[0]?.variants[0]?.files[0]?.verified;
  assert.deepEqual(verifiedOf(), { date: '2024-03-04', result: 'identical' });
  edit(root, 'content/sources/test/one.md', 'Wait', 'Stop');
  recordLock(root, ['content/sources/test/one.md']);
  assert.equal(verifiedOf(), undefined);
  const failed = await run(root, '--clone', folder, '--date', '2026-11-27');
  assert.equal(failed.status, 1);
  assert.match(failed.stdout, /one\.md:1: error: the files differ from line 3 on/);
  assert.equal(readFileSync(join(root, 'content/verified.json'), 'utf8'), '{\n}\n');
});

test('wrong usage exits with 2 and records nothing', async () => {
  const root = createProject({ repository: 'publisher/docs', commit: '0123456789' });
  const wrong: [string[], RegExp][] = [
    [[], /Name a local clone/],
    [['--clone', '/no/such/folder'], /the folder \/no\/such\/folder does not exist/],
    [['--clone', root], /not a git repository|no document comes from/],
    // Of several clones each is looked at.
    [
      ['--clone', folder, '--clone', '/no/such/folder'],
      /the folder \/no\/such\/folder does not exist/,
    ],
    [['--clone', folder, '--date', 'today'], /--date today is not a date/],
  ];
  for (const [args, says] of wrong) {
    const { status, stderr } = await run(root, ...args);
    assert.equal(status, 2);
    assert.match(stderr, says);
  }
  assert.equal(existsSync(join(root, 'content/verified.json')), false);
  writeFileSync(join(root, 'content/verified.json'), '{"a": 1}');
  assert.throws(() => ingest(root), /content\/verified\.json:1: the file is damaged/);
});
