/** The lookup against texts whose answers were written down before it was. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { lookup } from '../../../src/lookup/lookup.ts';
import {
  type Answer,
  answerPasted,
  answerQueries,
  index,
  type PastedError,
  type Query,
  readFixture,
  textOf,
  type UnknownText,
} from '../../fixtures/lookup/measure.ts';
import { projectRoot } from '../../support/content.ts';

const pasted = readFixture<PastedError>('pasted-errors.json');
const unknown = readFixture<UnknownText>('unknown-texts.json');
const queriesFile = join(projectRoot, '../shared/benchmarks/search-queries.json');
const noQueries = existsSync(queriesFile) ? false : 'the benchmark folder is not there';
const queries: Query[] = noQueries ? [] : JSON.parse(readFileSync(queriesFile, 'utf8'));

const share = (answers: readonly Answer[], upTo: number) =>
  answers.filter(({ place }) => place > 0 && place <= upTo).length / answers.length;
const say = ({ label, expected, results }: Answer) =>
  `${label}: expected ${expected.join(' or ')}, got ${results[0]?.code} ${results[0]?.case}`;
const missesOf = (answers: readonly Answer[]) =>
  answers
    .filter(({ place }) => place !== 1)
    .map(say)
    .join('\n');

describe('queries', { skip: noQueries }, () => {
  const answers = answerQueries(queries);

  test('97 % have a right code first, 99 % among five, none is without result', () => {
    assert.ok(share(answers, 1) >= 0.97, missesOf(answers));
    assert.ok(share(answers, 5) >= 0.99, missesOf(answers));
    assert.deepEqual(answers.filter(({ results }) => results.length === 0).map(say), []);
  });

  test('no class is below 85 %, a small one misses one at most', () => {
    for (const [name, group] of Object.entries(Object.groupBy(answers, ({ group }) => group))) {
      const some = group ?? [];
      const misses = some.filter(({ place }) => place !== 1).length;
      assert.ok(
        misses <= (some.length < 8 ? 1 : 0.15 * some.length),
        `${name}:\n${missesOf(some)}`,
      );
    }
  });
});

describe('pasted errors', () => {
  test('97 % have the right code and the right case first', () => {
    const answers = answerPasted(pasted);
    assert.ok(share(answers, 1) >= 0.97, missesOf(answers));
  });

  test('a body with code, message or status is understood without descriptions and solutions', () => {
    const bodies = pasted.filter(({ shape }) => !/description|^zh|^traditional/.test(shape));
    const answers = answerPasted(bodies, { core: index.core });
    assert.ok(share(answers, 1) >= 0.97, missesOf(answers));
  });

  test('a code that is named in full is exact', () => {
    for (const { id, text, code } of pasted.filter(({ text, code }) => text.includes(code))) {
      const result = lookup(text, index, 'en').find((one) => one.code === code);
      assert.equal(result?.match, 'exact', id);
    }
  });
});

describe('texts about nothing known', () => {
  for (const item of unknown) {
    test(`${item.id}: ${item.why}`, () => {
      const results = lookup(textOf(item), index, 'en');
      assert.deepEqual(
        results.filter(({ match }) => match !== 'guess').map(({ code }) => code),
        [],
      );
    });
  }
});

describe('cost', () => {
  const packed = (data: unknown) => gzipSync(JSON.stringify(data), { level: 9 }).length;
  test('the core of the index is at most 4 kB packed, all of it at most 12 kB', () => {
    assert.ok(packed(index.core) <= 4_000, `${packed(index.core)} bytes`);
    assert.ok(packed(index.core) + packed(index.texts) <= 12_000, `${packed(index.texts)} bytes`);
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
    const megabytes = [
      ...units.map((unit) => unit.repeat(1_000_000 / unit.length)),
      ...unknown.filter(({ generate }) => generate).map(textOf),
    ];
    for (const text of megabytes) assert.ok(Array.isArray(lookup(text, index, 'en')));
  });
});
