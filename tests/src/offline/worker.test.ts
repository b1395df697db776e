import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { groupOf, readCatalogNames } from '../../../src/offline/build/group-files.ts';
import { listFiles } from '../../../src/offline/build/list-files.ts';
import { writeWorker } from '../../../src/offline/build/write-worker.ts';
import { keyOf, pathOf } from '../../../src/offline/worker/file-list.ts';
import { type Files, temporaryFolder } from '../../support/content.ts';
import { filesOf } from '../../support/project.ts';

const site = (files: Files) => temporaryFolder('offline-list', files);

/** Text that hardly compresses. */
const noise = (length: number) => {
  let seed = 1;
  return Array.from({ length }, () => {
    seed = (seed * 48271) % 2147483647;
    return String.fromCharCode(33 + (seed % 90));
  }).join('');
};

const catalogs = [
  readCatalogNames({
    catalog: 'apig',
    codes: [
      { slug: 'apig-0201', short: 'APIG.0201/', aliasLinks: [{ name: 'Alias' }] },
      {
        slug: 'new-2',
        short: 'new-2/?catalog=apig',
        former: [{ slug: 'o', short: 'Old' }],
      },
    ],
    retired: [{ slug: 'gone', short: 'GONE/', former: [{ slug: 'g', short: 'Long.Gone' }] }],
  }),
];

describe('the list of files', () => {
  test('puts each file into its group, and leaves out what no page needs', () => {
    for (const [path, group] of [
      ['index.html', 'site'],
      ['en/index.html', 'site'],
      ['en/guides/linking/index.html', 'site'],
      ['en/sources/index.html', 'site'],
      ['_astro/a.js', 'site'],
      ['pagefind/pagefind.js', 'search'],
      ['pagefind/pagefind-worker.js', 'search'],
      ['pagefind/pagefind-ui.js', undefined],
      ['en/apig/index.html', 'apig'],
      ['zh-cn/apig/apig-0201/index.html', 'apig'],
      ['zh-cn/sources/apig/x/index.html', 'apig'],
      ['c/APIG.0201/index.html', 'apig'],
      ['c/new-2/index.html', 'apig'],
      ['c/Alias/index.html', 'apig'],
      ['c/Old/index.html', 'apig'],
      ['c/GONE/index.html', 'apig'],
      ['c/Long.Gone/index.html', 'apig'],
      ['c/OTHER/index.html', 'site'],
      ['en/apig/apig-0201.md', 'data'],
      ['api/v1/apig/codes.json', 'data'],
      ['llms.txt', 'data'],
      ['download/explain.tgz', 'data'],
      ['api/v1/lookup/apig0201.json', undefined],
      ['_headers', undefined],
      ['sw.js', undefined],
      ['sitemap-0.xml', undefined],
      ['offline/files-x.json', undefined],
      ['offline/error-codes.html', 'data'],
    ] as const) {
      assert.equal(groupOf(path, catalogs), group, path);
    }
  });

  test('stores all that fits, else all but the data, else only the site', () => {
    const folder = site({
      'index.html': noise(1000),
      'en/apig/index.html': noise(2000),
      'pagefind/pagefind.js': noise(1000),
      'api/v1/index.json': noise(3000),
    });
    const kept = (limit: number) =>
      listFiles(folder, catalogs, limit)
        .groups.filter(({ always }) => always)
        .map(({ id }) => id);
    assert.deepEqual(kept(10_000), ['site', 'search', 'apig', 'data']);
    assert.deepEqual(kept(5_000), ['site', 'search', 'apig']);
    assert.deepEqual(kept(1_500), ['site']);
    assert.deepEqual(kept(0), ['site']);
  });

  test('is the same for the same site, and another for another', async () => {
    const files = { 'index.html': 'a', 'en/index.html': 'b' };
    const [a, b, c] = [site(files), site(files), site({ ...files, 'index.html': 'c' })];
    const versions = [];
    for (const folder of [a, b, c]) {
      versions.push((await writeWorker(folder, '/', catalogs)).version);
    }
    assert.deepEqual(filesOf(a), filesOf(b));
    assert.notEqual(versions[0], versions[2]);
  });

  test('the worker is small', async () => {
    const folder = site({ 'index.html': 'a' });
    await writeWorker(folder, '/', catalogs);
    assert.ok(readFileSync(join(folder, 'sw.js')).length < 8_000);
  });
});

describe('addresses', () => {
  test('lead to paths whatever their spelling', () => {
    for (const [address, path] of [
      ['https://x.example/docs/', ''],
      ['https://x.example/docs/index.html', ''],
      ['https://x.example/docs/en/?q=1#x', 'en/'],
      ['https://x.example/docs/en/index.html?ts=1', 'en/'],
      ['https://x.example/docs/c/%41PIG.0201/', 'c/APIG.0201/'],
      ['https://x.example/docs/c/中/', 'c/中/'],
      ['https://x.example/docs/%ZZ', undefined],
      ['https://x.example/', undefined],
    ] as const) {
      assert.equal(pathOf(address, '/docs/'), path, address);
    }
  });

  test('and to one key for each path', () => {
    assert.equal(keyOf('', '/'), '/');
    assert.equal(keyOf('c/中 +/', '/docs/'), '/docs/c/%E4%B8%AD%20%2B/');
  });
});
