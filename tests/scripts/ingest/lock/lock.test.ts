/** `content/sources.lock.json`: what is reported when a source is not what was locked. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { lockFile, readLock, renderLock } from '../../../../scripts/ingest/load/sources-lock.ts';
import { recordLock } from '../../../../scripts/ingest/lock/record.ts';
import { recordPermalinks } from '../../../../scripts/ingest/permalinks/record-permalinks.ts';
import { runIngest } from '../../../../scripts/ingest/run.ts';
import { contentOf, edit, projectRoot } from '../../../support/content.ts';
import { git } from '../../../support/git-repository.ts';
import { runCommand } from '../../../support/run-command.ts';

const row = (number: number, text = 'Gone') => `| A.000${number} | ${text}. | Wait. |\n`;
const table = `| Error Code | Error Message | Solution |\n|-|-|-|\n${[1, 2, 3, 4, 5].map((number) => row(number)).join('')}`;
const source = 'content/sources/test/one.md';
/** Content with one document that is recorded and locked. */
function lockedContent(): string {
  const root = contentOf('lock', [{ id: 'one', text: table }]);
  recordPermalinks(root);
  recordLock(root);
  runIngest(root, {});
  return root;
}

const alterations: Record<string, { alter: (text: string) => string; says: RegExp }> = {
  'a changed word': {
    alter: (text) => text.replace('Wait', 'Go'),
    says: /one\.md:3: error: .* 1 of 5 rows changed, which looks like an edit by mistake/,
  },
  'changed rows': {
    alter: (text) => text.replaceAll('Wait', 'Go'),
    says: /5 of 5 rows changed, which looks like a new revision/,
  },
  'a line at the end': {
    alter: (text) => `${text}\nSee also.\n`,
    says: /text outside its rows, or white space, changed/,
  },
  'converted line ends': {
    alter: (text) => text.replaceAll('\n', '\r\n'),
    says: /its line ends were converted.*\.gitattributes/,
  },
};

for (const [name, { alter, says }] of Object.entries(alterations)) {
  test(`${name} in a locked document is an error that names the ways out`, () => {
    const root = lockedContent();
    const text = readFileSync(join(root, source), 'utf8');
    writeFileSync(join(root, source), alter(text));
    const { exitCode, report } = runIngest(root, {});
    assert.equal(exitCode, 1);
    const errors = report.split('\n').filter((line) => line.includes(': error: '));
    assert.equal(errors.length, 1, report);
    assert.match(report, /one\.md:[13]: error: the document test one is not/);
    assert.match(report, says);
    for (const command of [
      'npm run add -- COPY --catalog test --revision DATE --licence same',
      `git checkout -- ${source}`,
    ])
      assert.ok(report.includes(command));
    assert.deepEqual(recordLock(root).locked, [], 'a change is accepted only by name');
    assert.deepEqual(recordLock(root, [source]).locked, [source]);
    assert.equal(runIngest(root, {}).exitCode, 0);
  });
}

test('an unlocked document is a note, and an error with --check; the lock follows the registry', async () => {
  const root = lockedContent();
  assert.equal(runIngest(root, { check: true }).exitCode, 0);
  rmSync(join(root, lockFile));
  const { exitCode, report } = runIngest(root, {});
  assert.equal(exitCode, 0);
  assert.match(report, /^content\/sources\/test\/one\.md:1: note: .*Run `npm run lock`/m);
  assert.equal(runIngest(root, { check: true }).exitCode, 1);
  writeFileSync(join(root, lockFile), renderLock(new Map([['content/sources/gone.md', 'x']])));
  assert.match(
    runIngest(root, { check: true }).report,
    /lock\.json:2: error: no document uses content\/sources\/gone/,
  );
  const npmRunLock = (...files: string[]) => runCommand('lock', ['--root', root, ...files]);
  assert.match((await npmRunLock()).stdout, /1 files, 1 of them locked now/);
  assert.deepEqual([...readLock(root).keys()], [source]);
  edit(root, source, 'Gone', 'Lost');
  assert.match((await npmRunLock()).stdout, /test.one\.md is not as it was locked; name it/);
  assert.match((await npmRunLock(source)).stdout, /^locked content.sources.test.one\.md/);
  const wrong = await npmRunLock('content/sources/test/two.md');
  assert.equal(wrong.status, 1);
  assert.match(wrong.stderr, /no document uses content.sources.test.two\.md/);
});

