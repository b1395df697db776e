/** The differences of a catalog: pairs, relations, presence, columns, fingerprints. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  compareCatalog,
  emptyGlossary,
  fingerprintOf,
  pairsOnPages,
} from '../../../../scripts/ingest/compare/index.ts';
import type { Case } from '../../../../src/model/case.ts';
import { DifferenceSchema } from '../../../../src/model/difference.ts';
import type { Entry } from '../../../../src/model/entry.ts';
import type { Lang } from '../../../../src/model/lang.ts';
import type { Variant } from '../../../../src/model/registry.ts';
import { type Field, ratingOf } from '../../../../src/model/terms.ts';
import { makeEntry, makeVariant } from '../../../support/make-code.ts';

const variant = (id: string, lang: Lang, dates: Partial<Variant> = {}): Variant =>
  makeVariant({ id, lang, lineage: 'l', ...dates });

const entry = (name: string, fields: Partial<Record<Field, string>>): Entry =>
  makeEntry('X.1', fields, { variant: name });

const caseOf = (id: string, ...entries: Entry[]): Case => ({
  id,
  anchors: [id],
  match: 'same',
  because: [],
  entries,
});

const old = variant('en-1', 'en', { revision: '2023-10-18' });
const recent = variant('en-2', 'en', { revision: '2024-12-12', follows: 'en-1' });
const chinese = variant('zh-1', 'zh-CN', { seen: '2026-11-01' });
const compareAll = (cases: Case[], variants: Variant[]) =>
  compareCatalog({ id: 'c', variants }, [{ catalog: 'c', code: 'X.1', cases }], emptyGlossary);
const compare = (cases: Case[], variants = [old, recent]) =>
  compareAll(cases, variants).differencesOf('X.1');

test('a page shows what any two current documents contradict, and no other difference of such a pair', () => {
  const other = variant('en-b', 'en', { lineage: 'b', revision: '2025-01-01' });
  const item = caseOf(
    'a',
    entry('en-2', { httpStatus: '404', description: 'The bucket is gone.' }),
    entry('en-b', { httpStatus: '500', description: 'The bucket has been removed.' }),
  );
  assert.deepEqual(
    compare([item], [recent, other]).map(({ field, severity }) => [field, severity]),
    [['httpStatus', 'contradiction']],
  );
});

test('pairs: along the lineages, then newest English against newest Chinese', () => {
  const names = (variants: Variant[]) =>
    pairsOnPages(variants).map(({ left, right }) => `${left.id}..${right.id}`);
  assert.deepEqual(names([recent, chinese, old]), ['en-1..en-2', 'en-2..zh-1']);
  assert.deepEqual(names([old]), []);
  assert.deepEqual(names([chinese]), []);
});

test('within a language: changed, added, removed, with the texts', () => {
  const found = compare([
    caseOf(
      'a',
      entry('en-1', { httpStatus: '404', message: 'Gone', description: '', solution: 'Wait.' }),
      entry('en-2', { httpStatus: '500', message: 'Gone.', description: 'Why', solution: '' }),
    ),
  ]);
  assert.deepEqual(
    found.map(({ field, kind, severity, before, after }) => [field, kind, severity, before, after]),
    [
      ['httpStatus', 'changed', 'contradiction', '404', '500'],
      ['message', 'changed', 'typography', 'Gone', 'Gone.'],
      ['description', 'added', 'content', '', 'Why'],
      ['solution', 'removed', 'content', 'Wait.', ''],
    ],
  );
  for (const difference of found) DifferenceSchema.parse(difference);
});

test('a column that one document lacks is reported once for the pair, not in each row', () => {
  const { comparisons, differencesOf } = compareAll(
    [caseOf('a', entry('en-1', {}), entry('en-2', { solution: 'Wait.' }))],
    [old, recent],
  );
  assert.deepEqual(differencesOf('X.1'), []);
  assert.deepEqual(comparisons[0]?.missingColumns, [{ field: 'solution', variant: 'en-1' }]);
});

test('a row without a field that other rows of the document have is a difference', () => {
  const row = (id: string, solution: Partial<Record<Field, string>>) =>
    caseOf(id, entry('en-1', solution), entry('en-2', { solution: 'Wait.' }));
  const rows = ['b', 'c', 'd', 'e', 'f'].map((id) => row(id, { solution: 'Wait.' }));
  const [found] = compare([row('a', {}), ...rows]);
  assert.equal(found?.kind, 'added');
  assert.ok(!('before' in found));
});

test('a text in a column that maps to no field is not missing', () => {
  const extra = { 中文说明: { lang: 'zh-CN' as const, plain: '请等待。' } };
  const row = { ...entry('zh-1', {}), extra };
  const rows = ['b', 'c', 'd', 'e', 'f'].map((id) =>
    caseOf(id, entry('en-2', { solution: 'Wait.' }), entry('zh-1', { solution: '请等待。' })),
  );
  const first = caseOf('a', entry('en-2', { solution: 'Wait.' }), row);
  assert.deepEqual(compare([first, ...rows], [recent, chinese]), []);
});

test('a case that one variant lacks is content, also if the two share none of the cases', () => {
  const [left, right] = [entry('en-1', { message: 'B' }), entry('en-2', { message: 'C' })];
  const found = compare([caseOf('b', left), caseOf('c', right)]);
  assert.deepEqual(
    found.map(({ case: id, field, kind, severity }) => [id, field, kind, severity]),
    [
      ['b', 'presence', 'only-left', 'content'],
      ['c', 'presence', 'only-right', 'content'],
    ],
  );
});

test('the relation is revision, translation or edition', () => {
  const cases = [
    caseOf('a', ...['en-1', 'en-2', 'zh-1'].map((id) => entry(id, { httpStatus: id.slice(-1) }))),
  ];
  const relations = (variants: Variant[]) =>
    compareAll(cases, variants).comparisons.flatMap(({ differences }) =>
      differences.map((difference) => `${difference.relation} ${ratingOf(difference)}`),
    );
  const zh = { ...chinese, lineage: 'zh' };
  assert.deepEqual(relations([old, recent]), ['revision changed']);
  assert.deepEqual(relations([recent, zh]), ['edition contradiction']);
  assert.deepEqual(relations([old, recent, { ...zh, translates: 'en-1' }]), [
    'revision changed',
    'translation contradiction',
  ]);
});

test('a translation is outdated where the revision it was made from has changed since', () => {
  const zh = { ...chinese, lineage: 'zh', translates: 'en-1' };
  const same = { solution: 'Wait.' };
  const cases = [
    caseOf(
      'a',
      entry('en-1', { ...same, httpStatus: '503', description: 'The backend is busy.' }),
      entry('en-2', { ...same, httpStatus: '502', description: 'The request was rejected.' }),
      entry('zh-1', { httpStatus: '503', description: '后端繁忙。', solution: '请等待。' }),
    ),
  ];
  const found = compare(cases, [old, recent, zh]).filter(({ right }) => right === 'zh-1');
  assert.deepEqual(
    found.map(({ field, kind, rule, outdated }) => [field, kind, rule, outdated]),
    [
      ['httpStatus', 'changed', 'http-status', 'en-1'],
      ['description', 'outdated', 'outdated-translation', 'en-1'],
    ],
  );
});

test('of several entries of a variant in a case the first counts', () => {
  const twice = caseOf(
    'a',
    entry('en-1', { message: 'A' }),
    entry('en-2', { message: 'A' }),
    entry('en-2', { message: 'B' }),
  );
  assert.deepEqual(compare([twice]), []);
});

test('between languages the English variant is the left one', () => {
  const cases = [
    caseOf(
      'a',
      entry('en-2', { httpStatus: '429', solution: 'Add client_id.' }),
      entry('zh-1', { httpStatus: '503', solution: '添加参数。' }),
    ),
  ];
  const found = compare(cases, [chinese, recent]);
  assert.deepEqual(
    found.map(({ left, right, kind }) => [left, right, kind]),
    [
      ['en-2', 'zh-1', 'changed'],
      ['en-2', 'zh-1', 'identifier'],
    ],
  );
});

test('a fingerprint depends on its parts, each for itself', () => {
  const parts = {
    catalog: 'c',
    code: 'X.1',
    case: 'a',
    field: 'message',
    kind: 'changed',
    left: 'en-1',
    right: 'en-2',
    leftText: 'A',
    rightText: 'B',
  } as const;
  const first = fingerprintOf(...Object.values(parts));
  assert.match(first, /^[0-9a-f]{12}$/);
  const others = [
    { ...parts, catalog: 'd' },
    { ...parts, code: 'X.2' },
    { ...parts, case: 'b' },
    { ...parts, field: 'solution' as const },
    { ...parts, kind: 'drift' as const },
    { ...parts, left: 'en-0' },
    { ...parts, right: 'en-3' },
    { ...parts, leftText: 'AB', rightText: '' },
    { ...parts, leftText: '', rightText: 'B' },
    { ...parts, leftText: undefined },
    { ...parts, leftText: 'B', rightText: 'A' },
    { ...parts, code: 'X.1","a' },
  ].map((other) => fingerprintOf(...Object.values(other)));
  assert.equal(new Set([first, ...others]).size, others.length + 1);
});

test('a fingerprint is the same as long as the texts are', () => {
  // A change of this value makes every acknowledged difference come back.
  assert.equal(
    fingerprintOf(
      'apig',
      'APIG.0103',
      '500-the-backend-does-not-exist',
      'httpStatus',
      'changed',
      'huaweicloud-2018-12',
      'huaweicloud-web',
      '404',
      '500',
    ),
    '02192a9bf9b3',
  );
});
