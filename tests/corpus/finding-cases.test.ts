/** The lookup on texts of every kind: several errors, other vendors, misread, spoken, half Chinese. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerText } from '../../src/lookup/answer-text.ts';
import {
  answerFinding,
  describeFinding,
  index,
  readFindingSets,
  summariseFinding,
} from '../support/finding-texts.ts';

const sets = readFindingSets();
const answers = Object.entries(sets).map(([name, texts]) => [name, answerFinding(texts)] as const);
for (const [name, some] of answers) console.log(describeFinding(name, some));

test('all texts together meet the targets', () => {
  const all = answers.flatMap(([, some]) => some);
  const { hit1, hit5, wronglyExact, wronglyLikely, unknown, ...rest } = summariseFinding(all);
  const report = describeFinding('all', all);
  assert.ok(hit1 >= 0.97 && hit5 >= 0.99 && rest.case >= 0.97, report);
  assert.equal(wronglyExact.length, 0, report);
  assert.ok(wronglyLikely.length <= 0.02 * all.length, report);
  assert.equal(unknown.length, 0, report);
});

for (const { id, paste, incidents } of Object.values(sets).flat()) {
  if (!incidents) continue;
  test(`${id}: has these errors in this order`, () =>
    assert.deepEqual(
      answerText(paste, index, 'en').incidents.map(({ line, count, result, unknown }) => [
        result?.code ?? `? ${unknown?.code}`,
        line,
        count,
      ]),
      incidents,
    ));
}

for (const { id, match, near, results } of answers.flatMap(([, some]) => some)) {
  const [first] = results;
  if (match) test(`${id}: is ${match}`, () => assert.equal(first?.match, match));
  if (near) test(`${id}: offers ${near}`, () => assert.equal(first?.code, near));
}

for (const [name, some] of answers) {
  test(`${name}: 92 % have a right code first`, () =>
    assert.ok(summariseFinding(some).hit1 >= 0.92, describeFinding(name, some)));
}
