/** Codes of every form, and their aliases, are found when they are pasted. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resolveAddress } from '../../../src/lookup/address.ts';
import { buildLookupIndex } from '../../../src/lookup/index-data.ts';
import { lookup } from '../../../src/lookup/lookup.ts';
import { firstAnswer } from '../../../src/search/first-answer.ts';
import { makeCode, type Row } from '../../support/make-code.ts';

const codeOf = (code: string, ...rows: Row[]) =>
  makeCode('c', code, ...(rows.length > 0 ? rows : [{}]).map((row) => [row]));

const long = `LONG${'_PART'.repeat(58)}`;
const codes = [
  codeOf('-1012', { message: 'the request timed out' }),
  codeOf('1012', { message: 'the signature is not approved' }),
  codeOf('Not Found', { httpStatus: '404 Not Found' }),
  codeOf('100%'),
  codeOf('%'),
  codeOf('参数错误'),
  codeOf('DEMO:Store:ErrNoSpace'),
  codeOf('read/write'),
  codeOf('ＦＷ．００１'),
  codeOf(long),
  codeOf('-4003', { aliases: ['DB_INDEX_OUT_OF_RANGE'] }),
  codeOf('0x1000', { aliases: ['4096', 'INVALID_HANDLE'] }),
  codeOf(
    '4000',
    { message: 'invalid request parameters', aliases: ['10000'] },
    { message: 'lacked of required parameters', aliases: ['10010'] },
  ),
];
const index = buildLookupIndex(codes, [{ id: 'c' }]);
const first = (text: string) => {
  const [result] = lookup(text, index, 'en');
  return result && result.match !== 'guess' ? [result.code, result.case] : undefined;
};

for (const { code, cases } of codes) {
  const only = cases.length === 1 ? 'case-1' : undefined;
  test(`${code.slice(0, 40)} is found by its own spelling`, () => {
    assert.deepEqual(first(code), [code, only]);
    assert.deepEqual(first(`{"error_code": "${code}", "request_id": "7c1d"}`), [code, only]);
  });
  test(`the small index answers ${code.slice(0, 40)}`, () => {
    const answer = firstAnswer(code, index.core);
    assert.equal(answer?.code, code);
    assert.equal(answer?.case, only);
  });
}

for (const [text, code, item] of [
  ['DB_INDEX_OUT_OF_RANGE', '-4003', 'case-1'],
  ['ERROR: DB_INDEX_OUT_OF_RANGE at line 3', '-4003', 'case-1'],
  ['errno=-4003, trace 7c1d', '-4003', 'case-1'],
  ['error code: 4096', '0x1000', 'case-1'],
  ['4096', '0x1000', 'case-1'],
  ['INVALID_HANDLE', '0x1000', 'case-1'],
  ['10010', '4000', 'case-2'],
  ['{"code": 10000}', '4000', 'case-1'],
  ['[DEMO:Store:ErrNoSpace] no space left on the store', 'DEMO:Store:ErrNoSpace', 'case-1'],
] as const) {
  test(`${text} is about ${code}`, () => assert.deepEqual(first(text), [code, item]));
}

test('an alias of one case leads to this case in the small index too', () => {
  const answer = firstAnswer('10010', index.core);
  assert.deepEqual([answer?.code, answer?.case], ['4000', 'case-2']);
});

test('a status cell with its phrase counts as the status', () => {
  assert.deepEqual(index.core.catalogs[0]?.codes[2]?.[1], [[['404'], [], 'case-1']]);
});

test('words of a message, and other numbers name no code', () => {
  for (const text of ['the resource was not found', 'error 77', 'took 1012 ms', 'line 4000']) {
    assert.equal(first(text), undefined, text);
  }
});

test('an address may name an alias', () => {
  const known = [['c', '0x1000', '0x1000', '4096', 'INVALID_HANDLE']] as const;
  assert.deepEqual(resolveAddress('/c/invalid-handle/', known).land, known[0]);
});
