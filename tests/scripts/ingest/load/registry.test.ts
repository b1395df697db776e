/** The registry and the record of permalinks: what would break pages or leave `content/` is refused. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readPermalinks } from '../../../../scripts/ingest/load/permalinks.ts';
import { readRegistry } from '../../../../scripts/ingest/load/registry.ts';
import { recordPermalinks } from '../../../../scripts/ingest/permalinks/record-permalinks.ts';
import { runIngest } from '../../../../scripts/ingest/run.ts';
import { contentOf, temporaryFolder } from '../../../support/content.ts';

const text = '| Error Code | Message |\n|-|-|\n| A.1 | Gone. |\n| A.2 | Lost. |\n';
const file = 'content/catalogs.yaml';
const root = contentOf('registry', [{ id: 'one', text }]);
const outside = temporaryFolder('outside', { 'secret.md': text });
const [original] = JSON.parse(readFileSync(join(root, file), 'utf8'));

/** The first problem of the registry with other values in its catalog or its variant. */
function problemOf(catalog: object, variant: object): string {
  const [first] = original.variants;
  const changed = [{ ...original, ...catalog, variants: [{ ...first, ...variant }] }];
  writeFileSync(join(root, file), JSON.stringify(changed, null, 1));
  try {
    readRegistry(root);
    return '';
  } catch (error) {
    return (error as Error).message;
  } finally {
    writeFileSync(join(root, file), JSON.stringify([original], null, 1));
  }
}

test('a field is named by the catalog and the document that it belongs to', () => {
  assert.match(
    problemOf({}, { licence: [] }),
    /^content\/catalogs\.yaml:\d+: `test\.variants\.one\.licence`: /,
  );
});

test('a name that would fill each page is refused', () => {
  const title = { en: 'x'.repeat(1001), 'zh-CN': 'x' };
  assert.match(problemOf({ title }, {}), /`test\.title\.en`: expected at most 1000 characters/);
});

const refused: Record<string, { values: unknown[]; says: RegExp }> = {
  revision: {
    values: ['2023-02-30', '2023-02-29', '2023-13', '2023-1-1'],
    says: /date of the cal/,
  },
  seen: { values: ['2023-00', '2023-04-31'], says: /date of the calendar/ },
  url: {
    values: [
      'javascript:alert(1)',
      '//a.example',
      'https://',
      'https://a b',
      'http://u:p@a.example',
    ],
    says: /starts with https:\/\//,
  },
  licenceUrl: { values: ['data:text/html,x', 'x', 'https://a\u202E.example'], says: /starts with/ },
  title: { values: ['', ' \n', '\u200B', 'a\u0000', '\u202Ea', '\ud800'], says: /expected a text/ },
  licence: { values: ['', 'a\u0085'], says: /expected a text/ },
  publisher: { values: [{ en: '\u2066a', 'zh-CN': '甲' }], says: /writing direction/ },
  id: { values: ['A', 'a--b', 'a'.repeat(101)], says: /lower-case|at most 100/ },
  source: {
    values: [
      '/etc/passwd',
      '../x.md',
      'content/sources/test/../../catalogs.yaml',
      'content/sources/test/./one.md',
      'content/sources//test/one.md',
      'content\\sources\\test\\one.md',
      'content/sources/test/{one.md,../../site.yaml}',
      'content/sources/test/one.md\u0000',
    ],
    says: /expected a path from the project’s root/,
  },
};

describe('of a document', () => {
  for (const [field, { values, says }] of Object.entries(refused)) {
    for (const value of values)
      test(`${field}: ${JSON.stringify(value).slice(0, 60)} is refused with its line`, () => {
        const problem = problemOf({}, { [field]: value });
        assert.match(
          problem,
          new RegExp(`^content/catalogs\\.yaml:\\d+: \`test\\.variants\\.\\S+\\.${field}`),
        );
        assert.match(problem, says);
      });
  }

  test('leap days, months and folded white space are accepted', () => {
    for (const revision of ['2024-02-29', '2023-12'])
      assert.equal(problemOf({}, { revision, title: ' a\n b ' }), '');
  });
});

for (const id of ['find', 'guides', 'c', 'api', 'en', 'zh-cn', 'site', 'data', 'search', 'con'])
  test(`a catalog cannot be called ${id}`, () => {
    assert.match(problemOf({ id }, {}), /is the name of a page or a folder of this site/);
  });

describe('links in content/sources', () => {
  const place = join(root, 'content/sources/test/link.md');
  const lead: Record<string, string> = {
    'out of the project': join(outside, 'secret.md'),
    'to a folder outside': outside,
    'to its own folder': '.',
    'to themselves': 'link.md',
    nowhere: 'none.md',
    'to other content': '../../site.yaml',
  };
  for (const [where, target] of Object.entries(lead))
    test(`that lead ${where} are refused`, (t) => {
      symlinkSync(target, place);
      t.after(() => rmSync(place));
      assert.match(
        problemOf({}, {}),
        /^content\/sources\/test\/link\.md:1: it is a link that leads nowhere|to elsewhere/,
      );
    });

  test('that lead to another source are read', (t) => {
    const [from, to] = ['one.md', 'two.md'].map((name) => join(root, 'content/sources/test', name));
    renameSync(from as string, to as string);
    symlinkSync('two.md', from as string);
    t.after(() => renameSync(to as string, from as string));
    assert.match(problemOf({}, {}), /^content\/sources\/test\/two\.md:1: no variant/);
  });
});

