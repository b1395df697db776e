import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statusesOf, statusLabel } from '../../../src/text/statuses.ts';

const cells: [cell: string, ...statuses: string[]][] = [
  ['404', '404'],
  ['404 Not Found', '404'],
  ['503 (Service Unavailable)', '503'],
  ['４０４（未找到）', '404'],
  ['404.', '404'],
  ['`404`', '404'],
  ['HTTP 403', '403'],
  ['HTTP/1.1 403 Forbidden', '403'],
  ['HTTP/2 403', '403'],
  ['HTTP status code: 429', '429'],
  ['HTTP_409', '409'],
  ['状态码：500', '500'],
  ['404/500', '404', '500'],
  ['500, 404', '404', '500'],
  ['404、500', '404', '500'],
  ['404或500', '404', '500'],
  ['400 or 404', '400', '404'],
  ['400 Bad Request / 404 Not Found', '400', '404'],
  ['400 (Bad Request), 404 (Not Found)', '400', '404'],
  ['400\n404', '400', '404'],
  ['404, 404', '404'],
  ['4xx', '4xx'],
  ['4XX/5**', '4xx', '5xx'],
  ['500-599', '5xx'],
  ['500 ~ 504', '500', '504'],
  ['Success (200)', '200'],
  ['Not Found 404', '404'],
  ['InvalidParameterValue\n400', '400'],
  ['400\nInvalidParameterValue', '400'],
  ['400 (10100)', '400'],
  ['413 Request entity over 300 kB', '413'],
  [''],
  ['-'],
  ['N/A'],
  ['600'],
  ['0'],
  ['4040'],
  ['404.5'],
  ['ERR404'],
  ['The request lasts longer than 300'],
  ['at most 300 requests'],
];

for (const [cell, ...statuses] of cells) {
  test(`the statuses of ${JSON.stringify(cell)}`, () => {
    assert.deepEqual(statusesOf(cell), statuses);
  });
}

test('a label shows the statuses, or the cell if it gives none', () => {
  assert.equal(statusLabel('404 Not Found'), '404');
  assert.equal(statusLabel('500, 404'), '404/500');
  assert.equal(statusLabel('see below'), 'see below');
  assert.equal(statusLabel('-'), '');
});

test('a long cell takes linear time', () => {
  assert.deepEqual(statusesOf('word '.repeat(20_000)), []);
  assert.deepEqual(statusesOf('(((((('.repeat(20_000)), []);
});
