import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildLookupIndex } from '../../../src/lookup/index/build-index.ts';
import { createEngine } from '../../../src/search/engine.ts';
import { makeCode } from '../../support/make-code.ts';

test('the errors of a text come with the short links that were issued for their codes', () => {
  const codes = [
    { ...makeCode('gw', 'GW.0001', [{ message: 'Busy.' }]), short: 'GW.0001/' },
    { ...makeCode('gw', 'GW.CON', [{ message: 'Lost.' }]), short: 'gw-con-1/' },
    { ...makeCode('gw', 'GW.0003', [{ message: 'Full.' }]), short: 'GW.0003/?catalog=gw' },
  ];
  const engine = createEngine(buildLookupIndex(codes, [{ id: 'gw' }]), 'en');
  const { shortLinks } = engine.answer('GW.0001: Busy.\nGW.CON: Lost.\nGW.0003: Full.');
  assert.deepEqual(
    [...shortLinks],
    [
      ['gw GW.0001', 'GW.0001/'],
      ['gw GW.CON', 'gw-con-1/'],
      ['gw GW.0003', 'GW.0003/?catalog=gw'],
    ],
  );
});
