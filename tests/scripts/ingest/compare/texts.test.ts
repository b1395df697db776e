/** Word diffs, and what holds for any two texts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  createDictionary,
  diffWords,
  emptyGlossary,
  type Glossary,
  rateChange,
} from '../../../../scripts/ingest/compare/index.ts';
import { isMisspelling } from '../../../../scripts/ingest/compare/rules/words.ts';
import type { DiffRun } from '../../../../src/model/difference.ts';
import { runs, seed } from '../../../fuzz/runs.ts';

const side = (runs: DiffRun[], without: '-' | '+'): string =>
  runs.map(([sort, text]) => (sort === without ? '' : text)).join('');
const vocabularyOf = (glossary: Glossary) => ({
  glossary,
  dictionary: createDictionary(new Map(), glossary),
});
const empty = vocabularyOf(emptyGlossary);
const rate = (before: string, after: string) =>
  rateChange(before, after, 'solution', empty)?.severity;

test('texts that are equal after folding white space are no change', () => {
  assert.equal(rate('a  b\nc', ' a b\u3000c '), undefined);
});

test('a glossary of function words changes nothing', () => {
  const odd = {
    synonyms: { en: [['the', 'of']], 'zh-CN': [['的', '了']] },
    fillers: { en: ['a'], 'zh-CN': ['的'] },
    characters: [],
    terms: [{ en: ['in'], 'zh-CN': ['在'] }],
    opposites: [],
  };
  assert.equal(
    rateChange('Add it.', 'Drop it.', 'solution', vocabularyOf(odd))?.severity,
    'content',
  );
});

test('without a glossary synonyms are content', () => {
  assert.equal(rate('联系技术支持', '联系技术支持工程师。'), 'content');
});

test('runs join words that a space keeps apart, and cut Chinese at its words', () => {
  assert.deepEqual(diffWords('The tenant details', 'The administrator account details'), [
    ['=', 'The '],
    ['-', 'tenant'],
    ['+', 'administrator account'],
    ['=', ' details'],
  ]);
  assert.deepEqual(diffWords('Token update required.', 'The token must be updated.'), [
    ['-', 'Token update required'],
    ['+', 'The token must be updated'],
    ['=', '.'],
  ]);
  assert.deepEqual(diffWords('联系技术支持', '联系技术支持工程师。'), [
    ['=', '联系技术支持'],
    ['+', '工程师。'],
  ]);
  assert.deepEqual(diffWords('', 'a'), [['+', 'a']]);
  assert.deepEqual(diffWords('a', 'a'), [['=', 'a']]);
});

const words = fc
  .array(
    fc.constantFrom(
      'token',
      '检查',
      'client_id',
      ' ',
      '。',
      '12 MB',
      '{x}',
      '\n',
      '🙂',
      '帐户',
      'not',
    ),
  )
  .map((list) => list.join(''));

test('whatever the texts, runs concatenate to them and severity is the same both ways', () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      const runs = diffWords(before, after);
      assert.equal(side(runs, '+'), before);
      assert.equal(side(runs, '-'), after);
      runs.forEach(([sort, text], index) => {
        assert.notEqual(text, '');
        assert.notEqual(sort, runs[index + 1]?.[0]);
      });
      assert.equal(rate(before, after), rate(after, before));
    }),
    { numRuns: runs, seed },
  );
});

test('any string at all survives', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
      const runs = diffWords(before, after);
      assert.equal(side(runs, '+'), before);
      assert.equal(side(runs, '-'), after);
      rate(before, after);
    }),
  );
});

test('long cells take linear time', () => {
  const text = (seed: number) =>
    Array.from({ length: 20_000 }, (_, i) => `word_${(i * seed) % 9973} 检查${i * seed},`).join(
      ' ',
    );
  assert.equal(rate(text(7), text(13)), 'contradiction');
});

test('a misspelling is one letter in a long word', () => {
  assert.ok(isMisspelling('certifcate', 'certificate'));
  assert.ok(isMisspelling('recieved', 'received'));
  assert.ok(!isMisspelling('contact', 'contract'));
  assert.ok(!isMisspelling('typical', 'atypical'));
  assert.ok(!isMisspelling('attached', 'detached'));
  assert.ok(!isMisspelling('increased', 'decreased'));
});
