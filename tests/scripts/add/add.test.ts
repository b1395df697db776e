/** `npm run add`: a document is registered, locked, ingested and recorded, or nothing changes. */
import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { applyAddition } from '../../../scripts/add/apply-addition.ts';
import { createTerminal } from '../../../scripts/add/ask.ts';
import type { NewDocument } from '../../../scripts/add/read-document.ts';
import { InputError } from '../../../scripts/ingest/load/input-error.ts';
import { readRegistry } from '../../../scripts/ingest/load/registry.ts';
import { runIngest } from '../../../scripts/ingest/run.ts';
import { add } from '../../support/add.ts';
import { edit, emptyContent, temporaryFolder } from '../../support/content.ts';
import { createRepository, git } from '../../support/git-repository.ts';
import { filesOf } from '../../support/project.ts';
import { runCommand } from '../../support/run-command.ts';

const heading =
  '# Gate errors\n\n| Error Code | HTTP Status Code | Error Message | Solution |\n|-|-|-|-|\n';
const rowsOf = (wait: string, last = 5) =>
  Array.from(
    { length: last },
    (_, at) =>
      `| GATE.000${at} | 40${at} | Request ${at} was refused. | ${at === 1 ? wait : `Repair part ${at}.`} |\n`,
  ).join('');
const english = (wait: string, last?: number) => heading + rowsOf(wait, last);
const chinese = `# 网关错误码\n\n| 错误码 | HTTP状态码 | 错误信息 | 处理措施 |\n|-|-|-|-|\n${rowsOf('等待。').replaceAll('Repair part', '检查部件')}`;

/** Writes a file outside the project; returns its path. */
function fileOf(name: string, text: string): string {
  return join(temporaryFolder('given', { [name]: text }), name);
}
const gate = {
  catalog: 'gate',
  title: 'Gate / 网关',
  publisher: 'Gate Works / 网关公司',
  licence: 'Apache-2.0',
  redistribute: 'yes',
};
const variantsOf = (root: string) =>
  readRegistry(root).flatMap(({ variants }) =>
    variants.map(({ id, follows }) => `${id}${follows ? ` < ${follows}` : ''}`),
  );
const isRecorded = (root: string) => {
  const { exitCode, report } = runIngest(root, { check: true });
  assert.equal(exitCode, 0, report);
};

let two: string | undefined;
/** A project with the editions of January and March. */
async function projectWithTwo(): Promise<string> {
  if (two === undefined) {
    const root = emptyContent('add');
    await add(root, fileOf('gate-2024-01.en.md', english('Wait 1 minute.')), gate);
    await add(root, fileOf('gate-2024-03.en.md', english('Wait 3 minutes.')), { licence: 'same' });
    two = root;
  }
  const copy = temporaryFolder('add');
  cpSync(two, copy, { recursive: true });
  return copy;
}

test('pages that cannot be written are named, although the document was added', async () => {
  const root = emptyContent('no-pages');
  rmSync(join(root, 'src'), { recursive: true, force: true });
  writeFileSync(join(root, 'src'), 'no folder');
  const given = ['--catalog', 'new', '--title', 'Gate / 网关', '--publisher', 'Acme / 爱克米'];
  const { status, stderr } = await runCommand('add', [
    fileOf('gate.en.md', english('Wait.')),
    ...given,
    ...['--revision', '2024-01', '--licence', 'MIT', '--redistribute', 'yes'],
    ...['--root', root, '--yes'],
  ]);
  assert.equal(status, 1, stderr);
  assert.match(stderr, /The document was added, but its pages were not written\. .*npm run ingest/);
  assert.equal(readRegistry(root).length, 1);
});

test('the first document creates its catalog, and the next edition follows it', async () => {
  const root = await projectWithTwo();
  assert.deepEqual(variantsOf(root), [
    'gate-works-2024-03 < gate-works-2024-01',
    'gate-works-2024-01',
  ]);
  const [catalog] = readRegistry(root);
  assert.deepEqual(catalog?.title, { en: 'Gate', 'zh-CN': '网关' });
  const [newest] = catalog?.variants ?? [];
  assert.equal(newest?.title, 'Gate errors');
  assert.deepEqual(newest?.edition, { en: '2024-03', 'zh-CN': '2024年3月' });
  assert.equal(newest?.licence, 'Apache-2.0');
  assert.equal(newest?.source, 'content/sources/gate/gate-works-2024-03.en.md');
  isRecorded(root);
});

