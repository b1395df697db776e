/**
 * The RST reader: fixtures, the Open Telekom Cloud documents, docutils as the oracle.
 *
 * UPDATE_FIXTURES=1 writes the expected results of the fixtures anew, UPDATE_DIGESTS=1 the digests of
 * what docutils reads (which needs docutils and the corpus). Review both in git.
 */
import assert from 'node:assert/strict';
import { existsSync, globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readRst } from '../../../../scripts/ingest/read/rst/read-rst.ts';
import type { Cell, ReadResult, Table } from '../../../../src/model/document.ts';
import { askDigests, askDocutils, whyNoDocutils } from '../../../oracle/docutils/docutils.ts';
import {
  type Digest,
  digestOf,
  plainTables,
  plainText,
} from '../../../oracle/docutils/plain-cells.ts';
import { randomDocument } from '../../../oracle/docutils/random-tables.ts';

const read = (path: string) =>
  readRst(
    readFileSync(path, 'utf8')
      .replace(/^\ufeff/, '')
      .replace(/\r\n?/g, '\n'),
    path,
  );
const tableOf = ({ tables }: ReadResult): Table => {
  assert.equal(tables.length, 1);
  return tables[0] as Table;
};
const texts = (cells: Cell[] | undefined) => cells?.map(({ blocks }) => plainText(blocks));
const allCells = ({ tables }: ReadResult) =>
  tables.flatMap(({ header, rows }) => [...header, ...rows].flatMap(({ cells }) => cells));

describe('fixtures', () => {
  const folder = 'tests/fixtures/read-rst';
  for (const name of readdirSync(folder).sort()) {
    test(name, () => {
      const result = readRst(readFileSync(`${folder}/${name}/input.rst`, 'utf8'), 'input.rst');
      const actual = `${JSON.stringify(result, undefined, 2)}\n`;
      const path = `${folder}/${name}/expected.json`;
      if (process.env['UPDATE_FIXTURES']) writeFileSync(path, actual);
      assert.equal(actual, readFileSync(path, 'utf8'));
      if (name.startsWith('damaged-')) assert.notEqual(result.findings.length, 0);
      else assert.deepEqual(result.findings, []);
    });
  }
});

describe('the Open Telekom Cloud documents', () => {
  const newer = read('content/sources/apig/otc-2024-12.en.rst');
  const older = read('content/sources/apig/otc-2023-10.en.rst');
  const columns = ['Error Code', 'Error Message', 'HTTP Status Code', 'Description', 'Solution'];

  test('have 71 and 45 rows of five cells under one header', () => {
    for (const [result, rows] of [[newer, 71] as const, [older, 45] as const]) {
      const table = tableOf(result);
      assert.deepEqual(
        table.header.map((row) => texts(row.cells)),
        [columns],
      );
      assert.equal(table.rows.length, rows);
      assert.ok(table.rows.every(({ cells }) => cells.length === 5));
      assert.deepEqual(result.findings, []);
    }
  });

  test('keep caption, paragraphs, emphasis and line', () => {
    const { caption, rows } = tableOf(newer);
    assert.deepEqual(caption, [
      { type: 'strong', children: [{ type: 'text', value: 'Table 1' }] },
      { type: 'text', value: ' Error codes' },
    ]);
    const row = rows.find(({ cells }) => texts(cells)?.[0] === 'APIG.0607');
    const placeholder = { type: 'emphasis', children: [{ type: 'text', value: 'xxx' }] };
    assert.equal(row?.line, 102);
    assert.deepEqual(row?.cells[3]?.blocks, [
      {
        type: 'paragraph',
        children: [
          { type: 'text', value: 'The protocol is not supported. Only ' },
          placeholder,
          { type: 'text', value: ' is supported.' },
        ],
      },
      {
        type: 'paragraph',
        children: [
          placeholder,
          { type: 'text', value: ' is subject to the actual value in the response.' },
        ],
      },
    ]);
    const [paragraph] = rows[0]?.cells[4]?.blocks ?? [];
    assert.ok(paragraph?.type === 'paragraph');
    const strong = { type: 'strong', children: [{ type: 'text', value: 'X-Stage' }] };
    assert.deepEqual(
      paragraph.children.filter((child) => child.type === 'strong'),
      [strong],
    );
  });

  test('have title, introduction and note as notes', () => {
    assert.deepEqual(
      newer.notes.map(({ line, block }) => [line, block.type]),
      [
        [5, 'paragraph'],
        [8, 'paragraph'],
        [12, 'list'],
      ],
    );
  });
});

const documents = [
  ...globSync('content/sources/*/*.rst'),
  ...globSync('../shared/corpus/*/*.rst'),
].map((path) => path.replaceAll('\\', '/'));
const digestFile = 'tests/oracle/docutils/digests.json';
const shortName = (path: string) => path.replace('../shared/', '');

describe('docutils', () => {
  if (process.env['UPDATE_DIGESTS']) {
    const digests = Object.entries(askDigests(documents))
      .map(([path, digest]) => [shortName(path), digest] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    writeFileSync(digestFile, `${JSON.stringify(Object.fromEntries(digests), undefined, 2)}\n`);
  }
  const digests: Record<string, Digest> = JSON.parse(readFileSync(digestFile, 'utf8'));

  for (const [name, digest] of Object.entries(digests)) {
    const path = name.startsWith('corpus/') ? `../shared/${name}` : name;
    const skip = existsSync(path) ? false : `${path} is not there`;
    test(`reads the same cells in ${name}`, { skip }, () => {
      assert.deepEqual(digestOf(plainTables(read(path))), digest);
    });
  }

  const skip = whyNoDocutils() ?? false;

  test('asked now, reads the same cells in every document and fixture', { skip }, () => {
    // What is damaged is mended here and refused there; "own-" is what docutils drops.
    const fixtures = globSync('tests/fixtures/read-rst/*/input.rst').filter(
      (path) => !/[\\/](?:damaged|own)-[^\\/]*[\\/]/.test(path),
    );
    for (const [path, tables] of Object.entries(askDocutils([...documents, ...fixtures]))) {
      assert.deepEqual(plainTables(read(path)), tables, path);
    }
  });

  test('asked now, reads the same cells in random tables', { skip }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'random-tables-'));
    try {
      const paths = Array.from({ length: 100 }, (_, seed) => join(folder, `${seed}.rst`));
      await Promise.all(paths.map((path, seed) => writeFile(path, randomDocument(seed))));
      for (const [path, tables] of Object.entries(askDocutils(paths))) {
        const result = read(path);
        assert.deepEqual(plainTables(result), tables, path);
        assert.deepEqual(result.findings, [], path);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

test('every cell begins on its line', () => {
  for (const path of documents) {
    const lines = readFileSync(path, 'utf8').split(/\r?\n/);
    for (const { blocks, line } of allCells(read(path))) {
      const [word = ''] = /[\p{L}\p{N}]+/u.exec(plainText(blocks)) ?? [];
      assert.ok(lines[line - 1]?.includes(word), `${path}:${line}: ${word}`);
    }
  }
});
