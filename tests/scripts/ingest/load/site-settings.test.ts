import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { InputError } from '../../../../scripts/ingest/load/input-error.ts';
import { readSiteSettings, siteFile } from '../../../../scripts/ingest/load/site-settings.ts';
import { runIngest } from '../../../../scripts/ingest/run.ts';
import { contentOf } from '../../../support/content.ts';
import { readFixture } from '../../../support/project-of.ts';

const words = '{ en: Words, zh-CN: 文字 }';
const required = [
  `name: ${words}`,
  `tagline: ${words}`,
  `description: ${words}`,
  'official: true',
  `publisher: { name: ${words} }`,
];
const document = '| Error Code | Error Message |\n|-|-|\n| A.0001 | Gone. |\n';
const root = contentOf('site-settings', [{ id: 'one', text: document }]);

const read = (lines: string[]) => {
  writeFileSync(join(root, siteFile), `${lines.join('\n')}\n`);
  return readSiteSettings(root);
};
const problemsOf = (lines: string[]) => {
  try {
    read(lines);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
};

test('the required fields are enough, and every field is read', () => {
  assert.deepEqual(read(required).links, []);
  writeFileSync(
    join(root, 'content/mark.svg'),
    '<?xml version="1.0"?>\n<svg viewBox="0 0 1 1"/>\n',
  );
  const settings = read([
    ...required.slice(0, 4),
    `publisher: { name: ${words}, contact: docs@example.com }`,
    'report: https://example.com/new?title={{code}}&body={{url}}',
    'accent: { light: "#004400", dark: "#aaffaa" }',
    `links: [{ label: ${words}, url: https://example.com/ }]`,
    'mark: content/mark.svg',
  ]);
  assert.equal(settings.publisher.contact, 'docs@example.com');
  assert.equal(settings.mark, '<?xml version="1.0"?>\n<svg viewBox="0 0 1 1"/>');
});

test('a site may leave out files of each code', () => {
  const all = { markdown: true, statusLinks: true, json: true };
  assert.deepEqual(read(required).files, all);
  assert.deepEqual(read([...required, 'files: { json: false }']).files, { ...all, json: false });
});

const faults: { name: string; text: string; says: string }[] = parse(
  readFixture('site-settings.yaml'),
);
writeFileSync(join(root, 'content/text.svg'), 'text');
writeFileSync(join(root, 'content/large.svg'), `<svg>${' '.repeat(50_000)}</svg>`);

for (const { name, text, says } of faults) {
  test(`${name} is reported with its line`, () => {
    const problems = problemsOf(text.split('\n'));
    assert.equal(problems.length, 1, problems.join('\n'));
    assert.match(problems[0] ?? '', new RegExp(`^content/site\\.yaml${says}`));
  });
}

test('a missing file stops ingest, with the problems of the documents', () => {
  rmSync(join(root, siteFile), { force: true });
  writeFileSync(join(root, 'content/sources/test/one.md'), 'Nothing.\n');
  const { exitCode, report } = runIngest(root, {});
  assert.equal(exitCode, 1);
  assert.match(report, /^content\/site\.yaml:1: error: the file is missing.* Restore it/m);
  assert.match(report, /^content\/sources\/test\/one\.md:1: error: /m);
});
