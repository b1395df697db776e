/**
 * The cases of shared/cases/reading, from the registry to the pages: each gives the answer of its
 * note, transcribed by hand. A catalog is a case, or one document of a case with several.
 */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { runIngest } from '../../scripts/ingest/run.ts';
import type { Code } from '../../src/model/case.ts';
import type { Format } from '../../src/model/format.ts';
import type { VariantReport } from '../../src/model/registry.ts';
import { contentOf, corpusRoot } from '../support/content.ts';

const casesRoot = join(corpusRoot, '..', 'cases', 'reading');

interface Expected {
  /** Codes with their aliases: `4003=DB_X`; in parentheses the number of cases if it is not 1. */
  codes: string;
  /** Texts of rows: `lang code field: text`; the field may be the heading of another column. */
  texts?: string[];
  /** Ids of findings, in any order. */
  findings?: string[];
  /** Differences: `code field rule severity`. */
  differences?: string[];
}

const expected: Record<string, Expected> = {
  'bilingual-in-one-table': {
    codes: '1008001 1008002',
    texts: [
      'en 1008001 description: parameter parse error',
      'zh-CN 1008001 description: 参数解析错误',
    ],
    findings: ['column-unknown', 'column-unknown'],
  },
  'c-macro-catalog': {
    codes: '-4003=DB_ARRAY_OUT_OF_RANGE -4012=DB_TIMEOUT',
    texts: ['en -4003 SQLSTATE: 42000', 'en -4003 message: Array index out of range'],
    findings: ['column-unknown', 'column-unknown'],
  },
  'chinese-ten-thousand': { codes: 'E.1 E.2' },
  'code-and-status-in-one-cell': {
    codes: 'InvalidParameterValue Success',
    texts: ['en Success httpStatus: 200', 'en InvalidParameterValue httpStatus: 400'],
    findings: ['code-column-guessed'],
  },
  'code-with-inner-space': {
    codes: '400=10100 BWLIST_006 MaxMessageLengthExceeded Not+Found',
    texts: ['en Not+Found description: The resource does not exist.'],
    findings: ['code-joined', 'code-joined'],
  },
  'column-in-one-language-only': {
    codes: 'E.1 E.2',
    texts: ['zh-CN E.1 description: 服务器错误。'],
  },
  'cross-language-repeated-code': { codes: 'ResourceInUse(2)' },
  'dash-cell': { codes: 'E.1 E.2' },
  'define-block': {
    codes: '601=ER_DEMO_SANITY_ERROR 602=ER_DEMO_NOT_SUPPORT',
    texts: ['en 601 message: Sanity error: %s'],
  },
  'heading-per-code': {
    codes: '4003 4004 ORA-01000',
    texts: [
      'en 4004 SQLSTATE: 08S01',
      'en 4003 message: Array index out of range',
      'en 4003 description: The array index is out of range.',
      'en 4004 solution: Switch to an idle port.',
      'zh-CN 4003 solution: 请联系技术支持人员协助排查。',
      'zh-CN ORA-01000 description: 超过最多允许打开的游标数。',
    ],
    findings: ['shape-detected', 'shape-detected', 'table-without-codes'],
    differences: ['4004 presence content', 'ORA-01000 presence content'],
  },
  'html-page/input-dl': {
    codes: 'E.0001 E.0002',
    texts: ['en E.0002 description: The second error.'],
    findings: ['shape-detected'],
  },
  'html-page/input-heading': {
    codes: 'E.0001 E.0002',
    texts: ['en E.0001 description: the first.', 'en E.0001 solution: retry.'],
    findings: ['shape-detected'],
  },
  'html-page/input-page': {
    codes: 'E.0001 E.0002',
    texts: ['en E.0001 description: First a|b second paragraph'],
  },
  'http-status-taken-as-code': {
    codes: 'SVC.0001 SVC.0002',
    texts: ['en SVC.0002 httpStatus: 400', 'en SVC.0001 message: Fail to parse request.'],
    findings: ['code-column-guessed'],
  },
  'json-catalog': {
    codes: 'E.0001 E.0002',
    texts: [
      'en E.0001 message: First.',
      'zh-CN E.0002 message: 第二。',
      'en E.0002 httpStatus: 404',
    ],
  },
  'list-per-code': {
    codes: '8001 8002',
    texts: [
      'en 8001 description: The memory used by the request exceeds the threshold limit.\nIncrease the memory limit by configuring mem-quota.',
    ],
    findings: ['shape-detected'],
  },
  'paragraphs-per-code': {
    codes: 'DEMO-00011 DEMO-00012',
    texts: [
      'en DEMO-00011 message: hash table corrupted',
      'en DEMO-00012 SQLSTATE: 54000',
      'en DEMO-00011 description: The hash table is damaged.',
      'en DEMO-00011 solution: Contact technical support.',
    ],
    findings: ['shape-detected'],
  },
  'placeholder-name-translated': { codes: 'E.3807' },
  'repeat-ignores-unmapped-column': { codes: 'MK:0012(2)' },
  'response-code-taken-as-code': {
    codes: 'svc.0001 svc.0002 svc.0003',
    texts: ['en svc.0002 httpStatus: 400', 'en svc.0003 httpStatus: 404'],
  },
  'rst-comment-table': { codes: 'A.1' },
  'rst-header-rows': { codes: 'A.1 A.2', findings: ['markup-odd'] },
  'rst-other/input-csv-table': {
    codes: 'E.0001 E.0002',
    texts: ['en E.0001 description: First, with comma'],
  },
  'rst-other/input-definition-list': {
    codes: 'E.0001 E.0002',
    texts: ['en E.0001 description: The first error.', 'en E.0001 solution: retry.'],
    findings: ['shape-detected'],
  },
  'rst-other/input-field-list': {
    codes: 'E.0001 E.0002',
    texts: ['en E.0002 description: The second error.', 'en E.0002 solution: stop.'],
    findings: ['shape-detected'],
  },
  'rst-other/input-list-table': {
    codes: 'E.0001 E.0002',
    texts: ['en E.0002 description: Second, see here.'],
  },
  'slug-sign-collision': {
    codes: '-1012 1012',
    texts: ['en -1012 description: The request timed out.'],
  },
  'status-code-table': {
    codes: '200=SUCCESS_STATUS 201=INCOMPATIBLE_VERSION 500=DATABASE_NOT_EXIST',
    texts: ['en 500 description: Database does not exist', 'zh-CN 201 description: 版本不兼容'],
    findings: ['status-as-code', 'status-as-code'],
    differences: ['200 description content', '500 presence content'],
  },
  'status-with-phrase': { codes: 'AccessDenied NoSuchKey' },
  'table-per-code': {
    codes: 'E.0001 E.0002',
    texts: ['en E.0001 description: The first error.', 'en E.0002 solution: Stop.'],
    findings: ['shape-detected'],
  },
  'toml-catalog': {
    codes: 'DEMO:Backup:ErrChecksumMismatch DM-database-10001',
    texts: [
      'en DEMO:Backup:ErrChecksumMismatch message: backup checksum mismatch',
      'en DM-database-10001 message: database driver error',
      'en DM-database-10001 solution: Please check the database connection.',
    ],
    findings: ['column-unknown'],
  },
  'translated-headings-differ': {
    codes: '7004=AV_ERR_DEMO',
    texts: [
      'en 7004 description: The network is unstable. Check it.',
      'zh-CN 7004 description: 网络状态不稳定，请检查。',
    ],
  },
  'two-codes-two-columns/input': { codes: '0x1000=INVALID_PARAMETER,4096' },
  'two-codes-two-columns/input2': { codes: '4000=10000,10010(2)' },
  'two-explaining-columns': {
    codes: '650',
    texts: [
      'en 650 description: The SSL engine cannot be set.',
      'zh-CN 650 description: 无法设置SSL引擎',
    ],
  },
  'type-taken-as-message': {
    codes: '70001 70002',
    texts: ['en 70001 Type: Account system', 'en 70001 description: The signature has expired.'],
  },
  'unknown-headings': {
    codes: '0x8000000B',
    texts: [
      'en 0x8000000B message: Unable to establish connection',
      'en 0x8000000B description: 1. Network is unreachable',
      'zh-CN 0x8000000B solution: 1. 检查网络',
    ],
  },
};

