import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { acknowledgementLine, acknowledgementOf } from '../../../src/model/acknowledgement.ts';

test('is one entry in both forms, and a fingerprint that looks like a number stays text', () => {
  for (const fingerprint of ['123456789012', '1234e5678901', '7d833ebe2726']) {
    const entry = [{ catalog: 'a', fingerprint, reason: 'REASON', by: 'NAME' }];
    assert.deepEqual(parse(acknowledgementLine(fingerprint, 'a')), entry);
    assert.deepEqual(parse(acknowledgementOf({ fingerprint, code: 'A.1' }, 'a')), entry);
  }
});
