/** Codes of every form, and their aliases, are found when they are pasted. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resolveAddress } from '../../../src/lookup/address.ts';
import { answerText } from '../../../src/lookup/answer-text.ts';
import { buildLookupIndex } from '../../../src/lookup/index/build-index.ts';
import { lookup } from '../../../src/lookup/lookup.ts';
import { firstAnswer } from '../../../src/search/first-answer.ts';
import { makeCode, type Row } from '../../support/make-code.ts';

const codeOf = (code: string, ...rows: Row[]) =>
  makeCode('c', code, ...(rows.length > 0 ? rows : [{}]).map((row) => [row]));

const long = `LONG${'_PART'.repeat(58)}`;
const codes = [
  codeOf('-1012', { message: 'the request timed out' }),
  codeOf('1012', { message: 'the signature is not approved' }),
  codeOf('Not Found', { httpStatus: '404 Not Found' }),
  codeOf('100%'),
  codeOf('%'),
  codeOf('参数错误'),
  codeOf('DEMO:Store:ErrNoSpace'),
  codeOf('read/write'),
  codeOf('ＦＷ．００１'),
  codeOf(long),
  codeOf('-4003', { aliases: ['DB_INDEX_OUT_OF_RANGE'] }),
  codeOf('0x1000', { aliases: ['4096', 'INVALID_HANDLE'] }),
  codeOf(
    '4000',
    { message: 'invalid request parameters', aliases: ['10000'] },
    { message: 'lacked of required parameters', aliases: ['10010'] },
  ),
];
const index = buildLookupIndex(codes, [{ id: 'c' }]);
const first = (text: string) => {
  const [result] = lookup(text, index, 'en');
  return result && result.match !== 'guess' ? [result.code, result.case] : undefined;
};

for (const { code, cases } of codes) {
  const only = cases.length === 1 ? 'case-1' : undefined;
  test(`${code.slice(0, 40)} is found by its own spelling`, () => {
    assert.deepEqual(first(code), [code, only]);
    assert.deepEqual(first(`{"error_code": "${code}", "request_id": "7c1d"}`), [code, only]);
  });
  test(`the small index answers ${code.slice(0, 40)}`, () => {
    const answer = firstAnswer(code, index.core);
    assert.equal(answer?.code, code);
    assert.equal(answer?.case, only);
  });
}

for (const [text, code, item] of [
  ['DB_INDEX_OUT_OF_RANGE', '-4003', 'case-1'],
  ['ERROR: DB_INDEX_OUT_OF_RANGE at line 3', '-4003', 'case-1'],
  ['errno=-4003, trace 7c1d', '-4003', 'case-1'],
  ['error code: 4096', '0x1000', 'case-1'],
  ['4096', '0x1000', 'case-1'],
  ['INVALID_HANDLE', '0x1000', 'case-1'],
  ['10010', '4000', 'case-2'],
  ['{"code": 10000}', '4000', 'case-1'],
  ['[DEMO:Store:ErrNoSpace] no space left on the store', 'DEMO:Store:ErrNoSpace', 'case-1'],
] as const) {
  test(`${text} is about ${code}`, () => assert.deepEqual(first(text), [code, item]));
}

test('an alias of one case leads to this case in the small index too', () => {
  const answer = firstAnswer('10010', index.core);
  assert.deepEqual([answer?.code, answer?.case], ['4000', 'case-2']);
});

test('a status cell with its phrase counts as the status', () => {
  assert.deepEqual(index.core.catalogs[0]?.codes[2]?.[1], [[['404'], [], 'case-1']]);
});

test('words of a message, and other numbers name no code', () => {
  for (const text of ['the resource was not found', 'error 77', 'took 1012 ms', 'line 4000']) {
    assert.equal(first(text), undefined, text);
  }
});

test('an address may name an alias', () => {
  const known = [['c', '0x1000', '0x1000', '4096', 'INVALID_HANDLE']] as const;
  assert.deepEqual(resolveAddress('/c/invalid-handle/', known).land, known[0]);
});

/** Codes of one catalog that are nearly the same, long numbers, and names without an underscore. */
const mixed = buildLookupIndex(
  [
    codeOf('4027', { aliases: ['5373'] }),
    ...['MK:0029', 'MK:29', 'LT:0', 'LT:0000', '34', 'SUBERR:34', '5373', '4015', '-3015'],
    ...['DB.00400007', 'DB.111501025', 'BILL880S', 'GW.Busy', 'E-CON'],
    ...['QuotaFull.Zone', 'LogsetEmpty', 'ResourceNotFound'],
  ].map((code) => (typeof code === 'string' ? codeOf(code) : code)),
  [{ id: 'c' }],
);

