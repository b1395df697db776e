/** The rules of the lookup one by one, on a small index made here. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { buildLookupIndex } from '../../../src/lookup/index/build-index.ts';
import { lookup } from '../../../src/lookup/lookup.ts';
import { readFields } from '../../../src/lookup/text/fields.ts';
import { readText } from '../../../src/lookup/text/read-text.ts';
import { editDistance } from '../../../src/text/edit-distance.ts';
import { makeCode } from '../../support/make-code.ts';

type Row = [status: string, message: string, description?: string, solution?: string];

/** A code; each case is a list of rows, the newest document's first. */
const code = (catalog: string, name: string, ...cases: Row[][]) =>
  makeCode(
    catalog,
    name,
    ...cases.map((rows) =>
      rows.map(([httpStatus, message, description, solution]) => ({
        httpStatus,
        message,
        ...(description !== undefined && { description }),
        ...(solution !== undefined && { solution }),
      })),
    ),
  );

const gateway = [
  code(
    'gw',
    'GW.0201',
    [['413', 'Request entity too large.', '请求body过大(大于12M)', '减小请求body大小。']],
    [
      ['502', 'Backend unavailable.', '后端不可用', '检查后端地址是否可用。'],
      ['503', 'Backend unavailable.'],
    ],
    [['504', 'Backend timeout.', '后端超时', '增大超时时间。']],
  ),
  code('gw', 'GW.0202', [['502', 'Backend unavailable.', 'The backend is unavailable.']]),
  code('gw', 'GW.0308', [['429', 'The throttling threshold has been reached.', '超出流控值限制']]),
  code('gw', 'GW.0607', [['400', 'The following protocol is supported: {xxx}.', '协议不被允许']]),
  code('gw', 'GW.0608', [['500', 'Failed to obtain the admin token.', '无法获取管理帐户']]),
];
const names = [
  code('jd', 'SVC_DOMAIN_NUM_IS_MAX', [['403', 'Number of domains exceeds the maximum value']]),
  code('jd', 'SVC_DOMAIN_IS_BINDED', [['403', 'The domain is associated and cannot be modified']]),
  code('jd', 'SVC_NOT_FOUND', [['404', 'The param resource is absent']]),
  code('jd', 'SVC_DELETE_ERROR', [['400', 'Cannot be deleted before disassociation']]),
  code('jd', 'SVC_DELETE_API_ERROR', [['400', 'Online versions are still available']]),
  code('jd', 'NOT_FOUND', [['404', 'resource cannot be found']]),
  code('jd', 'CONFLICT', [['409', 'The two resources have different parent resources']]),
];
const index = buildLookupIndex([...gateway, ...names], [{ id: 'gw' }, { id: 'jd' }]);
const first = (pasted: string) => lookup(pasted, index, 'en')[0];
const summary = (pasted: string) => {
  const result = first(pasted);
  return result ? [result.code, result.case ?? null, result.match] : [];
};

describe('spellings of a code', () => {
  const numbered = [
    'GW.0201',
    'gw.0201',
    'GW0201',
    'gw-201',
    'GW . 0201',
    'gw/0201',
    'ＧＷ．０２０１',
    '0201',
  ];
  for (const spelling of [
    ...numbered,
    '错误码GW.0201',
    '錯誤碼 0201',
    'GW.O2O1',
    'what is GW:0201?',
    'GW。0201',
    'GW，0201',
  ]) {
    test(spelling, () => assert.deepEqual(summary(spelling), ['GW.0201', null, 'exact']));
  }
  for (const spelling of [
    'svc_domain_num_is_max',
    'SvcDomainNumIsMax',
    'svc-domain-num-is-max',
    'svc domain num is max',
  ]) {
    test(spelling, () =>
      assert.deepEqual(summary(spelling), ['SVC_DOMAIN_NUM_IS_MAX', 'case-1', 'exact']),
    );
  }
  for (const spelling of ['DOMAIN_NUM', 'SVC_DOMIAN_NUM_IS_MAX', '"code":"SVC_DOMAIN_NUM_IS_']) {
    test(spelling, () =>
      assert.deepEqual(summary(spelling), ['SVC_DOMAIN_NUM_IS_MAX', 'case-1', 'likely']),
    );
  }
  test('a prefix misread from a picture', () => {
    const ids = buildLookupIndex(
      [code('id', 'IOL.0201', [['400', 'Bad identity.']])],
      [{ id: 'id' }],
    );
    for (const spelling of ['lOL.0201', '1O1.O2O1', 'I0L.0201', '|OL.0201']) {
      const [result] = lookup(spelling, ids, 'en');
      assert.deepEqual([result?.code, result?.match], ['IOL.0201', 'likely'], spelling);
    }
    assert.equal(lookup('iol.0201', ids, 'en')[0]?.match, 'exact');
  });
  test('a number as it is being typed', () => {
    const results = lookup('gw.06', index, 'en');
    assert.deepEqual(
      results.map((one) => [one.code, one.match]),
      [
        ['GW.0607', 'guess'],
        ['GW.0608', 'guess'],
      ],
    );
  });
  test('the longer of two names', () =>
    assert.equal(first('svc delete api error')?.code, 'SVC_DELETE_API_ERROR'));
  test('a name that is part of another', () => {
    assert.equal(first('"status":"SVC_NOT_FOUND"')?.code, 'SVC_NOT_FOUND');
    assert.equal(first('"status":"NOT_FOUND"')?.code, 'NOT_FOUND');
  });
});

