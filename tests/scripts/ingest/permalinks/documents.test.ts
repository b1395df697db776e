/** Editors reword, split, merge, remove and re-add rows; old links still land on the right case. */
import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, test } from 'node:test';
import { readPermalinks } from '../../../../scripts/ingest/load/permalinks.ts';
import { recordPermalinks } from '../../../../scripts/ingest/permalinks/record-permalinks.ts';
import { type Ingested, ingest } from '../../../../scripts/ingest/pipeline.ts';
import { contentOf, edit as editFile, writeFiles } from '../../../support/content.ts';
import { tableOf } from '../../../support/project-of.ts';

const chinese = (...rows: string[]) =>
  tableOf(
    ['错误码', '错误信息', 'HTTP状态码', '语义', '解决方案'],
    rows.map((row) => row.split('|')),
  );
const english = (...rows: string[]) =>
  tableOf(
    ['Error Code', 'HTTP Status Code', 'Error Message', 'Solution'],
    rows.map((row) => row.split('|')),
  );
const documents = [
  {
    id: 'old',
    lang: 'zh-CN',
    text: chinese(
      'A.0103|Backend not found.|404|无法找到后端|联系技术支持',
      'A.0106|Orchestration error.|400|编排错误|检查参数。',
      'A.0201|Backend unavailable.|503|后端不可用|检查后端地址。',
    ),
  },
  {
    id: 'web',
    lang: 'zh-CN',
    follows: 'old',
    text: chinese(
      'A.0103|The backend does not exist.|500|无法找到后端|联系技术支持工程师。',
      'A.0106|Orchestration error.|400|编排错误|检查API配置的前后端参数是否合理。',
      'A.0108|The server group ID does not exist.|404|服务器分组ID不存在|请检查服务器分组配置信息。',
      'A.0201|Backend unavailable.|502|后端不可用|检查后端地址。',
      'A.0624|Unsupported signature algorithm: {x}|400|不支持的签名算法:{x}|使用支持的算法。',
    ),
  },
  {
    id: 'en',
    lineage: 'en',
    text: english(
      'UNAUTHENTICATED|401|Verification Failed|Check access information',
      'FAILED_PRECONDITION|400|The resource is not available in the current state|Wait',
      'FAILED_PRECONDITION|409|Parameters are dependent to each other in size|Correct them',
    ),
  },
] as const;
const [web, en] = ['content/sources/test/web.md', 'content/sources/test/en.md'];
const kept = 'content/curation/permalinks.yaml';

let root: string;
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const edit = (file: string, from: string | RegExp, to: string) => editFile(root, file, from, to);
const record = () => recordPermalinks(root).ingested;
/** Problems of a run, without their places. */
const problems = () => ingest(root).problems.map((problem) => problem.replace(/^\S+:\d+: /, ''));
const codeOf = ({ catalogs }: Ingested, name: string) =>
  catalogs[0]?.codes.find(({ code }) => code === name);
/** The case to which each anchor of each code leads, retired ones included. */
const targets = () =>
  new Map(
    ingest(root)
      .catalogs.flatMap(({ codes, retired }) => [...codes, ...retired])
      .flatMap(({ code, cases, retiredCases = [] }) =>
        [...cases, ...retiredCases].flatMap(({ id, anchors }) =>
          anchors.map((anchor): [string, string] => [`${code} ${anchor}`, id]),
        ),
      ),
  );
const leadsTo = (code: string, anchor: string) => targets().get(`${code} ${anchor}`);
function assertNothingDead(): void {
  const live = targets();
  const { codes } = readPermalinks(root).catalogs['test'] ?? assert.fail();
  for (const [code, { cases }] of Object.entries(codes))
    for (const anchor of [...Object.keys(cases), ...Object.values(cases).flat()])
      assert.ok(live.has(`${code} ${anchor}`), `${code} ${anchor}`);
}

const by = 'by: test';
const note = 'note: { en: Gone., zh-CN: 已删除。 }';
const curate = (items: { aliases?: string; redirects?: string; retired?: string }) =>
  writeFiles(root, {
    [kept]: ['aliases', 'redirects', 'retired']
      .map((name) => `${name}: ${items[name as keyof typeof items] ?? '[]'}`)
      .join('\n'),
  });

