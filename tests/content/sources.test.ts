/** Known answers about the rows of the documents. Totals are in the snapshot, which must be up to date. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ingest } from '../../scripts/ingest/pipeline.ts';
import { projectRoot } from '../support/content.ts';
import { readSnapshot, renderSnapshot } from './snapshot.ts';

const { catalogs } = ingest(projectRoot);
/** The documents that these answers are about; others may be added. */
const known = ['otc-2024-12', 'otc-2023-10', 'huaweicloud-web', 'huaweicloud-2018-12'];
const codes = catalogs.flatMap((catalog) => catalog.codes);
const code = (name: string) => {
  const found = codes.find((item) => item.code === name);
  assert.ok(found, `${name} is there`);
  return found;
};
const statusesOf = (name: string) =>
  code(name).cases.map((item) => new Set(item.entries.map((entry) => entry.httpStatus?.plain)));

test('a damaged row is joined to the next line', () => {
  const joined = code('APIG.0201').cases.flatMap(({ entries }) =>
    entries.filter(({ variant, place }) => variant === 'huaweicloud-web' && place.line === 21),
  );
  assert.equal(joined[0]?.solution?.plain, '具体操作请参见常见问题。');
  assert.equal(joined[0]?.description?.plain, '后端不可用');
});

test('APIG.0201 has seven cases; 503 and 502 are one, as are the two messages with 400', () => {
  const { cases } = code('APIG.0201');
  assert.deepEqual(
    cases.map(({ id }) => id),
    [
      '400-api-request-error',
      '413-request-entity-too-large',
      '414-request-uri-too-large',
      '494-request-headers-too-large',
      '502-backend-unavailable',
      '504-backend-timeout',
      '500-an-unexpected-error-occurred',
    ],
  );
  const of = (id: string) => cases.find((item) => item.id === id)?.entries ?? [];
  assert.deepEqual(
    of('502-backend-unavailable')
      .filter(({ variant }) => known.includes(variant))
      .map(({ variant, httpStatus }) => `${variant} ${httpStatus?.plain}`),
    ['huaweicloud-web 502', 'otc-2024-12 502', 'otc-2023-10 502', 'huaweicloud-2018-12 503'],
  );
  assert.deepEqual(
    new Set(of('400-api-request-error').map(({ message }) => message?.plain)),
    new Set(['API request error.', 'Bad request.']),
  );
});

test('APIG.0101 has two cases of one HTTP status', () => {
  assert.deepEqual(statusesOf('APIG.0101'), [new Set(['404']), new Set(['404'])]);
});

test('codes whose status was corrected are one case with two statuses', () => {
  assert.deepEqual(statusesOf('APIG.0103'), [new Set(['500', '404'])]);
  assert.deepEqual(statusesOf('APIG.0104'), [new Set(['500', '400'])]);
  assert.deepEqual(statusesOf('APIG.0105'), [new Set(['500', '400'])]);
  assert.deepEqual(statusesOf('APIG.0307'), [new Set(['401', '403'])]);
});

test('FAILED_PRECONDITION has two cases, 400 and 409', () => {
  assert.deepEqual(statusesOf('FAILED_PRECONDITION'), [new Set(['400']), new Set(['409'])]);
});

test('values that look like nothing stay what they are', () => {
  const entry = (name: string) => code(name).cases[0]?.entries[0];
  assert.equal(entry('CANCELLED')?.solution?.plain, '');
  assert.equal(entry('CANCELLED')?.description, undefined);
  assert.equal(entry('APIGATEWAY_SUCCESS')?.solution?.plain, 'None');
  assert.equal(entry('APIGATEWAY_SUCCESS')?.httpStatus?.plain, '200');
  assert.ok(code('APIGATEWAY_SWAGGER_NULL_ERRO'));
  assert.ok(code('APIGATEWAY_DOMAIN_IS_BINDED'));
});

test('paragraphs and emphasis in cells survive', () => {
  const entries = code('APIG.0607').cases.flatMap((item) => item.entries);
  const text = (variant: string) => entries.find((entry) => entry.variant === variant)?.description;
  assert.equal(
    text('otc-2024-12')?.plain,
    'The protocol is not supported. Only xxx is supported.\nxxx is subject to the actual value in the response.',
  );
  assert.equal(text('otc-2024-12')?.rich?.length, 2);
  assert.match(JSON.stringify(text('otc-2024-12')?.rich), /"emphasis"/);
  assert.equal(text('huaweicloud-2018-12')?.rich?.length, 2);
  const solution = code('APIG.0101').cases[0]?.entries.find(
    ({ variant }) => variant === 'otc-2024-12',
  )?.solution;
  assert.match(
    JSON.stringify(solution?.rich),
    /"strong","children":\[\{"type":"text","value":"X-Stage"\}\]/,
  );
});

test('every case lists each document once', () => {
  for (const { cases, code: name } of codes) {
    for (const { entries } of cases) {
      const variants = entries.map(({ variant }) => variant);
      assert.deepEqual(variants, [...new Set(variants)], name);
    }
  }
});

test('documents, pairs, codes and cases are those of the snapshot', () =>
  assert.equal(
    renderSnapshot(catalogs),
    readSnapshot(),
    'content/ or ingest has changed. Run `npm run snapshot` and review the diff.',
  ));

/** SHA-256 of each document as its publisher's file was supplied. */
const digests: Record<string, string> = {
  'apig/huaweicloud-2018-12.zh.md':
    '98323bb15a04660b5025879b23b2ffcd0e5f974294cb492a741ec90245302966',
  'apig/huaweicloud-web.zh.md': '04d1d8ca80e3d2a42d09de53b72a3004ae25b2a9b3962f60fa8b842b142221c8',
  'apig/otc-2023-10.en.rst': '80a65a18ac17023d05d4191192ca4b4f76421fc43c767ccf9965407bda0a6f3c',
  'apig/otc-2024-12.en.rst': '65dc757889c679007d664a5ebb80a44291fb8dd848df9be5a930563eafa8d710',
  'jdcloud-apigateway/jdcloud.en.md':
    '50d731d8f18d5748a5bdd0bb217a68fc524b1777b867e150dfda3eac33bb1ec1',
};

test('the documents are byte for byte what was supplied', () => {
  for (const [file, digest] of Object.entries(digests)) {
    const bytes = readFileSync(join(projectRoot, 'content/sources', file));
    assert.equal(createHash('sha256').update(bytes).digest('hex'), digest, file);
  }
});
