/**
 * English and Chinese texts, each pair with one fact changed, translated faithfully, or with something left
 * out, compared with the project's glossary and lexicon. They were written by someone who did not know the
 * rules; `first-…` were used to improve them. `second-…` were judged before anything was changed by them: 43
 * of 60 contradictions were found, and 2 of 60 faithful translations were reported. Likewise `third-…`, about
 * databases: 18 of 35, and 4 of 50; and `fourth-…`, about services and devices: 20 of 35, and 2 of 50. `fifth-…`
 * are about denials, opposites, amounts and names; most were used to improve the rules.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareTranslation } from '../../scripts/ingest/compare/compare-texts.ts';
import { createDictionary } from '../../scripts/ingest/compare/counterparts.ts';
import { readCuration } from '../../scripts/ingest/load/curation.ts';
import { readLexicon } from '../../scripts/ingest/load/lexicon.ts';
import type { Field } from '../../src/model/terms.ts';
import { projectRoot } from '../support/content.ts';
import { readFixture } from '../support/project-of.ts';

type Answer = 'contradiction' | 'content' | 'none';
interface Pair {
  id: string;
  kind: string;
  answer: Answer;
  field?: Field;
  en: string;
  zh: string;
}

const pairs: Pair[] = readFixture('compare-pairs.jsonl')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));
const { glossary } = readCuration(projectRoot);
const vocabulary = { glossary, dictionary: createDictionary(readLexicon(), glossary) };

function judge({ en, zh, field = 'description' }: Pair): Answer {
  const found = compareTranslation(en, zh, field, vocabulary).filter(
    ({ kind }) => kind !== 'drift',
  );
  const has = (severity: Answer) => found.some((one) => one.severity === severity);
  return has('contradiction') ? 'contradiction' : has('content') ? 'content' : 'none';
}

/** How many pairs of a set and an answer are judged as one of some answers. */
function countOf(set: string, answer: Answer, ...as: Answer[]): number {
  const own = pairs.filter((pair) => pair.id.startsWith(set) && pair.answer === answer);
  return own.filter((pair) => as.includes(judge(pair))).length;
}

test('of the first set 75 of 90 contradictions are found, and none of 80 faithful translations is one', () => {
  assert.ok(countOf('first', 'contradiction', 'contradiction') >= 75);
  assert.equal(countOf('first', 'none', 'contradiction'), 0);
  assert.ok(countOf('first', 'none', 'none') >= 74);
  assert.ok(countOf('first', 'content', 'content', 'contradiction') >= 23);
});

test('of the second set 46 of 60 contradictions are found, and none of 60 faithful translations is one', () => {
  assert.ok(countOf('second', 'contradiction', 'contradiction') >= 46);
  assert.equal(countOf('second', 'none', 'contradiction'), 0);
  assert.ok(countOf('second', 'none', 'none') >= 56);
});

test('of the third set 28 of 35 contradictions are found, and none of 50 faithful translations is one', () => {
  assert.ok(countOf('third', 'contradiction', 'contradiction') >= 28);
  assert.equal(countOf('third', 'none', 'contradiction'), 0);
  assert.ok(countOf('third', 'none', 'none') >= 47);
});

test('of the fourth set 25 of 35 contradictions are found, and none of 50 faithful translations is one', () => {
  assert.ok(countOf('fourth', 'contradiction', 'contradiction') >= 25);
  assert.equal(countOf('fourth', 'none', 'contradiction'), 0);
  assert.ok(countOf('fourth', 'none', 'none') >= 48);
});

test('of the fifth set 91 of 94 contradictions are found, and none of 113 faithful translations is one', () => {
  assert.ok(countOf('fifth', 'contradiction', 'contradiction') >= 91);
  assert.equal(countOf('fifth', 'none', 'contradiction'), 0);
  assert.ok(countOf('fifth', 'none', 'none') >= 112);
});

test('words of devices, payments and times exclude each other', () => {
  const judgeTexts = (en: string, zh: string) =>
    judge({ id: 'x', kind: 'x', answer: 'none', en, zh });
  for (const [en, zh] of [
    ['The index must be an even number.', '索引必须是奇数。'],
    ['The time must be in UTC.', '时间必须为北京时间。'],
    ['The drive reports an overvoltage.', '驱动器报告欠压。'],
    ['The buyer account is frozen.', '卖家账户已冻结。'],
    ['The outdoor fan failed.', '室内风机故障。'],
  ] as const)
    assert.equal(judgeTexts(en, zh), 'contradiction', en);
  assert.equal(judgeTexts('The drive reports an overvoltage.', '驱动器报告过压。'), 'none');
  assert.equal(judgeTexts('The buyer account is frozen.', '买家账户已冻结。'), 'none');
});
