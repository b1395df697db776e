import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editionName } from '../../../src/model/edition-name.ts';

test('a Chinese name has no space, and a remark in place of an edition is in brackets', () => {
  assert.equal(editionName('Acme', '2024-03'), 'Acme 2024-03');
  assert.equal(editionName('华为云', '网页版'), '华为云网页版');
  assert.equal(editionName('华为云', '2018年12月'), '华为云2018年12月');
  assert.equal(editionName('京东云', '未注明日期'), '京东云（未注明日期）');
  assert.equal(editionName('JD Cloud', 'undated'), 'JD Cloud undated');
});
