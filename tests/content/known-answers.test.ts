/** Known answers about pairs of documents and the worklist, through the whole pipeline. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ingest } from '../../scripts/ingest/pipeline.ts';
import type { Comparison, PairDifference } from '../../src/model/difference.ts';
import type { WorkKind } from '../../src/model/work.ts';
import { projectRoot } from '../support/content.ts';

const { catalogs } = ingest(projectRoot);
const resultOf = (id: string) =>
  catalogs.find(({ catalog }) => catalog.id === id) ?? assert.fail(id);
const apig = resultOf('apig');

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

  test('changed HTTP statuses in exactly five codes', () => {
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

  test('the meanings of 0301 may differ', () =>
    assert.ok(pair.differences.some(({ code, kind }) => code === 'APIG.0301' && kind === 'drift')));

  test('messages differ in formatting only', () => {
    const messages = pair.differences.filter(({ field }) => field === 'message');
    assert.ok(messages.every(({ severity }) => severity === 'typography'));
  });

  test('the solution of 0204 names TLS versions only in Chinese', () => {
    const found = pair.differences.find(
      ({ code, field, kind }) =>
        code === 'APIG.0204' && field === 'solution' && kind === 'identifier',
    );
    assert.deepEqual([found?.onlyLeft, found?.onlyRight], [[], ['TLS1.1', 'TLS1.2']]);
  });
});

describe('the worklist', () => {
  const of = (id: string, kind: WorkKind) => resultOf(id).work.filter((item) => item.kind === kind);
  const codesOf = (id: string, kind: WorkKind) => of(id, kind).map(({ code }) => code);

  test('a catalog of one language misses nothing in the other', () => {
    assert.deepEqual(of('jdcloud-apigateway', 'missing-language'), []);
    assert.deepEqual(codesOf('jdcloud-apigateway', 'solution'), ['CANCELLED']);
  });

  test('seven codes are missing in English', () => {
    const missing = of('apig', 'missing-language').map(({ missingLang }) => missingLang);
    assert.deepEqual(missing, Array(7).fill('en'));
  });

  test('the two solutions that the web page lost, and the one typo', () => {
    assert.deepEqual(
      of('apig', 'solution').map(({ code, solution, places }) => [code, solution, places[0]?.line]),
      [
        ['APIG.0101', 'lost', 8],
        ['APIG.0201', 'lost', 21],
      ],
    );
    assert.deepEqual(codesOf('apig', 'slip'), ['APIG.0203']);
  });

  test('a change that the other language already has is no item', () => {
    const changed = codesOf('apig', 'not-followed');
    // 管理账户 is "administrator account", 从IAM获取 "Obtain from IAM".
    for (const code of ['APIG.0608', 'APIG.0307', 'APIG.0610']) assert.ok(!changed.includes(code));
    // The English document does not mention the cloud store, or the FAQ.
    for (const code of ['APIG.0501', 'APIG.0303']) assert.ok(changed.includes(code));
  });
});
