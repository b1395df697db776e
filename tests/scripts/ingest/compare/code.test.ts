/** Differences of a code: pairs, presence, kinds, fingerprints. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  compareCode,
  compareVariants,
  emptyGlossary,
  fingerprintOf,
  pairsToCompare,
} from '../../../../scripts/ingest/compare/index.ts';
import type { Case } from '../../../../src/model/case.ts';
import { DifferenceSchema } from '../../../../src/model/difference.ts';
import type { Entry } from '../../../../src/model/entry.ts';
import type { Lang } from '../../../../src/model/lang.ts';
import type { Variant } from '../../../../src/model/registry.ts';
import type { Field } from '../../../../src/model/terms.ts';

const variant = (id: string, lang: Lang, dates: Partial<Variant> = {}): Variant => ({
  id,
  lang,
  publisher: { en: 'P', 'zh-CN': 'P' },
  title: 'T',
  edition: { en: 'E', 'zh-CN': 'E' },
  lineage: 'l',
  format: 'rst',
  source: `${id}.rst`,
  licence: 'none',
  redistribute: false,
  ...dates,
});

const entry = (name: string, fields: Partial<Record<Field, string>>): Entry => ({
  variant: name,
  code: 'X.1',
  extra: {},
  headings: {},
  place: { file: 'x', line: 1 },
  ...Object.fromEntries(
    Object.entries(fields).map(([field, plain]) => [field, { lang: 'en', plain }]),
  ),
});

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
const compare = (cases: Case[], variants = [old, recent]) =>
  compareCode({ catalog: 'c', code: 'X.1', cases, variants, glossary: emptyGlossary });

test('pairs: along the lineages, then newest English against newest Chinese', () => {
  const names = (variants: Variant[]) =>
    pairsToCompare(variants).map(({ left, right }) => `${left.id}..${right.id}`);
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

test('a field that one document does not have is added or removed, without that text', () => {
  const [found] = compare([caseOf('a', entry('en-1', {}), entry('en-2', { solution: 'Wait.' }))]);
  assert.equal(found?.kind, 'added');
  assert.ok(!('before' in found));
  assert.deepEqual(compare([caseOf('a', entry('en-1', {}), entry('en-2', { solution: '' }))]), []);
});

test('a case that one variant lacks is content; sharing none of the cases is a contradiction', () => {
  const shared = caseOf('a', entry('en-1', { message: 'A' }), entry('en-2', { message: 'A' }));
  const [left, right] = [entry('en-1', { message: 'B' }), entry('en-2', { message: 'C' })];
  const summary = (cases: Case[]) =>
    compare(cases).map(({ case: id, field, kind, severity }) => [id, field, kind, severity]);
  assert.deepEqual(summary([shared, caseOf('b', left)]), [
    ['b', 'presence', 'only-left', 'content'],
  ]);
  assert.deepEqual(summary([caseOf('c', right)]), [['c', 'presence', 'only-right', 'content']]);
  assert.deepEqual(summary([caseOf('b', left), caseOf('c', right)]), [
    ['b', 'presence', 'only-left', 'contradiction'],
    ['c', 'presence', 'only-right', 'contradiction'],
  ]);
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

test('between languages the English variant is the left one, unless a page wants it otherwise', () => {
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
  const codes = [{ catalog: 'c', code: 'X.1', cases }];
  const [status, identifier] = compareVariants(chinese, recent, codes, emptyGlossary);
  assert.equal(status?.before, '503');
  assert.deepEqual(status.runs, [
    ['-', '503'],
    ['+', '429'],
  ]);
  assert.deepEqual(identifier?.onlyLeft, []);
  assert.deepEqual(identifier?.onlyRight, ['client_id']);
  assert.equal(identifier?.code, 'X.1');
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
  const first = fingerprintOf(parts);
  assert.match(first, /^[0-9a-f]{12}$/);
  assert.equal(fingerprintOf({ ...parts }), first);
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
  ].map(fingerprintOf);
  assert.equal(new Set([first, ...others]).size, others.length + 1);
});

test('a fingerprint is the same as long as the texts are', () => {
  // A change of this value makes every acknowledged difference come back.
  assert.equal(
    fingerprintOf({
      catalog: 'apig',
      code: 'APIG.0103',
      case: '500-the-backend-does-not-exist',
      field: 'httpStatus',
      kind: 'changed',
      left: 'huaweicloud-2018-12',
      right: 'huaweicloud-web',
      leftText: '404',
      rightText: '500',
    }),
    '02192a9bf9b3',
  );
});
