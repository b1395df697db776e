/** Codes in any spelling, as the lookup, the first answer, the 404 page and the shards read them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeKey, groupByCodeKey } from '../../../src/lookup/code-key.ts';
import { readCodeWords } from '../../../src/lookup/recognise-codes.ts';

test('case, width, separators and leading zeros do not matter', () => {
  for (const spelling of [
    'APIG.0201',
    'apig 201',
    'apig-201',
    'APIG_00201',
    'ＡＰＩＧ．０２０１',
  ]) {
    assert.equal(codeKey(spelling), 'apig201', spelling);
  }
  assert.equal(codeKey('NotFound'), codeKey('NOT_FOUND'));
});

test('other numbers are other codes', () => {
  assert.notEqual(codeKey('APIG.2201'), codeKey('APIG.0201'));
  assert.notEqual(codeKey('A1.02'), codeKey('A12'));
  assert.notEqual(codeKey('E0'), codeKey('E'));
});

test('an item is found by each of its spellings, by none without letters and digits', () => {
  const groups = groupByCodeKey(['a-1', 'A1', '--'], (code) => [code, `${code} x`]);
  assert.deepEqual(
    [...groups],
    [
      ['a1', ['a-1', 'A1']],
      ['a1x', ['a-1', 'A1']],
      ['x', ['--']],
    ],
  );
});

test('words that may name a code are read with their place', () => {
  const read = (text: string) => readCodeWords(text).words;
  assert.deepEqual(read(' unknown\u200b '), [
    { word: 'unknown', place: 'alone', anySpelling: true },
  ]);
  assert.deepEqual(read('{"error_code":"UNKNOWN","request_id":"7c1d"}'), [
    { word: 'UNKNOWN', place: 'field', anySpelling: true },
  ]);
  assert.deepEqual(read('APIG.0201: the back-end is unavailable'), [
    { word: 'APIG.0201', place: 'text', anySpelling: true },
    { word: 'back-end', place: 'text', anySpelling: false },
  ]);
  assert.deepEqual(read('the backend did not answer in time'), []);
  assert.deepEqual(read('APIG.0201 '.repeat(2000)), [], 'a log');
});
