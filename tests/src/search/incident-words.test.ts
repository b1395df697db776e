/** What is said of several errors in one text, and of their places. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { excerptOf } from '../../../src/search/excerpt.ts';
import { sayFilter, sayLines, summarise } from '../../../src/search/incident-words.ts';
import { wordsFor } from '../../../src/search/words.ts';
import { renderErrorList } from '../../../src/ticket/error-list.ts';

const en = wordsFor('en', []).say;
const zh = wordsFor('zh-CN', []).say;

test('a summary counts errors, codes and unknown codes', () => {
  const answer = { errors: 5, codes: 3, unknown: 1 };
  assert.equal(summarise(answer, 'en', en), '5 errors, 3 codes, 1 unknown');
  assert.equal(summarise(answer, 'zh-CN', zh), '5处报错，3个错误码，1个未收录');
  assert.equal(summarise({ ...answer, codes: 1, unknown: 0 }, 'en', en), '5 errors, 1 code');
  assert.equal(summarise({ ...answer, codes: 0, unknown: 2 }, 'en', en), '5 errors, 2 unknown');
});

test('what all results have in common is named', () => {
  const status = { kind: 'status', status: '401', in: 'text', earlier: false } as const;
  const result = { catalog: 'gw', code: 'GW.1', slug: 'gw-1', match: 'guess', score: 1 } as const;
  const shows = { statuses: ['401'], cases: 1 };
  const one = { ...result, shows, because: [status] };
  const byNumber = { ...one, because: [] };
  const filter = { statuses: ['401'] };
  assert.equal(sayFilter(filter, [one, one, byNumber], 'en', en), '2 codes with HTTP 401:');
  assert.equal(sayFilter(filter, [one], 'en', en), '1 code with HTTP 401:');
  assert.equal(sayFilter(filter, [one], 'zh-CN', zh), 'HTTP状态码为401的有1个错误码：');
  assert.equal(sayFilter({ beginning: 'GW.' }, [one], 'en', en), 'Codes that begin with GW.:');
});

test('lines are named up to a limit', () => {
  assert.equal(sayLines({ lines: [12], count: 1 }, en), 'line 12');
  assert.equal(sayLines({ lines: [3, 3], count: 2 }, en), 'line 3');
  assert.equal(sayLines({ lines: [12, 40], count: 2 }, en), 'line 12, also line 40');
  assert.equal(sayLines({ lines: [12, 40, 77], count: 3 }, zh), '第12行，另见第40、77行');
  const many = { lines: [1, 2, 3, 4, 5, 6, 7, 8], count: 30 };
  assert.equal(sayLines(many, en), 'line 1, also lines 2, 3, 4, 5, 6, 7 …');
  assert.equal(sayLines(many, zh), '第1行，另见第2、3、4、5、6、7等行');
});

test('an excerpt is the line around a place', () => {
  const at = (text: string, words: string, max?: number) => {
    const start = text.indexOf(words);
    const { before, marked, after } = excerptOf(text, { start, end: start + words.length }, max);
    return `${before}[${marked}]${after}`;
  };
  assert.equal(
    at('one\nGET /x APIG.0203 failed\r\nthree', 'APIG.0203'),
    'GET /x [APIG.0203] failed',
  );
  assert.equal(at('APIG.0203', 'APIG.0203'), '[APIG.0203]');
  assert.equal(
    at(`${'a'.repeat(90)} X1 ${'b'.repeat(90)}`, 'X1', 32),
    `…${'a'.repeat(9)} [X1] ${'b'.repeat(19)}…`,
  );
  assert.equal(at(`${'a'.repeat(90)} X1 b`, 'X1', 32), `…${'a'.repeat(27)} [X1] b`);
  // The first line of a place of several lines, and no more than the limit of a long place.
  assert.equal(at('{\n"code": 1\n}', '{\n"code": 1\n}'), '[{]');
  assert.equal(at('a'.repeat(200), 'a'.repeat(200), 50), `[${'a'.repeat(50)}]…`);
  // No half of a character.
  assert.equal(at(`${'😀'.repeat(30)}X1`, 'X1', 9), '…😀😀😀[X1]');
});

test('a ticket is a CommonMark list; texts stay text', () => {
  const list = renderErrorList([
    {
      code: 'A_1',
      details: ['HTTP 504', '*Late*\n# now', '× 3'],
      link: 'https://x.example/c/A_1/#b',
    },
    { code: 'X', details: ['not in any document'] },
  ]);
  assert.equal(
    list,
    '- **A\\_1** · HTTP 504 · \\*Late\\* # now · × 3\\\n  https://x.example/c/A_1/#b\n- **X** · not in any document\n',
  );
});
