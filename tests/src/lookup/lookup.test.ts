/** The lookup against texts whose answers were written down before it was. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { lookup } from '../../../src/lookup/lookup.ts';
import {
  answerFinding,
  describeFinding,
  index,
  readPasted,
  readUnknown,
  summariseFinding,
} from '../../support/finding-texts.ts';

const pasted = readPasted();
const unknown = readUnknown();

test('the reason beside a status is no message: "Bad Gateway" is not "Bad request."', () => {
  for (const pasted of [
    '502 Bad Gateway error_code: APIG.0201',
    'APIG.0201 502 Bad Gateway',
    '<h1>502 Bad Gateway</h1><p>error_code: APIG.0201</p>',
    'HTTP/1.1 502 Bad Gateway\nerror_code: APIG.0201',
  ])
    assert.equal(lookup(pasted, index, 'en')[0]?.case, '502-backend-unavailable', pasted);
  assert.equal(lookup('400 Bad Request APIG.0201', index, 'en')[0]?.case, '400-api-request-error');
});

test('"error" and "request failed" next to a code are no message: the status decides, or nothing', () => {
  for (const [pasted, id] of [
    ['error APIG.0201: 504 Gateway Timeout', '504-backend-timeout'],
    ['error APIG.0201: HTTP 504', '504-backend-timeout'],
    ['APIG.0201 error\nHTTP 504', '504-backend-timeout'],
    ['got 504 from api: APIG.0201', '504-backend-timeout'],
    ['接口返回 504,错误码 APIG.0201', '504-backend-timeout'],
    ['error APIG.0201 502', '502-backend-unavailable'],
    ['error APIG.0201', undefined],
    ['请求失败:APIG.0201', undefined],
    ['APIG.0201 API request error', '400-api-request-error'],
  ] as const)
    assert.equal(lookup(pasted, index, 'en')[0]?.case, id, pasted);
});

test('names of hosts, objects, users and methods are no sure codes', () => {
  for (const pasted of [
    'ssh: Could not resolve hostname apig-0301: Name or service not known',
    'Nov 29 10:00:00 apig-0301 sshd[1234]: Failed password for root',
    'secret "apig-0301" not found',
    'ingresses.networking.k8s.io "apig-0301" not found',
    'Node apig-0301 NotReady',
    'user-id=APIG0301 logged out',
    'at com.acme.Gateway.APIG_0303(Gateway.java:303)',
  ])
    assert.ok(
      lookup(pasted, index, 'en').every(({ match }) => match === 'guess'),
      pasted,
    );
  for (const pasted of ['service error APIG.0301', 'at APIG.0301', 'from server: APIG.0301'])
    assert.equal(lookup(pasted, index, 'en')[0]?.match, 'exact', pasted);
});

describe('pasted errors', () => {
  test('97 % have the right code and the right case first', () => {
    const answers = answerFinding(pasted);
    assert.ok(summariseFinding(answers).right >= 0.97, describeFinding('pasted', answers));
  });

  test('a body with code, message or status is understood without descriptions and solutions', () => {
    const shapes = /description|^zh|^traditional/;
    const bodies = pasted.filter((error) => !shapes.test(error.class ?? ''));
    const answers = answerFinding(bodies, { core: index.core });
    assert.ok(summariseFinding(answers).right >= 0.97, describeFinding('bodies', answers));
  });

  test('a code that is named in full is exact, unless others share it or its message is another', () => {
    for (const { id, paste, code } of pasted) {
      if (typeof code !== 'string' || !paste.includes(code)) continue;
      const [result] = lookup(paste, index, 'en');
      const isOther = result?.whyNot?.some(({ kind }) => kind === 'otherMessage');
      const isShared = index.core.shared.includes(code);
      assert.equal(result?.code, code, id);
      if (!isShared) assert.equal(result?.match, isOther ? 'likely' : 'exact', id);
    }
  });
});

test('a result says what to do: of a text that its document lost, what an earlier one has', () => {
  const [result] = lookup('HTTP 502 APIG.0201 Backend unavailable.', index, 'zh-CN');
  assert.deepEqual(result?.shows.solution, {
    text: '检查API配置的后端地址是否可用',
    lang: 'zh-CN',
  });
});

describe('texts about nothing known', () => {
  for (const item of unknown) {
    test(item.id, () => {
      const results = lookup(item.paste, index, 'en');
      assert.deepEqual(
        results.filter(({ match }) => match !== 'guess').map(({ code }) => code),
        [],
      );
    });
  }
});

describe('cost', () => {
  const packed = (data: unknown) => gzipSync(JSON.stringify(data), { level: 9 }).length;
  test('the core of the index is at most 4 kB packed, all of it at most 13 kB', () => {
    assert.ok(packed(index.core) <= 4_000, `${packed(index.core)} bytes`);
    assert.ok(packed(index.core) + packed(index.texts) <= 13_000, `${packed(index.texts)} bytes`);
  });

  test('a megabyte of anything gets an answer', () => {
    const units = [
      'status=404 ',
      'APIG.0201 ',
      'Bad request. ',
      '{"error":',
      '\\',
      '<a ',
      '请求头过大',
      'a_',
    ];
    for (const unit of units)
      assert.ok(Array.isArray(lookup(unit.repeat(1_000_000 / unit.length), index, 'en')));
  });
});
