import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { readAllCodes, readCatalogs, readComparisons } from '../../../src/data/read-content.ts';
import { shortLinks } from '../../../src/model/short-links.ts';
import { temporaryFolder } from '../../support/content.ts';

const code = (catalog: string, name: string, about: object = {}) => ({
  catalog,
  code: name,
  slug: name.toLowerCase(),
  short: `${name}/`,
  family: name,
  cases: [{ id: 'a', anchors: ['a'], match: 'only', because: [], entries: [] }],
  differences: [],
  missingFrom: [],
  defects: [],
  ...about,
});

/** A folder `src/` with the given files below `content/`. */
function sourceWith(files: Record<string, object>): URL {
  const texts = Object.entries(files).map(([path, data]) => [
    `content/${path}`,
    `{ "generated": "", ${JSON.stringify(data).slice(1)}`,
  ]);
  return pathToFileURL(`${temporaryFolder('read-content', Object.fromEntries(texts))}/`);
}

test('all codes are those in use and the retired ones, catalog by catalog', () => {
  const retired = { retired: { note: { en: 'Gone.', 'zh-CN': '停用' }, by: 'me' } };
  const source = sourceWith({
    'codes/b.json': { catalog: 'b', codes: [code('b', 'B.1')] },
    'codes/a.json': {
      catalog: 'a',
      codes: [code('a', 'A.1')],
      retired: [code('a', 'A.0', retired)],
    },
  });
  const codes = readAllCodes(source);
  assert.deepEqual(
    codes.map((item) => item.code),
    ['A.1', 'A.0', 'B.1'],
  );
  assert.equal(shortLinks(codes).get('A.0')?.[0].catalog, 'a', 'a retired code has a catalog too');
  assert.deepEqual(readComparisons(source), [], 'a missing folder is empty');
});

test('a file of another shape is an error that names it', () => {
  const source = sourceWith({ 'variants/a.json': { id: 'a' } });
  assert.throws(() => readCatalogs(source), /src\/content\/variants\/a\.json:1: .*npm run ingest/s);
  writeFileSync(new URL('content/variants/a.json', source), '{ "generated": ');
  assert.throws(() => readCatalogs(source), /variants\/a\.json:1: .*npm run ingest/s);
  writeFileSync(new URL('content/variants/a.json', source), '{}');
  assert.throws(() => readCatalogs(source), /a\.json:1: ingest did not write this file\. Move it/);
});

test('a short link leads to the owner first, and a former name to the present code', () => {
  const links = shortLinks([
    { slug: 'x', short: 'X/?catalog=a' },
    { slug: 'x', short: 'X/' },
    { slug: 'y', short: 'Y/', former: [{ slug: 'old', short: 'OLD' }] },
    { slug: 'unrecorded' },
  ]);
  assert.deepEqual(
    links.get('X')?.map(({ short }) => short),
    ['X/', 'X/?catalog=a'],
  );
  assert.equal(links.get('OLD')?.[0].slug, 'y');
  assert.equal(links.get('unrecorded')?.length, 1);
});
