/** Every pair of a catalog's variants: direction, fingerprints, acknowledgements. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ingest } from '../../../../scripts/ingest/pipeline.ts';
import { renderOutput } from '../../../../scripts/ingest/write/index.ts';
import { contentOf, writeFiles } from '../../../support/content.ts';

const head = '| Error Code | HTTP Status Code | Solution |\n|-|-|-|\n';
const documents = [
  { id: 'en-1', text: `${head}| A.1 | 500 | Wait 5 minutes. |\n| A.2 | 400 |\n` },
  { id: 'en-2', follows: 'en-1', text: `${head}| A.1 | 429 | Wait. |\n` },
  {
    id: 'zh',
    lang: 'zh-CN',
    lineage: 'zh',
    text: '| 错误码 | HTTP状态码 | 解决方案 |\n|-|-|-|\n| A.1 | 503 | 等待。 |\n',
  },
] as const;
const ingestWith = (curation: string) => {
  const root = contentOf('pairs', documents.slice());
  writeFiles(root, { 'content/curation/acknowledged.yaml': curation });
  const { catalogs, problems } = ingest(root);
  return { catalog: catalogs[0] ?? assert.fail(), problems };
};
const { catalog } = ingestWith('[]\n');
const pairOf = (left: string, right: string) =>
  catalog.comparisons.find((pair) => pair.left === left && pair.right === right) ?? assert.fail();

test('each pair of documents is compared once', () => {
  const pairs = catalog.comparisons.map(({ left, right }) => `${left}..${right}`);
  assert.deepEqual(pairs.sort(), ['en-1..en-2', 'en-1..zh', 'en-2..zh']);
});

test('a catalog of one document has no pairs, and its stale ones are pruned with it', () => {
  const { catalogs } = ingest(contentOf('pairs', documents.slice(0, 1)));
  assert.deepEqual(catalogs[0]?.comparisons, []);
  assert.ok(![...renderOutput(catalogs).keys()].some((path) => path.includes('comparisons')));
});

describe('acknowledging', () => {
  const acknowledge = (fingerprint: string | undefined) =>
    ingestWith(`- { fingerprint: ${fingerprint}, reason: as published, by: an editor }\n`);

  test('marks a difference on the page, in its comparison and in the worklist', () => {
    const status = catalog.codes[0]?.differences.find(
      ({ left, field }) => left === 'en-2' && field === 'httpStatus',
    );
    const { catalog: after, problems } = acknowledge(status?.fingerprint);
    assert.deepEqual(problems, []);
    const marked = [
      ...after.codes.flatMap(({ differences }) => differences),
      ...after.comparisons.flatMap(({ differences }) => differences),
      ...after.work,
    ].filter(({ acknowledged }) => acknowledged);
    assert.deepEqual(
      marked.map(({ fingerprint }) => fingerprint),
      Array(3).fill(status?.fingerprint),
    );
  });

  test('takes differences of pairs that no code page shows, and items that are no differences', () => {
    const finding = catalog.work.find(({ kind }) => kind === 'finding');
    for (const item of [pairOf('en-1', 'zh').differences[0], finding])
      assert.deepEqual(acknowledge(item?.fingerprint).problems, []);
  });

  test('another catalog, a second reason and a word to be replaced are errors that name the line', () => {
    const [difference] = pairOf('en-1', 'zh').differences;
    const fingerprint = difference?.fingerprint ?? assert.fail();
    const item = (about: string, reason = 'as published') =>
      `- { ${about}fingerprint: ${fingerprint}, reason: ${reason}, by: an editor }\n`;
    const { problems } = ingestWith(`${item('catalog: pairs, ')}${item('', 'as it is')}`);
    assert.deepEqual(problems, [
      `content/curation/acknowledged.yaml:1: the difference ${fingerprint} is in the catalog test. Correct \`catalog\`.`,
      `content/curation/acknowledged.yaml:2: the difference ${fingerprint} is acknowledged twice, with two reasons. Keep one of them.`,
    ]);
    assert.deepEqual(ingestWith(item('catalog: test, ')).problems, []);
    assert.deepEqual(ingestWith(item('', 'REASON')).problems, [
      'content/curation/acknowledged.yaml:1: `reason` is still REASON. Write what it stands for.',
    ]);
  });

  test('what is gone is an error that names the line', () => {
    assert.deepEqual(acknowledge('0123456789ab').problems, [
      'content/curation/acknowledged.yaml:1: the difference 0123456789ab no longer exists. Remove the acknowledgement.',
    ]);
  });
});