describe('permalinks of edited documents', () => {
  beforeEach(() => {
    root = contentOf('permalinks', documents.slice());
    record();
    assert.deepEqual(ingest(root).unrecorded, []);
  });

  test('a reworded message keeps its case and its old anchor', () => {
    edit(web, 'signature algorithm: {x}', 'algorithm: {x}');
    edit(web, '| Orchestration error.', '| Orchestrating failed.');
    assert.deepEqual(problems(), []);
    assert.equal(leadsTo('A.0106', '400-orchestrating-failed'), '400-orchestration-error');
    assert.deepEqual(ingest(root).unrecorded.length, 2, 'the new anchors and texts');
    record();
    assert.deepEqual(ingest(root).unrecorded, []);
    // Reworded once more, and its description too: the first anchor is still known.
    edit(web, 'Orchestrating failed. | 400 | 编', 'Orchestrating has failed. | 400 | 参数编');
    assert.equal(leadsTo('A.0106', '400-orchestration-error'), '400-orchestration-error');
    assert.equal(leadsTo('A.0106', '400-orchestrating-failed'), '400-orchestration-error');
    assertNothingDead();
  });

  test('lines lost from one of the two records are an error, whichever it is', () => {
    const [links, texts] = ['content/permalinks.json', 'content/last-texts/test.json'];
    const reported = () => ingest(root).problems.join('\n');
    const saved = read(links);
    writeFiles(root, { [links]: saved.replace(/^,\["(case|anchor)","test","A\.0103".*\n/gm, '') });
    assert.match(
      reported(),
      /^content.permalinks\.json:1: it has nothing of test A\.0103 #500-\S+, but content.last-texts.test\.json has\. Restore both/,
    );
    writeFiles(root, { [links]: '[["permalinks",2]]' });
    assert.match(reported(), /^content.permalinks\.json:1: it has nothing of test .*A\.0103/);
    writeFiles(root, { [links]: saved });
    rmSync(join(root, texts));
    assert.match(reported(), /^content.last-texts.test\.json:1: it has nothing of test .*A\.0103/);
  });

  test('a row rewritten in every field is not guessed: ingest says how to keep the link', () => {
    edit(en, /.*UNAUTHENTICATED.*/, '| UNAUTHENTICATED | 419 | Quite another thing | Go |');
    assert.deepEqual(problems(), [
      [
        '#401-verification-failed of test UNAUTHENTICATED was issued, but no row has that wording now. Choose one:',
        '  it is in no commit yet, such as a code that was read wrongly: `npm run permalinks -- --unpublished`',
        '  the row was replaced by mistake: put it back as `git diff HEAD -- content/catalogs.yaml content/sources/test` shows (HEAD~1 if the change is committed), then `npm run add` for what is new',
        '  another case has its meaning: add to `aliases` in content/curation/permalinks.yaml',
        '    - { catalog: test, code: UNAUTHENTICATED, anchor: 401-verification-failed, case: 419-quite-another-thing, because: REASON, by: NAME }',
        '  it is no longer in use: add to `retired` in content/curation/permalinks.yaml',
        '    - { catalog: test, code: UNAUTHENTICATED, case: 401-verification-failed, note: { en: REASON, zh-CN: REASON }, by: NAME }',
      ].join('\n'),
    ]);
    curate({
      aliases: `\n - { catalog: test, code: UNAUTHENTICATED, anchor: 401-verification-failed, case: 419-quite-another-thing, because: rewritten, ${by} }`,
    });
    record();
    assertNothingDead();
    assert.equal(leadsTo('UNAUTHENTICATED', '401-verification-failed'), '419-quite-another-thing');
    // The old wording comes back: the alias is stale, and says where.
    edit(en, '419 | Quite another thing', '401 | Verification Failed');
    assert.match(
      problems()[0] ?? '',
      /en\.md:\d+ has the wording of #401-verification-failed\. Remove the alias\.$/,
    );
    curate({});
    assert.deepEqual(problems(), []);
    assertNothingDead();
  });

  test('when a case splits, each anchor stays with the part that holds its wording; merging takes both along', () => {
    const [first, second] = ['500-the-backend-does-not-exist', '404-backend-not-found'];
    assert.equal(leadsTo('A.0103', second), first);
    const row = /.*A\.0103.*/.exec(read(web))?.[0] ?? '';
    edit(web, row, `${row}\n| A.0103 | Backend not found. | 404 | 后端未找到 | 检查后端。 |`);
    record();
    assert.equal(leadsTo('A.0103', first), first);
    assert.equal(leadsTo('A.0103', second), second);
    edit(web, /\n.*A\.0103 \| Backend not found.*/, '');
    record();
    const merged = leadsTo('A.0103', first);
    assert.ok(merged);
    assert.equal(leadsTo('A.0103', second), merged);
    assertNothingDead();
  });

  test('a removed row is an error until it is retired, and takes its id back when it returns', () => {
    const line = /.*A\.0108.*\n/.exec(read(web))?.[0] ?? '';
    edit(web, line, '');
    assert.match(
      problems()[0] ?? '',
      /^test A\.0108 was issued, but no document contains it now\.[\s\S]*from: a-0108[\s\S]*retired/,
    );
    curate({ retired: `\n - { catalog: test, code: A.0108, ${note}, ${by} }` });
    const code = record().catalogs[0]?.retired[0];
    assert.equal(code?.slug, 'a-0108');
    assert.deepEqual(code?.retired?.note, { en: 'Gone.', 'zh-CN': '已删除。' });
    assert.equal(code?.cases[0]?.entries[0]?.description?.plain, '服务器分组ID不存在');
    assertNothingDead();
    edit(web, '| A.0201', `${line}| A.0201`);
    assert.match(problems()[0] ?? '', /^A\.0108 is in a document \(\S+:\d+\)\. Remove the item\.$/);
    curate({});
    const id = '404-the-server-group-id-does-not-exist';
    assert.equal(leadsTo('A.0108', id), id);
  });

  test('one case of a code is retired and the others stay', () => {
    edit(en, /.*FAILED_PRECONDITION \| 409.*\n/, '');
    const lost = problems()[0] ?? '';
    const id = /anchor: ([^ ,]+)/.exec(lost)?.[1] as string;
    assert.match(id, /^409-/);
    curate({
      retired: `\n - { catalog: test, code: FAILED_PRECONDITION, case: ${id}, ${note}, ${by} }`,
    });
    const code = codeOf(record(), 'FAILED_PRECONDITION');
    assert.equal(code?.cases.length, 1);
    assert.equal(code?.retiredCases?.[0]?.id, id);
    assertNothingDead();
  });

  test('a dropped document is an error until it is retired; what it said stays with its cases', () => {
    const [catalog] = JSON.parse(read('content/catalogs.yaml'));
    const [, { follows: _, ...first }, other] = catalog.variants;
    writeFiles(root, {
      'content/catalogs.yaml': JSON.stringify([{ ...catalog, variants: [first, other] }]),
    });
    assert.throws(() => ingest(root), /no variant in content\/catalogs\.yaml uses this file/);
    rmSync(join(root, 'content/sources/test/old.md'));
    assert.match(problems().join('\n'), /^the document test old was issued/m);
    curate({ retired: `\n - { catalog: test, variant: old, ${note}, ${by} }` });
    const ingested = record();
    assertNothingDead();
    assert.equal(ingested.catalogs[0]?.retiredVariants[0]?.edition.en, 'old');
    const code = codeOf(ingested, 'A.0201');
    assert.ok(code?.cases.some(({ former }) => former?.[0]?.variant === 'old'));
  });

  test('a renamed code is redirected, and its anchors go along', () => {
    edit(web, '| A.0108 |', '| A.0199 |');
    edit(web, '| A.0624 |', '| A.0198 |');
    assert.equal(problems().length, 2);
    const renamed = [
      ['a-0108', 'A.0199'],
      ['a-0624', 'A.0198'],
    ].map(
      ([from, code]) =>
        `\n - { catalog: test, from: ${from}, code: ${code}, because: renamed, ${by} }`,
    );
    curate({ redirects: renamed.join('') });
    const code = codeOf(record(), 'A.0199');
    assert.deepEqual(code?.former, [{ slug: 'a-0108', short: 'A.0108' }]);
    assert.equal(code?.cases[0]?.id, '404-the-server-group-id-does-not-exist');
    edit(web, '| A.0199 |', '| A.0108 |');
    assert.match(problems().join('\n'), /^no document contains the code A\.0199/m);
  });

  test('page names stay as issued, whatever rule makes them; a redirect moves one', () => {
    const file = 'content/permalinks.json';
    edit(file, '"A.0106","a-0106"', '"A.0106","a_106"');
    assert.equal(codeOf(ingest(root), 'A.0106')?.slug, 'a_106');
    curate({
      redirects: `\n - { catalog: test, from: a_106, code: A.0106, because: the rule changed, ${by} }`,
    });
    const code = codeOf(record(), 'A.0106');
    assert.equal(code?.slug, 'a-0106');
    assert.deepEqual(code?.former, [{ slug: 'a_106', short: 'A.0106' }]);
    assert.match(read(file), /^,\["former","test","A.0106","a_106"\]$/m);
    curate({});
    assert.match(problems()[0] ?? '', /^the page test\/a_106\/ was issued for A\.0106/);
  });

  test('items that name nothing issued are errors', () => {
    curate({
      aliases: `\n - { catalog: test, code: A.0106, anchor: 1-x, case: 400-orchestration-error, because: x, ${by} }
 - { catalog: test, code: A.0106, anchor: 400-orchestration-error, case: y, because: x, ${by} }`,
      redirects: `\n - { catalog: test, from: nowhere, code: A.0106, because: x, ${by} }`,
      retired: `\n - { catalog: test, code: A.9999, ${note}, ${by} }
 - { catalog: test, variant: web, ${note}, ${by} }
 - { catalog: test, code: A.0108, case: 404-the-server-group-id-does-not-exist, ${note}, ${by} }`,
    });
    assert.deepEqual(
      ingest(root).problems.map((problem) => problem.replace(kept, 'F')),
      [
        'F:2: #1-x was never issued for A.0106. Correct the anchor, or remove the alias.',
        'F:3: A.0106 has no case y. Use one of: 400-orchestration-error.',
        'F:5: no page test/nowhere/ was ever issued. Correct the name, or remove the redirect.',
        'F:7: A.9999 was never issued. Correct it, or remove the item.',
        'F:8: web is still in content/catalogs.yaml. Remove it from one of the two files.',
        'F:9: a document contains #404-the-server-group-id-does-not-exist of A.0108. Remove the item.',
      ],
    );
  });
});
