/** `npm run ingest` as a tool: what it prints, what it exits with, what it leaves on the disk. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { contentOf, copyOfContent, edit, projectRoot } from '../../support/content.ts';

function run(root: string, ...flags: string[]) {
  const script = join(projectRoot, 'scripts', 'ingest.ts');
  const result = spawnSync(process.execPath, [script, '--root', root, ...flags], {
    encoding: 'utf8',
  });
  return { status: result.status, out: `${result.stdout}${result.stderr}` };
}

/** Every file below a folder with its text, to compare before and after. */
function snapshot(folder: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(folder, name);
    if (statSync(path).isFile()) files.set(name, readFileSync(path, 'utf8'));
  }
  return files;
}

const table = (rows: string[]) =>
  ['| Error Code | Error Message | Solution |', '|-|-|-|', ...rows, ''].join('\n');
const good = table(['| A.0001 | Gone. | Wait. |']);

test('a run prints a line a document and each finding with file and line', () => {
  const { status, out } = run(copyOfContent('report'));
  assert.equal(status, 0);
  assert.match(out, /^apig: 71 codes, 78 cases$/m);
  assert.match(out, /^ {2}huaweicloud-web: 78 rows, 71 codes, 3 findings$/m);
  assert.match(
    out,
    /^content\/sources\/apig\/huaweicloud-web\.zh\.md:8: warning: row APIG\.0101 has 4 of 5 cells; the next line was joined to it\. Check the text/m,
  );
});

test('--check writes nothing, fails while anything would change, and is green after a run', () => {
  const root = copyOfContent('check');
  const before = run(root, '--check');
  assert.equal(before.status, 1);
  assert.match(before.out, /Out of date: \d{3} new, 0 changed, 0 stale/);
  assert.throws(() => statSync(join(root, 'src')));
  assert.equal(run(root).status, 0);
  assert.equal(run(root, '--check').status, 0);
  edit(root, 'src/content/docs/en/apig/apig-0101.mdx', 'X-Stage', 'Y-Stage');
  assert.match(run(root, '--check').out, /0 new, 1 changed, 0 stale/);
});

test('two runs write the same bytes', () => {
  const [first, second] = ['one', 'two'].map((name) => {
    const root = copyOfContent(name);
    run(root);
    return snapshot(join(root, 'src'));
  });
  assert.deepEqual(first, second);
});

test('pages of codes that are gone are pruned, files of people are not', () => {
  const root = contentOf('prune', [
    { id: 'one', text: table(['| A.0001 | Gone. | Wait. |', '| A.0002 | Lost. | Wait. |']) },
  ]);
  run(root);
  mkdirSync(join(root, 'src/content/docs/en/guides'), { recursive: true });
  writeFileSync(join(root, 'src/content/docs/en/guides/own.md'), 'by hand');
  writeFileSync(join(root, 'src/content/docs/en/test/own.mdx'), 'by hand');
  edit(root, 'content/sources/test/one.md', '| A.0002 | Lost. | Wait. |\n', '');
  assert.match(run(root).out, /2 stale/);
  assert.throws(() => statSync(join(root, 'src/content/docs/en/test/a-0002.mdx')));
  assert.equal(readFileSync(join(root, 'src/content/docs/en/guides/own.md'), 'utf8'), 'by hand');
  assert.equal(readFileSync(join(root, 'src/content/docs/en/test/own.mdx'), 'utf8'), 'by hand');
});

test('--json prints one report', () => {
  const { out } = run(copyOfContent('json'), '--json');
  const report = JSON.parse(out);
  assert.equal(report.catalogs[0].codes, 71);
  assert.equal(report.findings.length, 3);
  assert.ok(report.changes.added.length > 266);
});

test('wrong usage exits with 2 and says how', () => {
  const { status, out } = run('.', '--chekc');
  assert.equal(status, 2);
  assert.match(out, /Usage: npm run ingest/);
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
  'a variant without its file': {
    spoil: (root) => rmSync(join(root, 'content/sources/test/one.md')),
    says: /^content\/catalogs\.yaml:\d+: error: the file content\/sources\/test\/one\.md does not exist\. Add it, or remove the variant one\./m,
  },
  'a file that no variant names': {
    spoil: (root) => writeFileSync(join(root, 'content/sources/test/other.md'), good),
    says: /^content\/sources\/test\/other\.md:1: error: no variant in content\/catalogs\.yaml uses this file/m,
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
  'two codes with one page': {
    spoil: (root) =>
      writeFileSync(
        join(root, 'content/sources/test/one.md'),
        table(['| A.0001 | Gone. | Wait. |', '| A-0001 | Lost. | Wait. |']),
      ),
    says: /^content\/sources\/test\/one\.md:3: error: A\.0001 and A-0001 \(content\/sources\/test\/one\.md:4\) both need the page test\/a-0001\/|^content\/sources\/test\/one\.md:\d: error: A-0001 .* both need the page test\/a-0001\//m,
  },
  'a code with the name of a page': {
    spoil: (root) =>
      writeFileSync(
        join(root, 'content/sources/test/one.md'),
        table(['| Compare | Gone. | Wait. |']),
      ),
    says: /^content\/sources\/test\/one\.md:3: error: Compare cannot have the page name “compare”/m,
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
    says: /^content\/curation\/defects\.yaml:1: error: the file is missing, unreadable, or not UTF-8\./m,
  },
  'an unreadable record of permalinks': {
    spoil: (root) => writeFileSync(join(root, 'content/permalinks.json'), '{"test": 1}'),
    says: /^content\/permalinks\.json:1: error: the file is damaged/m,
  },
};

for (const [name, { spoil, says }] of Object.entries(badInputs)) {
  test(`${name} is told with file and line, and the last good output stays`, () => {
    const root = contentOf('bad', [{ id: 'one', text: good }]);
    assert.equal(run(root).status, 0);
    const before = snapshot(join(root, 'src'));
    spoil(root);
    const { status, out } = run(root);
    assert.match(out, says);
    assert.equal(status, 1);
    assert.deepEqual(snapshot(join(root, 'src')), before);
  });
}
