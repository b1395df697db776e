/** Severity of changes, and the word diffs that go with them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { z } from 'zod';
import { isMisspelling } from '../../../../scripts/ingest/compare/classify-change.ts';
import {
  classifyChange,
  diffWords,
  emptyGlossary,
  GlossarySchema,
} from '../../../../scripts/ingest/compare/index.ts';
import type { DiffRun } from '../../../../src/model/difference.ts';
import { SeveritySchema } from '../../../../src/model/difference.ts';
import { FieldSchema } from '../../../../src/model/entry.ts';
import { splitTokens } from '../../../../src/text/split-tokens.ts';
import { stem } from '../../../../src/text/stem.ts';

const readYaml = (path: string): unknown =>
  parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const glossary = GlossarySchema.parse(readYaml('../../../../content/curation/glossary.yaml'));
const changes = z
  .array(
    z.strictObject({
      from: z.string().optional(),
      field: FieldSchema,
      before: z.string(),
      after: z.string(),
      severity: SeveritySchema,
    }),
  )
  .parse(readYaml('../../../fixtures/compare/changes.yaml'));

const side = (runs: DiffRun[], without: '-' | '+'): string =>
  runs
    .filter(([sort]) => sort !== without)
    .map(([, text]) => text)
    .join('');

for (const { from, field, before, after, severity } of changes) {
  test(`${severity}: ${from ?? 'made up'} ${field}: ${before} → ${after}`, () => {
    const change = classifyChange(before, after, 'en', field, glossary);
    assert.equal(change?.severity, severity);
    assert.equal(side(change.runs, '+'), before);
    assert.equal(side(change.runs, '-'), after);
    assert.equal(classifyChange(after, before, 'en', field, glossary)?.severity, severity);
  });
}

test('texts that are equal after folding white space are no change', () => {
  assert.equal(classifyChange('a  b\nc', ' a b\u3000c ', 'en', 'solution', glossary), undefined);
});

test('a glossary of function words alone changes nothing', () => {
  const odd = GlossarySchema.parse({
    synonyms: { en: [['the', 'of']], 'zh-CN': [['的', '了']] },
    fillers: { en: ['a'], 'zh-CN': ['的'] },
    characters: [],
    terms: [{ en: ['in'], 'zh-CN': ['在'] }],
  });
  assert.equal(classifyChange('Add it.', 'Drop it.', 'en', 'solution', odd)?.severity, 'content');
  assert.equal(
    classifyChange('Try again.', '重新尝试', 'en', 'solution', odd)?.severity,
    'wording',
  );
});

test('without a glossary synonyms are content', () => {
  const change = classifyChange(
    '联系技术支持',
    '联系技术支持工程师。',
    'zh-CN',
    'solution',
    emptyGlossary,
  );
  assert.equal(change?.severity, 'content');
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

test('tokens are words, identifiers, numbers, spaces and signs', () => {
  assert.deepEqual(splitTokens('检查client_id、X-Stage (TLS1.2)'), [
    '检查',
    'client_id',
    '、',
    'X-Stage',
    ' ',
    '(',
    'TLS1.2',
    ')',
  ]); // prettier-ignore
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
      assert.equal(
        classifyChange(before, after, 'en', 'solution', glossary)?.severity,
        classifyChange(after, before, 'en', 'solution', glossary)?.severity,
      );
    }),
    { numRuns: 300 },
  );
});

test('any string at all survives', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
      const runs = diffWords(before, after);
      assert.equal(side(runs, '+'), before);
      assert.equal(side(runs, '-'), after);
      classifyChange(before, after, 'zh-CN', 'description', glossary);
    }),
  );
});

test('long cells take linear time', () => {
  const text = (seed: number) =>
    Array.from({ length: 20_000 }, (_, i) => `word_${(i * seed) % 9973} 检查${i * seed},`).join(
      ' ',
    );
  const start = performance.now();
  const change = classifyChange(text(7), text(13), 'en', 'solution', glossary);
  assert.equal(change?.severity, 'contradiction');
  assert.ok(performance.now() - start < 8000, `${performance.now() - start} ms`);
});

test('inflections share a stem', () => {
  for (const group of [
    'exceed exceeds exceeded exceeding',
    'modify modified modification modifications',
    'configure configured configuration',
    'delete deleted deletion',
    'bind bound binded binding',
    'policy policies',
    'use used using',
  ])
    assert.equal(new Set(group.split(' ').map(stem)).size, 1, group);
  for (const pair of ['state statement', 'add address', 'version verify', 'limit list'])
    assert.equal(new Set(pair.split(' ').map(stem)).size, 2, pair);
});

test('a misspelling is one letter in a long word', () => {
  assert.ok(isMisspelling('certifcate', 'certificate'));
  assert.ok(isMisspelling('recieved', 'received'));
  assert.ok(!isMisspelling('contact', 'contract'));
  assert.ok(!isMisspelling('typical', 'atypical'));
  assert.ok(!isMisspelling('attached', 'detached'));
  assert.ok(!isMisspelling('increased', 'decreased'));
});