describe('plain words that are codes too', () => {
  test('are likely by themselves and in a body without a message', () => {
    assert.deepEqual(summary('CONFLICT'), ['CONFLICT', 'case-1', 'likely']);
    assert.equal(first('{"error":{"code":409,"status":"CONFLICT"}}')?.match, 'likely');
  });
  test('are exact with a message of their own, or next to the name of the vendor', () => {
    const own = 'The two resources have different parent resources';
    assert.equal(first(`{"status":"CONFLICT","message":"${own}"}`)?.match, 'exact');
    const named = buildLookupIndex(names, [
      {
        id: 'jd',
        variants: [
          { id: 'v', publisher: { en: 'Acme Cloud', 'zh-CN': '顶点云' }, files: [], notes: [] },
        ],
      },
    ]);
    for (const pasted of ['acme-cloud: CONFLICT', '顶点云 NOT_FOUND 怎么办']) {
      assert.equal(lookup(pasted, named, 'en')[0]?.match, 'exact', pasted);
    }
  });
  test('are guesses in other texts', () => {
    for (const pasted of [
      'CONFLICT (content): merge failed',
      'Error from server (NotFound): pods "a"',
      '{"error":{"status":"NOT_FOUND","message":"Order 17 was not found"}}',
      'rpc.Exception: 409 CONFLICT: try again',
    ]) {
      assert.notEqual(first(pasted)?.match, 'exact', pasted);
      assert.notEqual(first(pasted)?.match, 'likely', pasted);
    }
  });
});

describe('the case', () => {
  const body = (rest: object) => JSON.stringify({ error_code: 'GW.0201', ...rest });
  const caseOf = (pasted: string) => first(pasted)?.case;

  test('by message, by status, by description in either script', () => {
    assert.equal(caseOf(body({ error_msg: 'Backend timeout.' })), 'case-3');
    assert.equal(caseOf(body({ error_msg: 'nothing known', status: 413 })), 'case-1');
    assert.equal(caseOf('GW.0201 后端不可用'), 'case-2');
    assert.equal(caseOf('GW.0201 後端超時'), 'case-3');
  });
  test('by a status that only an earlier document gives', () =>
    assert.equal(caseOf('GW.0201 (HTTP 503)'), 'case-2'));
  test('by message where the status contradicts it, which is an objection', () => {
    const result = first(`HTTP/1.1 413\n\n${body({ error_msg: 'Backend timeout.' })}`);
    assert.equal(result?.case, 'case-3');
    assert.deepEqual(result?.whyNot, [{ kind: 'otherStatus', status: '413', has: ['504'] }]);
  });
  test('is undecided without evidence', () => {
    assert.equal(caseOf(body({ error_msg: '' })), undefined);
    assert.equal(caseOf(body({ path: '/v1/413', ts: '10:00:00.504' })), undefined);
  });
  test('a number among other things is not a status', () => {
    for (const noise of [
      'at line 413',
      'Tel. +49 413 504',
      '/items/413',
      '413 ms',
      '10.0.0.413:504',
    ]) {
      assert.equal(caseOf(`GW.0201 ${noise}`), undefined, noise);
    }
  });
});

