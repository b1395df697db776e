/** `npm run ingest`: its report, its exit code, and the files it writes. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { runIngest } from '../../../scripts/ingest/run.ts';
import { generatedBy } from '../../../scripts/ingest/write/mdx.ts';
import { contentOf, edit, projectRoot } from '../../support/content.ts';
import { filesOf } from '../../support/project.ts';
import { mountSmallDisk } from '../../support/small-disk.ts';

const table = (rows: string[]) =>
  ['| Error Code | Error Message | Solution |', '|-|-|-|', ...rows, ''].join('\n');
const good = table(['| A.0001 | Gone. | Wait. |']);
const two = table(['| A.0001 | Gone. | Wait. |', '| A.0002 | Lost. | Wait. |']);
const page = 'src/content/docs/en/test/a-0001.mdx';
const run = (root: string, check = false) => runIngest(root, { check });
const output = (root: string) => filesOf(join(root, 'src'));

test('the report lists each document, and each finding with file and line', () => {
  const broken = table(['| A.0001 | Gone. |', '| A.0002 | Lost. | Wait. |']);
  const { exitCode, report } = run(contentOf('report', [{ id: 'one', text: broken }]));
  assert.equal(exitCode, 0);
  assert.match(report, /^test: 2 codes, 2 cases$/m);
  assert.match(report, /^ {2}one: 2 rows, 2 codes, 1 finding$/m);
  assert.match(report, /^content\/sources\/test\/one\.md:3: warning: the row has 2 of 3 cells/m);
});

test('--json prints the report as one object, and wrong usage exits with 2', () => {
  const script = join(projectRoot, 'scripts/ingest.ts');
  const ingest = (...args: string[]) =>
    spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  const root = contentOf('json', [{ id: 'one', text: two }]);
  const { status, stdout } = ingest('--root', root, '--json');
  assert.equal(status, 0);
  const report = JSON.parse(stdout);
  assert.equal(report.catalogs[0].codes, 2);
  assert.deepEqual(report.findings, []);
  assert.ok(report.changes.added.length > 4);
  assert.equal(ingest('--root', root, '--check').status, 1, 'permalinks are not recorded yet');
  const wrong = ingest('--chekc');
  assert.equal(wrong.status, 2);
  assert.match(wrong.stderr, /Usage: npm run ingest/);
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
  edit(root, 'content/sources/test/one.md', '| A.0002 | Lost. | Wait. |\n', '');
  assert.match(run(root).report, /4 stale/);
  assert.throws(() => statSync(join(root, 'src/content/docs/en/test/a-0002.mdx')));
  for (const file of byHand) assert.equal(readFileSync(file, 'utf8'), 'by hand');
});

test('only files that ingest wrote are replaced or removed', () => {
  const root = contentOf('foreign', [{ id: 'one', text: two }]);
  run(root);
  const foreign: Record<string, string> = {
    'codes/mine.json': '{ "mine": 1 }',
    'docs/en/other/note.mdx.txt': 'note',
    'docs/en/test/about.mdx': `---\ntitle: x\n---\nPages say: # ${generatedBy}`,
    'docs/en/test/note.staged': 'note',
    'twins/en/test/mine.md': '# Mine',
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
  assert.ok(!existsSync(join(root, 'src/content/twins/en/test/a-0002.md')));

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
  writeFileSync(join(root, `${page}.staged`), 'half a pa');
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
  assert.match(report, /ENOSPC.*Free disk space or fix the permissions/);
  assert.deepEqual(output(root), before);
  rmSync(join(disk, 'filler'));
  assert.equal(run(root).exitCode, 0);
  assert.notDeepEqual(output(root), before);
});

test('a command that cannot write its file says which, and shows no stack', () => {
  const root = contentOf('blocked', [{ id: 'one', text: two }]);
  for (const [script, file] of [
    ['permalinks', 'content/permalinks.json'],
    ['lock', 'content/sources.lock.json'],
    ['ingest', 'src/content/codes/test.json'],
  ] as const) {
    mkdirSync(join(root, `${file}.staged`), { recursive: true });
    const path = join(projectRoot, `scripts/${script}.ts`);
    const command = [path, '--root', root];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
    assert.equal(status, 1, script);
    assert.match(stdout + stderr, /EISDIR.*\.staged.*\. Free disk space or fix the permissions/);
    assert.doesNotMatch(stdout + stderr, /^ {4}at /m);
  }
});

/** Each kind of bad input: how to make it, and the line that must be printed. */
const badInputs: Record<string, { spoil: (root: string) => void; says: RegExp }> = {
  'unreadable YAML': {
    spoil: (root) =>
      writeFileSync(join(root, 'content/catalogs.yaml'), '- id: test\n  title: a: b\n'),
    says: /^content\/catalogs\.yaml:2: error: not valid YAML: .+/m,
  },
  'a registry that is no list': {
    spoil: (root) => writeFileSync(join(root, 'content/catalogs.yaml'), 'id: test\n'),
    says: /^content\/catalogs\.yaml:1: error: .*expected array/m,
  },
  'a missing field': {
    spoil: (root) => edit(root, 'content/catalogs.yaml', /\s+"licence": "none",/, ''),
    says: /^content\/catalogs\.yaml:\d+: error: `0\.variants\.0\.licence`: .+ docs\/maintaining\.md/m,
  },
  'an unknown field': {
    spoil: (root) =>
      writeFileSync(
        join(root, 'content/curation/defects.yaml'),
        '- catalog: test\n  variant: one\n  code: A.1\n  line: 3\n  field: message\n  nite: { en: x, zh-CN: x }\n  note: { en: x, zh-CN: x, fr: x }\n',
      ),
    says: /^content\/curation\/defects\.yaml:7: error: `0\.note\.fr`: there is no such field\..*\n.*defects\.yaml:6: error: `0\.nite`: /m,
  },
  'a variant without its file': {
    spoil: (root) => rmSync(join(root, 'content/sources/test/one.md')),
    says: /^content\/catalogs\.yaml:\d+: error: the file content\/sources\/test\/one\.md does not exist\. Add it, or remove the variant one\./m,
  },
  'a file that no variant names': {
    spoil: (root) => writeFileSync(join(root, 'content/sources/test/other.md'), good),
    says: /^content\/sources\/test\/other\.md:1: error: no variant in content\/catalogs\.yaml uses this file/m,
  },
  'a pattern that leads out of the folder of the catalog': {
    spoil: (root) =>
      edit(
        root,
        'content/catalogs.yaml',
        'sources/test/one.md',
        'sources/test/{..,x}/{..,x}/*.yaml',
      ),
    says: /^content\/catalogs\.yaml:\d+: error: `0\.variants\.0\.source`: expected a path/m,
  },
  'an unknown format': {
    spoil: (root) =>
      edit(root, 'content/catalogs.yaml', '"format": "markdown"', '"format": "word"'),
    says: /^content\/catalogs\.yaml:\d+: error: `0\.variants\.0\.format`: .*rst.*markdown/m,
  },
  'a document that follows one that is not there': {
    spoil: (root) =>
      edit(root, 'content/catalogs.yaml', '"lineage"', '"follows": "older", "lineage"'),
    says: /^content\/catalogs\.yaml:\d+: error: follows: test has no variant older\. Use one of: one\./m,
  },
  'no table': {
    spoil: (root) =>
      writeFileSync(join(root, 'content/sources/test/one.md'), '# Error codes\n\nNone yet.\n'),
    says: /^content\/sources\/test\/one\.md:1: error: no table was found\. Check `format`/m,
  },
  'no column of codes': {
    spoil: (root) =>
      writeFileSync(
        join(root, 'content/sources/test/one.md'),
        '| Name | Age |\n|-|-|\n| A | 1 |\n',
      ),
    says: /^content\/sources\/test\/one\.md:1: error: no column holds codes; the headings are: Name, Age\. Add the heading/m,
  },
  'text that is not UTF-8': {
    spoil: (root) =>
      writeFileSync(
        join(root, 'content/sources/test/one.md'),
        Buffer.from([0x7c, 0xb4, 0xed, 0xce, 0xf3]),
      ),
    says: /^content\/sources\/test\/one\.md:1: error: the file is not UTF-8 \(byte 1\)\. Save the file as UTF-8/m,
  },
  'an empty document': {
    spoil: (root) => writeFileSync(join(root, 'content/sources/test/one.md'), ' \n\n'),
    says: /^content\/sources\/test\/one\.md:1: error: the document is empty\. Add the document/m,
  },
  'a defect whose row is gone': {
    spoil: (root) =>
      writeFileSync(
        join(root, 'content/curation/defects.yaml'),
        '- { catalog: test, variant: one, code: A.0001, line: 9, field: solution, note: { en: lost, zh-CN: 丢失 } }\n',
      ),
    says: /^content\/curation\/defects\.yaml:1: error: one has no row A\.0001 at line 9\. Correct the line/m,
  },
  'an acknowledgement whose difference is gone': {
    spoil: (root) =>
      writeFileSync(
        join(root, 'content/curation/acknowledged.yaml'),
        '- { fingerprint: 0123456789ab, reason: typo, by: me }\n',
      ),
    says: /^content\/curation\/acknowledged\.yaml:1: error: the difference 0123456789ab no longer exists/m,
  },
  'a decision about a row that is gone': {
    spoil: (root) =>
      writeFileSync(
        join(root, 'content/curation/alignment.yaml'),
        '- { catalog: test, code: A.0001, rows: [one:3, one:9], decision: same, because: x, by: me }\n',
      ),
    says: /^content\/curation\/alignment\.yaml:1: error: there is no row A\.0001 at one:9/m,
  },
  'a decision about a catalog that is not there': {
    spoil: (root) =>
      writeFileSync(
        join(root, 'content/curation/alignment.yaml'),
        '- { catalog: tset, code: A.0001, rows: [one:3, one:4], decision: same, because: x, by: me }\n',
      ),
    says: /^content\/curation\/alignment\.yaml:1: error: there is no catalog tset\. Name one of: test\./m,
  },
  'a decision that changes nothing': {
    spoil: (root) => {
      writeFileSync(
        join(root, 'content/sources/test/one.md'),
        table(['| A.0001 | Gone. | Wait. |', '| A.0001 | Lost. | Look. |']),
      );
      writeFileSync(
        join(root, 'content/curation/alignment.yaml'),
        '- { catalog: test, code: A.0001, rows: [one:3, one:4], decision: different, because: x, by: me }\n',
      );
    },
    says: /^content\/curation\/alignment\.yaml:1: error: the decision about A\.0001 changes nothing any more\. Remove it\./m,
  },
  'a defect in a column that is not there': {
    spoil: (root) =>
      writeFileSync(
        join(root, 'content/curation/defects.yaml'),
        '- { catalog: test, variant: one, code: A.0001, line: 3, field: description, note: { en: lost, zh-CN: 丢失 } }\n',
      ),
    says: /^content\/curation\/defects\.yaml:1: error: one has no column for description\./m,
  },
  'an alias without its anchor in YAML': {
    spoil: (root) => writeFileSync(join(root, 'content/curation/defects.yaml'), '- *star\n'),
    says: /^content\/curation\/defects\.yaml:1: error: not valid YAML: /m,
  },
  'curation that is not UTF-8': {
    spoil: (root) =>
      writeFileSync(join(root, 'content/curation/defects.yaml'), Buffer.from([0x2d, 0x20, 0xe9])),
    says: /^content\/curation\/defects\.yaml:1: error: the file is not UTF-8\. /m,
  },
  'an unreadable record of permalinks': {
    spoil: (root) => writeFileSync(join(root, 'content/permalinks.json'), '{"test": 1}'),
    says: /^content\/permalinks\.json:1: error: the file is damaged/m,
  },
};

for (const [name, { spoil, says }] of Object.entries(badInputs)) {
  test(`${name} is reported with file and line, and the last good output stays`, () => {
    const root = contentOf('bad', [{ id: 'one', text: good }]);
    assert.equal(run(root).exitCode, 0);
    const before = output(root);
    spoil(root);
    const { exitCode, report } = run(root);
    assert.match(report, says);
    assert.equal(exitCode, 1);
    assert.deepEqual(output(root), before);
  });
}
