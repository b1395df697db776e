/** The short answers that programs fetch by a code. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shapeLookup } from '../../../src/api/lookup.ts';
import { makeCode, makeEntry, makeVariant } from '../../support/make-code.ts';

test('a message is in each language that has its own', () => {
  const editions = [makeVariant({ id: 'en' }), makeVariant({ id: 'zh', lang: 'zh-CN' })];
  const code = makeCode('pay', 'PAY-1', [{ httpStatus: '409' }]);
  const [item] = code.cases;
  if (item)
    item.entries = [
      makeEntry(
        'PAY-1',
        { message: 'Already captured.', description: 'Twice.' },
        { variant: 'en' },
      ),
      makeEntry('PAY-1', { message: '该笔支付已请款', description: '重复。' }, { variant: 'zh' }),
    ];
  const [answer] = shapeLookup('pay1', [code], () => editions).codes[0]?.cases ?? [];
  assert.equal(answer?.message, 'Already captured.');
  assert.equal(answer?.['zh-CN']?.message, '该笔支付已请款');
  assert.equal(answer?.en?.message, undefined);
});

test('a text that the newest document lost names the document that has it', () => {
  const editions = [
    makeVariant({ id: 'new', lang: 'zh-CN', lineage: 'zh' }),
    makeVariant({ id: 'old', lang: 'zh-CN', lineage: 'zh' }),
  ];
  const code = makeCode('pay', 'PAY-1', [{ httpStatus: '409' }]);
  const [item] = code.cases;
  if (item)
    item.entries = [
      makeEntry('PAY-1', { description: '重复。', solution: '见' }, { variant: 'new' }),
      makeEntry('PAY-1', { description: '重复。', solution: '请勿重试。' }, { variant: 'old' }),
    ];
  const line = item?.entries[0]?.place.line ?? 0;
  const note = { en: 'Lost.', 'zh-CN': '丢失。' };
  code.defects = [{ catalog: 'pay', code: 'PAY-1', variant: 'new', line, field: 'solution', note }];
  const [answer] = shapeLookup('pay1', [code], () => editions).codes[0]?.cases ?? [];
  assert.equal(answer?.['zh-CN']?.variant, 'new');
  assert.equal(answer?.['zh-CN']?.solution, '请勿重试。');
  assert.deepEqual(answer?.['zh-CN']?.instead, { solution: 'old' });
});
