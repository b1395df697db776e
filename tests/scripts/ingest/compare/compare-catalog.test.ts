/** Every pair of a catalog's variants: direction, fingerprints, acknowledgements. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { ingest } from '../../../../scripts/ingest/pipeline.ts';
import { renderOutput } from '../../../../scripts/ingest/write/index.ts';
import { contentOf, copyOfContent, projectRoot } from '../../../support/content.ts';

describe('the pairs of the real documents', () => {
  const { catalogs } = ingest(projectRoot);

  test('each pair once', () => {
    for (const { catalog, comparisons } of catalogs) {
      const count = catalog.variants.length;
      const pairs = new Set(comparisons.map(({ left, right }) => [left, right].sort().join()));
      assert.equal(comparisons.length, (count * (count - 1)) / 2);
      assert.equal(pairs.size, comparisons.length);
    }
  });

  test('hold every difference of the code pages under the same fingerprint', () => {
    for (const { codes, comparisons } of catalogs) {
      const known = new Set(
        comparisons.flatMap(({ differences, left, right }) =>
          differences.map(({ fingerprint }) => `${left} ${right} ${fingerprint}`),
        ),
      );
      for (const { differences } of codes) {
        for (const { left, right, fingerprint } of differences) {
          assert.ok(
            known.has(`${left} ${right} ${fingerprint}`),
            `${left}..${right} ${fingerprint}`,
          );
        }
      }
    }
  });

  test('no fingerprint stands for two differences', () => {
    const all = catalogs.flatMap(({ comparisons }) =>
      comparisons.flatMap(({ differences }) => differences.map(({ fingerprint }) => fingerprint)),
    );
    assert.equal(new Set(all).size, all.length);
  });
});

test('a catalog of one document has no pairs, and its stale ones are pruned with it', () => {
  const root = contentOf('pairs', [
    { id: 'only', text: '| Error Code | Message |\n| --- | --- |\n| A.1 | One. |\n' },
  ]);
  const { catalogs } = ingest(root);
  assert.deepEqual(catalogs[0]?.comparisons, []);
  assert.ok(![...renderOutput(catalogs).keys()].some((path) => path.includes('comparisons')));
});

describe('acknowledging', () => {
  const acknowledge = (fingerprint: string) => {
    const root = copyOfContent('acknowledge');
    writeFileSync(
      join(root, 'content', 'curation', 'acknowledged.yaml'),
      `- fingerprint: ${fingerprint}\n  reason: as published\n  by: an editor\n`,
    );
    return ingest(root);
  };
  const { catalogs } = ingest(projectRoot);
  const apig = catalogs.find(({ catalog }) => catalog.id === 'apig');

  test('marks a difference wherever it stands', () => {
    const drift = apig?.work.find(({ kind }) => kind === 'drift')?.fingerprint ?? '';
    const { catalogs: after, problems } = acknowledge(drift);
    assert.deepEqual(problems, []);
    const own = after.find(({ catalog }) => catalog.id === 'apig');
    const marked = [
      ...(own?.codes.flatMap(({ differences }) => differences) ?? []),
      ...(own?.comparisons.flatMap(({ differences }) => differences) ?? []),
      ...(own?.work ?? []),
    ].filter(({ acknowledged }) => acknowledged);
    assert.equal(marked.length, 3);
    assert.ok(marked.every(({ fingerprint }) => fingerprint === drift));
  });

  test('takes differences of pairs that no code page shows', () => {
    const pair = apig?.comparisons.find(
      ({ left, right }) => left === 'otc-2023-10' && right === 'huaweicloud-2018-12',
    );
    assert.deepEqual(acknowledge(pair?.differences[0]?.fingerprint ?? '').problems, []);
  });

  test('takes items of the worklist that are no differences', () => {
    const finding = apig?.work.find(({ kind }) => kind === 'finding')?.fingerprint ?? '';
    assert.deepEqual(acknowledge(finding).problems, []);
  });

  test('what is gone is an error that names the line', () => {
    assert.deepEqual(acknowledge('0123456789ab').problems, [
      'content/curation/acknowledged.yaml:1: the difference 0123456789ab no longer exists. Remove the acknowledgement.',
    ]);
  });
});
