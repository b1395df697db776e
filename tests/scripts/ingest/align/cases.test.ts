import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alignCases } from '../../../../scripts/ingest/align/cases.ts';
import type { Entry } from '../../../../src/model/entry.ts';
import type { Lang } from '../../../../src/model/lang.ts';

const row = (lang: Lang, line: number, description: string): Entry => ({
  variant: lang,
  code: 'A',
  description: { lang, plain: description },
  extra: {},
  headings: {},
  place: { file: `${lang}.md`, line },
});

test('a code with thousands of rows is aligned in blocks, in time linear in its rows', () => {
  const count = 2500;
  const rows = (lang: Lang) =>
    Array.from({ length: count }, (_, n) =>
      row(lang, n + 1, lang === 'en' ? `No. ${n}` : `第${n}条`),
    );
  const cases = alignCases([...rows('en'), ...rows('zh-CN')]);
  assert.equal(cases.length, count);
  assert.ok(cases.every(({ entries: [en, zh] }) => en?.place.line === zh?.place.line));
});
