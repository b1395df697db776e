/**
 * A bad day: what goes wrong with documents and records. Each problem is reported with a way out,
 * and taking that way puts things right.
 */
import assert from 'node:assert/strict';
import { execSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { recordLock } from '../../../scripts/ingest/lock/record.ts';
import { recordPermalinks } from '../../../scripts/ingest/permalinks/record-permalinks.ts';
import { reissuePermalinks } from '../../../scripts/ingest/permalinks/reissue-permalinks.ts';
import { runIngest } from '../../../scripts/ingest/run.ts';
import { contentOf, edit } from '../../support/content.ts';
import { git } from '../../support/git-repository.ts';
import { tableOf } from '../../support/project-of.ts';

const gone = ['404', 'A.0001', 'The user or the file does not exist.', 'Check the name.'];
const lost = ['500', 'A.0002', 'The request got lost on its way.', 'Send it again.'];
const tableWith = (...rows: string[][]) =>
  tableOf(['HTTP Status', 'Error Code', 'Error Message', 'Solution'], rows);
const source = 'content/sources/test/one.md';
const decisions = 'content/curation/permalinks.yaml';

/** A project of one document, with all that is recorded of it, committed. */
function createProject(): string {
  const root = contentOf('bad-day', [{ id: 'one', text: tableWith(gone, lost) }]);
  writeFileSync(join(root, decisions), 'aliases: []\nredirects: []\nretired: []\n');
  recordPermalinks(root);
  recordLock(root);
  writeFileSync(join(root, '.gitattributes'), 'content/** -text\n');
  git(root, ['init', '-q', '-b', 'main']);
  commit(root);
  return root;
}
function commit(root: string): void {
  git(root, ['add', '-A', 'content', '.gitattributes']);
  git(root, ['commit', '-q', '-m', 'change']);
}
const write = (root: string, file: string, text: string) => writeFileSync(join(root, file), text);

/** Overwrites the document as if it had always been so. */
function replace(root: string, text: string): void {
  write(root, source, text);
  recordLock(root, [source]);
}

/** Adds what a message says is to be added to a list of the decisions, with a reason and a name. */
function decide(root: string, report: string, list: string): void {
  const item = new RegExp(`add to \`${list}\` in ${decisions}\n +- (.+)`).exec(report)?.[1];
  assert.ok(item, `${list}: ${report}`);
  const decided = item.replaceAll('REASON', 'as announced').replaceAll('NAME', 'me');
  edit(root, decisions, `${list}: []`, `${list}:\n  - ${decided}`);
}

/** Runs a command that a message names between backticks. */
function runNamed(root: string, report: string, command: RegExp): void {
  const [, named] = new RegExp(`\`(${command.source})\``).exec(report) ?? [];
  assert.ok(named, report);
  execSync(named, { cwd: root, stdio: 'pipe' });
}

/** Merges two branches; both have changed the files. */
function merge(root: string, ours: () => void, theirs: () => void): void {
  git(root, ['checkout', '-q', '-b', 'theirs']);
  theirs();
  commit(root);
  git(root, ['checkout', '-q', 'main']);
  ours();
  commit(root);
  try {
    git(root, ['merge', '-q', 'theirs']);
  } catch {
    // A conflict, which is what the day is about.
  }
}

/** Adds a document as a person does, with its records. */
function addEdition(root: string, id: string, message: string): void {
  const registry = 'content/catalogs.yaml';
  const [catalog] = JSON.parse(readFileSync(join(root, registry), 'utf8'));
  const file = `content/sources/test/${id}.md`;
  const row = ['400', `B.${id === 'two' ? '0002' : '0003'}`, message, 'Stop.'];
  write(root, file, tableWith(gone, lost, row));
  catalog.variants.push({ ...catalog.variants[0], id, source: file, follows: 'one' });
  write(root, registry, `${JSON.stringify([catalog], null, 1)}\n`);
  recordLock(root);
  recordPermalinks(root);
}

/** Keeps the lines of both sides of every conflict in a file. */
function keepBoth(root: string, file: string): void {
  const text = readFileSync(join(root, file), 'utf8');
  write(root, file, text.replace(/^(?:<{7} .*|={7}|>{7} .*)\n/gm, ''));
}

/** A record that git could not merge, and whose lines are all wanted. */
const both = /^(\S+\.json):\d+: error: .* Keep the lines of both sides/m;

const mishaps: Record<
  string,
  { happens: (root: string) => void; says: RegExp[]; fix: (root: string, report: string) => void }
> = {
  'a source file is altered': {
    happens: (root) => edit(root, source, 'Check', 'Czech'),
    says: [
      /^content\/sources\/test\/one\.md:3: error: .*1 of 2 rows changed, .* an edit by mistake/m,
    ],
    fix: (root, report) => runNamed(root, report, /git checkout -- \S+/),
  },
  'an edition is overwritten by the next one': {
    happens: (root) => {
      const others = [gone, lost, lost.with(1, 'A.0003')].map((row) => row.with(3, 'Wait.'));
      write(root, source, tableWith(...others));
    },
    says: [
      /3 of 2 rows changed, which looks like a new revision/,
      /`npm run add -- COPY --catalog test --revision DATE --licence same`/,
    ],
    fix: (root, report) => runNamed(root, report, /git checkout -- \S+/),
  },
  'a row is split into others, and its edition replaced': {
    happens: (root) => {
      const account = ['401', 'A.0001', 'Unknown account.', 'Log in.'];
      const path = ['410', 'A.0001', 'No such path.', 'Correct the address.'];
      replace(root, tableWith(account, path, lost));
    },
    says: [
      /#404-the-user-or-the-file-does-not-exist of test A\.0001 was issued, but no row has that wording/,
      /another case has its meaning \(or 4\d\d-[\w-]+\): add to `aliases`/,
    ],
    fix: (root, report) => decide(root, report, 'aliases'),
  },
  'a code is renamed, and its edition replaced': {
    happens: (root) => replace(root, tableWith(gone, lost.with(1, 'B.0007'))),
    says: [/test A\.0002 was issued, but no document contains it now; B\.0007 has its text/],
    fix: (root, report) => decide(root, report, 'redirects'),
  },
  'a code is removed': {
    happens: (root) => replace(root, tableWith(gone)),
    says: [/test A\.0002 was issued, but no document contains it now\. Choose one:/],
    fix: (root, report) => decide(root, report, 'retired'),
  },
  'a document is removed': {
    happens: (root) => {
      rmSync(join(root, source));
      edit(root, 'content/catalogs.yaml', '"id": "one"', '"id": "two"');
      edit(root, 'content/catalogs.yaml', 'test/one.md', 'test/two.md');
      write(root, 'content/sources/test/two.md', tableWith(gone, lost));
    },
    says: [/the document test one was issued, and links are pinned to it\. Choose one:/],
    fix: (root, report) => decide(root, report, 'retired'),
  },
  'a code of a new document was read wrongly, and recorded': {
    happens: (root) => {
      addEdition(root, 'two', 'Bad.');
      write(
        root,
        'content/curation/codes.yaml',
        '- { catalog: test, variant: two, line: 5, code: B 0002, because: Printed so., by: Li }\n',
      );
    },
    says: [/test B\.0002 was issued, but no document contains it now; B 0002 has its text/],
    fix: (root, report) => {
      assert.match(report, /`npm run permalinks -- --unpublished`/);
      const { before, after } = reissuePermalinks(root);
      assert.ok(after > before);
      const record = readFileSync(join(root, 'content/permalinks.json'), 'utf8');
      assert.doesNotMatch(record, /B\.0002/);
      assert.match(record, /"B 0002"/);
      // What the last commit has is still issued.
      assert.match(record, /"A\.0001"/);
    },
  },
  'a catalog is removed': {
    happens: (root) => {
      edit(root, 'content/catalogs.yaml', '"id": "test"', '"id": "other"');
      edit(root, 'content/catalogs.yaml', 'sources/test', 'sources/other');
      execSync('mv content/sources/test content/sources/other', { cwd: root });
    },
    says: [/the catalog test was issued, but content\/catalogs\.yaml has no such catalog now\./],
    fix: (root, report) => {
      runNamed(root, report, /git diff HEAD -- [^`]+/);
      git(root, ['checkout', 'HEAD', '--', 'content/catalogs.yaml', 'content/sources/test']);
      rmSync(join(root, 'content/sources/other'), { recursive: true });
    },
  },
  'two people add an edition, and both branches are merged': {
    happens: (root) =>
      merge(
        root,
        () => addEdition(root, 'two', 'Bad.'),
        () => addEdition(root, 'three', 'Worse.'),
      ),
    says: [/^content\/catalogs\.yaml:\d+: error: .*conflict/m],
    fix: (root) => {
      const [ours, theirs] = ['main', 'theirs'].map((branch) =>
        JSON.parse(git(root, ['show', `${branch}:content/catalogs.yaml`])),
      );
      const [one, two] = ours[0].variants;
      const three = theirs[0].variants[1];
      const writeRegistry = (follows: string) => {
        const variants = [one, two, { ...three, follows }];
        write(root, 'content/catalogs.yaml', JSON.stringify([{ ...ours[0], variants }]));
      };
      writeRegistry('one');
      assert.match(runIngest(root, {}).report, /two variants follow one\. Let one of them follow/);
      writeRegistry('two');
      // One record after the other is reported, each with its own way.
      let report = '';
      const reports = (pattern: RegExp) => {
        report = runIngest(root, {}).report;
        return pattern.exec(report)?.[1];
      };
      for (let file = reports(both); file !== undefined; file = reports(both)) keepBoth(root, file);
      const command = reports(/`(git checkout --ours -- \S+) && npm run permalinks`/);
      assert.ok(command, report);
      execSync(command, { cwd: root, stdio: 'pipe' });
      recordPermalinks(root);
    },
  },
};

for (const [name, { happens, says, fix }] of Object.entries(mishaps))
  test(`${name}: the report says so, and its way out works`, () => {
    const root = createProject();
    assert.equal(runIngest(root, {}).exitCode, 0);
    happens(root);
    const { exitCode, report } = runIngest(root, {});
    assert.equal(exitCode, 1, report);
    for (const words of says) assert.match(report, words);
    fix(root, report);
    const after = runIngest(root, {});
    assert.equal(after.exitCode, 0, after.report);
    recordPermalinks(root);
    recordLock(root);
    assert.equal(runIngest(root, { check: true }).exitCode, 0);
  });

test('links that are committed are never taken back, and without git nothing is', () => {
  const root = createProject();
  replace(root, tableWith(gone));
  assert.throws(() => reissuePermalinks(root), /A\.0002 was issued/);
  rmSync(join(root, '.git'), { recursive: true });
  assert.throws(() => reissuePermalinks(root), /git does not tell which links were published/);
});

test('in a repository without a commit, all is issued again', () => {
  const root = createProject();
  rmSync(join(root, '.git'), { recursive: true });
  git(root, ['init', '-q']);
  replace(root, tableWith(gone));
  assert.equal(reissuePermalinks(root).before, 0);
  assert.equal(runIngest(root, { check: true }).report.includes('A.0002'), false);
});
