/** Addresses that lead nowhere, in every spelling that people try. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Addressed,
  localeOf,
  resolveAddress,
  textOfAddress,
} from '../../../src/lookup/address.ts';

const known: Addressed[] = [
  ['apig', 'apig-0201', 'APIG.0201'],
  ['apig', 'apig-0301', 'APIG.0301'],
  ['apig', 'apig-2201', 'APIG.2201'],
  ['jdcloud-apigateway', 'not-found', 'NOT_FOUND'],
  ['jdcloud-apigateway', 'apigateway-delete-api-error', 'APIGATEWAY_DELETE_API_ERROR'],
  ['one', 'shared', 'SHARED'],
  ['two', 'shared', 'Shared'],
];
const landsOn = (path: string) => resolveAddress(path, known).land?.[2];
const offers = (path: string) => resolveAddress(path, known).list.map(([, , code]) => code);

test('a code in any spelling lands', () => {
  for (const path of [
    '/apig.201',
    '/en/APIG_0201',
    '/errors/apig/0201',
    '/APIG.0201',
    '/c/apig.0201/',
    '/en/apig/APIG-0201/',
    '/apig0201.html',
    '/zh-cn/apig/apig_201/index.html',
    '/docs/api/errors/APIG%2E0201/',
    '/apig/201/details',
    '/ＡＰＩＧ．０２０１',
  ]) {
    assert.equal(landsOn(path), 'APIG.0201', path);
  }
  assert.equal(landsOn('/en/jdcloud-apigateway/NOT_FOUND'), 'NOT_FOUND');
  assert.equal(landsOn('/delete/apigateway_delete_api_error'), 'APIGATEWAY_DELETE_API_ERROR');
});

test('the folders of the site before a code are no codes', () => {
  const odd: Addressed[] = [
    ['odd', 'c-sharp', 'C#'],
    ['odd', 'c-plus-plus', 'C++'],
    ['odd', 'err-1', 'ERR:1'],
  ];
  const landOf = (path: string) => resolveAddress(path, odd).land?.[2];
  for (const path of ['/c/ERR%3A1/', '/c/err1/', '/en/odd/err_1', '/zh-cn/err1'])
    assert.equal(landOf(path), 'ERR:1', path);
  assert.deepEqual(
    resolveAddress('/c/', odd).list.map(([, , code]) => code),
    ['C#', 'C++'],
  );
});

test('a status after the code is read in any spelling', () => {
  for (const [path, status] of [
    ['/c/apig-0201/413/', '413'],
    ['/c/APIG.0201/http-413/', '413'],
    ['/c/apig_201/HTTP%20413', '413'],
    ['/errors/apig/0201/４１３', '413'],
    ['/c/APIG.0201/413).', '413'],
    ['/c/APIG.0201/413）。', '413'],
    ['/c/apig-0201/999/', undefined],
    ['/c/apig-0201/details/413', undefined],
    ['/c/apig-0201/', undefined],
  ] as const) {
    const { land, status: found } = resolveAddress(path, known);
    assert.deepEqual([land?.[2], found], ['APIG.0201', status], path);
  }
});

test('a code of several catalogs is offered, unless the address names one', () => {
  assert.deepEqual(offers('/shared'), ['SHARED', 'Shared']);
  assert.equal(landsOn('/two/shared'), 'Shared');
});

test('of codes that differ in case and signs the one that the address spells comes first', () => {
  const alike = ['E1', 'e1', 'E-1', 'E_1', 'index', 'C2', 'Index'].map(
    (code, at): Addressed => ['shop-api', `code-${at}`, code],
  );
  for (const [path, spelled, codes] of [
    ['/c/e1/', 'e1', ['e1', 'E1', 'E-1', 'E_1']],
    ['/shop-api/e1', 'e1', ['e1', 'E1', 'E-1', 'E_1']],
    ['/en/shop-api/E_1/index.html', 'E_1', ['E_1', 'E1', 'e1', 'E-1']],
    ['/c/e.1', 'e.1', ['E1', 'e1', 'E-1', 'E_1']],
    ['/c/index/', 'index', ['index', 'Index']],
  ] as const) {
    const { list, ...rest } = resolveAddress(path, alike);
    assert.deepEqual(rest, { spelled }, path);
    assert.deepEqual(
      list.map(([, , code]) => code),
      codes,
      path,
    );
  }
  const [index, ...others] = alike.slice(4, 6);
  assert.equal(resolveAddress('/c/index/', [index as Addressed, ...others]).land, index);
  assert.equal(resolveAddress('/c/c2/index.html', alike).land?.[2], 'C2');
  assert.equal(resolveAddress('/c/c2/index', others).land?.[2], 'C2');
});

test('what is only like a code gives a short list, and what is like none nothing', () => {
  assert.deepEqual(offers('/errors/0301'), ['APIG.0301']);
  assert.deepEqual(offers('/en/apig/apig-0202/'), ['APIG.0201']);
  assert.deepEqual(offers('/apigatway-delete-api-error'), ['APIGATEWAY_DELETE_API_ERROR']);
  for (const path of [
    '/',
    '/favicon.ico',
    '/wp-login.php',
    '/%',
    '/%E0%A4%A',
    '/zh-cn/',
    '/a/b/c/d',
  ]) {
    assert.deepEqual(resolveAddress(path, known), { list: [] }, path);
  }
});

test('the words of an address are those of its last part', () => {
  assert.equal(textOfAddress('/en/apig/Backend-unavailable.html'), 'Backend unavailable');
  assert.equal(
    textOfAddress('/zh-cn/%E5%90%8E%E7%AB%AF%E4%B8%8D%E5%8F%AF%E7%94%A8/'),
    '后端不可用',
  );
  for (const path of ['/', '/zh-cn/', '/404.html', '']) assert.equal(textOfAddress(path), '', path);
});

test('the language of the address is kept', () => {
  assert.equal(localeOf('/zh-cn/x'), 'zh-cn');
  assert.equal(localeOf('zh-CN/x'), 'zh-cn');
  assert.equal(localeOf('/en/x'), 'en');
  assert.equal(localeOf('/english/x'), undefined);
  assert.equal(localeOf('/apig.201'), undefined);
});
