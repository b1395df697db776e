import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { acknowledgementLine, acknowledgementOf } from '../../../src/model/acknowledgement.ts';

test('a fingerprint that looks like a number stays text', () => {
  for (const fingerprint of ['123456789012', '1234e5678901', '7d833ebe2726']) {
    assert.deepEqual(parse(acknowledgementLine(fingerprint)), [
      { fingerprint, reason: 'REASON', by: 'NAME' },
    ]);
    assert.deepEqual(parse(acknowledgementOf({ fingerprint, code: 'A.1' }, 'a')), [
      { fingerprint, reason: '…', by: '…', catalog: 'a' },
    ]);
  }
});
