/** Editors reword, split, merge, remove and re-add rows; old links still land on the right case. */
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { readPermalinks } from '../../../../scripts/ingest/load/permalinks.ts';
import { recordPermalinks } from '../../../../scripts/ingest/permalinks/record-permalinks.ts';
import { type Ingested, ingest } from '../../../../scripts/ingest/pipeline.ts';
import { copyOfContent, edit } from '../../../support/content.ts';

const web = 'content/sources/apig/huaweicloud-web.zh.md';
const jd = 'content/sources/jdcloud-apigateway/jdcloud.en.md';
const kept = 'content/curation/permalinks.yaml';

/** A copy of content/ with the steps that an editor takes. */
function copyContent() {
  const root = copyOfContent('permalinks');
  const run = () => ingest(root);
  const anchorsOf = ({ catalogs }: Ingested) => {
    const codes = catalogs.flatMap(({ codes, retired }) => [...codes, ...retired]);
    return new Map(
      codes.flatMap(({ catalog, code, cases, retiredCases = [] }) =>
        [...cases, ...retiredCases].flatMap(({ id, anchors }) =>
          anchors.map((anchor): [string, string] => [`${catalog} ${code} ${anchor}`, id]),
        ),
      ),
    );
  };
  return {
    read: (file: string) => readFileSync(join(root, file), 'utf8'),
    write: (file: string, text: string) => writeFileSync(join(root, file), text),
    edit: (file: string, from: string | RegExp, to: string) => edit(root, file, from, to),
    delete: (file: string) => rmSync(join(root, file)),
    remove: () => rmSync(root, { recursive: true, force: true }),
    ingest: run,
    record: () => recordPermalinks(root).ingested,
    /** Problems of a run, without their places. */
    problems: () => run().problems.map((problem) => problem.replace(/^\S+:\d+: /, '')),
    /** Id of the case to which an anchor of a code leads. */
    leadsTo: (catalog: string, code: string, anchor: string) =>
      anchorsOf(run()).get(`${catalog} ${code} ${anchor}`),
    /** Recorded anchors that lead to no case, not even a retired one. */
    dead() {
      const live = anchorsOf(run());
      return Object.entries(readPermalinks(root).catalogs).flatMap(([catalog, { codes }]) =>
        Object.entries(codes).flatMap(([code, { cases }]) =>
          [...Object.keys(cases), ...Object.values(cases).flat()]
            .map((anchor) => `${catalog} ${code} ${anchor}`)
            .filter((anchor) => !live.has(anchor)),
        ),
      );
    },
  };
}

let content: ReturnType<typeof copyContent>;
beforeEach(() => {
  content = copyContent();
});
afterEach(() => content.remove());

const by = 'by: test';
const note = 'note: { en: Gone., zh-CN: 已删除。 }';
const curate = (items: { aliases?: string; redirects?: string; retired?: string }) =>
  content.write(
    kept,
    ['aliases', 'redirects', 'retired']
      .map((name) => `${name}: ${items[name as keyof typeof items] ?? '[]'}`)
      .join('\n'),
  );

test('the record in the repository is complete', () => {
  assert.deepEqual(content.ingest().unrecorded, []);
  assert.deepEqual(content.dead(), []);
});

test('a reworded message keeps its case and its old anchor', () => {
  content.edit(web, 'SSL protocol is not supported: TLSv1.1.', 'The SSL version is not supported.');
  content.edit(web, '| Orchestration error.', '| Orchestrating failed.');
  assert.equal(content.problems().length, 0);
  assert.equal(
    content.leadsTo('apig', 'APIG.0106', '400-orchestrating-failed'),
    '400-orchestration-error',
  );
  assert.deepEqual(content.ingest().unrecorded.length, 2, 'the new anchors and texts');
  content.record();
  assert.deepEqual(content.ingest().unrecorded, []);
  // Reworded once more, and its description too: the first anchor is still known.
  content.edit(
    web,
    '| Orchestrating failed. | 400 | 编排错误',
    '| Orchestrating has failed. | 400 | 参数编排错误',
  );
  assert.equal(
    content.leadsTo('apig', 'APIG.0106', '400-orchestration-error'),
    '400-orchestration-error',
  );
  assert.equal(
    content.leadsTo('apig', 'APIG.0106', '400-orchestrating-failed'),
    '400-orchestration-error',
  );
  assert.deepEqual(content.dead(), []);
});