for (const [text, code, match] of [
  ['LT:0000', 'LT:0000', 'exact'],
  ['MK:29', 'MK:29', 'exact'],
  ['status SUBERR:34 returned', 'SUBERR:34', 'exact'],
  ['5373', '5373', 'exact'],
  ['db-400007', 'DB.00400007', 'exact'],
  ['ERROR worker 3: DB.111501025', 'DB.111501025', 'exact'],
  ['{"code":"BILL880S"}', 'BILL880S', 'exact'],
  ['message not delivered: BILL880S', 'BILL880S', 'likely'],
  ['ERROR call failed: QuotaFull.Zone', 'QuotaFull.Zone', 'exact'],
  ['ERROR call failed: GW.Busy', 'GW.Busy', 'exact'],
  ['LogsetEmpty: nothing to search', 'LogsetEmpty', 'likely'],
  ['ERROR call failed: ResourceNotFound', 'ResourceNotFound', 'guess'],
  ['rc=-4015', '4015', 'likely'],
  ['the call returned -4015', '4015', 'likely'],
  ['调用失败：4015', '4015', 'likely'],
  ['-4015', '4015', 'likely'],
  ['error 3015', '-3015', 'likely'],
  ['ret=-3015', '-3015', 'likely'],
  ['XX-4015', '4015', 'guess'],
] as const) {
  test(`${text}: ${code}, ${match}`, () => {
    const [result, next] = lookup(text, mixed, 'en');
    assert.deepEqual([result?.code, result?.match], [code, match]);
    if (match === 'exact' && code !== '5373') assert.notEqual(next?.match, 'exact');
  });
}

test('of several errors, one that is named by a word is none less', () => {
  const text =
    'a call failed: LogsetEmpty\na call failed: QuotaFull.Zone\na call failed: DB.00400007';
  const { incidents } = answerText(text, mixed, 'en');
  assert.deepEqual(
    incidents.map(({ line, result }) => [line, result?.code]),
    [
      [1, 'LogsetEmpty'],
      [2, 'QuotaFull.Zone'],
      [3, 'DB.00400007'],
    ],
  );
});

test('a result shows the message in the language of the reader', () => {
  const translated = buildLookupIndex(
    [makeCode('c', 'T.0655', [{ message: 'The table does not exist' }, { message: '表不存在' }])],
    [{ id: 'c' }],
  );
  for (const [lang, message] of [
    ['en', 'The table does not exist'],
    ['zh-CN', '表不存在'],
  ] as const) {
    assert.equal(lookup('T.0655', translated, lang)[0]?.shows.message, message);
    assert.equal(firstAnswer('T.0655', translated.core, lang)?.shows?.message, message);
  }
});

/** Codes that differ in case and signs only, a number that ends another code, and what decoding changes. */
const alike = buildLookupIndex(
  [
    ...['E1', 'e1', 'E-1', 'E_1', 'E.1', 'E1/404', 'A%2FB', 'A/B', '-7', '7', '007', 'X.JS1'].map(
      (code) => codeOf(code),
    ),
    codeOf('404', { message: 'the number itself' }),
    codeOf('GONE.1', { httpStatus: '404', message: 'it is gone' }),
  ],
  [{ id: 'c' }],
);

