import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsOfQuery } from '../../../src/search/prepare-query.ts';

test('Chinese is cut into words, in browsers without rules for it two by two', () => {
  assert.deepEqual(wordsOfQuery('the 请求参数 body'), ['请求', '参数', 'body']);
  const own = Object.getOwnPropertyDescriptor(Intl, 'Segmenter') as PropertyDescriptor;
  Reflect.deleteProperty(Intl, 'Segmenter');
  try {
    assert.deepEqual(wordsOfQuery('the 请求参数错误码'), ['请求', '参数', '错误', '码']);
  } finally {
    Object.defineProperty(Intl, 'Segmenter', own);
  }
});
