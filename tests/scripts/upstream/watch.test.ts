/** `npm run watch-upstream`: what a local clone has that is newer than the registry. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readRegistry } from '../../../scripts/ingest/load/registry.ts';
import { findRevision } from '../../../scripts/upstream/find-revisions.ts';
import { contentOf, edit } from '../../support/content.ts';
import { createRepository, type TestCommit } from '../../support/git-repository.ts';
import { runCommand } from '../../support/run-command.ts';

const text = '| Error Code | Solution |\n|-|-|\n| A.0001 | Wait. |\n';
const newer = text.replace('Wait', 'Go');
const first: TestCommit = { date: '2024-01-02', files: { 'docs/e.md': text } };

/** A project with `docs/e.md` of the first commit, and what became of it in later ones. */
function project(later: TestCommit[]) {
  const { folder, hashes } = createRepository('watched', [first, ...later]);
  const root = contentOf('watch', [{ id: 'one', text }]);
  const about = {
    repository: 'publisher/docs',
    url: 'https://example.org/publisher/docs',
    commit: hashes[0],
    path: 'docs/e.md',
  };
  const fields = Object.entries(about).map(([name, value]) => `"${name}": "${value}", `);
  edit(root, 'content/catalogs.yaml', '"lineage"', `${fields.join('')}"lineage"`);
  const variant = readRegistry(root)[0]?.variants[0];
  assert.ok(variant);
  return { root, folder, hashes, cloned: { catalog: 'test', variant, folder, commit: hashes[0] } };
}

describe('the newest commit is compared with the document', () => {
  const other = { date: '2024-05-06', files: { 'docs/other.md': 'x' } };
  const cases: Record<string, { later: TestCommit[]; expected: object }> = {
    'nothing happened': { later: [], expected: { state: 'same' } },
    'another file changed': { later: [other], expected: { state: 'same' } },
    'only line ends changed': {
      later: [{ date: '2024-02-03', files: { 'docs/e.md': text.replaceAll('\n', '\r\n') } }],
      expected: { state: 'same' },
    },
    'the text changed, then another file': {
      later: [{ date: '2024-02-03', files: { 'docs/e.md': newer } }, other],
      expected: {
        state: 'newer',
        commit: 1,
        date: '2024-02-03',
        files: new Map([['docs/e.md', Buffer.from(newer)]]),
      },
    },
    'it was renamed': {
      later: [{ date: '2024-02-03', files: { 'docs/e.md': null, 'docs/new.md': text } }],
      expected: { state: 'gone', to: 'docs/new.md' },
    },
    'it was removed': {
      later: [{ date: '2024-02-03', files: { 'docs/e.md': null, 'docs/other.md': 'x' } }],
      expected: { state: 'gone', to: undefined },
    },
  };
  for (const [name, { later, expected }] of Object.entries(cases))
    test(name, () => {
      const { root, hashes, cloned } = project(later);
      const found = findRevision(root, cloned);
      const commit = 'commit' in found ? { commit: hashes.indexOf(found.commit) } : {};
      assert.deepEqual({ ...found, ...commit }, expected);
    });
});

test('the command reports it with commit and date, and --list names what to clone', async () => {
  const { root, folder, hashes } = project([{ date: '2024-02-03', files: { 'docs/e.md': newer } }]);
  const run = (...args: string[]) => runCommand('watch-upstream', ['--root', root, ...args]);
  const { status, stdout, stderr } = await run('--clone', folder);
  assert.equal(status, 1, stderr);
  assert.equal(
    stdout,
    `test one: newer text upstream, commit ${hashes[1]} of 2024-02-03: docs/e.md\n`,
  );
  const added = await run('--clone', folder, '--add');
  assert.equal(added.status, 0, added.stderr);
  assert.match(added.stdout, /compared with one: 1 → 1 rows; 1 /);
  const [, next] = readRegistry(root)[0]?.variants.toSorted((a) => (a.id === 'one' ? -1 : 1)) ?? [];
  assert.deepEqual(
    [next?.follows, next?.commit, next?.path, next?.revision],
    ['one', hashes[1], 'docs/e.md', '2024-02-03'],
  );
  assert.equal((await run('--clone', folder)).stdout, `test ${next?.id}: up to date\n`);
  assert.equal((await run('--list')).stdout, 'https://example.org/publisher/docs\n');
  assert.equal((await run()).status, 2);
});
