/** Variants of several files, several languages in one file, and unsupported formats. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { readCuration } from '../../../scripts/ingest/load/curation.ts';
import { readVariant } from '../../../scripts/ingest/read-variant.ts';
import { runIngest } from '../../../scripts/ingest/run.ts';
import type { Variant } from '../../../src/model/registry.ts';
import { contentOf, edit, projectRoot, temporaryFolder } from '../../support/content.ts';

const curation = { ...readCuration(projectRoot), namedCodes: [] };

function read(files: Record<string, string>, ...variants: Partial<Variant>[]) {
  const root = temporaryFolder('variant');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  const all = variants.map((variant) => ({
    id: 'x',
    lang: 'en',
    format: 'markdown',
    ...variant,
  })) as Variant[];
  return all.map((variant) => {
    const document = readVariant(root, { id: 'test', variants: all }, variant, curation);
    return {
      ...document,
      shown: document.entries.map(
        ({ code, message, description, extra, place }) =>
          `${place.page ?? place.file}:${place.line} ${code} ${message?.plain ?? '·'} ${description?.plain ?? '·'}${Object.keys(
            extra,
          )
            .map((key) => ` +${key}`)
            .join('')}`,
      ),
      ids: document.findings.map(({ id, place }) => `${place.file}:${place.line} ${id}`),
    };
  });
}

const table = (...rows: string[]) => `| Code | Description |\n|-|-|\n${rows.join('\n')}\n`;

describe('several files', () => {
  test('places name the file and its page; a file without codes is a note', () => {
    const [document] = read(
      {
        'd/e-10.md': table('| E.10 | Ten. |'),
        'd/e-9.md': table('| E.9 | Nine. |', '| E.8 | Eight. |'),
        'd/index.md': '# Overview\n',
        'd/logo.svg': '<svg/>',
      },
      { source: 'd' },
    );
    assert.deepEqual(document?.shown, [
      'e-9:3 E.9 · Nine.',
      'e-9:4 E.8 · Eight.',
      'e-10:3 E.10 · Ten.',
    ]);
    assert.deepEqual(document?.ids, [
      'd/index.md:1 file-without-codes',
      'd/logo.svg:1 files-ignored',
    ]);
    assert.deepEqual(
      document?.files.map(({ page }) => page),
      ['e-9', 'e-10', 'index'],
    );
  });

  test('no codes in any file is an error', () => {
    const [document] = read({ 'd/a.md': 'x\n', 'd/b.md': 'y\n' }, { source: 'd' });
    assert.ok(document?.findings.every(({ level }) => level === 'error'));
  });
});

describe('several languages in one file', () => {
  const bilingual =
    '| 错误码 | 错误英文描述 | 错误中文描述 | 接口 |\n|-|-|-|-|\n| 1001 | parse error | 解析错误 | 通用 |\n';

  test('two variants each take the column of their language', () => {
    const [en, zh] = read(
      { 'a.md': bilingual },
      { source: 'a.md' },
      { id: 'z', source: 'a.md', lang: 'zh-CN' },
    );
    assert.deepEqual(en?.shown, ['a.md:3 1001 · parse error +接口']);
    assert.deepEqual(zh?.shown, ['a.md:3 1001 · 解析错误 +接口']);
  });

  test('a single variant keeps the other column under its heading, with a finding', () => {
    const [zh] = read({ 'a.md': bilingual }, { source: 'a.md', lang: 'zh-CN' });
    assert.deepEqual(zh?.shown, ['a.md:3 1001 · 解析错误 +错误英文描述 +接口']);
    assert.ok(zh?.ids.includes('a.md:1 other-language'));
  });

  test('data grouped by language, and codes of one language only', () => {
    const text = 'en:\n  E1: {message: No.}\nzh:\n  E1: {message: 否。}\n  E2: {message: 二。}\n';
    const [en, zh] = read(
      { 'a.yaml': text },
      { source: 'a.yaml', format: 'yaml' },
      { id: 'z', source: 'a.yaml', format: 'yaml', lang: 'zh-CN' },
    );
    assert.deepEqual(en?.shown, ['a.yaml:2 E1 No. ·']);
    assert.deepEqual(zh?.shown, ['a.yaml:4 E1 否。 ·', 'a.yaml:5 E2 二。 ·']);
  });

  test('an absent field is absent, an empty one is empty', () => {
    const text = '{"E1": {"message": "x", "fix": ""}, "E2": {"message": "y"}}';
    const [document] = read({ 'a.json': text }, { source: 'a.json', format: 'json' });
    assert.deepEqual(
      document?.entries.map(({ solution }) => solution?.plain),
      ['', undefined],
    );
  });
});

test('a format without a reader is named, with what to do', () => {
  for (const [file, name] of [
    ['a.adoc', 'AsciiDoc'],
    ['a.dita', 'DITA'],
  ] as const) {
    const [document] = read({ [file]: '= Codes\n' }, { source: file });
    const [problem] = document?.findings ?? [];
    assert.equal(problem?.level, 'error');
    assert.equal(problem?.place.line, 1);
    assert.match(problem?.message ?? '', new RegExp(`not supported: ${name} .*markdown`));
  }
});

describe('the registry', () => {
  const documents = [{ id: 'a', text: table('| E.1 | One. |') }];
  const problemsWith = (from: string, to: string) => {
    const root = contentOf('source', documents);
    edit(root, 'content/catalogs.yaml', from, to);
    return runIngest(root, { check: true }).report;
  };

  test('an unknown format is named with its line', () => {
    assert.match(
      problemsWith('"format": "markdown"', '"format": "asciidoc"'),
      /content\/catalogs\.yaml:\d+: .*format not supported: asciidoc\. Use one of rst, markdown/,
    );
  });

  test('a glob without a match, and a path outside the catalog', () => {
    const source = '"source": "content/sources/test/a.md"';
    assert.match(
      problemsWith(source, '"source": "content/sources/test/x/*.md"'),
      /content\/catalogs\.yaml:\d+: error: no file matches content\/sources\/test\/x\/\*\.md/,
    );
    assert.match(
      problemsWith(source, '"source": "content/sources/test/../*/a.md"'),
      /is outside content\/sources\/test\//,
    );
  });

  test('a folder is a source', () => {
    const root = contentOf('folder', documents);
    edit(root, 'content/catalogs.yaml', 'content/sources/test/a.md', 'content/sources/test');
    const { exitCode, report } = runIngest(root, {});
    assert.equal(exitCode, 0, report);
    assert.match(
      readFileSync(join(root, 'src/content/codes/test.json'), 'utf8'),
      /sources\/test\/a\.md/,
    );
  });
});
