import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { acceptanceOf } from '../../../scripts/review/acceptance-of.ts';

test('a fingerprint that looks like a number stays text', () => {
  for (const fingerprint of ['123456789012', '1234e5678901', '7d833ebe2726'])
    assert.deepEqual(parse(acceptanceOf(fingerprint)), [
      { fingerprint, reason: 'REASON', by: 'NAME' },
    ]);
});