describe('bodies', () => {
  const json = '{"error_code":"GW.0201","error_msg":"Backend timeout."}';
  const shapes = {
    'another naming': '{"errorCode":"GW.0201","errorMessage":"Backend timeout."}',
    nested:
      '{"requestId":"a","error":{"code":"GW.0201","message":"Backend timeout.","status":504}}',
    'single quotes': "{'error_code': 'GW.0201', 'error_msg': 'Backend timeout.'}",
    unquoted: 'data={error_msg: Backend timeout., error_code: GW.0201}',
    escaped: JSON.stringify(JSON.stringify(json)),
    'percent-encoded': encodeURIComponent(json),
    'percent-encoded twice': encodeURIComponent(encodeURIComponent(json)),
    'a query': 'https://x.example/?error=GW.0201&error_description=Backend+timeout.&n=%20',
    entities: json.replaceAll('"', '&quot;').replaceAll('{', '&#123;'),
    XML: '<Error><Code>GW.0201</Code><Message>Backend timeout.</Message></Error>',
    'cut off': json.slice(0, -6),
    logfmt: 'level=error code=GW.0201 msg="Backend timeout." id=413',
    table: '|error_code|GW.0201|\n|error_msg|Backend timeout|',
    'Windows lines': 'HTTP/1.1 504 Gateway Timeout\r\nServer: x\r\n\r\n{"error_code":"GW.0201"}',
  };
  for (const [name, shape] of Object.entries({ JSON: json, ...shapes })) {
    test(name, () => assert.deepEqual(summary(shape), ['GW.0201', 'case-3', 'exact']));
  }
  test('fields have their place', () => {
    const fields = readFields('{"error_code":"GW.0201"} <Code>A.1</Code> code=B.2');
    assert.deepEqual(
      fields.map(({ where, value }) => [where, value]),
      [
        ['json', 'GW.0201'],
        ['xml', 'A.1'],
        ['pair', 'B.2'],
      ],
    );
  });
});

describe('messages', () => {
  test('whole, with a tail, with a placeholder filled in', () => {
    assert.deepEqual(summary('The throttling threshold has been reached'), [
      'GW.0308',
      'case-1',
      'exact',
    ]);
    assert.deepEqual(summary('The throttling threshold has been reached: limit:500'), [
      'GW.0308',
      'case-1',
      'exact',
    ]);
    const filled = first('The following protocol is supported: HTTPS');
    assert.equal(filled?.match, 'exact');
    assert.deepEqual(filled?.because, [
      {
        kind: 'message',
        message: 'The following protocol is supported: {xxx}.',
        how: 'placeholder',
        score: 1,
      },
    ]);
  });
  test('short ones are likely where they fill a field for messages', () => {
    for (const [text, match] of [
      ['{"error_msg":"Backend timeout","x":1}', 'likely'],
      ['{"x":"Backend timeout","y":1}', 'guess'],
      ['{"error_msg":"Backend timeout of 30 s","x":1}', 'guess'],
    ]) {
      assert.deepEqual([first(text ?? '')?.code, first(text ?? '')?.match], ['GW.0201', match]);
    }
  });
  test('with typos', () => {
    assert.deepEqual(summary('The throtling treshold has been reached'), [
      'GW.0308',
      'case-1',
      'likely',
    ]);
  });
  test('with typos, unless most words mean nothing', () => {
    assert.equal(summary('xyzzy throtlin qwertz')?.length ?? 0, 0);
    assert.deepEqual(summary('throtling')?.[0], 'GW.0308');
  });
  test('a status decides between codes of one message', () =>
    assert.deepEqual(summary('503 Backend unavailable.'), ['GW.0201', 'case-2', 'likely']));
  test('that other services send too are guesses in a body', () => {
    const shared = buildLookupIndex(
      [
        code('gw', 'GW.0601', [['500', 'Internal server error.', '内部错误']]),
        code('gw', 'GW.1002', [['401', 'Access token is expired.']]),
      ],
      [{ id: 'gw' }],
    );
    for (const pasted of [
      '{"message": "Internal server error"}',
      '{"error_description":"Access token is expired"}',
      'x.y.ServerError: internal server error\n    at f (a.js:1:2)',
      '内部错误，请联系客服',
    ]) {
      const matches = lookup(pasted, shared, 'en').map(({ match }) => match);
      assert.ok(
        matches.every((match) => match === 'guess'),
        pasted,
      );
    }
    assert.equal(lookup('Access token is expired', shared, 'en')[0]?.match, 'likely');
  });
  test('of another API take the certainty of a code away, and are quoted', () => {
    const pasted = '{"error_code":"GW.0308","error_msg":"The certificate has expired."}';
    const result = first(pasted);
    assert.deepEqual([result?.code, result?.match], ['GW.0308', 'likely']);
    assert.deepEqual(result?.whyNot, [
      {
        kind: 'otherMessage',
        message: 'The certificate has expired.',
        has: 'The throttling threshold has been reached.',
      },
    ]);
  });
  test('words of a message in a sentence are not the message', () => {
    for (const pasted of [
      'the backend team set a timeout for lunch',
      'a bad backend: unavailable since May',
    ]) {
      assert.ok(!['exact', 'likely'].includes(first(pasted)?.match ?? ''), pasted);
    }
  });
  test('next to an unknown code they are not exact', () => {
    const results = lookup('{"code":"FOO.1234","message":"Backend timeout."}', index, 'en');
    assert.deepEqual([...new Set(results.map(({ match }) => match))], ['guess']);
    assert.deepEqual(results[0]?.whyNot, [{ kind: 'unknownCode', code: 'FOO.1234' }]);
  });
});

