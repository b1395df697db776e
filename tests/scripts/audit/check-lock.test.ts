import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkLock, LockSchema } from '../../../scripts/audit/check-lock.ts';
import { projectRoot } from '../../support/content.ts';

const lock = LockSchema.parse(
  JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')),
);

test('every package has an allowed licence, and a digest pins it', () => {
  assert.deepEqual(checkLock(lock), []);
});

test('no package runs a program when it is installed', () => {
  assert.match(readFileSync(join(projectRoot, '.npmrc'), 'utf8'), /^ignore-scripts=true$/m);
});

test('the Node that runs the project is pinned by a digest, and only for development', () => {
  const { packages } = JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8'));
  for (const platform of [
    'linux-x64',
    'linux-arm64',
    'win-x64',
    'darwin-x64',
    'bin-darwin-arm64',
  ]) {
    const { dev, optional, integrity } = packages[`node_modules/node-${platform}`];
    assert.deepEqual([dev, optional, integrity.slice(0, 7)], [true, true, 'sha512-']);
  }
});

for (const [license, isGood] of [
  ['MIT OR GPL-3.0', true],
  ['(MIT AND CC0-1.0)', true],
  ['MIT AND GPL-3.0', false],
  ['UNLICENSED', false],
] as const)
  test(`${license} is ${isGood ? 'allowed' : 'reported'}`, () => {
    const found = checkLock({ packages: { 'node_modules/a': { license, integrity: 'sha512-x' } } });
    assert.equal(found.length, isGood ? 0 : 1);
  });

test('content that nothing pins is reported', () => {
  const found = checkLock({ packages: { 'node_modules/a': { license: 'MIT' } } });
  assert.match(found.join(), /^node_modules\/a: no SHA-512 digest/);
});

test('an old Node, or missing packages, are reported in a sentence', () => {
  const check = join(projectRoot, 'scripts/check-node.cjs');
  const asVersion = `Object.defineProperty(process.versions, 'node', { value: '23.9.9' }); require(${JSON.stringify(check)})`;
  const old = spawnSync(process.execPath, ['-e', asVersion], { encoding: 'utf8' });
  assert.equal(old.status, 1);
  assert.match(old.stderr, /^Node 23\.9\.9 is too old\. Run `npm ci`[^\n]*\n$/);
  const copy = readFileSync(check, 'utf8').replace("resolve('yaml')", "resolve('no-such-package')");
  const bare = spawnSync(process.execPath, ['-e', copy], { encoding: 'utf8' });
  assert.equal(bare.status, 1);
  assert.equal(bare.stderr, 'The packages are not installed. Run `npm ci`.\n');
});
