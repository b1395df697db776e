/** The editor's worklist: what is on it, what is not, and the patches it offers. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ingest } from '../../../../scripts/ingest/pipeline.ts';
import { renderPatch } from '../../../../scripts/ingest/worklist/patch.ts';
import type { WorkItem, WorkKind } from '../../../../src/model/work.ts';
import { applyPatch } from '../../../support/apply-patch.ts';
import { contentOf, type TestDocument } from '../../../support/content.ts';

const of = (items: WorkItem[], kind: WorkKind) => items.filter((item) => item.kind === kind);
const codes = (items: WorkItem[]) => items.map(({ code }) => code);

const table = (header: string[], ...rows: string[][]) =>
  [header, header.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |\n`).join('');
const english = ['Error Code', 'Error Message', 'HTTP Status Code', 'Description', 'Solution'];
const chinese = ['错误码', '错误信息', 'HTTP状态码', '语义', '解决方案'];
const workIn = (...documents: TestDocument[]) =>
  ingest(contentOf('worklist', documents)).catalogs[0]?.work ?? [];

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

  test('contradictions of two publishers in one language', () => {
    const text = (status: string, most: string) =>
      table(english, ['A.1', 'Busy.', status, `Up to ${most} buckets.`, 'Wait.']);
    const work = workIn(
      { id: 'alpha', lineage: 'alpha', revision: '2024-01', text: text('404', '5') },
      { id: 'beta', lineage: 'beta', revision: '2024-02', text: text('500', '10') },
    );
    assert.deepEqual(
      of(work, 'contradiction').map(({ field, pair }) => [field, pair]),
      ['httpStatus', 'description'].map((field) => [field, { left: 'alpha', right: 'beta' }]),
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
  const patchOf = (text: string, replacement: Parameters<typeof renderPatch>[2]) =>
    renderPatch(file, text.split('\n'), replacement);

  test('line ends and a missing last one are kept', (t) => {
    for (const text of ['| A.1 | Busy |\r\n| A.2 | x |\r\n', '| A.1 | Busy |']) {
      const patch = patchOf(text, at('markdown', 'Busy', 'Busy.'));
      const after = applyPatch(t, file, text, patch ?? '');
      if (after !== undefined) assert.equal(after, text.replace('Busy', 'Busy.'));
    }
  });

  test('a line in the middle, and near the ends, of a long document', (t) => {
    const rows = Array.from({ length: 40 }, (_, row) => `| A.${row} | Busy |`);
    for (const row of [1, 2, 20, 39]) {
      const text = `${rows.join('\n')}\n`;
      const patch = patchOf(text, at('markdown', 'Busy', 'Busy.', row + 1)) ?? '';
      const after = applyPatch(t, file, text, patch);
      const wanted = rows.with(row, `| A.${row} | Busy. |`).join('\n');
      if (after !== undefined) assert.equal(after, `${wanted}\n`);
    }
  });

  test('a cell of HTML', (t) => {
    const text = '<td><p>Busy</p></td>\n';
    const after = applyPatch(t, file, text, patchOf(text, at('markdown', 'Busy', 'Busy.')) ?? '');
    if (after !== undefined) assert.equal(after, '<td><p>Busy.</p></td>\n');
  });

  test('a grid table keeps its width', () => {
    const grid = '+-----+-------+\n| A.1 | Busy  |\n+-----+-------+\n';
    assert.match(patchOf(grid, at('rst', 'Busy', 'Busy.', 2)) ?? '', /\+\| A\.1 \| Busy\. \|\n/);
  });

  test('nothing is offered where it would be a guess', () => {
    const twice = '| Busy | Busy |\n';
    assert.equal(patchOf(twice, at('markdown', 'Busy', 'Busy.')), undefined);
    const full = '+------+\n| Busy |\n+------+\n';
    assert.equal(patchOf(full, at('rst', 'Busy', 'Busy.', 2)), undefined);
    assert.equal(patchOf('| Bu**s**y |\n', at('markdown', 'Busy', 'Busy.')), undefined);
  });
});
