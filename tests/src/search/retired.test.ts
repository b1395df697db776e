/** Codes and cases that no document contains any more are found by code and by full text. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { buildLookupIndex } from '../../../src/lookup/index/build-index.ts';
import { lookup } from '../../../src/lookup/lookup.ts';
import type { Case, Code } from '../../../src/model/case.ts';
import { beginFullTextIndex, finishFullTextIndex } from '../../../src/search/full-text-index.ts';
import { recordsOf } from '../../../src/search/full-text-records.ts';
import { temporaryFolder } from '../../support/content.ts';
import { makeCase, makeCode } from '../../support/make-code.ts';

const caseOf = (code: string, id: string, message: string, description: string) =>
  makeCase(code, id, { message, description });
const codeOf = (code: string, item: Case): Code => ({ ...makeCode('gw', code), cases: [item] });
const note = { note: { en: 'Withdrawn.', 'zh-CN': '已撤销。' }, by: 'editor' };
const used: Code = {
  ...codeOf('GW.0001', caseOf('GW.0001', 'used', 'Busy.', 'Too many requests.')),
  retiredCases: [
    { ...caseOf('GW.0001', 'gone-case', 'Asleep.', 'The hamster sleeps.'), retired: note },
  ],
};
const gone: Code = {
  ...codeOf('GW.0002', caseOf('GW.0002', 'gone-code', 'Lost.', 'The walrus left.')),
  retired: note,
};
const index = buildLookupIndex([used, gone], [{ id: 'gw' }]);
const find = (query: string) => {
  const [first] = lookup(query, index, 'en');
  return [first?.code, first?.case];
};

test('the lookup finds them by code, message and description', () => {
  assert.deepEqual(find('GW_0002'), ['GW.0002', 'gone-code']);
  assert.deepEqual(find('{"code":"GW.0001","message":"Asleep."}'), ['GW.0001', 'gone-case']);
  assert.deepEqual(find('The walrus left.'), ['GW.0002', 'gone-code']);
  assert.deepEqual(find('The hamster sleeps.'), ['GW.0001', 'gone-case']);
});

test('the full text has a record for each', () => {
  const urls = [used, gone].flatMap(recordsOf).map(({ url }) => url);
  assert.deepEqual(urls, [
    '/en/gw/gw-0001/#used',
    '/en/gw/gw-0001/#gone-case',
    '/en/gw/gw-0002/#gone-code',
  ]);
});

test('the index on disk contains them', async () => {
  const folder = temporaryFolder('full-text');
  const begun = await beginFullTextIndex([used, gone]);
  assert.equal(begun.records, 3);
  assert.equal(await finishFullTextIndex(begun, folder), 0);
  const fragments = join(folder, 'pagefind', 'fragment');
  const written = readdirSync(fragments)
    .map((file) => gunzipSync(readFileSync(join(fragments, file))).toString())
    .join('');
  for (const word of ['Too many', 'hamster', 'walrus']) assert.ok(written.includes(word), word);
});