test('an edition between two others is put between them, and comments stay', async () => {
  const root = await projectWithTwo();
  edit(root, 'content/catalogs.yaml', '      lineage', '      # Kept for ever.\n      lineage');
  const between = fileOf('x-2024-02.md', english('Wait 2 minutes.'));
  const { printed } = await add(root, between, { licence: 'same' });
  assert.deepEqual(variantsOf(root), [
    'gate-works-2024-03 < gate-works-2024-02',
    'gate-works-2024-02 < gate-works-2024-01',
    'gate-works-2024-01',
  ]);
  assert.match(printed, /gate-works-2024-03 +now follows this document/);
  assert.match(printed, /- Wait 1 minute\.\n +\+ Wait 2 minutes\./, 'the review');
  const registry = readFileSync(join(root, 'content/catalogs.yaml'), 'utf8');
  assert.match(registry, /^# Our catalogs\.$/m);
  assert.match(registry, /^ {6}# Kept for ever\.\n {6}lineage/m);
  assert.match(registry, /^ {6}publisher: \{ en: Gate Works, zh-CN: 网关公司 \}$/m);
  const older = fileOf('x-2023-12.md', english('Wait.'));
  await add(root, older, { licence: 'same' });
  assert.equal(variantsOf(root).at(-1), 'gate-works-2023-12');
  assert.equal(variantsOf(root).at(-2), 'gate-works-2024-01 < gate-works-2023-12');
  isRecorded(root);
});

test('line ends of the registry stay as they are', async () => {
  const root = emptyContent('add-line-ends');
  await add(root, fileOf('gate-2024-01.md', english('Wait.')), gate);
  const path = join(root, 'content/catalogs.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\n', '\r\n'));
  await add(root, fileOf('gate-2024-02.md', english('Wait 2 minutes.')), { licence: 'same' });
  const registry = readFileSync(path, 'utf8');
  assert.match(registry, /gate-works-2024-02\r\n/);
  assert.doesNotMatch(registry, /[^\r]\n/);
});

test('a document in the other language begins a lineage of its own', async () => {
  const root = await projectWithTwo();
  const path = fileOf('x.md', chinese);
  const first = await add(root, path, { licence: 'not stated', redistribute: 'no' });
  assert.deepEqual(first.missing, ['publisher']);
  const { publisher } = gate;
  await add(root, path, { licence: 'not stated', redistribute: 'no', publisher });
  assert.equal(variantsOf(root).at(-1), 'gate-works-zh-undated');
  assert.equal(readRegistry(root)[0]?.variants.at(-1)?.title, '网关错误码');
  isRecorded(root);
});

test('the other half of a pair takes over the publisher, and what it may translate is shown', async () => {
  const root = emptyContent('add-halves');
  await add(root, fileOf('gate.en.md', english('Wait.')), gate);
  const path = fileOf('gate.zh.md', chinese);
  const dry = await add(root, path, { licence: 'same' }, true);
  assert.deepEqual(dry.missing, []);
  assert.match(dry.printed, /^publisher +Gate Works \/ 网关公司 +as of gate-works-undated$/m);
  assert.match(
    dry.printed,
    /^translates\? +gate-works-undated +its edition and codes; --translates gate-works-undated if/m,
  );
  const { printed } = await add(root, path, { licence: 'same', translates: 'gate-works-undated' });
  assert.doesNotMatch(printed, /other data in the registry/, 'only its shown name is another');
  const [first, second] = readRegistry(root)[0]?.variants ?? [];
  assert.equal(second?.translates, first?.id);
  assert.deepEqual(second?.publisher, first?.publisher);
  isRecorded(root);
  // The next edition of a translation translates the next edition of its original.
  await add(root, fileOf('gate-2024-05.en.md', english('Wait 5 minutes.')), {
    licence: 'same',
    follows: first?.id ?? '',
  });
  const next = chinese.replace('等待', '请等待');
  await add(root, fileOf('gate-2024-05.zh.md', next), {
    licence: 'same',
    follows: second?.id ?? '',
  });
  const newest = readRegistry(root)[0]?.variants.find(({ follows }) => follows === second?.id);
  assert.equal(newest?.translates, 'gate-works-2024-05');
});

test('a column that the second language names otherwise keeps the anchors of the first one', async () => {
  const root = emptyContent('add-column');
  const texts = ['The disk is full.', 'The name is too long.', 'The file is open.', 'It is late.'];
  const rows = (of: string[]) => of.map((text, at) => `| GATE.000${at} | ${text} |\n`).join('');
  const table = `# Gate errors\n\n| Error Code | Description |\n|-|-|\n${rows(texts)}`;
  const chineseTexts = ['磁盘已满。', '名称过长。', '文件已打开。', '时间已晚。'];
  const other = `# 错误码\n\n| 错误码 | 错误信息 |\n|-|-|\n${rows(chineseTexts)}`;
  await add(root, fileOf('gate.zh.md', other), gate);
  const { printed } = await add(root, fileOf('gate.en.md', table), { licence: 'same' });
  assert.match(printed, /4 → 4 rows; no differences/);
  isRecorded(root);
});

test('an English document translates that of a publisher with a Chinese name', async () => {
  const root = emptyContent('add-translation');
  await add(root, fileOf('gate.zh.md', chinese), gate);
  const path = fileOf('gate.en.md', english('Wait.'));
  const original = { licence: 'same', translates: 'no' };
  assert.doesNotMatch((await add(root, path, original, true)).printed, /translates/);
  await add(root, path, { licence: 'same' });
  assert.equal(readRegistry(root)[0]?.variants[1]?.translates, 'gate-works-undated');
});

test('an edition that no date tells from another one is not placed silently', async () => {
  const root = await projectWithTwo();
  for (const name of ['errors-2024-03.md', 'errors.md']) {
    const path = fileOf(name, english('Wait 4 minutes.'));
    assert.deepEqual((await add(root, path, { licence: 'same' })).missing, ['follows'], name);
  }
  const path = fileOf('errors-2024-03.md', english('Wait 4 minutes.'));
  await add(root, path, { licence: 'same', follows: 'gate-works-2024-03' });
  assert.equal(variantsOf(root)[0], 'gate-works-2024-03-2 < gate-works-2024-03');
  const first = fileOf('errors.md', english('Wait an hour.'));
  await add(root, first, { licence: 'same', follows: 'no' });
  assert.deepEqual(variantsOf(root).slice(-2), [
    'gate-works-2024-01 < gate-works-undated',
    'gate-works-undated',
  ]);
  const own = fileOf('errors-2024-06.md', english('Wait 6 minutes.'));
  const { publisher: _, ...other } = gate;
  await add(root, own, { ...other, title: '', publisher: 'Gate Swiss' });
  assert.ok(variantsOf(root).includes('gate-swiss-2024-06'), 'another publisher');
});

test('codes of a catalog without any of its texts are not enough', async () => {
  const root = await projectWithTwo();
  const copied = english('Pause.').replaceAll('Request', 'Call').replaceAll('Repair', 'Fix');
  const path = fileOf('other-2024-05.md', copied);
  assert.ok((await add(root, path, { licence: 'same' })).missing.includes('catalog'));
});

test('a title that names no API is marked', async () => {
  const root = emptyContent('add-title');
  const text = english('Wait.').replace('Gate errors', 'Overview');
  const { printed } = await add(root, fileOf('x.md', text), gate, true);
  assert.match(printed, /^document-title +Overview +its heading; set --document-title/m);
});

test('on a terminal, what is missing is asked', async () => {
  const root = await projectWithTwo();
  const input = Object.assign(new PassThrough(), { isTTY: true });
  const output = Object.assign(new PassThrough(), { isTTY: true });
  const answers = {
    'Its licence': 'MIT',
    'Whether the licence': 'maybe',
    'neither yes nor no': 'no',
    'Add it?': '',
  };
  const open = Object.entries(answers);
  output.on('data', (text) => {
    const [question, answer] = open[0] ?? [];
    if (question === undefined || !`${text}`.includes(question)) return;
    open.shift();
    input.write(`${answer}\n`);
  });
  const terminal = createTerminal(input, output);
  const path = fileOf('gate-2024-04.en.md', english('Wait 4 minutes.'));
  assert.deepEqual((await add(root, path, {}, false, terminal)).missing, []);
  assert.deepEqual(open, []);
  const [newest] = readRegistry(root)[0]?.variants ?? [];
  assert.equal(newest?.licence, 'MIT');
  assert.equal(newest?.redistribute, false);
  // Ctrl+D in place of an answer.
  const answer = terminal?.ask('More?');
  input.end();
  await assert.rejects(answer ?? Promise.resolve(), /not answered/);
  assert.equal(createTerminal(new PassThrough(), output), undefined);
});

test('licence, redistribution and an unknown catalog are not guessed', async () => {
  const root = await projectWithTwo();
  const next = fileOf('x-2024-04.md', english('Wait.'));
  const before = filesOf(root);
  assert.deepEqual((await add(root, next)).missing, ['licence', 'redistribute']);
  const { publisher, licence, redistribute } = gate;
  const other = fileOf(
    'x.md',
    english('Wait.').replaceAll('GATE.', 'OTHER-').replaceAll('re', 'ro'),
  );
  assert.deepEqual((await add(root, other, { publisher, licence, redistribute })).missing, [
    'catalog',
  ]);
  assert.deepEqual((await add(root, other, { catalog: 'new' })).missing, [
    'title',
    'publisher',
    'licence',
    'redistribute',
  ]);
  assert.deepEqual(filesOf(root), before);
  const npmRunAdd = (...args: string[]) => runCommand('add', ['--root', root, ...args]);
  const { status, stderr, stdout } = await npmRunAdd(next);
  assert.equal(status, 2);
  assert.match(stdout, /^catalog +gate +5 of its 5 codes are in gate-works-2024-0\d$/m);
  assert.match(stderr, /^--licence: .*It is never guessed\.$/m);
  assert.match(stderr, /^--redistribute: .*yes or no\.$/m);
  assert.match(
    (await npmRunAdd(next, '--lang', 'fr')).stderr,
    /--lang: fr is not one of en, zh-CN/,
  );
  const dry = await npmRunAdd(next, '--licence', 'same', '--dry-run');
  assert.equal(dry.status, 0, dry.stderr);
  assert.match(dry.stdout, /^would write content\/sources\/gate\/gate-works-2024-04\.en\.md$/m);
  assert.deepEqual(filesOf(root), before);
});

test('several files or a folder become one document', async () => {
  const root = emptyContent('add-folder');
  const folder = temporaryFolder('edition', {
    '1.md': english('Wait.'),
    'more/2.md': english('Wait.').replaceAll('GATE.', 'DOOR.'),
    LICENSE: 'text',
  });
  await add(root, folder, { ...gate, revision: '2024-01' });
  const source = 'content/sources/gate/gate-works-2024-01.en';
  assert.equal(readRegistry(root)[0]?.variants[0]?.source, source);
  assert.deepEqual([...filesOf(join(root, source)).keys()], ['1.md', 'more/2.md']);
  const files = ['1.md', 'more/2.md'].map((name) => join(folder, name));
  for (const file of files) writeFileSync(file, readFileSync(file, 'utf8').replace('Wait', 'Stop'));
  await add(root, files, { licence: 'same', revision: '2024-02' });
  assert.equal(variantsOf(root)[0], 'gate-works-2024-02 < gate-works-2024-01');
  isRecorded(root);
});

test('files that do not become part of the document are named', async () => {
  const root = emptyContent('add-folder');
  const folder = temporaryFolder('edition', {
    '1.md': english('Wait.'),
    '2.md': english('Wait.').replaceAll('GATE.', 'DOOR.'),
    '.3.md': english('Wait.').replaceAll('GATE.', 'WALL.'),
    '4.json': '[{ "code": "ROOF.1", "message": "Gone." }]',
  });
  const { printed } = await add(root, folder, { ...gate, revision: '2024-01' });
  assert.match(printed, /^not added +2 +of another format, or hidden: \.3\.md, 4\.json$/m);
});

test('a document that is not there cannot be followed', async () => {
  for (const root of [emptyContent('add-follows'), await projectWithTwo()]) {
    const file = fileOf('x.md', english('Wait 9 minutes.'));
    const { missing } = await add(root, file, { ...gate, follows: 'nope' });
    assert.deepEqual(missing, ['follows']);
  }
});

test('an English and a Chinese file are not one document', async () => {
  const root = emptyContent('add-pair');
  const files = [fileOf('gate.en.md', english('Wait.')), fileOf('gate.zh.md', chinese)];
  await assert.rejects(
    add(root, files, gate),
    /gate\.zh\.md:1: is Chinese, but gate\.en\.md is English\./,
  );
});

test('a folder of several languages and editions is not one document', async () => {
  const folder = temporaryFolder('many', {
    '1.2.en.md': english('Wait.'),
    '1.3.en.md': english('Wait 1 minute.'),
    'zh/1.2.md': chinese,
  });
  await assert.rejects(
    add(emptyContent('add-many'), folder, gate),
    /1\.2\.en\.md:1: these are several documents, .*English 1\.2: 1\.2\.en\.md; English 1\.3: 1\.3\.en\.md; Chinese 1\.2: zh\/1\.2\.md\. Add each/,
  );
});

test('the other half of a publisher without a Chinese name is found by its version, or named', async () => {
  const root = emptyContent('add-half');
  const publisher = 'Gate Works';
  await add(root, fileOf('1.2.en.md', english('Wait.')), { ...gate, publisher });
  const half = fileOf('1.2.zh.md', chinese);
  assert.deepEqual((await add(root, half, { licence: 'same' }, true)).missing, []);
  // A date says less: two services may publish in one month.
  const other = emptyContent('add-half-dated');
  await add(other, fileOf('x-2024-01.en.md', english('Wait.')), { ...gate, publisher });
  const dated = fileOf('x-2024-01.zh.md', chinese);
  assert.deepEqual((await add(other, dated, { licence: 'same' }, true)).missing, [
    'publisher',
    'licence',
  ]);
  const named = { licence: 'same', translates: 'gate-works-2024-01' };
  assert.deepEqual((await add(other, dated, named, true)).missing, []);
});

test('says how many files there are, and when an undated document was retrieved', async () => {
  const files = Object.fromEntries(
    ['A', 'B', 'C', 'D'].map((name) => [`${name}.md`, english('Wait.').replaceAll('GATE', name)]),
  );
  const folder = temporaryFolder('four', files);
  const { printed } = await add(
    emptyContent('add-four'),
    folder,
    { ...gate, seen: '2024-05-01' },
    true,
  );
  assert.match(printed, /^files +4 +A\.md, B\.md, C\.md …$/m);
  assert.match(printed, /nothing dates it; retrieved 2024-05-01$/m);
});

test('a document without a heading has the name of the API in its language', async () => {
  const root = await projectWithTwo();
  const text = chinese.replace('# 网关错误码', '# 1000 ~ 1999');
  await add(root, fileOf('x-2024-03.zh.md', text), { licence: 'same' });
  const added = readRegistry(root)[0]?.variants.find(({ lang }) => lang === 'zh-CN');
  assert.equal(added?.title, '网关');
});

test('--help describes every option, and an option may have the name of its field', async () => {
  const { status, stdout } = await runCommand('add', ['--help']);
  assert.equal(status, 0);
  assert.match(
    stdout,
    /^`npm run add -- FILE…`: adds a document.*^ {2}--licence NAME .*^Exit codes: 0 done/ms,
  );
  for (const command of [
    'init',
    'review',
    'permalinks',
    'ingest',
    'lock',
    'verify',
    'watch-upstream',
    'build',
    'serve',
  ])
    assert.match((await runCommand(command, ['--help'])).stdout, /`(?:npm|node) [^`]+`/, command);
  const root = emptyContent('add-names');
  const file = fileOf('gate-2024-01.en.md', english('Wait.'));
  const options = Object.entries(gate).flatMap(([name, value]) => [`--${name}`, value]);
  const args = [file, ...options, '--licenceUrl', 'https://example.com/licence', '--root', root];
  assert.equal((await runCommand('add', args)).status, 0);
  assert.equal(readRegistry(root)[0]?.variants[0]?.licenceUrl, 'https://example.com/licence');
});

/** What cannot be added: the file, the options, and the words of the problem. */
const refused: Record<string, [string, string, Record<string, string>, RegExp]> = {
  'a document that is there already': [
    'x.md',
    english('Wait 3 minutes.'),
    {},
    /is content\/sources\/gate\/gate-works-2024-03\.en\.md already/,
  ],
  'a name that is taken': [
    'x-2024-05.md',
    english('No.'),
    { id: 'gate-works-2024-03' },
    /two variants have the id|there is such a document already/,
  ],
  'a text without codes': ['x.md', 'Nothing.\n', {}, /no table was found/],
  'an unknown extension': ['x.bin', 'x', {}, /extension belongs to no format/],
  'an edition that contradicts the dates': [
    'x-2024-05.md',
    english('No.'),
    { follows: 'gate-works-2024-01' },
    /newer/,
  ],
};
test('what somebody changes in content/ meanwhile is not overwritten', async () => {
  const root = await projectWithTwo();
  const registry = join(root, 'content/catalogs.yaml');
  const from = fileOf('x.md', english('Wait 5 minutes.'));
  const all = readRegistry(root).flatMap(({ variants }) => variants);
  const last = all.find(({ id }) => id === 'gate-works-2024-03');
  assert.ok(last);
  const source = 'content/sources/gate/new.en.md';
  const variant = { ...last, id: 'new', revision: '2024-05', follows: last.id, source };
  const document = {
    get files() {
      writeFileSync(registry, `# Mine\n${readFileSync(registry, 'utf8')}`);
      return [{ from, name: 'x.md' }];
    },
    entries: [],
  } as unknown as NewDocument;
  assert.throws(
    () => applyAddition(root, document, { catalog: 'gate', variant }, false),
    /content\/catalogs\.yaml:1: the file was changed while the document was read\./,
  );
  assert.match(readFileSync(registry, 'utf8'), /^# Mine\n/);
  assert.equal(existsSync(join(root, source)), false);
});

