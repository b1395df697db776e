/** `npm run ingest`: its report, its exit code, and the files it writes. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { runIngest } from '../../../scripts/ingest/run.ts';
import { generatedBy } from '../../../scripts/ingest/write/mdx.ts';
import { contentOf, edit, projectRoot } from '../../support/content.ts';
import { filesOf } from '../../support/project.ts';
import { readFixture } from '../../support/project-of.ts';
import { runCommand } from '../../support/run-command.ts';
import { mountSmallDisk } from '../../support/small-disk.ts';

const table = (rows: string[]) =>
  ['Error Code | Error Message | Solution', '-|-|-', ...rows].map((row) => `| ${row} |\n`).join('');
const good = table(['A.0001 | Gone. | Wait.']);
const two = table(['A.0001 | Gone. | Wait.', 'A.0002 | Lost. | Wait.']);
const page = 'src/content/docs/en/test/a-0001.mdx';
const run = (root: string, check = false) => runIngest(root, { check });
const output = (root: string) => filesOf(join(root, 'src'));

test('the report lists each document, and each finding with file and line', () => {
  const broken = table(['A.0001 | Gone.', 'A.0002 | Lost. | Wait.']);
  const { exitCode, report } = run(contentOf('report', [{ id: 'one', text: broken }]));
  assert.equal(exitCode, 0);
  assert.match(report, /^test: 2 codes, 2 cases$/m);
  assert.match(report, /^ {2}one: 2 rows, 2 codes, 1 finding$/m);
  assert.match(report, /^content\/sources\/test\/one\.md:3: warning: the row has 2 of 3 cells/m);
});

test('--json prints the report as one object, and wrong usage exits with 2', async () => {
  const ingest = (...args: string[]) => runCommand('ingest', args);
  const root = contentOf('json', [{ id: 'one', text: two }]);
  const { status, stdout } = await ingest('--root', root, '--json');
  assert.equal(status, 0);
  const report = JSON.parse(stdout);
  assert.equal(report.catalogs[0].codes, 2);
  assert.deepEqual(report.findings, []);
  assert.ok(report.changes.added.length > 4);
  const checked = await ingest('--root', root, '--check');
  assert.equal(checked.status, 1, 'permalinks are not recorded yet');
  // As npm does it, in a process of its own.
  const script = join(projectRoot, 'scripts/ingest.ts');
  const wrong = spawnSync(process.execPath, [script, '--chekc'], { encoding: 'utf8' });
  assert.equal(wrong.status, 2);
  assert.match(wrong.stderr, /Usage: npm run ingest/);
});

test('no command takes an option that it does not have', async () => {
  const commands = globSync('*.ts', { cwd: join(projectRoot, 'scripts') }).filter((name) =>
    /readOptions|readArguments/.test(readFileSync(join(projectRoot, 'scripts', name), 'utf8')),
  );
  for (const name of commands.filter((file) => file !== 'read-options.ts')) {
    const { status, stderr } = await runCommand(name.slice(0, -'.ts'.length), ['--chekc']);
    assert.equal(status, 2, name);
    assert.match(stderr, /--chekc[\s\S]*Usage: /, name);
  }
  assert.ok(commands.includes('build.ts'));
});

test('an option that is given twice, or has an empty value, is wrong usage', async () => {
  for (const [args, says] of [
    [['--root', 'a', '--root=b'], /^--root is given twice\./],
    [['--root='], /^--root has no value\./],
  ] as const) {
    const { status, stderr } = await runCommand('ingest', [...args]);
    assert.equal(status, 2);
    assert.match(stderr, says);
  }
});

test('--check writes nothing, and reports what a run would change', () => {
  const root = contentOf('check', [{ id: 'one', text: good }]);
  const before = run(root, true);
  assert.equal(before.exitCode, 1);
  assert.match(before.report, /Out of date: \d+ new, 0 changed, 0 stale/);
  assert.throws(() => statSync(join(root, 'src')));
  assert.equal(run(root).exitCode, 0);
  assert.match(run(root, true).report, /Everything is up to date\./);
  edit(root, page, 'Gone', 'Here');
  assert.match(run(root, true).report, /0 new, 1 changed, 0 stale/);
});

test('a second run writes the same bytes', () => {
  const [first, second] = ['one', 'two'].map((name) => {
    const root = contentOf(name, [{ id: 'one', text: two }]);
    run(root);
    return output(root);
  });
  assert.deepEqual(first, second);
});

test('pages of codes that are gone are removed, files written by hand are not', () => {
  const root = contentOf('prune', [{ id: 'one', text: two }]);
  run(root);
  const byHand = ['guides/own.md', 'test/own.mdx'].map((file) =>
    join(root, 'src/content/docs/en', file),
  );
  mkdirSync(join(root, 'src/content/docs/en/guides'), { recursive: true });
  for (const file of byHand) writeFileSync(file, 'by hand');
  const pages = join(root, 'src/content/docs/en/test');
  const copy = `${readFileSync(join(pages, 'a-0001.mdx'), 'utf8')}by hand`;
  writeFileSync(join(pages, 'copy.mdx'), copy);
  edit(root, 'content/sources/test/one.md', '| A.0002 | Lost. | Wait. |\n', '');
  assert.match(run(root).report, /2 stale/);
  assert.throws(() => statSync(join(root, 'src/content/docs/en/test/a-0002.mdx')));
  for (const file of byHand) assert.equal(readFileSync(file, 'utf8'), 'by hand');
  assert.equal(readFileSync(join(pages, 'copy.mdx'), 'utf8'), copy);
});

test('only files that ingest wrote are replaced or removed', () => {
  const root = contentOf('foreign', [{ id: 'one', text: two }]);
  run(root);
  const foreign: Record<string, string> = {
    'codes/mine.json': '{ "mine": 1 }',
    'docs/en/other/note.mdx.txt': 'note',
    'docs/en/test/about.mdx': `---\ntitle: x\n---\nPages say: # ${generatedBy}`,
    'docs/en/test/note.staged': 'note',
  };
  for (const [file, text] of Object.entries(foreign)) {
    mkdirSync(dirname(join(root, 'src/content', file)), { recursive: true });
    writeFileSync(join(root, 'src/content', file), text);
  }
  mkdirSync(join(root, 'src/content/codes/empty'));
  symlinkSync('/nowhere', join(root, 'src/content/docs/en/test/link.mdx'));
  edit(root, 'content/sources/test/one.md', '| A.0002 | Lost. | Wait. |\n', '');
  assert.equal(run(root).exitCode, 0);
  for (const [file, text] of Object.entries(foreign))
    assert.equal(readFileSync(join(root, 'src/content', file), 'utf8'), text);
  assert.ok(statSync(join(root, 'src/content/codes/empty')).isDirectory());

  writeFileSync(join(root, page), 'my own page');
  const { exitCode, report } = run(root);
  assert.equal(exitCode, 1);
  assert.match(
    report,
    /^src\/content\/docs\/en\/test\/a-0001\.mdx:1: error: ingest did not write/m,
  );
  assert.equal(readFileSync(join(root, page), 'utf8'), 'my own page');
});

test('a run completes what a stopped one has left', () => {
  const root = contentOf('stopped', [{ id: 'one', text: two }]);
  run(root);
  const complete = output(root);
  // Files are written as `.staged` and then renamed, so this is all that a stop can leave.
  rmSync(join(root, page));
  for (const file of [page, 'content/sources/test/two.md'])
    writeFileSync(join(root, `${file}.staged`), 'half a pa');
  assert.equal(run(root).exitCode, 0);
  assert.deepEqual(output(root), complete);
});

test('a run on a full disk changes nothing, and reports what to do', (t) => {
  const disk = mountSmallDisk(t, '2m');
  if (disk === undefined) return;
  const root = contentOf('full', [{ id: 'one', text: two }], disk);
  run(root);
  const before = output(root);
  edit(root, 'content/sources/test/one.md', 'Gone', 'Not here');
  spawnSync('dd', ['if=/dev/zero', `of=${join(disk, 'filler')}`, 'bs=4096']);
  const { exitCode, report } = run(root);
  assert.equal(exitCode, 1);
  assert.match(report, /src\/content\/\S+: ENOSPC.*Free disk space or fix the permissions/);
  assert.deepEqual(output(root), before);
  rmSync(join(disk, 'filler'));
  assert.equal(run(root).exitCode, 0);
  assert.notDeepEqual(output(root), before);
});

test('a command that cannot write its file says which, and shows no stack', async () => {
  const root = contentOf('blocked', [{ id: 'one', text: two }]);
  for (const [script, file] of [
    ['permalinks', 'content/permalinks.json'],
    ['lock', 'content/sources.lock.json'],
    ['ingest', 'src/content/codes/test.json'],
  ] as const) {
    mkdirSync(join(root, `${file}.staged`), { recursive: true });
    const { status, stdout, stderr } = await runCommand(script, ['--root', root]);
    assert.equal(status, 1, script);
    assert.match(stdout + stderr, /EISDIR.*\.staged.*\. Something else is at this path: move it/);
    assert.doesNotMatch(stdout + stderr, /^ {4}at /m);
  }
  const { status, stderr } = await runCommand('init', [join(root, 'content/site.yaml')]);
  assert.equal(status, 2);
  assert.match(stderr, /site\.yaml is a file\. Name a folder\./);
});

interface BadInput {
  what: string;
  file: string;
  text?: string;
  bytes?: number[];
  from?: string;
  to?: string;
  says: string;
}

describe('bad input is reported with file and line, and the last good output stays:', () => {
  const badInputs: BadInput[] = parse(readFixture('bad-input.yaml'));
  const rows = ['A.0001 | Gone. | Wait.', 'A.0002 | Busy. | Wait.', 'A.0002 | Lost. | Look.'];
  const root = contentOf('bad', [{ id: 'one', text: table(rows) }]);
  assert.equal(run(root).exitCode, 0);
  const before = output(root);
  for (const { what, file, text, bytes, from, to, says } of badInputs)
    test(what, (t) => {
      const path = join(root, file);
      const saved = existsSync(path) ? readFileSync(path) : undefined;
      t.after(() => (saved ? writeFileSync(path, saved) : rmSync(path)));
      if (from !== undefined) edit(root, file, from, to ?? '');
      else writeFileSync(path, bytes ? Uint8Array.from(bytes) : (text ?? ''));
      const { exitCode, report } = run(root);
      assert.match(report, new RegExp(`^${RegExp.escape(file)}${says}`, 'm'));
      assert.equal(exitCode, 1);
      assert.deepEqual(output(root), before);
    });
});

test('a report that cannot be written is an error', {
  skip: existsSync('/dev/full') ? false : 'this system has no /dev/full',
}, () => {
  const { status, stderr } = spawnSync(
    'sh',
    ['-c', `${process.execPath} -r ./scripts/check-node.cjs scripts/ingest.ts --check > /dev/full`],
    { cwd: projectRoot, encoding: 'utf8' },
  );
  assert.match(stderr, /The output cannot be written: .*ENOSPC/);
  assert.equal(status, 1);
});
