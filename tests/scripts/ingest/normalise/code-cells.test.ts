/** Cells of a column of codes that hold more than a code: identifiers, and remarks that are none. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCodeCell } from '../../../../scripts/ingest/normalise/code-cells.ts';
import { describeCodeColumn } from '../../../../scripts/ingest/normalise/code-shape.ts';

const column = describeCodeColumn(['E100', 'E101', 'E102']);

for (const [cell, code, aliases] of [
  ['E100 (deprecated)', 'E100', []],
  ['E100 [deprecated]', 'E100', []],
  ['E100（已废弃）', 'E100', []],
  ['E100【仅限企业版】', 'E100', []],
  ['E100 New', 'E100', []],
  ['40102 废弃', '40102', []],
  ['E100 (since v2.1)', 'E100', []],
  ['E100 (v2.0+)', 'E100', []],
  ['E100（自 3.2 起）', 'E100', []],
  ['E100 (deprecated, use E101)', 'E100', []],
  ['E100 (was B-2)', 'E100', ['B-2']],
  ['E100（原错误码：B-2）', 'E100', ['B-2']],
  ['E100 *', 'E100', []],
  ['E100 [2]', 'E100', []],
  ['E100 (TIMEOUT)', 'E100', ['TIMEOUT']],
  ['4012 [TIMEOUT]', '4012', ['TIMEOUT']],
  ['400 (10100)', '400', ['10100']],
] as const)
  test(`${cell} is ${[code, ...aliases].join(' with the alias ')}`, () => {
    const read = readCodeCell(cell, column);
    assert.deepEqual([read?.codes, read?.aliases], [[code], aliases]);
  });

test('a status behind a code is its status', () => {
  const { codes, aliases, status } = readCodeCell('E100 (HTTP 404)', column) ?? {};
  assert.deepEqual([codes, aliases, status], [['E100'], [], '404']);
});

test('a code that may stand for another one is no remark', () => {
  assert.equal(readCodeCell('E100 (or E101)', column), undefined);
});
