import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remember } from '../../../src/text/remember.ts';

test('an answer is made once, and made again after the limit', () => {
  const asked: string[] = [];
  const length = remember((text) => asked.push(text), 2);
  for (const text of ['a', 'a', 'b', 'c', 'a']) length(text);
  assert.deepEqual(asked, ['a', 'b', 'c', 'a']);
});
