import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInside } from '../../scripts/is-inside.ts';

for (const [path, folder, expected] of [
  ['/a/b', '/a', true],
  ['/a', '/a', true],
  ['/a', '/a/b', false],
  ['/ab', '/a', false],
  ['/a/..b', '/a', true],
  ['/..b', '/a', false],
] as const) {
  test(`${path} ${expected ? 'is' : 'is not'} in ${folder}`, () => {
    assert.equal(isInside(path, folder), expected);
  });
}
