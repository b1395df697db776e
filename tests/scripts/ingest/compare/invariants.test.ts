/** Invariants between English and Chinese, each rule with examples for and against. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import { compareInvariants, GlossarySchema } from '../../../../scripts/ingest/compare/index.ts';
import { KindSchema, SeveritySchema } from '../../../../src/model/difference.ts';
import type { Entry } from '../../../../src/model/entry.ts';
import type { Lang } from '../../../../src/model/lang.ts';
import type { Field } from '../../../../src/model/terms.ts';
import { readIdentifiers } from '../../../../src/text/identifiers.ts';
import { readNumbers } from '../../../../src/text/numbers.ts';
import { readPlaceholders } from '../../../../src/text/placeholders.ts';

const readYaml = (path: string): unknown =>
  parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const glossary = GlossarySchema.parse(readYaml('../../../../content/curation/glossary.yaml'));
const pairs = z
  .array(
    z.strictObject({
      from: z.string().optional(),
      en: z.string(),
      zh: z.string(),
      found: z.array(
        z.tuple([KindSchema, SeveritySchema, z.array(z.string()), z.array(z.string())]),
      ),
    }),
  )
  .parse(readYaml('../../../fixtures/compare/invariants.yaml'));

const entry = (lang: Lang, fields: Partial<Record<Field, string>>): Entry => ({
  variant: lang,
  code: 'X.1',
  extra: {},
  headings: {},
  place: { file: 'x', line: 1 },
  ...Object.fromEntries(Object.entries(fields).map(([field, plain]) => [field, { lang, plain }])),
});

for (const { from, en, zh, found } of pairs) {
  test(`${found.map(([kind]) => kind).join(', ') || 'nothing'}: ${from ?? 'made up'}: ${en} | ${zh}`, () => {
    const differences = compareInvariants(
      entry('en', { solution: en }),
      entry('zh-CN', { solution: zh }),
      glossary,
    );
    assert.deepEqual(
      differences.map(({ kind, severity, onlyLeft, onlyRight }) => [
        kind,
        severity,
        onlyLeft,
        onlyRight,
      ]),
      found,
    );
    for (const difference of differences) assert.ok(!('before' in difference));
  });
}

test('status and message are compared as text, and carry it', () => {
  const [status, message, ...rest] = compareInvariants(
    entry('en', { httpStatus: '429', message: 'Backend timeout' }),
    entry('zh-CN', { httpStatus: '503', message: 'Backend timeout.' }),
    glossary,
  );
  assert.deepEqual(rest, []);
  assert.deepEqual(status, {
    field: 'httpStatus',
    kind: 'changed',
    severity: 'contradiction',
    before: '429',
    after: '503',
    runs: [
      ['-', '429'],
      ['+', '503'],
    ],
  });
  assert.equal(message?.kind, 'changed');
  assert.equal(message.severity, 'typography');
  assert.equal(message.after, 'Backend timeout.');
});

test('a message in English is never untranslated; one in Chinese is compared by its invariants', () => {
  const compare = (en: string, zh: string) =>
    compareInvariants(entry('en', { message: en }), entry('zh-CN', { message: zh }), glossary);
  assert.deepEqual(compare('Parameter error', 'Parameter error'), []);
  assert.deepEqual(compare('The domain already exists', '域名已存在'), []);
  const [lost] = compare('Lack of Header Parameter userId', '缺少header参数');
  assert.deepEqual(lost?.onlyLeft, ['userId']);
});

test('a field that one document does not have is empty there', () => {
  const [lost, ...rest] = compareInvariants(
    entry('en', {}),
    entry('zh-CN', { solution: '联系技术支持' }),
    glossary,
  );
  assert.deepEqual(rest, []);
  assert.equal(lost?.kind, 'empty');
  assert.deepEqual(lost.onlyRight, ['联系技术支持']);
});

test('numbers are read with their units, and not out of identifiers', () => {
  const texts = (text: string) => readNumbers(text).map((number) => number.text);
  assert.deepEqual(texts('exceeds 12 MB, 32K, 5 minutes or 10%'), [
    '12 MB',
    '32K',
    '5 minutes',
    '10%',
  ]);
  assert.deepEqual(texts('大于12M，3个月，8192bytes，２个'), ['12M', '3个月', '8192bytes', '2']);
  assert.deepEqual(texts('TLS1.2, UTF-8, APIG.0101, 10.0.0.1, {0}, RFC822'), []);
  assert.deepEqual(texts('1,000 or -1 or 1000'), ['1,000', '-1']);
  assert.deepEqual(texts('2 Keys, 5 Mbit'), ['2', '5']);
});

test('identifiers are code words, and no ordinary words', () => {
  const texts = (text: string) => readIdentifiers(text).map((found) => found.text);
  assert.deepEqual(texts('检查client_id、X-Stage头、x-log-date'), [
    'client_id',
    'X-Stage',
    'x-log-date',
  ]);
  assert.deepEqual(texts('TLS1.2, lz4, AppKey, __server_id, SHA-256, APIG.0101, 10.0.0.1'), [
    'TLS1.2',
    'lz4',
    'AppKey',
    '__server_id',
    'SHA-256',
    'APIG.0101',
    '10.0.0.1',
  ]); // prettier-ignore
  assert.deepEqual(texts('HTTP/HTTPS and/or N/A'), ['HTTP', 'HTTPS']);
  assert.deepEqual(texts('API APIs URLs token VPC non-production e.g. it. Check. 12MB 3rd'), []);
});

test('placeholders have one name in every notation', () => {
  const keys = (text: string) => readPlaceholders(text).map(({ key }) => key);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder of a document
  assert.deepEqual(keys('{name} <name> ${name}'), ['name', 'name', 'name']);
  assert.deepEqual(keys('{} %s {0}'), ['', '', '']);
  assert.deepEqual(keys('xxx {xxx} XX商城'), ['x', 'x', 'x']);
  assert.deepEqual(keys('{"a": 1} a < b > c 100%'), []);
});
