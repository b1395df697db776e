/** Common words of technical texts beside what was learned. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { addCommonWords } from '../../../../scripts/ingest/lexicon/common-words.ts';
import { projectRoot } from '../../../support/content.ts';

test('what was learned stays, and usual translations are added', () => {
  const learned = new Map([['token', { rarity: 3, chinese: new Map([['令牌', 0.8]]) }]]);
  const all = addCommonWords(learned, 'token\t令牌 标记\nintervals\t间隔\n');
  assert.deepEqual([...(all.get('token')?.chinese ?? [])].sort(), [
    ['令牌', 0.8],
    ['标记', 0.1],
  ]);
  assert.deepEqual([...(all.get('interval')?.chinese.keys() ?? [])], ['间隔']);
});

test('the file has a word a line, in order, each with Chinese words', () => {
  const file = join(projectRoot, 'scripts/ingest/lexicon/common-words.tsv');
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  for (const line of lines)
    assert.match(line, /^[a-z-]+\t[\p{Script=Han}]+( [\p{Script=Han}]+)*$/u);
  const words = lines.map((line) => line.split('\t')[0]);
  assert.deepEqual(words, [...new Set(words)].sort());
});