const formats: Record<string, Format> = {
  md: 'markdown',
  rst: 'rst',
  html: 'html',
  json: 'json',
  toml: 'toml',
  def: 'c',
};

/** Builds a project of the given cases: one catalog each, its documents the files of the case. */
function ingestCases(names: string[]) {
  const root = contentOf('cases', []);
  const catalogs = names.map((name) => {
    const [folder = '', one = ''] = name.split('/');
    const id = name.replaceAll('/', '-').toLowerCase();
    mkdirSync(join(root, 'content/sources', id), { recursive: true });
    const files = readdirSync(join(casesRoot, folder))
      .filter((file) => (one === '' ? file.startsWith('input') : file.startsWith(`${one}.`)))
      .sort();
    const variants = files.flatMap((file) => {
      const source = `content/sources/${id}/${file}`;
      writeFileSync(join(root, source), readFileSync(join(casesRoot, folder, file)));
      const isBilingual = ['bilingual-in-one-table', 'json-catalog'].includes(folder);
      const languages = isBilingual ? ['en', 'zh-CN'] : [/\.zh\./.test(file) ? 'zh-CN' : 'en'];
      const text = { en: 'Case', 'zh-CN': '案例' };
      return languages.map((lang) => ({
        id: lang.toLowerCase(),
        lang,
        publisher: text,
        title: 'Codes',
        edition: text,
        lineage: lang.toLowerCase(),
        format: formats[file.split('.').at(-1) ?? ''] ?? 'markdown',
        source,
        licence: 'none',
        redistribute: true,
      }));
    });
    const title = { en: name, 'zh-CN': name };
    return { id, title, description: title, variants };
  });
  writeFileSync(join(root, 'content/catalogs.yaml'), JSON.stringify(catalogs));
  return { root, ...runIngest(root, {}) };
}