describe('the record of permalinks', () => {
  recordPermalinks(root);
  const path = join(root, 'content/permalinks.json');
  const recorded = readFileSync(path, 'utf8');
  const damage: Record<string, { from: string; to: string; says: RegExp }> = {
    'a slug that leaves its folder': {
      from: '"a-1","A.1"]',
      to: '"../../a-1","A.1"]',
      says: /:\d+: .*\d \/ 3: not the name of a page/,
    },
    'a slug of another page': {
      from: '"a-1","A.1"]',
      to: '"compare","A.1"]',
      says: /the name of another page/,
    },
    'a short link that leaves its folder': {
      from: '"a-1","A.1"]',
      to: '"a-1","../A.1"]',
      says: /not the name of a short link/,
    },
    'a page outside the site': {
      from: '[["permalinks",2]',
      to: '[["permalinks",2]\n,["page","../x"]',
      says: /:2: .*not a path of a page/,
    },
    'a fact of no kind': {
      from: '[["permalinks",2]',
      to: '[["permalinks",2]\n,["pages","x"]',
      says: /:2: the file is damaged/,
    },
    'a code whose own line is lost': {
      from: '["code","test","A.1",',
      to: '["former","test","A.1","x"]\n,["code","test","A.3",',
      says: /test A\.1 has lines, but none of the kind "code"/,
    },
    'half a conflict': {
      from: '[["permalinks",2]',
      to: '[["permalinks",2]\n=======',
      says: /^\S+:2: the file is damaged/,
    },
  };
  for (const [what, { from, to, says }] of Object.entries(damage))
    test(`${what} is reported with its line`, (t) => {
      t.after(() => writeFileSync(path, recorded));
      assert.ok(recorded.includes(from));
      writeFileSync(path, recorded.replace(from, to));
      assert.throws(
        () => readPermalinks(root),
        ({ message }: Error) => {
          assert.match(message, says);
          return true;
        },
      );
    });

  test('a lost file is not taken for a new project', (t) => {
    t.after(() => writeFileSync(path, recorded));
    rmSync(path);
    assert.throws(() => readPermalinks(root), /^InputError: \S+:1: the file is missing, but .*git/);
  });
});

test('a key that a merge left twice is reported with its line', (t) => {
  const path = join(root, 'content/last-texts/test.json');
  const recorded = readFileSync(path, 'utf8');
  t.after(() => writeFileSync(path, recorded));
  writeFileSync(path, recorded.replace('"codes": {', '"codes": {"A.1": {},'));
  const { report } = runIngest(root, {});
  assert.match(
    report,
    /last-texts\/test\.json:\d: error: the file is damaged \(A\.1 is there twice\)/,
  );
});

test('a merge conflict, a folder, a deep or a large file is reported with its line', (t) => {
  const conflict = '<<<<<<< HEAD\n- x\n=======\n- y\n>>>>>>> other\n';
  const files: [string, string, RegExp][] = [
    [
      'curation/alignment.yaml',
      `# note\n${conflict}`,
      /alignment\.yaml:2: error: the file has the conflict/,
    ],
    ['curation/alignment.yaml', '['.repeat(5000), /alignment\.yaml:1: error: .*too deeply/],
    [
      'curation/alignment.yaml',
      '#\n'.repeat(2_100_000),
      /alignment\.yaml:1: error: it has \d+ bytes/,
    ],
    [
      'sources/test/one.md',
      text.replace('| A.2', '<<<<<<< HEAD\n| A.2'),
      /one\.md:4: error: the file has the conflict/,
    ],
  ];
  for (const [name, damaged, says] of files) {
    const path = join(root, 'content', name);
    const before = readFileSync(path);
    writeFileSync(path, damaged);
    const { exitCode, report } = runIngest(root, {});
    writeFileSync(path, before);
    assert.equal(exitCode, 1);
    assert.match(report, says);
  }
  const list = join(root, 'content/curation/defects.yaml');
  rmSync(list);
  mkdirSync(list);
  t.after(() => rmSync(list, { recursive: true }));
  assert.match(runIngest(root, {}).report, /defects\.yaml:1: error: it is not a file/);
});

test('of a thousand problems of one file the first fifty are printed, and how many there are', () => {
  const fields = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`field${at}`, at]));
  const lines = problemOf(fields, {}).split('\n');
  assert.equal(lines.length, 51);
  assert.match(
    lines.at(-1) ?? '',
    /catalogs\.yaml:1: (?:error: )?950 more\. Correct these first\./,
  );
});
