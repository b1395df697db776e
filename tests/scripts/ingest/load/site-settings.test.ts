import assert from 'node:assert/strict';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { InputError } from '../../../../scripts/ingest/load/input-error.ts';
import { readSiteSettings, siteFile } from '../../../../scripts/ingest/load/site-settings.ts';
import { runIngest } from '../../../../scripts/ingest/run.ts';
import { contentOf } from '../../../support/content.ts';

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

test('a site may leave out files of each code, and ingest then writes no Markdown', () => {
  const all = { markdown: true, statusLinks: true, json: true };
  assert.deepEqual(read(required).files, all);
  assert.deepEqual(read([...required, 'files: { json: false }']).files, { ...all, json: false });
  read([...required, 'files: { markdown: false }']);
  runIngest(root, {});
  assert.equal(existsSync(join(root, 'src/content/twins')), false);
  assert.equal(existsSync(join(root, 'src/content/docs/en/test/a-0001.mdx')), true);
});

const faults: { name: string; lines: string[]; says: RegExp }[] = [
  {
    name: 'a missing field',
    lines: required.slice(1),
    says: /:1: `name`: this field is missing\. /,
  },
  {
    name: 'a missing language',
    lines: ['name: { en: Words }', ...required.slice(1)],
    says: /:1: `name\.zh-CN`: this field is missing\. /,
  },
  {
    name: 'an empty text',
    lines: [...required.slice(0, 4), 'publisher: { name: { en: "", zh-CN: 文 } }'],
    says: /:5: `publisher\.name\.en`: expected a text/,
  },
  {
    name: 'an unknown field',
    lines: [...required, 'colour: red'],
    says: /:\d: `colour`: there is no such field/,
  },
  {
    name: 'a colour that is none',
    lines: [...required, 'accent: { light: red, dark: "#aaffaa" }'],
    says: /:6: `accent\.light`: expected a colour such as/,
  },
  {
    name: 'a pale colour',
    lines: [...required, 'accent: { light: "#88bbff", dark: "#aaffaa" }'],
    says: /:6: `accent\.light`: #88bbff has a contrast of 1\.9 on the light page .* Choose a darker colour/,
  },
  {
    name: 'a link without https',
    lines: [...required, `links: [{ label: ${words}, url: /x }]`],
    says: /:6: `links\.0\.url`: expected an address that starts with https/,
  },
  {
    name: 'a contact that is none',
    lines: [...required.slice(0, 4), `publisher: { name: ${words}, contact: us }`],
    says: /:5: `publisher\.contact`: expected an e-mail address/,
  },
  {
    name: 'a script as the place to report',
    lines: [...required, 'report: "javascript:alert(1)"'],
    says: /:6: `report`: expected an address/,
  },
  {
    name: 'an unknown placeholder',
    lines: [...required, 'report: https://example.com/{{page}}'],
    says: /:6: `report`: expected no placeholders but \{\{code\}\} and \{\{url\}\}/,
  },
  {
    name: 'a mark outside content',
    lines: [...required, 'mark: content/../x.svg'],
    says: /:6: `mark`: expected the path of an SVG file below content/,
  },
  {
    name: 'a mark that does not exist',
    lines: [...required, 'mark: content/no.svg'],
    says: /:6: content\/no\.svg:1: the file is missing\. Add it/,
  },
  {
    name: 'a mark that makes every page large',
    lines: [...required, 'mark: content/large.svg'],
    says: /:6: content\/large\.svg has \d+ characters, and every page holds it/,
  },
  {
    name: 'a mark that is no picture',
    lines: [...required, 'mark: content/text.svg'],
    says: /:6: content\/text\.svg is not an SVG image/,
  },
];
writeFileSync(join(root, 'content/text.svg'), 'text');
writeFileSync(join(root, 'content/large.svg'), `<svg>${' '.repeat(50_000)}</svg>`);

for (const { name, lines, says } of faults) {
  test(`${name} is reported with its line`, () => {
    const problems = problemsOf(lines);
    assert.equal(problems.length, 1, problems.join('\n'));
    assert.match(problems[0] ?? '', new RegExp(`^content/site\\.yaml${says.source}`));
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
