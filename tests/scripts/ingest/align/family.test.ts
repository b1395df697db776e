import assert from 'node:assert/strict';
import { test } from 'node:test';
import { familiesOf } from '../../../../scripts/ingest/align/family.ts';
import type { Entry } from '../../../../src/model/entry.ts';

const entriesOf = (codes: string[], tables: string[] = []): Entry[] =>
  codes.map((code, at) => ({
    variant: 'one',
    code,
    extra: {},
    headings: {},
    place: { file: 'a.md', line: at + 1 },
    ...(tables[at] === undefined ? {} : { table: tables[at] }),
  }));
const familiesIn = (codes: string[], tables?: string[]) =>
  [...familiesOf(entriesOf(codes, tables)).values()].join(' | ');

test('codes with a prefix in common are a family', () => {
  assert.equal(
    familiesIn(['APIG.0101', 'APIG.0102', 'ECS_A', 'ECS_B']),
    'APIG.01 | APIG.01 | ECS | ECS',
  );
});

test('a code with a prefix of its own has no family', () => {
  assert.equal(familiesIn(['OSS', 'SLS', 'ECS_A', 'ECS_B']), ' |  | ECS | ECS');
  assert.equal(familiesIn(['0.0895', '0.1023', '12.7001']), ' |  | ');
});

test('a few numbered codes with a prefix of their own are families among many', () => {
  const codes = Array.from({ length: 9 }, (_, at) => `E010${at}`);
  assert.ok(familiesIn([...codes, 'E0201']).endsWith('E01 | E02'));
});

test('captions of several tables are the families', () => {
  assert.equal(familiesIn(['A1', 'B1'], ['Table 1. Console', '表2.接口']), 'Console | 接口');
});
