/** Numbers, identifiers, placeholders, tokens and stems of texts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isBlank } from '../../../src/text/blank.ts';
import { readIdentifiers } from '../../../src/text/identifiers.ts';
import { readNumbers, writeDigits } from '../../../src/text/numbers.ts';
import { readPlaceholders } from '../../../src/text/placeholders.ts';
import { splitTokens } from '../../../src/text/split-tokens.ts';
import { stem } from '../../../src/text/stem.ts';

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
  assert.deepEqual(keys('{name} <name> ${name}'), ['name']);
  assert.deepEqual(keys('{} %s {0}'), ['', '', '0']);
  assert.deepEqual(keys('xxx {xxx} XX商城'), ['x']);
  assert.deepEqual(keys('{"a": 1} a < b > c 100%'), []);
});

test('tokens are words, identifiers, numbers, spaces and signs', () => {
  assert.deepEqual(splitTokens('检查client_id、X-Stage (TLS1.2)'), [
    '检查',
    'client_id',
    '、',
    'X-Stage',
    ' ',
    '(',
    'TLS1.2',
    ')',
  ]); // prettier-ignore
});

test('inflections share a stem', () => {
  for (const group of [
    'exceed exceeds exceeded exceeding',
    'modify modified modification modifications',
    'configure configured configuration',
    'delete deleted deletion',
    'bind bound binded binding',
    'policy policies',
    'use used using',
  ])
    assert.equal(new Set(group.split(' ').map(stem)).size, 1, group);
  for (const pair of ['state statement', 'add address', 'version verify', 'limit list'])
    assert.equal(new Set(pair.split(' ').map(stem)).size, 2, pair);
});

test('numbers in words are written as digits', () => {
  assert.equal(
    writeDigits('five minutes, 三个月, one, 一致, 第三方, 十二小时'),
    '5 time , 3 time , one, 一致, 第三方, 12 time ',
  );
  assert.equal(writeDigits('1万条, 10,000条, 12M'), '10000条, 10000条, 12M');
});

test('durations, times, dates, prices and discounts are read by value', () => {
  const texts = (text: string) => readNumbers(text).map((number) => number.text);
  assert.deepEqual(texts('1分30秒, 2小时30分, 1 hour and 30 minutes, 1 day'), [
    '1分30秒',
    '2小时30分',
    '1 hour and 30 minutes',
    '1 day',
  ]);
  assert.deepEqual(texts('3 p.m., 9:30am, 下午4点'), ['3 p.m.', '9:30am', '30', '4']);
  assert.deepEqual(texts('March 5, 2024; 5 March; 3月6日'), ['March 5', '2024', '3月6日']);
  assert.deepEqual(texts('¥10, 10 USD, 30元, 20% off, 九折'), [
    '¥10',
    '10 USD',
    '30元',
    '20% off',
    '九折',
  ]);
  assert.deepEqual(texts('It may 5 times, 3元数据, 打折, 3 amps'), ['5', '3']);
});

test('a dash and words for nothing are blank', () => {
  for (const text of [
    '',
    '-',
    '—',
    '–',
    '/',
    'N/A',
    'None.',
    '无',
    '不涉及',
    'No action is required.',
  ])
    assert.ok(isBlank(text), text);
  for (const text of ['0', '不', 'None of them exists.', '无效', 'No', '-1'])
    assert.ok(!isBlank(text), text);
});
