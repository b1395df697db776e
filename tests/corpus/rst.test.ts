/**
 * The RST reader and docutils read the same cells in the documents of ../shared/corpus and of content/.
 *
 * UPDATE_DIGESTS=1 records what docutils reads, for machines without docutils. Review it in git.
 */
import assert from 'node:assert/strict';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { askDocutils, whyNoDocutils } from '../oracle/docutils/docutils.ts';
import { type Digest, digestOf, plainTables, plainText } from '../oracle/docutils/plain-cells.ts';
import { randomDocument } from '../oracle/docutils/random-tables.ts';
import { readRstFile } from '../oracle/docutils/read-file.ts';

const documents = globSync(['content/sources/*/*.rst', '../shared/corpus/*/*.rst']);
const digestFile = 'tests/oracle/docutils/digests.json';
const digests: Record<string, Digest> = JSON.parse(readFileSync(digestFile, 'utf8'));
const pathOf = (name: string) => (name.startsWith('corpus/') ? `../shared/${name}` : name);

describe('the cells that docutils reads', () => {
  const skip = whyNoDocutils() ?? false;

  test('in every document, asked now', { skip }, () => {
    const answers = Object.entries(askDocutils(documents));
    for (const [path, tables] of answers) {
      assert.deepEqual(plainTables(readRstFile(path)), tables, path);
    }
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

test('docutils reads the same cells in 1,500 random tables', {
  skip: whyNoDocutils() ?? false,
}, (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'random-tables-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const paths = Array.from({ length: 500 }, (_, seed) => join(folder, `${seed}.rst`));
  for (const [seed, path] of paths.entries()) writeFileSync(path, randomDocument(seed));
  for (const [path, tables] of Object.entries(askDocutils(paths))) {
    assert.deepEqual(plainTables(readRstFile(path)), tables, path);
  }
});
