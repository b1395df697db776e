/** The guides name buttons, labels and notes as the pages do. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '../support/content.ts';

const quoted = {
  reading: [
    'case.evidence',
    'code.showSources',
    'code.showOther',
    'case.matrix',
    'case.timeline',
    'case.empty',
    'code.onlyLanguage.en',
    'timeline.first',
    'timeline.same',
    'timeline.changed',
    'timeline.missing',
    'severity.contradiction',
    'severity.changed',
    'severity.drift',
    'severity.content',
    'severity.wording',
    'severity.typography',
  ],
  linking: ['case.copyLink', 'code.copy', 'ticket.copy', 'ticket.copyPlain'],
  searching: ['search.say.match.exact', 'search.say.match.likely', 'search.say.match.guess'],
};

/** Returns the codes that a text names. Numbers and plain names are words of guides too: 1000W, HTTPS. */
const codesNamedIn = (text: string, codes: string[]) => {
  const words = new Set(text.match(/[\p{L}\p{N}_.-]*[\p{L}\p{N}_]/gu));
  return codes.filter((code) => /\p{L}/u.test(code) && /\d/.test(code) && words.has(code));
};

test('name no code of the documents: examples are filled in', () => {
  const codes = globSync('src/content/codes/*.json', { cwd: projectRoot }).flatMap((file) =>
    JSON.parse(readFileSync(join(projectRoot, file), 'utf8')).codes.map(
      ({ code }: { code: string }) => code,
    ),
  );
  for (const path of globSync('src/content/docs/*/guides/*.md', { cwd: projectRoot }))
    assert.deepEqual(codesNamedIn(readFileSync(join(projectRoot, path), 'utf8'), codes), [], path);
});

test('may have numbers and words that a document happens to use as codes', () => {
  const guide = '`explain E.1000` is about `1000W`, 1000 and `HTTPS`.';
  assert.deepEqual(codesNamedIn(guide, ['E.1000', '1000', 'HTTPS']), ['E.1000']);
});

for (const [locale, file] of [
  ['en', 'en'],
  ['zh-cn', 'zh-CN'],
] as const) {
  const read = (path: string) => readFileSync(join(projectRoot, 'src/content', path), 'utf8');
  const strings: Record<string, string> = JSON.parse(read(`i18n/${file}.json`));
  for (const [guide, keys] of Object.entries(quoted)) {
    test(`${locale}: ${guide}`, () => {
      const text = read(`docs/${locale}/guides/${guide}.md`);
      const absent = keys.filter((key) => !text.includes(strings[key] ?? '\0'));
      assert.deepEqual(absent, []);
    });
  }
}
