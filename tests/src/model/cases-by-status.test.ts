/** Links by status lead to every case that had the status in any document. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { casesByStatus } from '../../../src/model/cases-by-status.ts';
import { makeCase, makeCode, makeEntry } from '../../support/make-code.ts';

const idsOf = (code: Parameters<typeof casesByStatus>[0]) =>
  Object.fromEntries(
    [...casesByStatus(code)].map(([status, cases]) => [status, cases.map(({ id }) => id)]),
  );

test('earlier statuses and several statuses of one row lead to the case', () => {
  const code = makeCode(
    'test',
    'A.1',
    [{ httpStatus: '502' }, { httpStatus: '503' }],
    [{ httpStatus: '404 Not Found / 500' }],
  );
  assert.deepEqual(idsOf(code), {
    404: ['case-2'],
    500: ['case-2'],
    502: ['case-1'],
    503: ['case-1'],
  });
});

test('a status that several cases have leads to all of them', () => {
  const code = makeCode('test', 'A.1', [{ httpStatus: '400' }], [{ httpStatus: '400' }]);
  assert.deepEqual(idsOf(code), { 400: ['case-1', 'case-2'] });
});

test('a class of statuses and a status that is no number have no link', () => {
  assert.deepEqual(
    idsOf(makeCode('test', 'A.1', [{ httpStatus: '4xx' }, { httpStatus: 'n/a' }])),
    {},
  );
});

test('retired documents and cases keep their links', () => {
  const code = makeCode('test', 'A.1', [{ httpStatus: '400' }]);
  const [item] = code.cases;
  if (item) item.former = [makeEntry('A.1', { httpStatus: '409' })];
  const gone = {
    ...makeCase('A.1', 'gone', { httpStatus: '410' }),
    retired: { note: { en: '', 'zh-CN': '' }, by: 'x' },
  };
  assert.deepEqual(idsOf({ ...code, retiredCases: [gone] }), {
    400: ['case-1'],
    409: ['case-1'],
    410: ['gone'],
  });
});