test('a lock that Git has and the folder has not is asked for', () => {
  const root = lockedContent();
  for (const args of [
    ['init', '-q'],
    ['add', '.'],
  ])
    execFileSync('git', args, { cwd: root });
  rmSync(join(root, lockFile));
  const { exitCode, report } = runIngest(root, {});
  assert.equal(exitCode, 1);
  assert.match(
    report,
    /lock\.json:1: error: the file is missing, but Git has it\. Restore it with `git/,
  );
});

test('a digest that only the last commit has accepts no change', () => {
  const root = lockedContent();
  git(root, ['init', '-q']);
  git(root, ['add', '.']);
  git(root, ['commit', '-q', '-m', 'Locked']);
  const before = readLock(root);
  edit(root, source, 'Gone', 'Lost');
  for (const lose of [
    () => writeFileSync(join(root, lockFile), renderLock(new Map())),
    () => rmSync(join(root, lockFile)),
  ]) {
    lose();
    assert.deepEqual(recordLock(root).different, [source]);
    assert.deepEqual(readLock(root), before);
  }
  assert.deepEqual(recordLock(root, [source]).locked, [source]);
});

test('a digest that is lost does not hide a change', () => {
  const root = lockedContent();
  const digests = new Map([...readLock(root), ['content/sources/gone.md', 'x']]);
  digests.delete(source);
  writeFileSync(join(root, lockFile), renderLock(digests));
  assert.equal(runIngest(root, {}).exitCode, 0);
  edit(root, source, 'Gone', 'Lost');
  const { exitCode, report } = runIngest(root, {});
  assert.equal(exitCode, 1);
  assert.match(report, /one\.md:\d+: error: .* has no digest in .*npm run lock -- /);
});

test('every file of a folder is locked', () => {
  const root = contentOf('lock-folder', [{ id: 'one', text: table }]);
  writeFileSync(join(root, 'content/sources/test/two.md'), table.replaceAll('A.', 'B.'));
  edit(root, 'content/catalogs.yaml', source, 'content/sources/test');
  recordLock(root);
  assert.equal(readLock(root).size, 2);
});

test('a new file adds a line and changes none; a merge of two branches keeps both', () => {
  const digests = ['b', 'd'].map((name): [string, string] => [name, 'x']);
  const before = renderLock(new Map(digests)).split('\n');
  for (const name of ['a', 'c', 'e']) {
    const after = renderLock(new Map([...digests, [name, 'x']])).split('\n');
    assert.equal(after.length, before.length + 1);
    assert.deepEqual(new Set(before).difference(new Set(after)), new Set());
  }
  const root = lockedContent();
  const merged = ['<<<<<<< ours', ',"a": "x"', '=======', ',"b": "y"', '>>>>>>> theirs'];
  edit(root, lockFile, '\n}', `\n${merged.join('\n')}\n}`);
  assert.match(runIngest(root, {}).report, /sources\.lock\.json:3: error: .*lines of both sides/);
});

test('git keeps the bytes of documents and merges the lock by lines', () => {
  const attributes = execFileSync(
    'git',
    ['check-attr', 'text', 'merge', '--', 'content/sources/apig/x.md', lockFile],
    { cwd: projectRoot, encoding: 'utf8' },
  );
  assert.match(attributes, /x\.md: text: unset/);
  assert.match(attributes, /lock\.json: merge: union/);
});
