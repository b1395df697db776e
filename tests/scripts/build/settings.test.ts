import assert from 'node:assert/strict';
import { mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readBuildSettings } from '../../../scripts/build/settings.ts';
import { temporaryFolder } from '../../support/content.ts';

const root = temporaryFolder('settings', { file: '' });
for (const name of ['content/sources', 'dist', 'elsewhere']) {
  mkdirSync(join(root, name), { recursive: true });
}
symlinkSync(join(root, 'content'), join(root, 'link'), 'junction');
symlinkSync(join(root, 'none'), join(root, 'nowhere'), 'junction');

describe('settings of the build', () => {
  test('an empty variable is one that is not set', () => {
    const expected = { basePath: '/', outDir: join(root, 'dist') };
    assert.deepEqual(readBuildSettings({}, root), expected);
    const empty = { SITE_URL: '', BASE_PATH: '', OUT_DIR: '', OFFLINE: '', OFFLINE_LIMIT: '' };
    assert.deepEqual(readBuildSettings(empty, root), expected);
  });

  test('the path has a slash at both ends', () => {
    for (const path of ['errors', '/errors', 'errors/', '/errors/'])
      assert.equal(readBuildSettings({ BASE_PATH: path }, root).basePath, '/errors/');
    assert.equal(readBuildSettings({ BASE_PATH: '/' }, root).basePath, '/');
    assert.equal(readBuildSettings({ BASE_PATH: '/a.b/~c_1' }, root).basePath, '/a.b/~c_1/');
  });

  for (const path of [
    '/错误/',
    '/a b/',
    '//a',
    '/a//b/',
    '/a/../b',
    '/a%20b/',
    '/a?b',
    '/a\\b',
    '/./',
  ])
    test(`BASE_PATH=${path} is refused`, () => {
      assert.throws(
        () => readBuildSettings({ BASE_PATH: path }, root),
        /^Error: BASE_PATH=.*such as \/errors\//s,
      );
    });

  for (const site of [
    'docs.example',
    'ftp://docs.example',
    'https://',
    'https://a.example/errors/',
    'https://u:p@a.example',
    'javascript:alert(1)',
  ])
    test(`SITE_URL=${site} is refused`, () => {
      assert.throws(() => readBuildSettings({ SITE_URL: site }, root), /SITE_URL=/);
    });

  test('SITE_URL is scheme and host', () => {
    const { siteUrl } = readBuildSettings({ SITE_URL: 'https://docs.example/' }, root);
    assert.equal(siteUrl, 'https://docs.example');
  });

  for (const folder of [
    '.',
    '..',
    '/',
    'content',
    'content/sources',
    'content/site',
    'src',
    'docs',
    'link',
    'link/x',
    'tests/../content',
  ])
    test(`OUT_DIR=${folder} is refused`, () => {
      assert.throws(() => readBuildSettings({ OUT_DIR: folder }, root), /the build would replace/);
    });

  for (const folder of ['file', 'file/site', 'nowhere', 'a\nb', ' '])
    test(`OUT_DIR=${JSON.stringify(folder)} is refused`, () => {
      assert.throws(() => readBuildSettings({ OUT_DIR: folder }, root), /not a folder|expected a/);
    });

  for (const folder of ['dist', 'elsewhere/site', '../site', 'contents', '.cache/site'])
    test(`OUT_DIR=${folder} is taken`, () => {
      assert.equal(readBuildSettings({ OUT_DIR: folder }, root).outDir, join(root, folder));
    });

  test('a folder in a built site is refused', () => {
    const folder = temporaryFolder('out-inside', { 'dist/.built-site': '' });
    for (const name of ['dist/sub', 'dist/sub/site'])
      assert.throws(() => readBuildSettings({ OUT_DIR: name }, folder), /dist is a built site/);
    assert.equal(readBuildSettings({ OUT_DIR: 'dist' }, folder).outDir, join(folder, 'dist'));
  });

  test('a link to a folder stays, and what it leads to is the folder', () => {
    const folder = temporaryFolder('out-link', { 'releases/42/x': '' });
    symlinkSync('releases/42', join(folder, 'current'), 'junction');
    const { outDir } = readBuildSettings({ OUT_DIR: join(folder, 'current') }, root);
    assert.equal(outDir, realpathSync(join(folder, 'releases/42')));
  });

  test('a project whose path reads as the end of an address is refused', () => {
    for (const path of [
      '/srv/c#/docs',
      '/srv/what?',
      '/srv/50%25',
      '/srv/é%20 (1)',
      '/srv/p% q',
      '/srv/p"x',
      '/srv/p*x',
    ])
      assert.throws(() => readBuildSettings({}, path), /Move the project/);
  });

  test('every wrong variable has its line', () => {
    const wrong = { OFFLINE: 'no', OFFLINE_LIMIT: '10 MB', BASE_PATH: 'a b' };
    assert.throws(
      () => readBuildSettings(wrong, root),
      ({ message }: Error) => message.split('\n').length === 3,
    );
  });
});
