/** The lookup against search queries whose answers were written down before it was. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import {
  answerQueries,
  describeMiss,
  missesOf,
  type Query,
  share,
} from '../fixtures/lookup/measure.ts';
import { projectRoot } from '../support/content.ts';

const queries: Query[] = JSON.parse(
  readFileSync(join(projectRoot, '../shared/benchmarks/search-queries.json'), 'utf8'),
);

describe('queries', () => {
  const answers = answerQueries(queries);

  test('97 % have a right code first, 99 % among five, none is without result', () => {
    assert.ok(share(answers, 1) >= 0.97, missesOf(answers));
    assert.ok(share(answers, 5) >= 0.99, missesOf(answers));
    assert.deepEqual(answers.filter(({ results }) => results.length === 0).map(describeMiss), []);
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