describe('statuses', () => {
  test('a bare one lists every code that has it, those of newest documents first', () => {
    for (const pasted of [
      '502',
      'HTTP 502',
      'HTTP/1.1 502 Bad Gateway\nServer: nginx',
      '状态码502',
    ]) {
      const results = lookup(pasted, index, 'en');
      assert.deepEqual(
        results.map((one) => [one.code, one.case, one.match]),
        [
          ['GW.0201', 'case-2', 'guess'],
          ['GW.0202', 'case-1', 'guess'],
        ],
        pasted,
      );
    }
    assert.equal(lookup('503', index, 'en')[0]?.because[0]?.kind, 'status');
  });
  test('one among other words makes no more than guesses', () =>
    assert.ok(
      lookup('npm ERR! 404 Not Found - GET x', index, 'en').every(({ match }) => match === 'guess'),
    ));
});

describe('results', () => {
  test('say why, and why not the neighbour', () => {
    const pasted = '{"error_code":"GW.0201","error_msg":"Backend unavailable.","status":502}';
    const [best, next] = lookup(pasted, index, 'en');
    assert.deepEqual(best?.because, [
      { kind: 'code', code: 'GW.0201', spelled: 'GW.0201', how: 'same', in: 'json' },
      { kind: 'status', status: '502', in: 'json', earlier: false },
      { kind: 'message', message: 'Backend unavailable.', how: 'whole', score: 1 },
    ]);
    assert.equal(next?.code, 'GW.0202');
    assert.deepEqual(next?.whyNot, [{ kind: 'otherCode', code: 'GW.0201' }]);
  });
  test('show the case in the language of the reader', () => {
    const [result] = lookup('0308', index, 'zh-CN');
    assert.deepEqual(result?.shows, {
      statuses: ['429'],
      cases: 1,
      message: 'The throttling threshold has been reached.',
      description: { text: '超出流控值限制', lang: 'zh-CN' },
    });
  });
  test('of one code in two catalogs are both there', () => {
    const twice = buildLookupIndex(
      [...gateway, code('b', 'GW.0201', [['400', 'Other.']])],
      [{ id: 'b' }, { id: 'gw' }],
    );
    const results = lookup('GW.0201', twice, 'en');
    assert.deepEqual(
      results.map(({ catalog, match }) => [catalog, match]),
      [
        ['b', 'exact'],
        ['gw', 'exact'],
      ],
    );
  });
  test('are the same again, and for a copy of the index', () => {
    const copy = JSON.parse(JSON.stringify(index));
    for (const pasted of ['后端', 'backend', '502', 'GW.0201 GW.0202']) {
      assert.deepEqual(lookup(pasted, copy, 'en'), lookup(pasted, index, 'en'));
    }
  });
  test('are none for an empty index', () =>
    assert.deepEqual(lookup('GW.0201 502', buildLookupIndex([], []), 'en'), []));
});

describe('anything at all', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      'GW.0201',
      '{"error_code":"',
      '502',
      '后端',
      '__proto__',
      'constructor',
      '\\',
      '%7B',
      '&#',
      '\ud83d',
      '：',
      '"',
      '\n',
      '{xxx}',
      'toString',
      '$&',
    ),
  );

  test('throws nothing, changes nothing, gives known codes in order', () => {
    const codes = new Set([...gateway, ...names].map((one) => one.code));
    const rank = { exact: 2, likely: 1, guess: 0 };
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const results = lookup(pieces.join(''), index, 'en');
        assert.ok(results.every((one) => codes.has(one.code)));
        const ranks = results.map(({ match }) => rank[match]);
        assert.deepEqual(
          ranks,
          ranks.toSorted((a, b) => b - a),
        );
        assert.equal(new Set(results.map((one) => one.catalog + one.code)).size, results.length);
      }),
      { numRuns: 300, seed: 1 },
    );
    assert.equal(Object.keys(Object.prototype).length, 0);
  });

  test('both forms of a read text are of one length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (input) => {
        const { plain, folded } = readText(`${input}İ後`);
        assert.equal(plain.length, folded.length);
      }),
      { seed: 1 },
    );
  });

  test('edit distances are those of the plain definition', () => {
    assert.equal(editDistance('toekn', 'token', 2), 1);
    assert.equal(editDistance('certifcate', 'certificate', 2), 1);
    assert.equal(editDistance('abc', 'xyz', 1), 2);
    assert.equal(editDistance('', 'ab', 2), 2);
  });
});