for (const [text, code, others] of [
  ['E1', 'E1', ['E-1', 'E.1', 'E_1', 'e1']],
  ['e1', 'e1', ['E-1', 'E.1', 'E1', 'E_1']],
  [' E_1\n', 'E_1', ['E-1', 'E.1', 'E1', 'e1']],
  ['E.1', 'E.1', ['E-1', 'E1', 'E_1', 'e1']],
  ['e-1', 'E-1', ['E.1', 'E1', 'E_1', 'e1']],
  ['404', '404', ['E1/404']],
  ['E1/404', 'E1/404', []],
  ['A%2FB', 'A%2FB', ['A/B']],
  ['A/B', 'A/B', []],
  ['7', '7', ['-7', '007']],
  ['-7', '-7', ['007', '7']],
  ['x.js1', 'X.JS1', []],
  ['{"code":"e1"}', 'e1', []],
  ['error code: E_1', 'E_1', []],
] as const) {
  test(`${JSON.stringify(text)} is ${code}, and codes that differ in signs are likely`, () => {
    const { results, incidents } = answerText(text, alike, 'en');
    const sure = results.filter(({ match }) => match !== 'guess');
    const [first, ...rest] = sure.map((result) => [result.code, result.match]);
    assert.deepEqual(first, [code, 'exact']);
    const likely = others.map((other) => [other, 'likely']);
    assert.deepEqual(rest.sort(), likely.sort());
    assert.deepEqual(
      incidents.map(({ result }) => result?.code),
      [code],
    );
    const answer = firstAnswer(text, alike.core);
    if (answer) assert.deepEqual([answer.code, answer.match], [code, 'exact']);
    else assert.match(text, /404|e-1/);
  });
}

test('a status that is a code too still lists the codes that have it', () => {
  assert.deepEqual(
    lookup('404', alike, 'en').map(({ code, match }) => [code, match]),
    [
      ['404', 'exact'],
      ['E1/404', 'likely'],
      ['GONE.1', 'guess'],
    ],
  );
  assert.equal(lookup('{"code":404}', alike, 'en')[0]?.code, '404');
});

test('a number in another spelling has no first answer, since it is only likely', () => {
  assert.equal(firstAnswer('3015', mixed.core), undefined);
});

const numbered = buildLookupIndex(
  ['APIG.0301', 'APIG.0302', 'APIG.0303', 'APIG.0305', 'APIG.0410', 'APIG.0410.1', 'APIG.2024'].map(
    (code) => codeOf(code),
  ),
  [{ id: 'c' }],
);

for (const text of [
  'APIG.0301.1',
  'APIG.0301.0302',
  'APIG.0301_2',
  'APIG.0301#3',
  'APIG.0301-3',
  'APIG-0301-12',
  'APIG 301 0',
]) {
  test(`${text} is an unknown code near APIG.0301`, () => {
    const { results, unknownCode } = answerText(text, numbered, 'en');
    assert.equal(unknownCode, text);
    assert.ok(results.some(({ code }) => code === 'APIG.0301'));
    for (const { match } of results) assert.equal(match, 'guess');
    assert.equal(firstAnswer(text, numbered.core), undefined);
  });
}

for (const [text, codes] of [
  ['APIG.0301, 0302, 0303', ['0301', '0302', '0303']],
  ['APIG.0301/0302', ['0301', '0302']],
  ['APIG.0301-0305', ['0301', '0302', '0303', '0305']],
  ['见 APIG.0301、0302 和 0305。', ['0301', '0302', '0305']],
  ['APIG.0301, 0999', ['0301', 'unknown APIG.0999']],
  ['APIG.0301, 2024 was a bad year', ['0301']],
  ['APIG.0301-2024-01-02', ['0301']],
  ['APIG.0301 401', ['0301']],
  ['APIG.0301\t41', ['0301']],
  ['APIG.0301.', ['0301']],
  ['APIG.0410.1', ['0410.1']],
  ['call failed: apig-0410.1', ['0410.1']],
] as const) {
  test(`${text} names ${codes.join(', ')}`, () => {
    const { incidents, results } = answerText(text, numbered, 'en');
    const found = incidents.map(({ result, unknown }) =>
      unknown ? `unknown ${unknown.code}` : result?.code.replace('APIG.', ''),
    );
    assert.deepEqual(found, codes);
    assert.equal(results[0]?.match, 'exact');
  });
}
