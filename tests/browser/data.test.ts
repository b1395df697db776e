/** The data API as it was built: every file fits its schema, and every cell equals the documents. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ApiCode, ApiCodes, ApiIndex, ApiLookup } from '../../src/api/schema.ts';
import { builtFiles, loadBuilt, readBuilt } from '../support/built-site.ts';
import { projectRoot } from '../support/content.ts';
import { bare, readNaively } from '../support/naive-documents.ts';

const load = <T>(path: string) => loadBuilt<T>(`api/v1/${path}`);
const index = load<ApiIndex>('index.json');
const catalogs = index.catalogs.map(({ id }) => load<ApiCodes>(`${id}/codes.json`));
const codes = catalogs.flatMap((catalog) => catalog.codes);

test('every file fits its published schema, as another program sees it', () => {
  const ajv = new Ajv2020({ allErrors: true, strict: true });
  const validators = Object.fromEntries(
    ['index', 'codes', 'code', 'lookup'].map((name) => {
      const schema = load<{ $id: string }>(`schema/${name}.json`);
      assert.match(schema.$id, new RegExp(`/api/v1/schema/${name}\\.json$`));
      return [name, ajv.compile(schema)];
    }),
  );
  const check = (name: string, path: string) => {
    const validate = validators[name];
    assert.ok(validate?.(load(path)), `${path}: ${ajv.errorsText(validate?.errors)}`);
  };
  let files = 0;
  for (const path of builtFiles('api/v1/!(schema)/**/*.json')) {
    const [, name = 'code'] = /(codes|lookup)/.exec(path.slice('api/v1/'.length)) ?? [];
    check(name, path.slice('api/v1/'.length));
    files += 1;
  }
  check('index', 'index.json');
  assert.equal(files, catalogs.length + 2 * codes.length);
  assert.equal(validators['code']?.({ ...codes[0], urls: {} }), false);
});

test('each code’s own file is the same as its place in the list', () => {
  for (const code of codes) {
    assert.deepEqual(load<ApiCode>(`${code.catalog}/${code.slug}.json`), code);
  }
  assert.equal(codes.length, 133);
});

test('the index names every catalog and document, with site and base', () => {
  assert.equal(index.schemaVersion, 1);
  assert.match(index.site, /^https?:\/\//);
  assert.deepEqual(
    index.catalogs.map(({ id, codes: count, url }) => [id, count, url]),
    [
      ['apig', 71, '/api/v1/apig/codes.json'],
      ['jdcloud-apigateway', 62, '/api/v1/jdcloud-apigateway/codes.json'],
    ],
  );
  for (const { variants } of index.catalogs) for (const { licence } of variants) assert.ok(licence);
});

test('every cell of every row of the documents is in the data, and nothing else', () => {
  const documents = readNaively(projectRoot);
  for (const [variant, rows] of Object.entries(documents)) {
    const given = codes.flatMap(({ code, cases }) =>
      cases.flatMap(({ entries }) =>
        entries
          .filter((entry) => entry.variant === variant)
          .map((entry) => ({
            line: entry.place.line,
            row: {
              code: bare(code),
              httpStatus: bare(entry.httpStatus),
              message: bare(entry.message),
              description: bare(entry.description),
              solution: bare(entry.solution),
            },
          })),
      ),
    );
    given.sort((a, b) => a.line - b.line);
    assert.deepEqual(
      given.map(({ row }) => row),
      rows,
      variant,
    );
  }
  assert.deepEqual(
    Object.values(documents).map((rows) => rows.length),
    [71, 45, 35, 78, 63],
  );
});

test('the CSV holds the same rows, with a BOM, and its links lead to pages', () => {
  for (const { id } of index.catalogs) {
    const text = readBuilt(`api/v1/${id}/codes.csv`);
    assert.ok(text.startsWith('\ufeffcatalog,code,case,variant,'));
    const rows = catalogs.find(({ catalog }) => catalog === id)?.codes ?? [];
    const entries = rows.flatMap(({ cases }) => cases.flatMap((item) => item.entries));
    assert.equal(text.split('\r\n').length - 2, entries.length);
  }
});

test('every code has its twins, and the list of its catalog names them', () => {
  const base = `${index.site}${index.base}`;
  for (const { catalog, slug, code, cases } of codes) {
    const list = readBuilt(`llms-${catalog}.txt`);
    for (const locale of ['en', 'zh-cn']) {
      const path = `${locale}/${catalog}/${slug}.md`;
      const text = readBuilt(path);
      assert.match(text, /^---\ntitle: /);
      assert.ok(text.replaceAll('\\', '').includes(`\n# ${code}\n`), path);
      for (const { id } of cases) assert.ok(text.includes(`(./${slug}/#${id})`), `${path} #${id}`);
      assert.ok(list.includes(`(${base}${path})`), `the list lacks ${path}`);
    }
  }
});

test('all.ndjson has every code, one a line', () => {
  const lines = readBuilt('api/v1/all.ndjson').trimEnd().split('\n');
  assert.deepEqual(
    lines.map((line) => JSON.parse(line)),
    codes,
  );
});

test('a twin begins with the meaning and the advice, in the reader’s language', () => {
  const text = readBuilt('zh-cn/apig/apig-0201.md');
  const answer = text.slice(text.indexOf('## `413`'), text.indexOf('## `414`'));
  assert.deepEqual(answer.split('\n\n').slice(0, 9), [
    '## `413` Request entity too large.',
    '**含义**（华为云网页版）',
    '请求body过大(大于12M)',
    '**解决方案**（华为云网页版）',
    '减小请求body大小。',
    '**Meaning** (Open Telekom Cloud 2024-12)',
    'The request body exceeds 12 MB.',
    '**What to do** (Open Telekom Cloud 2024-12)',
    'Reduce the size of the request body.',
  ]);
  assert.ok(text.indexOf('## 各文档原文') > text.lastIndexOf('\n## `'));
});

test('a program that reads llms.txt gets from an error to its case in two fetches of 6 kB', () => {
  const guide = Buffer.from(readBuilt('llms.txt'));
  assert.ok(guide.length <= 10_000);
  const [, pattern = ''] = /(https?:\/\/\S+KEY\.json)/.exec(guide.toString()) ?? [];
  const root = `${index.site}${index.base}`;
  assert.equal(pattern, `${root}api/v1/lookup/KEY.json`);
  let total = 0;
  for (const { code, cases, urls } of codes) {
    const key = code.toLowerCase().replace(/[^a-z0-9]/g, '');
    const path = pattern.slice(root.length).replace('KEY', key);
    const file = Buffer.from(readBuilt(path));
    total += file.length;
    assert.ok(guide.length + file.length <= 6_000, `${path}: ${file.length} bytes`);
    const [found] = (JSON.parse(file.toString()) as ApiLookup).codes;
    assert.equal(found?.url, urls.short);
    assert.deepEqual(
      found?.cases.map(({ id }) => id),
      cases.map(({ id }) => id),
    );
  }
  assert.ok(total / codes.length <= 2_000);
  const [found] = load<ApiLookup>('lookup/apig0201.json').codes;
  assert.deepEqual(
    found?.cases.find(({ httpStatus }) => httpStatus?.includes('413')),
    {
      id: '413-request-entity-too-large',
      httpStatus: ['413'],
      message: 'Request entity too large.',
      en: {
        variant: 'otc-2024-12',
        meaning: 'The request body exceeds 12 MB.',
        solution: 'Reduce the size of the request body.',
      },
      'zh-CN': {
        variant: 'huaweicloud-web',
        meaning: '请求body过大(大于12M)',
        solution: '减小请求body大小。',
      },
    },
  );
});
