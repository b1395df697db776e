/** Texts with several errors, and with codes that no document contains. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerText } from '../../../src/lookup/answer-text.ts';
import { buildLookupIndex } from '../../../src/lookup/index/build-index.ts';
import { lookup } from '../../../src/lookup/lookup.ts';
import { makeCode } from '../../support/make-code.ts';

const code = (name: string, httpStatus: string, message: string) =>
  makeCode('gw', name, [{ httpStatus, message }]);
const note = (value: string) => ({
  line: 2,
  block: { type: 'paragraph' as const, children: [{ type: 'text' as const, value }] },
});
const index = buildLookupIndex(
  [
    code('GATE.0201', '504', 'Backend timeout.'),
    code('GATE.0308', '429', 'The throttling threshold has been reached.'),
    code('GATE.0605', '500', 'Domain name resolution failed.'),
  ],
  [
    {
      id: 'gw',
      variants: [
        {
          id: 'web',
          publisher: { en: 'Acme', 'zh-CN': 'Acme' },
          files: [{ path: 'a.md' }],
          notes: [
            note('GATE codes are listed below.\nFor codes that begin with GATEW see the manual.'),
          ],
        },
      ],
    },
  ],
);
const answer = (text: string) => answerText(text, index, 'en');
const summary = (text: string) =>
  answer(text).incidents.map(({ line, count, result, unknown, where }) => [
    line,
    count,
    result?.code ?? `? ${unknown?.code}`,
    text.slice(where.start, where.end),
  ]);

describe('several errors', () => {
  test('a line that is only an error in words is a guess; other lines are none', () => {
    const text =
      '1. GATE.0308\n2. Backend timeout.\n3. Service Unavailable\n4. The backend timeout is 5 s';
    assert.deepEqual(summary(text), [
      [1, 1, 'GATE.0308', 'GATE.0308'],
      [2, 1, 'GATE.0201', 'Backend timeout'],
    ]);
    assert.deepEqual(
      answer(text).results.map(({ match }) => match),
      ['exact', 'guess'],
    );
    assert.deepEqual(summary('- Backend timeout.\n- Domain name resolution failed.\n- done'), [
      [1, 1, 'GATE.0201', 'Backend timeout'],
      [2, 1, 'GATE.0605', 'Domain name resolution failed'],
    ]);
  });

  test('are listed in the order of the text, equal ones once with their number', () => {
    const text = [
      '10:00:01 WARN {"error_code":"GATE.0308"}',
      '10:00:02 INFO GET /orders/0201 200',
      '10:00:03 WARN {"error_code":"GATE.0201","error_msg":"Backend timeout."}',
      '10:00:04 WARN {"error_code":"GATE.0308"}',
      '10:00:05 WARN Domain name resolution failed.',
      '10:00:06 WARN {"error_code":"GATE.0999"}',
    ].join('\n');
    assert.deepEqual(summary(text), [
      [1, 2, 'GATE.0308', 'GATE.0308'],
      [3, 1, 'GATE.0201', 'GATE.0201'],
      [5, 1, 'GATE.0605', 'Domain name resolution failed'],
      [6, 1, '? GATE.0999', 'GATE.0999'],
    ]);
    const { errors, codes, unknown, results, incidents } = answer(text);
    assert.deepEqual([errors, codes, unknown], [5, 3, 1]);
    assert.deepEqual(incidents[0]?.lines, [1, 4]);
    assert.deepEqual(
      results.map((one) => [one.code, one.match, one.line, one.count, one.whyNot]),
      [
        ['GATE.0308', 'exact', 1, 2, undefined],
        ['GATE.0201', 'exact', 3, 1, undefined],
        ['GATE.0605', 'exact', 5, 1, undefined],
      ],
    );
  });

  test('may be on one line', () => {
    assert.deepEqual(
      summary('GATE.0201、GATE.0308 都有').map(([, , name]) => name),
      ['GATE.0201', 'GATE.0308'],
    );
  });

  test('are found in a text that is too long to be read whole', () => {
    const noise = '10:00:00 INFO nothing\n'.repeat(60_000);
    const text = `${noise}GATE.0605\n${noise}`;
    const { results, isTooLong, incidents } = answer(text);
    assert.deepEqual([results[0]?.code, results[0]?.match], ['GATE.0605', 'exact']);
    assert.equal(isTooLong, true);
    assert.equal(incidents[0]?.line, 60_001);
  });
});

test('a text with one error is answered as a whole', () => {
  for (const text of [
    'HTTP/1.1 504 Gateway Timeout\nServer: x\n\n{"error_code":"GATE.0201"}',
    'error_code: GATE.0201\nerror_msg: Backend timeout.',
    'it says\nGATE.0201\nBackend timeout.',
    'GATE.\n0201',
    'the backend',
    '504',
  ]) {
    assert.deepEqual(answer(text).results, lookup(text, index, 'en'), text);
    assert.ok(answer(text).incidents.length <= 1, text);
  }
});

test('what is said of one error does not contradict another', () => {
  const { results } = answer(
    'one: {"error_code":"GATE.0308","status":429}\ntwo: {"error_code":"GATE.0201","status":504}',
  );
  assert.deepEqual(
    results.map(({ code, line, whyNot }) => [code, line, whyNot]),
    [
      ['GATE.0308', 1, undefined],
      ['GATE.0201', 2, undefined],
    ],
  );
});

test('an error that is spelled out has a place too', () => {
  const [incident] = answer('please help:\ngate three oh eight').incidents;
  assert.deepEqual([incident?.line, incident?.result?.code], [1, 'GATE.0308']);
});

describe('an unknown code', () => {
  test('has the codes of its number, and what the documents write about its prefix', () => {
    const [incident] = answer('[GATEW.0201] oops').incidents;
    assert.deepEqual(incident?.unknown, {
      code: 'GATEW.0201',
      near: [{ catalog: 'gw', code: 'GATE.0201', slug: 'gate-0201' }],
      notes: [
        {
          catalog: 'gw',
          variant: 'web',
          file: 'a.md',
          line: 3,
          text: 'For codes that begin with GATEW see the manual.',
        },
      ],
    });
    assert.equal(lookup('GATEW.0201', index, 'en')[0]?.code, 'GATE.0201');
  });

  test('is listed next to known ones, and a known one that is there twice is not unknown', () => {
    assert.deepEqual(
      summary('GATE.0201 then OTHER.0777 then GATE.0201').map(([, , name]) => name),
      ['GATE.0201', '? OTHER.0777'],
    );
  });
});

test('a word in capitals that begins like the names of a catalog is an unknown code', () => {
  const names = [
    'ACME_LOCKED',
    'ACME_BUSY',
    'ACME_NOT_FOUND',
    'ACME_IN_USE',
    'ACME_GONE',
    'ACME_LATE',
  ];
  const named = buildLookupIndex(
    names.map((name) => code(name, '400', '')),
    [{ id: 'gw', variants: [] }],
  );
  const namesOf = (text: string) =>
    answerText(text, named, 'en').incidents.map((one) => one.result?.code ?? one.unknown?.code);
  assert.deepEqual(namesOf('ACME_BUSY, ACME_QUOTA_REACHED and OTHER_THING'), [
    'ACME_BUSY',
    'ACME_QUOTA_REACHED',
  ]);
});

test('a log of 10,000 lines is answered', () => {
  const log = Array.from({ length: 10_000 }, (_, i) =>
    i % 33 === 0
      ? `2026-11-03 08:00:${i % 60} ERROR {"error_code":"GATE.0${i % 2 ? '201' : '308'}","request_id":"a${i}"}`
      : `2026-11-03 08:00:${i % 60} INFO GET /orders/${i} 200 in ${i % 90} ms`,
  ).join('\n');
  const { errors, codes } = answer(log);
  assert.deepEqual([errors, codes], [304, 2]);
});

test('a bare name behind a time and a level is an error beside another one', () => {
  const names = buildLookupIndex(
    [code('GATE.0308', '429', 'Too fast.'), code('DEADLINE_EXCEEDED', '504', 'Too late.')],
    [{ id: 'gw', variants: [] }],
  );
  for (const time of ['', '2026-11-29 10:00:01 ', '[10:00:01] ']) {
    const pasted = `${time}ERROR GATE.0308 429\n${time}ERROR DEADLINE_EXCEEDED`;
    const found = answerText(pasted, names, 'en').incidents.map(({ result }) => result?.code);
    assert.deepEqual(found, ['GATE.0308', 'DEADLINE_EXCEEDED'], pasted);
  }
});