test('a row rewritten in every field is not guessed: ingest says how to keep the link', () => {
  const line = /\|? *UNAUTHENTICATED[^\n]*\n/;
  content.edit(jd, line, '| UNAUTHENTICATED | 419 | Quite another thing | Take a new token |\n');
  assert.deepEqual(content.problems(), [
    [
      '#401-verification-failed of jdcloud-apigateway UNAUTHENTICATED was issued, but no row has that wording now. Choose one:',
      '  the row was replaced by mistake: `git checkout HEAD -- content/catalogs.yaml content/sources/jdcloud-apigateway content/sources.lock.json` (HEAD~1 if the change is committed), then `npm run add` for what is new',
      '  another case has its meaning: add to `aliases` in content/curation/permalinks.yaml',
      '    - { catalog: jdcloud-apigateway, code: UNAUTHENTICATED, anchor: 401-verification-failed, case: 419-quite-another-thing, because: REASON, by: NAME }',
      '  it is no longer in use: add to `retired` in content/curation/permalinks.yaml',
      '    - { catalog: jdcloud-apigateway, code: UNAUTHENTICATED, case: 401-verification-failed, note: { en: REASON, zh-CN: REASON }, by: NAME }',
    ].join('\n'),
  ]);
  curate({
    aliases: `\n - { catalog: jdcloud-apigateway, code: UNAUTHENTICATED, anchor: 401-verification-failed, case: 419-quite-another-thing, because: rewritten, ${by} }`,
  });
  content.record();
  assert.deepEqual(content.dead(), []);
  assert.equal(
    content.leadsTo('jdcloud-apigateway', 'UNAUTHENTICATED', '401-verification-failed'),
    '419-quite-another-thing',
  );
  // The old wording comes back: the alias is stale, and says where.
  content.edit(jd, '419 | Quite another thing', '401 | Verification Failed');
  assert.match(
    content.problems()[0] ?? '',
    /jdcloud\.en\.md:\d+ has the wording of #401-verification-failed\. Remove the alias\.$/,
  );
  curate({});
  assert.deepEqual(content.problems(), []);
  assert.deepEqual(content.dead(), []);
});

test('when a case splits, each anchor stays with the part that holds its wording; merging takes both along', () => {
  const [first, second] = ['500-the-backend-does-not-exist', '404-backend-not-found'];
  assert.equal(content.leadsTo('apig', 'APIG.0103', second), first);
  const row = /\nAPIG\.0103[^\n]*/.exec(content.read(web))?.[0] as string;
  content.edit(
    web,
    row,
    `${row}\nAPIG.0103 | Backend not found. | 404 | 后端未找到 | 检查后端。 |`,
  );
  content.record();
  assert.equal(content.leadsTo('apig', 'APIG.0103', first), first);
  assert.equal(content.leadsTo('apig', 'APIG.0103', second), second);
  content.edit(web, /\nAPIG\.0103 \| Backend not found[^\n]*/, '');
  content.record();
  const merged = content.leadsTo('apig', 'APIG.0103', first);
  assert.ok(merged);
  assert.equal(content.leadsTo('apig', 'APIG.0103', second), merged);
  assert.deepEqual(content.dead(), []);
});

test('a removed row is an error until it is retired, and takes its id back when it returns', () => {
  const row = /\nAPIG\.0108[^\n]*/;
  const line = row.exec(content.read(web))?.[0] as string;
  content.edit(web, row, '');
  assert.match(
    content.problems().find((problem) => problem.includes('APIG.0108')) ?? '',
    /^apig APIG\.0108 was issued, but no document contains it now\.[\s\S]*from: apig-0108[\s\S]*retired/,
  );
  curate({ retired: `\n - { catalog: apig, code: APIG.0108, ${note}, ${by} }` });
  const defects = 'content/curation/defects.yaml';
  content.write(defects, '[]');
  const ingested = content.record();
  const code = ingested.catalogs[0]?.retired[0];
  assert.equal(code?.slug, 'apig-0108');
  assert.deepEqual(code?.retired?.note, { en: 'Gone.', 'zh-CN': '已删除。' });
  assert.equal(code?.cases[0]?.entries[0]?.description?.plain, '服务器分组ID不存在');
  assert.deepEqual(content.dead(), []);
  content.edit(web, '\nAPIG.0201', `${line}\nAPIG.0201`);
  assert.match(
    content.problems()[0] ?? '',
    /^APIG\.0108 is in a document \(\S+:\d+\)\. Remove the item\.$/,
  );
  curate({});
  assert.equal(
    content.leadsTo('apig', 'APIG.0108', '404-the-server-group-id-does-not-exist'),
    '404-the-server-group-id-does-not-exist',
  );
});

test('one case of a code is retired and the others stay', () => {
  content.edit(jd, /\|? *FAILED_PRECONDITION *\| *409[^\n]*\n/, '');
  const lost = content.problems()[0] ?? '';
  const id = /anchor: ([^ ,]+)/.exec(lost)?.[1] as string;
  assert.match(id, /^409-/);
  curate({
    retired: `\n - { catalog: jdcloud-apigateway, code: FAILED_PRECONDITION, case: ${id}, ${note}, ${by} }`,
  });
  const codes = content.record().catalogs[1]?.codes ?? [];
  const code = codes.find((item) => item.code === 'FAILED_PRECONDITION');
  assert.equal(code?.cases.length, 1);
  assert.equal(code?.retiredCases?.[0]?.id, id);
  assert.deepEqual(content.dead(), []);
});

