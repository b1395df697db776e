/** The guides name buttons, labels and notes as the pages do. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
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
