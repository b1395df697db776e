import assert from 'node:assert/strict';
import { test } from 'node:test';
import { upstreamPath, upstreamUrl } from '../../../src/model/upstream.ts';

const source = 'content/sources/a/en';

test('files of a folder or a glob have their paths below that of the registry', () => {
  const paths: [
    source: string,
    path: string | undefined,
    file: string,
    expected: string | undefined,
  ][] = [
    ['content/sources/a/x.md', 'docs/x.md', 'content/sources/a/x.md', 'docs/x.md'],
    [source, 'docs', `${source}/b/1.md`, 'docs/b/1.md'],
    [`${source}/**/E*.md`, 'docs', `${source}/b/E1.md`, 'docs/b/E1.md'],
    [source, undefined, `${source}/1.md`, undefined],
  ];
  for (const [from, path, file, expected] of paths)
    assert.equal(upstreamPath({ source: from, ...(path ? { path } : {}) }, file), expected);
});

test('each host addresses lines in its own way; unknown ones have no address', () => {
  const about = { source, path: 'docs/错 1.md', commit: 'abc123' };
  const urls: [url: string | undefined, expected: string | undefined][] = [
    [
      'https://github.com/o/r/',
      'https://github.com/o/r/blob/abc123/docs/%E9%94%99%201.md?plain=1#L7',
    ],
    [
      'https://gitlab.com/g/s/r.git',
      'https://gitlab.com/g/s/r/-/blob/abc123/docs/%E9%94%99%201.md?plain=1#L7',
    ],
    ['https://gitee.com/o/r', 'https://gitee.com/o/r/blob/abc123/docs/%E9%94%99%201.md#L7'],
    [
      'https://codeberg.org/o/r',
      'https://codeberg.org/o/r/src/commit/abc123/docs/%E9%94%99%201.md?display=source#L7',
    ],
    ['https://docs.example.com/errors', undefined],
    ['https://notgithub.com/o/r', undefined],
    ['not an address', undefined],
    [undefined, undefined],
  ];
  for (const [url, expected] of urls)
    assert.equal(upstreamUrl({ ...about, ...(url ? { url } : {}) }, source, 7), expected);
  const { commit: _, ...uncommitted } = { ...about, url: 'https://github.com/o/r' };
  assert.equal(upstreamUrl(uncommitted, source), undefined);
});
