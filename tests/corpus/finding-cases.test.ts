/** The lookup on texts of every kind: several errors, other vendors, misread, spoken, half Chinese. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { answerText } from '../../src/lookup/answer-text.ts';
import { index, type Query, readFixture } from '../fixtures/lookup/measure.ts';
import { projectRoot } from '../support/content.ts';
import {
  answerFinding,
  describeFinding,
  type FindingText,
  otherTexts,
  summariseFinding,
} from '../support/finding.ts';

const shared = join(projectRoot, '../shared');
const read = <T>(name: string): T[] => JSON.parse(readFileSync(join(shared, name), 'utf8'));
const own = readFixture<FindingText>('finding-texts.json');
const sets: Record<string, FindingText[]> = {
  ...Object.fromEntries(
    ['adversarial', 'foreign', 'probes', 'colliding-codes'].map((name) => [
      name,
      read<FindingText>(`cases/finding/${name}.json`),
    ]),
  ),
  tune: own.filter(({ set }) => set === 'tune'),
  measure: own.filter(({ set }) => set === 'measure'),
  blind: own.filter(({ set }) => set === 'blind'),
  ...otherTexts(read<Query>('benchmarks/search-queries.json')),
};
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

for (const { id, paste, incidents } of own) {
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

for (const [name, some] of answers) {
  test(`${name}: 92 % have a right code first`, () =>
    assert.ok(summariseFinding(some).hit1 >= 0.92, describeFinding(name, some)));
}
