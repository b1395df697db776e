/** What git does with the files of the project on any system. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { projectRoot } from './support/content.ts';

const git = (...args: string[]): string =>
  spawnSync('git', args, { cwd: projectRoot, encoding: 'utf8' }).stdout;

test('every text has the same line ends on every system, and documents stay as they are', () => {
  const files = git('ls-files', '-z').split('\0').filter(Boolean);
  assert.ok(files.length > 500);
  const { stdout } = spawnSync('git', ['check-attr', '-z', '--stdin', 'text', 'eol'], {
    cwd: projectRoot,
    input: files.join('\0'),
    encoding: 'utf8',
  });
  const fields = stdout.split('\0');
  const attributes = new Map<string, Record<string, string>>();
  for (let at = 0; at + 2 < fields.length; at += 3) {
    const [file = '', name = '', value = ''] = fields.slice(at, at + 3);
    attributes.set(file, { ...attributes.get(file), [name]: value });
  }
  for (const file of files) {
    const { text, eol } = attributes.get(file) ?? {};
    if (file.startsWith('content/sources/')) assert.equal(text, 'unset', file);
    else
      assert.deepEqual({ file, eol, isText: text !== 'unset' }, { file, eol: 'lf', isText: true });
  }
  assert.deepEqual(
    git('ls-files', '--eol')
      .split('\n')
      .filter((line) => /^i\/(?:crlf|mixed)/.test(line)),
    [],
  );
});

test('documents in a folder of any name are in a commit', () => {
  for (const name of ['dist', 'dist.old', 'node_modules'])
    assert.equal(git('check-ignore', `content/sources/x/${name}/a.md`), '', name);
  assert.match(git('check-ignore', 'dist/index.html'), /dist/);
});
