/** Several codes in one line: what is between other codes says nothing about a code, and a list confirms a name. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerText } from '../../../src/lookup/answer-text.ts';
import { buildLookupIndex } from '../../../src/lookup/index/build-index.ts';
import { makeCode } from '../../support/make-code.ts';

const index = buildLookupIndex(
  [
    makeCode(
      'gw',
      'GATE.0201',
      [{ httpStatus: '502', message: 'Backend unavailable.' }],
      [{ httpStatus: '504', message: 'Backend timeout.' }],
      [{ httpStatus: '500', message: 'An internal error occurred.' }],
    ),
    makeCode('gw', 'GATE.0308', [{ httpStatus: '429', message: 'Too many requests.' }]),
    makeCode('gw', 'GATE.0605', [{ httpStatus: '500', message: 'Name resolution failed.' }]),
    makeCode('names', 'INTERNAL', [{ httpStatus: '500', message: 'Something broke.' }]),
    makeCode('names', 'NOT_FOUND', [{ httpStatus: '404', message: 'There is no such thing.' }]),
  ],
  [{ id: 'gw' }, { id: 'names' }],
);
const answer = (text: string) =>
  answerText(text, index, 'en').incidents.map(({ result, unknown }) =>
    result ? [result.code, result.case ?? null, result.match] : ['?', unknown?.code],
  );
const [unavailable, timeout] = ['case-1', 'case-2'];

describe('the case of one of several codes', () => {
  test('is not chosen by words between other codes', () => {
    assert.deepEqual(answer('GATE.0308, GATE.0201 and GATE.0605, an internal error'), [
      ['GATE.0308', 'case-1', 'exact'],
      ['GATE.0201', null, 'exact'],
      ['GATE.0605', 'case-1', 'exact'],
    ]);
  });

  test('is chosen by the message or the status next to it, before it or after it', () => {
    for (const text of [
      'GATE.0201: Backend timeout., then GATE.0308',
      'GATE.0308, Backend timeout. GATE.0201',
      'GATE.0308; GATE.0201 504',
      'GATE.0201, GATE.0308, GATE.0201 504',
    ])
      assert.deepEqual(
        answer(text).find(([code]) => code === 'GATE.0201'),
        ['GATE.0201', timeout, 'exact'],
        text,
      );
    assert.deepEqual(answer('GATE.0201 502, GATE.0605 500')[0], [
      'GATE.0201',
      unavailable,
      'exact',
    ]);
  });

  test('is chosen by the whole text if that names one code, however often', () => {
    assert.deepEqual(answer('GATE.0201 again: GATE.0201, the backend timeout'), [
      ['GATE.0201', timeout, 'exact'],
    ]);
  });
});

describe('a plain word in capitals', () => {
  test('is likely a code in a list of codes, in any place of it', () => {
    for (const text of [
      'GATE.0201, GATE.0308 and INTERNAL',
      'INTERNAL, GATE.0308',
      'GATE.0308、NOT_FOUND、INTERNAL',
      'GATE.0308 or INTERNAL?',
      'GATE.9999; INTERNAL; GATE.0308',
    ])
      assert.deepEqual(
        answer(text).find(([code]) => code === 'INTERNAL'),
        ['INTERNAL', 'case-1', 'likely'],
        text,
      );
  });

  test('is a word elsewhere', () => {
    for (const text of [
      'GATE.0308 INTERNAL',
      'GATE.0308, INTERNAL ERROR',
      'the INTERNAL network, GATE.0308',
      'GATE.0308, internal',
    ])
      assert.equal(
        answer(text).some(([code, , match]) => code === 'INTERNAL' && match !== 'guess'),
        false,
        text,
      );
  });
});
