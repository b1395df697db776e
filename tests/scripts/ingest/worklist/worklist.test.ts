/** The editor's worklist: what is on it, what is not, and the patches it offers. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { ingest } from '../../../../scripts/ingest/pipeline.ts';
import { renderPatch } from '../../../../scripts/ingest/worklist/patch.ts';
import type { WorkItem, WorkKind } from '../../../../src/model/work.ts';
import {
  contentOf,
  projectRoot,
  type TestDocument,
  temporaryFolder,
} from '../../../support/content.ts';

const { catalogs } = ingest(projectRoot);
const workOf = (id: string) => catalogs.find(({ catalog }) => catalog.id === id)?.work ?? [];
const of = (items: WorkItem[], kind: WorkKind) => items.filter((item) => item.kind === kind);
const codes = (items: WorkItem[]) => items.map(({ code }) => code);

const table = (header: string[], ...rows: string[][]) =>
  [header, header.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |\n`).join('');
const english = ['Error Code', 'Error Message', 'HTTP Status Code', 'Description', 'Solution'];
const chinese = ['错误码', '错误信息', 'HTTP状态码', '语义', '解决方案'];
const workIn = (...documents: TestDocument[]) =>
  ingest(contentOf('worklist', documents)).catalogs[0]?.work ?? [];

describe('the real documents', () => {
  test('a catalog of one language misses nothing in the other', () => {
    const jdcloud = workOf('jdcloud-apigateway');
    assert.deepEqual(of(jdcloud, 'missing-language'), []);
    assert.deepEqual(codes(of(jdcloud, 'solution')), ['CANCELLED']);
  });

  test('seven codes are missing in English', () => {
    const missing = of(workOf('apig'), 'missing-language');
    assert.equal(missing.length, 7);
    assert.ok(missing.every(({ missingLang }) => missingLang === 'en'));
  });

  test('the two solutions that the web page lost', () => {
    assert.deepEqual(
      of(workOf('apig'), 'solution').map(({ code, solution, places }) => [
        code,
        solution,
        places[0]?.line,
      ]),
      [
        ['APIG.0101', 'lost', 8],
        ['APIG.0201', 'lost', 21],
      ],
    );
  });

  test('a change that the other language already has is no item', () => {
    const changed = codes(of(workOf('apig'), 'not-followed'));
    // 管理账户 is "administrator account", 从IAM获取 "Obtain from IAM".
    for (const code of ['APIG.0608', 'APIG.0307', 'APIG.0610']) assert.ok(!changed.includes(code));
    // The English document does not mention the cloud store, or the FAQ.
    for (const code of ['APIG.0501', 'APIG.0303']) assert.ok(changed.includes(code));
  });

  test('every item has a place, and kind and fingerprint name it', () => {
    for (const { work } of catalogs) {
      assert.ok(work.every(({ places }) => places.length > 0));
      const names = new Set(work.map(({ kind, fingerprint }) => `${kind} ${fingerprint}`));
      assert.equal(names.size, work.length);
    }
  });

  test('patches are offered for documents that may be redistributed, and for those alone', () => {
    for (const { catalog, work } of catalogs) {
      for (const { fix } of work) {
        if (!fix?.patch) continue;
        assert.ok(catalog.variants.find(({ id }) => id === fix.variant)?.redistribute);
      }
    }
    assert.deepEqual(codes(of(workOf('apig'), 'slip')), ['APIG.0203']);
  });

  test('each patch applies with patch -p1 and does what it says', (t) => {
    const patched = workOf('apig').filter(({ fix }) => fix?.patch);
    assert.ok(patched.length > 0);
    for (const { fix, places } of patched) {
      const variant = catalogs[0]?.catalog.variants.find(({ id }) => id === fix?.variant);
      assert.ok(variant && fix?.patch);
      const text = readFileSync(join(projectRoot, variant.source), 'utf8');
      const after = applyPatch(t, variant.source, text, fix.patch);
      if (after === undefined) return;
      const line = (places[0]?.line ?? 0) - 1;
      assert.ok(after.split('\n')[line]?.includes(`| ${fix.after} `));
      assert.equal(after.length, text.length);
    }
  });
});

describe('kinds', () => {
  const older = { id: 'en-1', revision: '2023-01', lineage: 'en' };
  const newer = { id: 'en-2', revision: '2024-01', lineage: 'en', follows: 'en-1' };
  const zh = { id: 'zh', lang: 'zh-CN', revision: '2024-02', lineage: 'zh' } as const;

  test('contradiction between languages, and what the other did not follow', () => {
    const work = workIn(
      { ...older, text: table(english, ['A.1', 'Busy.', '503', 'Too busy.', 'Wait.']) },
      { ...newer, text: table(english, ['A.1', 'Busy.', '429', 'Too busy.', 'Wait.']) },
      { ...zh, text: table(chinese, ['A.1', 'Busy.', '503', '太忙。', '等待。']) },
    );
    assert.deepEqual(codes(of(work, 'contradiction')), ['A.1']);
    const [item] = of(work, 'not-followed');
    assert.deepEqual(item?.pair, { left: 'en-1', right: 'en-2' });
    assert.deepEqual(
      item?.places.map(({ variant }) => variant),
      ['zh', 'en-2'],
    );
  });

  test('gone from the newest document, a solution dropped', () => {
    const work = workIn(
      {
        ...older,
        text: table(
          english,
          ['A.1', 'One.', '400', 'x', 'Wait.'],
          ['A.2', 'Two.', '400', 'y', 'z'],
        ),
      },
      { ...newer, text: table(english, ['A.1', 'One.', '400', 'x', '']) },
    );
    assert.deepEqual(codes(of(work, 'missing-newest')), ['A.2']);
    assert.equal(of(work, 'missing-newest')[0]?.missingVariant, 'en-2');
    assert.deepEqual(
      of(work, 'solution').map(({ code, solution }) => [code, solution]),
      [['A.1', 'removed']],
    );
    assert.deepEqual(of(work, 'missing-language'), []);
  });

  test('a status that three documents agree on fixes the fourth, with a patch', (t) => {
    const row = (status: string) => ['A.1', 'Busy.', status, 'Too busy.', 'Wait.'];
    const wrong = table(english, row('500'));
    const work = workIn(
      { id: 'wrong', lineage: 'wrong', revision: '2025-01', text: wrong },
      { ...older, text: table(english, row('503')) },
      { ...newer, text: table(english, row('503')) },
      { ...zh, text: table(chinese, ['A.1', 'Busy.', '503', '太忙。', '等待。']) },
    );
    const fixed = work.filter(({ fix }) => fix);
    assert.equal(fixed.length, 1);
    const [item] = fixed;
    assert.equal(item?.kind, 'contradiction', 'the fix is on the contradiction that it resolves');
    assert.deepEqual([item?.fix?.before, item?.fix?.after], ['500', '503']);
    assert.deepEqual(item?.fix?.agreed.toSorted(), ['en-1', 'en-2', 'zh']);
    const file = 'content/sources/test/wrong.md';
    const after = applyPatch(t, file, wrong, item?.fix?.patch ?? '');
    if (after !== undefined) assert.equal(after, wrong.replace('| 500 |', '| 503 |'));
  });

  test('two editions of one publisher are no two witnesses for a full stop', () => {
    const work = workIn(
      {
        id: 'dot',
        lineage: 'dot',
        revision: '2025-01',
        text: table(english, ['A.1', 'Busy.', '503', 'x', 'y']),
      },
      { ...older, text: table(english, ['A.1', 'Busy', '503', 'x', 'y']) },
      { ...newer, text: table(english, ['A.1', 'Busy', '503', 'x', 'y']) },
    );
    assert.deepEqual(of(work, 'slip'), []);
  });
});

describe('patches', () => {
  const file = 'content/sources/test/a.md';
  const at = (format: 'rst' | 'markdown', before: string, after: string, line = 1) => ({
    format,
    line,
    before,
    after,
  });

  test('line ends and a missing last one are kept', (t) => {
    for (const text of ['| A.1 | Busy |\r\n| A.2 | x |\r\n', '| A.1 | Busy |']) {
      const patch = renderPatch(file, text, at('markdown', 'Busy', 'Busy.'));
      const after = applyPatch(t, file, text, patch ?? '');
      if (after !== undefined) assert.equal(after, text.replace('Busy', 'Busy.'));
    }
  });

  test('a cell of HTML', (t) => {
    const text = '<td><p>Busy</p></td>\n';
    const after = applyPatch(
      t,
      file,
      text,
      renderPatch(file, text, at('markdown', 'Busy', 'Busy.')) ?? '',
    );
    if (after !== undefined) assert.equal(after, '<td><p>Busy.</p></td>\n');
  });

  test('a grid table keeps its width', () => {
    const grid = '+-----+-------+\n| A.1 | Busy  |\n+-----+-------+\n';
    assert.match(
      renderPatch(file, grid, at('rst', 'Busy', 'Busy.', 2)) ?? '',
      /\+\| A\.1 \| Busy\. \|\n/,
    );
  });

  test('nothing is offered where it would be a guess', () => {
    const twice = '| Busy | Busy |\n';
    assert.equal(renderPatch(file, twice, at('markdown', 'Busy', 'Busy.')), undefined);
    const full = '+------+\n| Busy |\n+------+\n';
    assert.equal(renderPatch(file, full, at('rst', 'Busy', 'Busy.', 2)), undefined);
    assert.equal(renderPatch(file, '| Bu**s**y |\n', at('markdown', 'Busy', 'Busy.')), undefined);
  });
});

/** The document after `patch -p1`; undefined, with a message, where there is no such program. */
function applyPatch(
  t: { skip: (message: string) => void },
  file: string,
  text: string,
  patch: string,
): string | undefined {
  const root = temporaryFolder('patch');
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
  // --binary: some builds of patch take CRLF for a mistake of the mailer.
  const run = spawnSync('patch', ['-p1', '--binary'], {
    cwd: root,
    input: patch,
    encoding: 'utf8',
  });
  if (run.error) {
    t.skip(`there is no program patch here (${run.error.message})`);
    return undefined;
  }
  assert.equal(run.status, 0, run.stdout + run.stderr);
  return readFileSync(join(root, file), 'utf8');
}