test('unsupported formats are named', () => {
  const { exitCode, report } = ingestCases(['asciidoc', 'dita']);
  assert.equal(exitCode, 1);
  for (const format of ['AsciiDoc', 'DITA'])
    assert.match(report, new RegExp(`format not supported: ${format}`));
});

const { root, exitCode, report } = ingestCases(Object.keys(expected));

test('every case has an expectation, and all are ingested', () => {
  const folders = Object.keys(expected).map((name) => name.split('/')[0]);
  assert.deepEqual(
    [...new Set([...folders, 'asciidoc', 'dita'])].sort(),
    readdirSync(casesRoot).sort(),
  );
  assert.equal(exitCode, 0, report);
});

for (const [name, { codes: list, texts = [], findings = [], differences = [] }] of Object.entries(
  expected,
)) {
  test(name, () => {
    const id = name.replaceAll('/', '-').toLowerCase();
    const load = (folder: string) =>
      JSON.parse(readFileSync(join(root, 'src/content', folder, `${id}.json`), 'utf8'));
    const { codes } = load('codes') as { codes: Code[] };
    const { variants } = load('variants') as { variants: VariantReport[] };
    const shown = codes.map(({ code, cases }) => {
      const aliases = new Set(
        cases.flatMap(({ entries }) => entries.flatMap((entry) => entry.aliases ?? [])),
      );
      const names = [...aliases].join(',');
      return `${code.replaceAll(' ', '+')}${names ? `=${names}` : ''}${cases.length === 1 ? '' : `(${cases.length})`}`;
    });
    assert.deepEqual(shown, list.split(' ').filter(Boolean));
    const ids = variants.flatMap((variant) => variant.findings.map((finding) => finding.id));
    assert.deepEqual(ids.sort(), findings.toSorted());
    const found = codes.flatMap(({ code, differences }) =>
      differences.map(({ field, severity }) => `${code} ${field} ${severity}`),
    );
    assert.deepEqual(found, differences);
    for (const text of texts) {
      const [, lang, spelled = '', field = '', plain] =
        /^(\S+) (\S+) (.+?): (.*)$/s.exec(text) ?? [];
      const code = codes.find((one) => one.code === spelled.replaceAll('+', ' '));
      const entry = code?.cases
        .flatMap(({ entries }) => entries)
        .find(({ variant }) => variant === lang?.toLowerCase());
      const value = entry?.[field as 'message'] ?? entry?.extra[field];
      assert.equal(value?.plain, plain, text);
      // The page shows descriptions and solutions.
      if (!['description', 'solution'].includes(field)) continue;
      for (const locale of ['en', 'zh-cn']) {
        const page = readFileSync(
          join(root, 'src/content/docs', locale, id, `${code?.slug}.mdx`),
          'utf8',
        );
        assert.ok(
          page.replace(/[\\`]/g, '').includes(plain?.split('\n')[0]?.replace(/\.$/, '') ?? ''),
          `${text} in ${locale}`,
        );
      }
    }
  });
}
