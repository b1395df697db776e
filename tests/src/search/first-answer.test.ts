/** The first answer never says anything that the whole lookup does not confirm. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LookupCore } from '../../../src/lookup/index/index-format.ts';
import { lookup } from '../../../src/lookup/lookup.ts';
import { firstAnswer } from '../../../src/search/first-answer.ts';
import { shardCount, shardOf, shardsFor } from '../../../src/search/shards.ts';
import { index, readPasted, readUnknown } from '../../support/finding-texts.ts';

const all = index.core.catalogs.flatMap(({ codes }) => codes.map(([code]) => code));
const spellings = all.flatMap((code) => [
  code,
  code.toLowerCase(),
  code.replace('.0', '-'),
  `{"error_code":"${code}"}`,
]);
const texts = [...spellings, ...readPasted().map(({ paste }) => paste)];

test('it names the code that the lookup puts first, and its case or none', () => {
  let answered = 0;
  for (const text of texts) {
    const first = firstAnswer(text, index.core);
    if (!first) continue;
    answered += 1;
    const [best] = lookup(text, index, 'en');
    assert.deepEqual([first.catalog, first.code], [best?.catalog, best?.code], text);
    const surer = first.match === 'exact' ? ['exact'] : ['exact', 'likely'];
    assert.ok(surer.includes(best?.match ?? ''), text);
    if (first.case !== undefined) assert.equal(first.case, best?.case, text);
  }
  assert.ok(answered > texts.length / 2, `${answered} of ${texts.length}`);
});

test('every code in any usual spelling and in JSON is answered', () => {
  for (const text of spellings) assert.ok(firstAnswer(text, index.core), text);
});

test('JSON with code and message is answered with its case', () => {
  const text = '{"error_msg":"Backend unavailable.","error_code":"APIG.0201","request_id":"413"}';
  assert.equal(firstAnswer(text, index.core)?.case, '502-backend-unavailable');
});

test('texts about no known code get no first answer', () => {
  for (const { id, paste } of readUnknown()) {
    assert.equal(firstAnswer(paste, index.core), undefined, id);
  }
});

test('a shard is found from any spelling of its code', () => {
  const shards = shardCount(20_000);
  assert.equal(shardCount(1000), 0);
  assert.equal(shards, 40);
  for (const code of all) {
    const own = shardOf(code, shards);
    for (const text of [code, code.toLowerCase(), `{"error_code":"${code}","error_msg":"x"}`]) {
      assert.ok(shardsFor(text, shards).includes(own), text);
    }
  }
  assert.equal(shardOf('apig-201', shards), shardOf('APIG.0201', shards));
  assert.equal(shardsFor('{"error_code":"APIG.0201","request_id":"7c1d"}', shards).length, 1);
  assert.deepEqual(shardsFor('the backend did not answer in time', shards), []);
});

test('one shard gives the same first answer as the whole index', () => {
  const shards = 8;
  const part = (shard: number): LookupCore => ({
    ...index.core,
    catalogs: index.core.catalogs.map(({ id, codes }) => ({
      id,
      codes: codes.filter(([code]) => shardOf(code, shards) === shard),
    })),
  });
  for (const code of all) {
    const text = `{"error_code":"${code}"}`;
    assert.deepEqual(firstAnswer(text, part(shardOf(code, shards))), firstAnswer(text, index.core));
  }
});
