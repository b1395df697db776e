/** The text that a page shows for a language, and what replaces one that a document lost. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf } from '../../../src/model/answer.ts';
import type { Code } from '../../../src/model/case.ts';
import { makeEntry } from '../../support/make-code.ts';

const variants = [
  { id: 'new', lang: 'en', lineage: 'a' },
  { id: 'other', lang: 'en', lineage: 'b' },
  { id: 'old', lang: 'en', lineage: 'a' },
  { id: 'zh', lang: 'zh-CN', lineage: 'c' },
] as const;
const row = (variant: string, solution?: string, line = 1) =>
  makeEntry('A.1', solution === undefined ? {} : { solution }, {
    variant,
    place: { file: `${variant}.md`, line },
  });
const defect = (variant: string, line = 1): Code['defects'][number] => ({
  catalog: 'test',
  variant,
  code: 'A.1',
  line,
  field: 'solution',
  note: { en: `${variant} lost it`, 'zh-CN': '缺失' },
});
const shown = (entries: ReturnType<typeof row>[], defects: Code['defects'] = []) => {
  const answer = answerOf(entries, 'solution', 'en', variants, defects);
  return answer && [answer.entry.variant, answer.text.plain, answer.lost?.note.en];
};

test('the newest document of the language that contains the case', () => {
  assert.deepEqual(shown([row('old', 'Old.'), row('new', 'New.'), row('zh', '新')]), [
    'new',
    'New.',
    undefined,
  ]);
  assert.deepEqual(shown([row('old', 'Old.'), row('zh', '新')]), ['old', 'Old.', undefined]);
  assert.equal(shown([row('zh', '新')]), undefined);
});

test('a document without the column gives nothing, one that leaves it empty an empty text', () => {
  assert.equal(shown([row('new'), row('old', 'Old.')]), undefined);
  assert.deepEqual(shown([row('new', ''), row('old', 'Old.')]), ['new', '', undefined]);
});

test('a lost text is replaced by the newest earlier edition of the same document', () => {
  const entries = [row('new', 'See below.'), row('other', 'Other.'), row('old', 'Old.')];
  assert.deepEqual(shown(entries, [defect('new')]), ['old', 'Old.', 'new lost it']);
});

test('without an edition that has the text, the damaged one is shown with the note', () => {
  const entries = [row('new', 'See below.'), row('other', 'Other.'), row('old', '')];
  assert.deepEqual(shown(entries, [defect('new')]), ['new', 'See below.', 'new lost it']);
  const both = [row('new', 'See below.'), row('old', 'Rest.')];
  assert.deepEqual(shown(both, [defect('new'), defect('old')]), [
    'new',
    'See below.',
    'new lost it',
  ]);
});

test('a defect of another line or field changes nothing', () => {
  const entries = [row('new', 'New.'), row('old', 'Old.')];
  assert.deepEqual(shown(entries, [defect('new', 2)]), ['new', 'New.', undefined]);
  assert.deepEqual(shown(entries, [{ ...defect('new'), field: 'message' }]), [
    'new',
    'New.',
    undefined,
  ]);
});
