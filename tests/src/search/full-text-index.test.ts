import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { CodeSchema } from '../../../src/model/case.ts';
import { beginFullTextIndex, finishFullTextIndex } from '../../../src/search/full-text-index.ts';
import { codesInFullText, fullTextCount } from '../../../src/search/full-text-parts.ts';
import { shardCount } from '../../../src/search/shards.ts';
import { temporaryFolder } from '../../support/content.ts';

const code = (name: string) =>
  CodeSchema.parse({
    catalog: 'a',
    code: name,
    slug: name.toLowerCase(),
    short: `${name}/`,
    family: '',
    cases: [{ id: 'a', anchors: ['a'], match: 'only', because: [], entries: [] }],
    differences: [],
    missingFrom: [],
    defects: [],
  });

test('a large site has several indexes with one program', async () => {
  const output = temporaryFolder('full-text-index');
  const begun = await beginFullTextIndex(['A.1', 'A.2', 'A.3'].map(code), 2);
  assert.equal(begun.records, 3);
  await finishFullTextIndex(begun, output);
  const pagesIn = (folder: string) =>
    JSON.parse(readFileSync(join(output, folder, 'pagefind-entry.json'), 'utf8')).languages.en
      .page_count;
  assert.deepEqual([pagesIn('pagefind'), pagesIn('pagefind/2')], [2, 1]);
  assert.equal(existsSync(join(output, 'pagefind/pagefind.js')), true);
  assert.deepEqual(
    readdirSync(join(output, 'pagefind/2')).filter((name) => /\.(js|css)$/.test(name)),
    [],
  );
});

test('the browser knows the number of indexes from that of the shards', () => {
  for (const codes of [1, 1_000, 1_001, codesInFullText, codesInFullText + 1, 30_058]) {
    const built = Math.ceil(codes / codesInFullText);
    assert.equal(fullTextCount(shardCount(codes)), built, String(codes));
  }
});