test('the project itself is no document', async () => {
  const root = await projectWithTwo();
  for (const path of ['', '.', '..']) {
    const { status, stderr } = await runCommand('add', ['--root', root, path], root);
    assert.equal(status, 2);
    assert.match(stderr, /is the project, or holds it\. Name the document's file or folder\./);
  }
});

test('a registry that is no file is reported as such', async () => {
  const root = emptyContent('add-registry');
  rmSync(join(root, 'content/catalogs.yaml'), { force: true });
  mkdirSync(join(root, 'content/catalogs.yaml'));
  const file = fileOf('x.md', english('Wait.'));
  await assert.rejects(add(root, file, gate), /content\/catalogs\.yaml:1: it is not a file\./);
});

test('a file that is too large to be read is refused', async () => {
  const root = await projectWithTwo();
  const file = fileOf('large.md', '');
  truncateSync(file, 200_000_000);
  await assert.rejects(
    add(root, file, { licence: 'same' }),
    /large\.md:1: it has 200000000 bytes, more than/,
  );
});

test('a folder without files is refused by its name', async () => {
  const root = await projectWithTwo();
  const empty = join(root, 'empty');
  mkdirSync(empty);
  await assert.rejects(add(root, empty, { licence: 'same' }), /empty:1: the folder has no files\./);
});

for (const [name, [file, text, options, says]] of Object.entries(refused)) {
  test(`${name} is refused, and nothing changes`, async () => {
    const root = await projectWithTwo();
    const before = filesOf(root);
    await assert.rejects(
      add(root, fileOf(file, text), { licence: 'same', ...options }),
      (error) => {
        assert.ok(error instanceof InputError);
        assert.match(error.message, says);
        return true;
      },
    );
    assert.deepEqual(filesOf(root), before);
  });
}

test('nothing is written through a link, and a link to a folder is refused', async () => {
  const root = await projectWithTwo();
  const shared = temporaryFolder('shared');
  const registry = join(root, 'content/catalogs.yaml');
  renameSync(registry, join(shared, 'catalogs.yaml'));
  symlinkSync(join(shared, 'catalogs.yaml'), registry);
  const before = readFileSync(registry, 'utf8');
  const next = fileOf('gate-2024-05.en.md', english('Wait 5 minutes.'));
  await add(root, next, { licence: 'same' }, true);
  assert.equal(readFileSync(registry, 'utf8'), before);
  await add(root, next, { licence: 'same' });
  assert.ok(lstatSync(registry).isSymbolicLink());
  assert.match(readFileSync(join(shared, 'catalogs.yaml'), 'utf8'), /gate-works-2024-05/);
  isRecorded(root);
  const texts = join(root, 'content/last-texts');
  renameSync(texts, join(shared, 'last-texts'));
  symlinkSync(join(shared, 'last-texts'), texts);
  const later = fileOf('gate-2024-07.en.md', english('Wait 7 minutes.'));
  await assert.rejects(
    add(root, later, { licence: 'same' }),
    /content\/last-texts:1: it is a link to a folder/,
  );
});

test('files that git ignores are refused, and so is a folder with a link to a folder', async () => {
  const root = await projectWithTwo();
  git(root, ['init', '-q']);
  writeFileSync(join(root, '.gitignore'), 'build/\n');
  const folder = temporaryFolder('gates', {
    'a.en.md': english('Wait.'),
    'build/b.en.md': english('Wait.', 9).replaceAll('GATE.', 'GOAT.'),
  });
  await assert.rejects(
    add(root, folder, { ...gate, catalog: 'new', title: 'Goat / 山羊', revision: '2024-09' }),
    /content\/sources\/.*\/build\/b\.en\.md:1: git ignores this file/,
  );
  rmSync(join(folder, 'build'), { recursive: true });
  symlinkSync(temporaryFolder('elsewhere'), join(folder, 'linked'));
  await assert.rejects(add(root, folder, gate), /linked:1: it is a link, but to no file/);
});

test('a retired code may come back with a new edition', async () => {
  const root = await projectWithTwo();
  const next = fileOf('gate-2024-05.en.md', english('Wait 5 minutes.', 6));
  await add(root, next, { licence: 'same' });
  const [file = ''] = readdirSync(join(root, 'content/sources/gate')).filter((name) =>
    name.includes('2024-05'),
  );
  const before = readFileSync(join(root, 'content/permalinks.json'), 'utf8');
  rmSync(join(root, 'content/sources/gate', file));
  edit(root, 'content/catalogs.yaml', / {4}- id: gate-works-2024-05\n(?: {6}.*\n|\n)*/, '');
  edit(
    root,
    'content/curation/permalinks.yaml',
    /^retired: .*$/m,
    `retired:
  - { catalog: gate, code: GATE.0005, note: { en: Gone., zh-CN: 已删除。 }, by: name }
  - { catalog: gate, variant: gate-works-2024-05, note: { en: Gone., zh-CN: 已删除。 }, by: name }`,
  );
  const again = fileOf('gate-2024-06.en.md', english('Wait 6 minutes.', 6));
  const { printed } = await add(root, again, { licence: 'same' });
  assert.match(printed, /wrote content\/curation\/permalinks\.yaml/);
  assert.doesNotMatch(
    readFileSync(join(root, 'content/curation/permalinks.yaml'), 'utf8'),
    /code: GATE\.0005/,
  );
  assert.ok(before.includes('GATE.0005'));
  isRecorded(root);
});

test('the place of a file in a clone is registered', async () => {
  const root = await projectWithTwo();
  const files = { 'docs/errors.md': english('Wait 6 minutes.') };
  const { folder: clone } = createRepository('clone', [{ date: '2024-06-05', files }]);
  git(clone, ['remote', 'add', 'origin', 'git@github.com:gate/docs.git']);
  await add(root, join(clone, 'docs/errors.md'), { licence: 'same' });
  const [newest] = readRegistry(root)[0]?.variants ?? [];
  assert.equal(newest?.id, 'gate-works-2024-06');
  assert.equal(newest?.repository, 'gate/docs');
  assert.equal(newest?.path, 'docs/errors.md');
  assert.match(newest?.commit ?? '', /^[0-9a-f]{40}$/);
  assert.ok(existsSync(join(root, newest?.source ?? '')));
});
