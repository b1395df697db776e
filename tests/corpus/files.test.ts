/** Documents of several files and data files of the corpus, against counts of their lines. */
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readCuration } from '../../scripts/ingest/load/curation.ts';
import { readDefinitions } from '../../scripts/ingest/read/c/read-c.ts';
import { readVariant } from '../../scripts/ingest/read-variant.ts';
import type { Variant } from '../../src/model/registry.ts';
import { corpusRoot, projectRoot } from '../support/content.ts';

const curation = { ...readCuration(projectRoot), namedCodes: [] };

const readSource = (about: Pick<Variant, 'source' | 'format'> & Partial<Variant>) => {
  const variant = { id: 'x', lang: 'en', ...about } as Variant;
  return readVariant(corpusRoot, { id: 'x', variants: [variant] }, variant, curation);
};
const countLines = (files: string[], pattern: RegExp) =>
  files
    .flatMap((file) => readFileSync(join(corpusRoot, file), 'utf8').split(/\r?\n/))
    .filter((line) => pattern.test(line)).length;

describe('the corpus', { skip: !existsSync(corpusRoot) && 'no ../shared/corpus' }, () => {
  test('TOML: every table is an entry with its error as the message', () => {
    const file = 'tiflow/errors.en.toml';
    const { entries } = readSource({ source: file, format: 'toml' });
    assert.equal(entries.length, countLines([file], /^\[/));
    const lines = readFileSync(join(corpusRoot, file), 'utf8').split('\n');
    for (const { code, message, place } of entries) {
      assert.match(lines[place.line - 1] ?? '', new RegExp(`^\\["?${code}"?\\]`));
      assert.ok(message?.plain, code);
    }
  });

  for (const lang of ['en', 'zh'] as const) {
    test(`C definitions in a block of Markdown, ${lang}`, () => {
      const file = `tencent-tdsql/tencent-tdsql.${lang}.md`;
      const text = readFileSync(join(corpusRoot, file), 'utf8');
      const rows = readDefinitions(text, 1).tables.flatMap((table) => table.rows);
      assert.equal(rows.length, countLines([file], /^\t#define/));
    });

    test(`openGauss, ${lang}: every code of every file, at its line`, () => {
      const files = globSync(`opengauss/${lang}/*.md`, { cwd: corpusRoot });
      const document = readSource({
        source: `opengauss/${lang}`,
        format: 'markdown',
        lang: lang === 'en' ? 'en' : 'zh-CN',
        // One file is a list of links to the others.
        shape: 'paragraph',
      });
      assert.equal(document.files.length, files.length);
      const expected = countLines(files, /^(#+ )?\**GAUSS-\d+[:：]/);
      assert.equal(document.entries.length, expected);
      for (const { code, place } of document.entries) {
        const line = readFileSync(join(corpusRoot, place.file), 'utf8').split(/\r?\n/)[
          place.line - 1
        ];
        assert.ok(line?.includes(code), `${place.file}:${place.line} has no ${code}`);
      }
    });
  }
});
