/** Variants of several files, several languages in one file, and unsupported formats. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readCuration } from '../../../scripts/ingest/load/curation.ts';
import { unifyCodes } from '../../../scripts/ingest/normalise/unify-codes.ts';
import { unifyColumns } from '../../../scripts/ingest/normalise/unify-columns.ts';
import { readVariant } from '../../../scripts/ingest/read-variant.ts';
import { runIngest } from '../../../scripts/ingest/run.ts';
import type { Variant } from '../../../src/model/registry.ts';
import { contentOf, edit, projectRoot, temporaryFolder } from '../../support/content.ts';

const curation = { ...readCuration(projectRoot), namedCodes: [] };

function read(files: Record<string, string>, ...variants: Partial<Variant>[]) {
  const root = temporaryFolder('variant', files);
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

describe('rows of one code in several files', () => {
  const files = {
    'd/a.md': table('| E.1 | One. |', '| E.2 | Two. |'),
    'd/b.md': table('| E.1 | One. |', '| E.2 | Deux. |'),
    'd/index.md': '# Codes\n\n* [E.1: First](a.md)\n* [E.2](b.md)\n* [E.3: Third](c.md)\n',
  };
  const [document] = read(files, { source: 'd' });

  test('equal rows are one entry, other rows are kept, with findings', () => {
    assert.deepEqual(document?.shown.slice(0, 3), [
      'a:3 E.1 · One.',
      'a:4 E.2 · Two.',
      'b:4 E.2 · Deux.',
    ]);
    assert.deepEqual(
      document?.ids.filter((id) => id.includes('b.md')),
      ['d/b.md:3 row-in-two-files', 'd/b.md:4 row-differs'],
    );
  });

  test('links of a table of contents are no entries of codes that have one', () => {
    assert.deepEqual(document?.shown.slice(3), ['index:5 E.3 Third ·']);
    assert.deepEqual(
      document?.unplaced.map(({ place }) => `${place.page}:${place.line}`),
      ['b:3', 'index:3', 'index:4'],
    );
  });
});

describe('a number in one document, a name in another', () => {
  const codesOf = (isRecorded: (code: string) => boolean, ...texts: string[]) => {
    const files = Object.fromEntries(texts.map((text, index) => [`${index}.md`, text]));
    const documents = read(files, ...texts.map((_, index) => ({ source: `${index}.md` })));
    unifyCodes(documents, isRecorded);
    return documents.map(({ entries }) =>
      entries.map(({ code, aliases = [], extra }) =>
        [code, ...aliases, ...Object.values(extra).map(({ plain }) => `(${plain})`)].join(' '),
      ),
    );
  };
  const both = '| Code | Error Name | Description |\n|-|-|-|\n| 4012 | TIMEOUT | Too slow. |\n';

  test('are one code if a document has both', () => {
    const names = table('| TIMEOUT | Too slow. |', '| REFUSED | No. |');
    const numbers = table('| 4012 | Too slow. |');
    assert.deepEqual(
      codesOf(() => false, names, numbers, both),
      [['4012 TIMEOUT (TIMEOUT)', 'REFUSED'], ['4012'], ['4012 TIMEOUT (TIMEOUT)']],
    );
    // A recorded code stays; two recorded ones are not joined.
    assert.deepEqual(codesOf((code) => code === 'TIMEOUT', names, both)[1], [
      'TIMEOUT 4012 (TIMEOUT) (4012)',
    ]);
    assert.deepEqual(codesOf(() => true, names, both)[0], ['TIMEOUT', 'REFUSED']);
  });

  test('stay apart if a document lists them apart', () => {
    const apart = table('| TIMEOUT | Too slow. |', '| 4012 | Another error. |');
    assert.deepEqual(codesOf(() => false, both, apart)[1], ['TIMEOUT', '4012']);
  });
});

describe('a column that two languages name differently', () => {
  const codes = [1, 2, 3, 4, 5].map((code) => [code, `Error ${code}.`, `错误${code}。`] as const);
  const rows = (...cells: (0 | 1 | 2)[]) =>
    codes.map((texts) => `| ${cells.map((cell) => texts[cell]).join(' | ')} |\n`).join('');
  const fieldsOf = (english: string, chinese: string) => {
    const files = { 'en.md': english, 'zh.md': chinese };
    const documents = read(files, { source: 'en.md' }, { source: 'zh.md', lang: 'zh-CN' });
    unifyColumns(documents);
    const [entry] = documents[1]?.entries ?? [];
    return [entry?.message?.plain, entry?.description?.plain, ...Object.keys(entry?.extra ?? {})];
  };
  const message = `| Code | Error Message |\n|-|-|\n${rows(0, 1)}`;

  test('is one field if the texts are the same', () => {
    const both = `| 错误码 | 英文全文 | 说明 |\n|-|-|-|\n${rows(0, 1, 2)}`;
    assert.deepEqual(fieldsOf(message, both), ['Error 1.', '错误1。']);
  });

  test('is one field if neither document has the other one', () => {
    const description = `| 错误码 | 描述 |\n|-|-|\n${rows(0, 2)}`;
    assert.deepEqual(fieldsOf(message, description), ['错误1。', undefined]);
  });

  test('has the name of the English document', () => {
    const description = `| Code | Description |\n|-|-|\n${rows(0, 1)}`;
    const chinese = `| 错误码 | 错误信息 |\n|-|-|\n${rows(0, 2)}`;
    assert.deepEqual(fieldsOf(description, chinese), [undefined, '错误1。']);
  });

  test('is one field in a table of its own, whatever other tables have', () => {
    const other = (head: string) =>
      `\n# B\n\n| ${head} |\n|-|-|\n${rows(0, 1).replaceAll('| ', '| 9')}`;
    const english = `# A\n\n${message}${other('Code | Description')}`;
    const chinese = `# A\n\n| 错误码 | 描述 |\n|-|-|\n${rows(0, 2)}${other('错误码 | 描述')}`;
    assert.deepEqual(fieldsOf(english, chinese), ['错误1。', undefined]);
    const names = read({ 'en.md': english, 'zh.md': chinese }, { source: 'en.md' });
    assert.equal(names[0]?.entries.at(-1)?.message, undefined);
  });

  test('stays what it is if the other document has both', () => {
    const both = `| Code | Error Message | Description |\n|-|-|-|\n${rows(0, 1, 1)}`;
    const description = `| 错误码 | 描述 |\n|-|-|\n${rows(0, 2)}`;
    assert.deepEqual(fieldsOf(both, description), [undefined, '错误1。']);
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

  test('two headings for the same texts stand for the language they are in', () => {
    const text =
      '| Error Code | 描述 | Description |\n|-|-|-|\n| K1 | 密钥无效。 | The key is invalid. |\n';
    const [en, zh] = read(
      { 'a.md': text },
      { source: 'a.md' },
      { id: 'z', source: 'a.md', lang: 'zh-CN' },
    );
    assert.deepEqual(en?.shown, ['a.md:3 K1 · The key is invalid.']);
    assert.deepEqual(zh?.shown, ['a.md:3 K1 · 密钥无效。']);
  });

  test('a single variant keeps the other column under its heading, with a finding', () => {
    const [zh] = read({ 'a.md': bilingual }, { source: 'a.md', lang: 'zh-CN' });
    assert.deepEqual(zh?.shown, ['a.md:3 1001 · 解析错误 +错误英文描述 +接口']);
    assert.ok(zh?.ids.includes('a.md:1 other-language'));
  });

  test('a single variant keeps the codes that only the other language has', () => {
    const text = 'en:\n  E1: {message: No.}\nzh:\n  E1: {message: 否。}\n  E2: {message: 二。}\n';
    const [en] = read({ 'a.yaml': text }, { source: 'a.yaml', format: 'yaml' });
    assert.deepEqual(en?.shown, [
      'a.yaml:2 E1 No. · +message (zh)',
      'a.yaml:5 E2 · · +message (zh)',
    ]);
    assert.deepEqual(
      en.entries.map(({ extra }) => extra['message (zh)']?.plain),
      ['否。', '二。'],
    );
    assert.ok(en.ids.includes('a.yaml:4 other-language'));
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

  test('a glob without a match, and a path outside the catalog', () => {
    const source = '"source": "content/sources/test/a.md"';
    assert.match(
      problemsWith(source, '"source": "content/sources/test/x/*.md"'),
      /content\/catalogs\.yaml:\d+: error: no file matches content\/sources\/test\/x\/\*\.md/,
    );
    assert.match(
      problemsWith(source, '"source": "content/sources/*/a.md"'),
      /is outside content\/sources\/test\//,
    );
  });

  test('`translates` names a document of the same catalog in the other language', () => {
    const problemOf = (translates: string) => {
      const root = contentOf('translates', [
        { id: 'a', text: table('| E.1 | One. |') },
        { id: 'b', lineage: 'two', text: table('| E.1 | One. |') },
        { id: 'z', lang: 'zh-CN', lineage: 'three', text: table('| E.1 | 一。 |') },
      ]);
      edit(
        root,
        'content/catalogs.yaml',
        '"id": "a",',
        `"id": "a", "translates": "${translates}",`,
      );
      const [line = ''] = runIngest(root, { check: true })
        .report.split('\n')
        .filter((one) => one.includes('translates'));
      return line.replace(/^content\/catalogs\.yaml:\d+: error: /, '');
    };
    assert.match(
      problemOf('other-2024'),
      /^translates: test has no variant other-2024\. Use one of: z\.$/,
    );
    assert.match(problemOf('a'), /^a translates a, which is in the same language\./);
    assert.match(problemOf('b'), /^a translates b, which is in the same language\./);
    assert.equal(problemOf('z'), '');
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
