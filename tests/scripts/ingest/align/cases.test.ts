import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alignCases } from '../../../../scripts/ingest/align/cases.ts';
import { readLexicon } from '../../../../scripts/ingest/load/lexicon.ts';
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

const textsOf = (rows: Entry[]) =>
  alignCases(rows, [], readLexicon()).map(({ entries }) =>
    entries.map(({ description }) => description?.plain),
  );

test('rows in another order are matched by their words, and the last ones because they are left', () => {
  const english = [row('en', 1, 'Timeout.'), row('en', 2, 'Out of paper.')];
  const chinese = [row('zh-CN', 1, '缺纸。'), row('zh-CN', 2, '超时。')];
  assert.deepEqual(textsOf([...english, ...chinese]), [
    ['Timeout.', '超时。'],
    ['Out of paper.', '缺纸。'],
  ]);
});

test('two publishers use one code for two errors', () => {
  const at = (variant: string, entry: Entry, message: string): Entry => ({
    ...entry,
    variant,
    message: { lang: entry.description?.lang ?? 'en', plain: message },
  });
  const alpha = at('alpha', row('en', 1, 'The data disk is full.'), 'Disk full');
  const beta = at('beta', row('en', 1, 'The user does not exist.'), 'User not found');
  const chinese = at('beta-zh', row('zh-CN', 1, '用户不存在。'), '用户不存在');
  assert.deepEqual(textsOf([beta, chinese, alpha]), [
    ['The user does not exist.', '用户不存在。'],
    ['The data disk is full.'],
  ]);
});

test('a translation does not join an edition that says something else', () => {
  const at = (variant: string, entry: Entry, status: string): Entry => ({
    ...entry,
    variant,
    httpStatus: { lang: 'en', plain: status },
  });
  const older = at('en-2023', row('en', 1, 'The coupon does not exist.'), '404');
  const newer = at('en-2024', row('en', 1, 'Too many text messages.'), '429');
  const chinese = at('zh-2024', row('zh-CN', 1, '短信发送过多。'), '429');
  for (const rows of [
    [chinese, newer, older],
    [newer, chinese, older],
    [newer, older, chinese],
  ])
    assert.deepEqual(
      textsOf(rows)
        .map((texts) => texts.toSorted())
        .toSorted(),
      [['The coupon does not exist.'], ['Too many text messages.', '短信发送过多。']],
    );
});
