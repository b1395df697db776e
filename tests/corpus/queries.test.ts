/** The lookup against search queries whose answers were written down before it was. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  answerFinding,
  describeFinding,
  readQueries,
  summariseFinding,
} from '../support/finding-texts.ts';

describe('queries', () => {
  const answers = answerFinding(readQueries());

  test('97 % have a right code first, 99 % among five, none is without result', () => {
    const { hit1, hit5 } = summariseFinding(answers);
    assert.ok(hit1 >= 0.97 && hit5 >= 0.99, describeFinding('queries', answers));
    assert.ok(answers.length > 100 && answers.every(({ results }) => results.length > 0));
  });

  test('no class is below 85 %, a small one misses one at most', () => {
    for (const [name, group = []] of Object.entries(
      Object.groupBy(answers, (one) => one.class ?? ''),
    )) {
      const allowed = group.length < 8 ? 1 : 0.15 * group.length;
      const { missed } = summariseFinding(group);
      assert.ok(missed.length <= allowed, describeFinding(name, group));
    }
  });
});
