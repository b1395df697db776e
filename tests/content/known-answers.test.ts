/** What people know of the documents, against what ingest says of them. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { catalogOf, readGoldDocument } from '../../scripts/bench/gold/read-documents.ts';
import { alignCatalog } from '../../scripts/ingest/align/index.ts';
import { compareCatalog } from '../../scripts/ingest/compare/compare-catalog.ts';
import { readCuration } from '../../scripts/ingest/load/curation.ts';
import { ingest } from '../../scripts/ingest/pipeline.ts';
import type { Comparison, PairDifference } from '../../src/model/difference.ts';
import { projectRoot, skipWithoutCorpus } from '../support/gold.ts';

const apig = ingest(projectRoot).catalogs.find(({ catalog }) => catalog.id === 'apig');
assert.ok(apig);

const pairOf = (left: string, right: string): Comparison => {
  const pair = apig.comparisons.find((other) => other.left === left && other.right === right);
  assert.ok(pair, `${left}..${right} is compared`);
  return pair;
};
/** Codes of which one side of a pair has no row at all. */
const wholeCodes = ({ differences, left, right }: Comparison, kind: 'only-left' | 'only-right') => [
  ...new Set(
    differences
      .filter((difference) => difference.kind === kind)
      .map(({ code }) => code)
      .filter((code) =>
        apig.codes
          .find((other) => other.code === code)
          ?.missingFrom.includes(kind === 'only-right' ? left : right),
      ),
  ),
];
const codesWith = (pair: Comparison, test: (difference: PairDifference) => boolean) =>
  pair.differences.filter(test).map(({ code }) => code);
const numbers = (codes: string[]) => codes.map((code) => code.replace('APIG.', ''));

describe('otc-2023-10..otc-2024-12', () => {
  const pair = pairOf('otc-2023-10', 'otc-2024-12');
  const severityOf = (code: string, field: string) =>
    pair.differences.find((other) => other.code === code && other.field === field)?.severity;

  test('26 codes added, none removed', () => {
    assert.equal(wholeCodes(pair, 'only-right').length, 26);
    assert.deepEqual(
      codesWith(pair, ({ kind }) => kind === 'only-left'),
      [],
    );
  });

  test('no HTTP status changed', () => {
    assert.deepEqual(
      codesWith(pair, ({ field }) => field === 'httpStatus'),
      [],
    );
  });

  test('the solution changed in four cases, the description in two, the message in one', () => {
    const changed = (field: string) => numbers(codesWith(pair, (other) => other.field === field));
    assert.deepEqual(changed('solution'), ['0101', '0203', '0303', '0308']);
    assert.deepEqual(changed('description'), ['0608', '0609']);
    assert.deepEqual(changed('message'), ['0203']);
    const first = apig.codes.find(({ code }) => code === 'APIG.0101')?.cases[0]?.id;
    assert.equal(
      pair.differences.find(({ code, field }) => code === 'APIG.0101' && field === 'solution')
        ?.case,
      first,
    );
  });

  test('severities', () => {
    assert.equal(severityOf('APIG.0203', 'message'), 'typography');
    assert.equal(severityOf('APIG.0608', 'description'), 'content');
    assert.equal(severityOf('APIG.0609', 'description'), 'content');
    assert.equal(severityOf('APIG.0303', 'solution'), 'wording');
  });
});

describe('huaweicloud-2018-12..huaweicloud-web', () => {
  const pair = pairOf('huaweicloud-2018-12', 'huaweicloud-web');

  test('41 codes added', () => assert.equal(wholeCodes(pair, 'only-right').length, 41));

  test('HTTP status contradictions in exactly five codes', () => {
    const statuses = pair.differences
      .filter(({ field, severity }) => field === 'httpStatus' && severity === 'contradiction')
      .map(({ code, runs }) => [code, runs?.map(([sort, text]) => `${sort}${text}`).join('')]);
    assert.deepEqual(statuses, [
      ['APIG.0103', '-404+500'],
      ['APIG.0104', '-400+500'],
      ['APIG.0105', '-400+500'],
      ['APIG.0201', '-503+502'],
      ['APIG.0307', '-403+401'],
    ]);
  });
});

describe('otc-2024-12..huaweicloud-web', () => {
  const pair = pairOf('otc-2024-12', 'huaweicloud-web');

  test('seven codes only in Chinese, none only in English', () => {
    assert.deepEqual(numbers(wholeCodes(pair, 'only-right')), [
      '0108',
      '0316',
      '0317',
      '0318',
      '0319',
      '0403',
      '0624',
    ]);
    assert.deepEqual(wholeCodes(pair, 'only-left'), []);
  });

  test('no HTTP status contradiction', () => {
    assert.deepEqual(
      codesWith(pair, ({ field }) => field === 'httpStatus'),
      [],
    );
  });

  test('the solution of 0204 names TLS versions only in Chinese', () => {
    const found = pair.differences.find(
      ({ code, field, kind }) =>
        code === 'APIG.0204' && field === 'solution' && kind === 'identifier',
    );
    assert.deepEqual([found?.onlyLeft, found?.onlyRight], [[], ['TLS1.1', 'TLS1.2']]);
  });
});

describe('the corpus', () => {
  const compareFiles = (folder: string, names: string[]) => {
    const curation = readCuration(projectRoot);
    const documents = names.map((name) =>
      readGoldDocument(projectRoot, `corpus/${folder}/${name}`, curation),
    );
    const codes = alignCatalog(documents).map(({ lost: _, retired: __, back: ___, ...code }) => ({
      catalog: folder,
      ...code,
      differences: [],
      defects: [],
    }));
    return compareCatalog(catalogOf(folder, documents), codes, curation.glossary);
  };

  test('ECS: Common.1503 went from 503 to 429', (t) => {
    if (skipWithoutCorpus(t)) return;
    const [pair] = compareFiles('ecs', ['otc-2024-08.en.rst', 'otc-2024-12.en.rst']);
    const status = pair?.differences.find(
      ({ code, field }) => code === 'Common.1503' && field === 'httpStatus',
    );
    assert.deepEqual(status?.runs, [
      ['-', '503'],
      ['+', '429'],
    ]);
    assert.equal(status?.severity, 'contradiction');
  });

  test('API Gateway management: APIG.3714 is gone in 2025-03', (t) => {
    if (skipWithoutCorpus(t)) return;
    const [pair] = compareFiles('apig-management', ['otc-2024-11.en.rst', 'otc-2025-03.en.rst']);
    assert.deepEqual(
      pair?.differences.filter(({ kind }) => kind === 'only-left').map(({ code }) => code),
      ['APIG.3714'],
    );
  });
});