test('a dropped document is an error until it is retired; what it said stays with its cases', () => {
  const registry = content.read('content/catalogs.yaml');
  const start = registry.indexOf('    - id: otc-2023-10');
  const end = registry.indexOf('    - id: huaweicloud-web');
  content.write(
    'content/catalogs.yaml',
    (registry.slice(0, start) + registry.slice(end)).replace('      follows: otc-2023-10\n', ''),
  );
  assert.throws(() => content.ingest(), /no variant in content\/catalogs\.yaml uses this file/);
  content.delete('content/sources/apig/otc-2023-10.en.rst');
  assert.ok(
    content
      .problems()
      .some((problem) => problem.startsWith('the document apig otc-2023-10 was issued')),
  );
  curate({ retired: `\n - { catalog: apig, variant: otc-2023-10, ${note}, ${by} }` });
  const ingested = content.record();
  assert.deepEqual(content.dead(), []);
  assert.equal(ingested.catalogs[0]?.retiredVariants[0]?.edition.en, '2023-10');
  const code = ingested.catalogs[0]?.codes.find((item) => item.code === 'APIG.0201');
  assert.ok(code?.cases.some(({ former }) => former?.[0]?.variant === 'otc-2023-10'));
});

test('a renamed code is redirected, and its anchors go along', () => {
  content.edit(web, '\nAPIG.0108 |', '\nAPIG.0199 |');
  content.edit(web, '\nAPIG.0624 |', '\nAPIG.0198 |');
  const problems = content.problems();
  assert.equal(problems.length, 2);
  curate({
    redirects: ['0108', '0624']
      .map(
        (n) =>
          `\n - { catalog: apig, from: apig-${n}, code: APIG.019${n === '0108' ? 9 : 8}, because: renamed, ${by} }`,
      )
      .join(''),
  });
  const ingested = content.record();
  const code = ingested.catalogs[0]?.codes.find((item) => item.code === 'APIG.0199');
  assert.deepEqual(code?.former, [{ slug: 'apig-0108', short: 'APIG.0108' }]);
  assert.equal(code?.cases[0]?.id, '404-the-server-group-id-does-not-exist');
  content.edit(web, '\nAPIG.0199 |', '\nAPIG.0108 |');
  assert.ok(
    content
      .problems()
      .some((problem) => problem.startsWith('no document contains the code APIG.0199')),
  );
});

test('page names stay as issued, whatever rule makes them; a redirect moves one', () => {
  const file = 'content/permalinks.json';
  content.edit(file, '"APIG.0106","apig-0106"', '"APIG.0106","apig_106"');
  const slug = () =>
    content.ingest().catalogs[0]?.codes.find(({ code }) => code === 'APIG.0106')?.slug;
  assert.equal(slug(), 'apig_106');
  curate({
    redirects: `\n - { catalog: apig, from: apig_106, code: APIG.0106, because: the rule changed, ${by} }`,
  });
  const code = content.record().catalogs[0]?.codes.find((item) => item.code === 'APIG.0106');
  assert.equal(code?.slug, 'apig-0106');
  assert.deepEqual(code?.former, [{ slug: 'apig_106', short: 'APIG.0106' }]);
  assert.match(content.read(file), /^,\["former","apig","APIG.0106","apig_106"\]$/m);
  curate({});
  assert.match(content.problems()[0] ?? '', /^the page apig\/apig_106\/ was issued for APIG\.0106/);
});

test('items that name nothing issued are errors', () => {
  curate({
    aliases: `\n - { catalog: apig, code: APIG.0106, anchor: 1-x, case: 400-orchestration-error, because: x, ${by} }
 - { catalog: apig, code: APIG.0106, anchor: 400-orchestration-error, case: y, because: x, ${by} }`,
    redirects: `\n - { catalog: apig, from: nowhere, code: APIG.0106, because: x, ${by} }`,
    retired: `\n - { catalog: apig, code: APIG.9999, ${note}, ${by} }
 - { catalog: apig, variant: otc-2024-12, ${note}, ${by} }
 - { catalog: apig, code: APIG.0108, case: 404-the-server-group-id-does-not-exist, ${note}, ${by} }`,
  });
  assert.deepEqual(
    content.ingest().problems.map((problem) => problem.replace(kept, 'F')),
    [
      'F:2: #1-x was never issued for APIG.0106. Correct the anchor, or remove the alias.',
      'F:3: APIG.0106 has no case y. Use one of: 400-orchestration-error.',
      'F:5: no page apig/nowhere/ was ever issued. Correct the name, or remove the redirect.',
      'F:7: APIG.9999 was never issued. Correct it, or remove the item.',
      'F:8: otc-2024-12 is still in content/catalogs.yaml. Remove it from one of the two files.',
      'F:9: a document contains #404-the-server-group-id-does-not-exist of APIG.0108. Remove the item.',
    ],
  );
});
