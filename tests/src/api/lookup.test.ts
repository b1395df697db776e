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
