import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseLabel, caseLine } from '../../../src/model/case-label.ts';
import { makeCase } from '../../support/make-code.ts';

test('a case is called by the message in the language of the page, and by the status beside it', () => {
  const item = makeCase(
    '655',
    'c',
    { httpStatus: '404', message: '表不存在。' },
    { httpStatus: '400', message: 'The table does not exist.' },
  );
  assert.equal(caseLine(item, 'zh-CN'), 'HTTP 404 表不存在');
  assert.equal(caseLine(item, 'en'), 'HTTP 400 The table does not exist');
  assert.equal(caseLine(item), 'HTTP 404 表不存在');
});

test('a message that no document translates is the same on every page', () => {
  const item = makeCase(
    '1',
    'c',
    { message: 'Busy.' },
    { httpStatus: '503', message: 'Too busy.' },
  );
  assert.deepEqual(caseLabel(item, 'zh-CN'), { title: 'Busy.', lang: 'en' });
});

test('without a message, a case is called by its meaning, else by its code', () => {
  const item = makeCase(
    '1',
    'c',
    { description: '启动错误' },
    { description: 'It does not start.' },
  );
  assert.equal(caseLabel(item, 'en').title, 'It does not start.');
  assert.equal(caseLabel(item, 'zh-CN').title, '启动错误');
  assert.equal(caseLabel(makeCase('655', 'c', {}), 'en').title, '655');
});
