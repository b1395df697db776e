/**
 * The RST reader and docutils read the same cells in the documents of ../shared/corpus and of content/.
 *
 * UPDATE_DIGESTS=1 records what docutils reads, for machines without docutils. Review it in git.
 */
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import {
  assertSameCells,
  assertSameRandomCells,
  whyNoDocutils,
} from '../oracle/docutils/docutils.ts';
import { type Digest, digestOf, plainTables, plainText } from '../oracle/docutils/plain-cells.ts';
import { readRstFile } from '../oracle/docutils/read-file.ts';

const documents = globSync(['content/sources/*/*.rst', '../shared/corpus/*/*.rst']);
const digestFile = 'tests/oracle/docutils/digests.json';
const digests: Record<string, Digest> = JSON.parse(readFileSync(digestFile, 'utf8'));
const skip = whyNoDocutils();
const pathOf = (name: string) => (name.startsWith('corpus/') ? `../shared/${name}` : name);

describe('the cells that docutils reads', () => {
  test('in every document, asked now', { skip }, () => {
    const answers = Object.entries(assertSameCells(documents));
    if (process.env['UPDATE_DIGESTS']) {
      const recorded = answers
        .map(([path, tables]) => [path.replace('../shared/', ''), digestOf(tables)] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1));
      const json = JSON.stringify(Object.fromEntries(recorded), undefined, 2);
      writeFileSync(digestFile, `${json}\n`);
    }
  });

  for (const [name, digest] of Object.entries(digests)) {
    const missing = existsSync(pathOf(name)) ? false : `${pathOf(name)} does not exist`;
    test(`in ${name}, as recorded`, { skip: missing }, () => {
      assert.deepEqual(digestOf(plainTables(readRstFile(pathOf(name)))), digest);
    });
  }
});

test('every cell begins on its line', () => {
  for (const path of documents) {
    const lines = readFileSync(path, 'utf8').split(/\r?\n/);
    const rows = readRstFile(path).tables.flatMap((table) => [...table.header, ...table.rows]);
    for (const { blocks, line } of rows.flatMap(({ cells }) => cells)) {
      const [word = ''] = /[\p{L}\p{N}]+/u.exec(plainText(blocks)) ?? [];
      assert.ok(lines[line - 1]?.includes(word), `${path}:${line}: ${word}`);
    }
  }
});

test('docutils reads the same cells in 1,500 random tables', { skip }, () => {
  assertSameRandomCells(500);
});
