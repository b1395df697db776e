/**
 * Real histories, document after document: every row of a table that changed is in the review. Which
 * rows changed is found by reading the tables with a few regular expressions.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { reviewFiles } from '../../scripts/review/review-sides.ts';
import { corpusRoot, projectRoot } from '../support/content.ts';
import { naiveGridRows, naiveHtmlRows, naivePipeRows } from '../support/naive-tables.ts';

const histories = {
  ecs: ['otc-2022-07.en.rst', 'otc-2024-08.en.rst', 'otc-2024-12.en.rst', 'otc-2026-02.en.rst'],
  'apig-management': ['otc-2023-10', 'otc-2023-11', 'otc-2024-11', 'otc-2025-03'].map(
    (name) => `${name}.en.rst`,
  ),
  iotdb: ['1.2.en.md', '1.3.en.md', 'latest.en.md'],
  'apig in Chinese': ['huaweicloud-2020-05.zh.md', 'huaweicloud-2021-09.zh.md'],
  'iotdb in Chinese': ['1.2.zh.md', '1.3.zh.md', 'latest.zh.md'],
};

/** Rows of a document by code: texts of their cells, without marks of emphasis. */
function readRows(file: string): Map<string, string[][]> {
  const text = readFileSync(file, 'utf8');
  const rows = file.endsWith('.rst')
    ? naiveGridRows(text)
    : [...naivePipeRows(text), ...naiveHtmlRows(text)].map((row) => row.map((cell) => cell.text));
  const bare = rows.map((row) =>
    row.map((cell) =>
      cell
        .replace(/[*\\`]+/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    ),
  );
  const codeOf = (row: string[]) =>
    row.find((cell) => /^[A-Za-z]+\.\d+$/.test(cell)) ?? row[0] ?? '';
  return Map.groupBy(
    bare.filter((row) => /\d/.test(codeOf(row))),
    codeOf,
  );
}

describe('reviews of real histories', {
  skip: !existsSync(corpusRoot) && 'no ../shared/corpus',
}, () => {
  for (const [name, documents] of Object.entries(histories))
    for (const [index, document] of documents.slice(1).entries())
      test(`${name}, ${document}: every changed row is in the review`, () => {
        const folder = join(corpusRoot, name.replace(/ .*/, ''));
        const files = [documents[index] ?? '', document];
        const [older, newer] = files.map((file) => readRows(join(folder, file)));
        const keyOf = (rows?: string[][]) =>
          (rows ?? [])
            .map((row) => row.join('|'))
            .sort()
            .join('\n');
        const codes = [...new Set([...(older?.keys() ?? []), ...(newer?.keys() ?? [])])];
        const changed = codes.filter((code) => keyOf(older?.get(code)) !== keyOf(newer?.get(code)));
        const [left = '', right = ''] = files;
        const {
          documents: [review],
        } = reviewFiles(folder, projectRoot, { file: left }, { file: right });
        const reviewed = new Set([
          ...(review?.changes ?? []).map(({ code }) => code),
          ...(review?.renamed ?? []).flatMap(({ from, to }) => [from, to]),
        ]);
        assert.deepEqual(
          changed.filter((code) => !reviewed.has(code)),
          [],
        );
        assert.deepEqual(
          [...reviewed].filter((code) => !changed.includes(code)),
          [],
        );
      });
});
