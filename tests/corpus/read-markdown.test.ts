/** The Markdown reader on vendors' documents: no cell is lost, damage is reported with its line. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, test } from 'node:test';
import { decodeDocument } from '../../scripts/ingest/read/decode.ts';
import { readMarkdown } from '../../scripts/ingest/read/markdown/read-markdown.ts';
import type { ReadResult, Table } from '../../src/model/document.ts';
import { corpusRoot, projectRoot } from '../support/content.ts';
import { bare, naiveHtmlRows, naivePipeRows, plainCell, textOf } from '../support/naive-tables.ts';

const decode = (path: string): string => {
  const decoded = decodeDocument(readFileSync(path), path);
  assert.ok('text' in decoded);
  return decoded.text;
};
const read = (path: string): ReadResult => readMarkdown(decode(path), path);
const source = (name: string) => join(projectRoot, 'content/sources', name);
const rowsOf = ({ tables }: ReadResult) =>
  tables.flatMap(({ header, rows }) => [...header, ...rows]);
const texts = (table: Table | undefined) =>
  table?.rows.map(({ cells }) => cells.map(({ blocks }) => textOf(blocks)));
const captions = ({ tables }: ReadResult) =>
  tables.map(({ caption = [] }) => textOf([{ type: 'paragraph', children: caption }]));
const found = ({ findings }: ReadResult) => findings.map(({ id, place }) => `${place.line} ${id}`);

describe('the real documents', () => {
  test('the web page has 78 rows of five cells, two of them joined', () => {
    const result = read(source('apig/huaweicloud-web.zh.md'));
    const [table] = result.tables;
    assert.equal(result.tables.length, 1);
    assert.equal(table?.rows.length, 78);
    assert.ok(rowsOf(result).every(({ cells }) => cells.length === 5));
    assert.equal(new Set(texts(table)?.map(([code]) => code)).size, 71);
    assert.deepEqual(found(result), ['6 table-recovered', '8 row-joined', '21 row-joined']);
    assert.deepEqual(
      result.findings.slice(1).map(({ code, message }) => `${code}: ${message}`),
      [
        'APIG.0101: row APIG.0101 has 4 of 5 cells; the next line was joined to it',
        'APIG.0201: row APIG.0201 has 4 of 5 cells; the next line was joined to it',
      ],
    );
    const joined = table?.rows.filter(({ line }) => line === 8 || line === 21) ?? [];
    for (const { cells } of joined) {
      assert.equal(textOf(cells[4]?.blocks ?? []), '具体操作请参见常见问题。');
    }
    assert.deepEqual(
      result.notes.map(({ line, block }) => [line, block.type]),
      [
        [1, 'paragraph'],
        [4, 'list'],
      ],
    );
    assert.match(textOf(result.notes.map(({ block }) => block)), /使用APIG错误码时/);
  });

  test('the user guide has 35 rows of five cells under its caption', () => {
    const result = read(source('apig/huaweicloud-2018-12.zh.md'));
    assert.deepEqual(captions(result), ['表 1  错误码']);
    assert.equal(result.tables[0]?.rows.length, 35);
    assert.ok(rowsOf(result).every(({ cells }) => cells.length === 5));
    assert.equal(new Set(texts(result.tables[0])?.map(([code]) => code)).size, 30);
    assert.deepEqual(result.findings, []);
    const row = result.tables[0]?.rows.find(
      ({ cells }) => textOf(cells[0]?.blocks ?? []) === 'APIG.0607',
    );
    assert.ok(row?.cells.some(({ blocks }) => blocks.length === 2));
    assert.match(JSON.stringify(row), /"emphasis"/);
  });

  test('JD Cloud has 24 and 39 rows of four cells under their captions', () => {
    const result = read(source('jdcloud-apigateway/jdcloud.en.md'));
    assert.deepEqual(captions(result), [
      'Table 1. General Error Code',
      'Table 2. Console Error Code',
    ]);
    assert.deepEqual(
      result.tables.map(({ rows }) => rows.length),
      [24, 39],
    );
    assert.ok(rowsOf(result).every(({ cells }) => cells.length === 4));
    const codes = result.tables.flatMap((table) => texts(table)?.map(([code]) => code));
    assert.equal(new Set(codes).size, 62);
    assert.deepEqual(result.findings, []);
  });

  test('no character of the damaged page is lost', () => {
    const path = source('apig/huaweicloud-web.zh.md');
    const lines = decode(path).split('\n');
    const result = read(path);
    const notes = result.notes.map(({ block }) => textOf([block]));
    const cells = rowsOf(result).flatMap((row) => row.cells.map((cell) => plainCell(cell).text));
    assert.equal(bare(notes.join('')), bare(lines.slice(0, 5).join('')));
    assert.equal(bare(cells.join('')), bare(lines.slice(5).join('')));
  });
});

describe('the corpus', () => {
  const files = globSync('**/*.md', { cwd: corpusRoot }).sort();
  const joins = 'oss/alibaba-broken-rows.zh.md';

  test('is there', () => assert.ok(files.length >= 18));

  for (const file of files) {
    test(`${file}: no cell is lost`, () => {
      const path = join(corpusRoot, file);
      const text = decode(path);
      const result = readMarkdown(text, relative(projectRoot, path));
      if (file === joins) return compareCharacters(text, result);
      const naive = [...naiveHtmlRows(text), ...naivePipeRows(text)]
        .filter((cells) => cells.length > 0)
        .sort((a, b) => (a[0]?.line ?? 0) - (b[0]?.line ?? 0));
      const actual = rowsOf(result).map(({ cells }) =>
        cells.filter(({ spanned }) => !spanned).map(plainCell),
      );
      const clean = (rows: typeof naive) =>
        rows.map((cells) => cells.map((cell) => ({ line: cell.line, text: bare(cell.text) })));
      // A document without a table is in a shape that is not read yet.
      assert.ok(actual.length > 0 || naive.length === 0);
      assert.deepEqual(clean(actual), clean(naive));
    });
  }

  /** A file whose rows go on over lines: every character of its table is in a cell, in order. */
  function compareCharacters(text: string, result: ReadResult): void {
    const [table] = result.tables;
    assert.equal(table?.rows.length, 42);
    const lines = text.split('\n').slice(table.line - 1);
    const end = lines.findIndex((line) => line.startsWith('#'));
    const raw = lines.slice(0, end).filter((_, index) => index !== 1);
    const cells = rowsOf(result).flatMap((row) => row.cells.map((cell) => plainCell(cell).text));
    // Twice, as the addresses of links hold spaces.
    const twice = (list: string[]) => bare(list.map(bare).join(''));
    const [actual, expected] = [twice(cells), twice(raw)];
    assert.equal(actual.length, expected.length);
    assert.ok(actual === expected);
  }

  test('damage is reported with its line', () => {
    const damaged = ['jdcloud-apigateway/damaged/placeholder-rows-no-header.zh.md', joins];
    const findings = damaged.flatMap((file) =>
      found(read(join(corpusRoot, file))).map((each) => `${file}:${each}`),
    );
    assert.deepEqual(findings, [
      'jdcloud-apigateway/damaged/placeholder-rows-no-header.zh.md:48 row-orphan',
      'jdcloud-apigateway/damaged/placeholder-rows-no-header.zh.md:54 row-orphan',
      'jdcloud-apigateway/damaged/placeholder-rows-no-header.zh.md:60 row-orphan',
      'jdcloud-apigateway/damaged/placeholder-rows-no-header.zh.md:66 row-orphan',
      `${joins}:42 table-recovered`,
      `${joins}:113 row-joined`,
      `${joins}:137 row-joined`,
      `${joins}:145 row-joined`,
      `${joins}:153 row-joined`,
    ]);
  });

  test('spans are filled: every row is as wide as its header', () => {
    for (const file of ['vpc/huaweicloud-rowspan.zh.md', 'dew/huaweicloud-mixed-newlines.zh.md']) {
      const [table] = read(join(corpusRoot, file)).tables;
      const width = table?.header[0]?.cells.length;
      assert.ok(table?.rows.every(({ cells }) => cells.length === width));
      assert.ok(table?.rows.some(({ cells }) => cells[0]?.spanned === 'row'));
    }
  });
});
