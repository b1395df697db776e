/**
 * The Markdown reader: fixtures and limits.
 * UPDATE_FIXTURES=1 writes the expected results of the fixtures; review them in git.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readHtmlPage } from '../../../../scripts/ingest/read/html/read-html.ts';
import { readMarkdown } from '../../../../scripts/ingest/read/markdown/read-markdown.ts';
import type { ReadResult } from '../../../../src/model/document.ts';
import { BlockSchema, InlineSchema } from '../../../../src/model/text.ts';
import { projectRoot } from '../../../support/content.ts';

const rowsOf = ({ tables }: ReadResult) =>
  tables.flatMap(({ header, rows }) => [...header, ...rows]);

/** The facts of a finding are in its message too. */
const withoutFacts = (key: string, value: unknown) => (key === 'facts' ? undefined : value);

describe('fixtures', () => {
  const folder = join(projectRoot, 'tests/fixtures/read-markdown');
  for (const name of readdirSync(folder).sort()) {
    test(name, () => {
      const result = readMarkdown(readFileSync(`${folder}/${name}/input.md`, 'utf8'), 'input.md');
      const actual = `${JSON.stringify(result, withoutFacts, 1)}\n`;
      const path = `${folder}/${name}/expected.json`;
      if (process.env['UPDATE_FIXTURES']) writeFileSync(path, actual);
      assert.equal(actual, readFileSync(path, 'utf8'));
      for (const { block } of result.notes) BlockSchema.parse(block);
      for (const { blocks } of rowsOf(result).flatMap(({ cells }) => cells)) {
        for (const block of blocks) BlockSchema.parse(block);
      }
      for (const { caption = [] } of result.tables)
        for (const node of caption) InlineSchema.parse(node);
      if (name.startsWith('damaged-')) assert.notEqual(result.findings.length, 0);
      else assert.ok(result.findings.every(({ id }) => id === 'content-hidden'));
    });
  }
});

describe('limits', () => {
  const head = '|a|b|\n|-|-|\n';
  const html = (cell: string) => `<table><tr><td>${cell}</td></tr></table>`;
  const cases: [string, string, string][] = [
    ['a long line', `x\n\n${'a'.repeat(200_001)}`, '3: it has 200001 characters in a line'],
    ['many columns', `${head}|${'a|'.repeat(201)}`, '3: it has 201 columns in a row'],
    ['nested quotations', `x\n\n${'>'.repeat(101)}`, '3: it has 101 levels of nesting'],
    ['nested tags', `x\n\n${html('<div>'.repeat(101))}`, '3: it has 101 levels of nesting'],
    [
      'nested marks',
      `x\n\n${'*a '.repeat(300)}${'b* '.repeat(300)}`,
      '3: it has 101 levels of nesting',
    ],
    ['a long cell', html('a b\n'.repeat(6000)), '6001: it has 24000 characters in a cell'],
    ['a long paragraph', 'a\n'.repeat(2001), '2001: it has 2001 lines in a block'],
    ['many brackets', `x\n\n${'['.repeat(2001)}`, '3: it has 2001 characters of markup in a block'],
    [
      'many rows of brackets',
      `${head}${'|[[[[|*|\n'.repeat(61_000)}`,
      '60003: it has 300005 characters of markup in the document',
    ],
    ['many underlines', 'a\n=\n\n'.repeat(2001), '6002: it has 2001 lines that quote or underline'],
    [
      'many merged cells',
      html('a').replace('<td', `${'<td colspan=1000>b</td>'}<td`),
      '1: it has 1000 columns in a row',
    ],
  ];
  for (const [name, text, message] of cases) {
    test(`${name}: the document is refused`, () => {
      const { tables, notes, findings } = readMarkdown(text, 'x.md');
      assert.deepEqual([tables, notes, findings.length], [[], [], 1]);
      const [found] = findings;
      assert.deepEqual([found?.id, found?.level], ['document-refused', 'error']);
      assert.ok(
        `${found?.place.line}: ${found?.message.replace('the document is refused: ', '')}`.includes(
          message,
        ),
        `${found?.place.line} ${found?.message}`,
      );
    });
  }

  test('lines of dashes that end no table are read in linear time', () => {
    for (const text of ['-- --\n', '----\nCode Text\n-- --\n', 'a b\n-- --\n'])
      assert.doesNotThrow(() => readMarkdown(`----\nCode\n${text.repeat(100_000)}`, 'x.md'));
  });

  test('long tables, lists and HTML are read', () => {
    const texts = [
      `${head}${'|`a`|b_c|\n'.repeat(2100)}`,
      '- `a` b_c\n'.repeat(2100),
      `<table>\n${'<tr><td>a_b</td>\n<td>[c]</td></tr>\n'.repeat(2100)}</table>`,
      '## E1\n\n**Cause:** `a` or `b`\n\n**Solution:** `c` or `d`\n\n'.repeat(2100),
    ];
    for (const text of texts) assert.deepEqual(readMarkdown(text, 'x.md').findings, []);
    const page = `<h2>E1</h2>\n<p>The disk is full.</p>\n<pre>${'a b\n'.repeat(6000)}</pre>`;
    assert.deepEqual(readHtmlPage(page.repeat(2), 'x.html').findings, []);
  });
});
