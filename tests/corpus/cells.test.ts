/** Nothing is lost between reading and entries: every cell of every row of every document is found again. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readCuration } from '../../scripts/ingest/load/curation.ts';
import { normaliseDocument } from '../../scripts/ingest/normalise/index.ts';
import { plainOf } from '../../scripts/ingest/normalise/rich-text.ts';
import { decodeDocument } from '../../scripts/ingest/read/decode.ts';
import { readDocument } from '../../scripts/ingest/read/index.ts';
import { corpusRoot, projectRoot } from '../support/content.ts';
import { makeVariant } from '../support/make-code.ts';

const { headings } = readCuration(projectRoot);
const documentsIn = (root: string) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(md|rst)$/.test(name))
    .sort()
    .map((name) => join(root, name));

function normalise(file: string) {
  const format = file.endsWith('.rst') ? 'rst' : 'markdown';
  const decoded = decodeDocument(readFileSync(file), file);
  assert.ok('text' in decoded, file);
  const read = readDocument(decoded.text, file, format, headings);
  const lang = file.includes('.zh.') ? 'zh-CN' : 'en';
  const variant = makeVariant({ lang, format, source: file });
  return { read, document: normaliseDocument(read, variant, headings) };
}

function assertNothingLost(file: string): void {
  const { read, document } = normalise(file);
  const kept = new Map<number, string[]>();
  const keep = (line: number, ...texts: string[]) =>
    kept.set(line, [...(kept.get(line) ?? []), ...texts]);
  for (const entry of document.entries) {
    const fields = [
      entry.httpStatus,
      entry.message,
      entry.description,
      entry.solution,
      ...Object.values(entry.extra),
    ];
    keep(
      entry.place.line,
      entry.code,
      ...(entry.aliases ?? []),
      ...fields.flatMap((text) => (text ? [text.plain] : [])),
    );
  }
  for (const { place, cells } of document.unplaced)
    keep(place.line, ...cells.map(({ plain }) => plain));
  let cells = 0;
  for (const table of read.tables) {
    for (const row of table.rows) {
      for (const cell of row.cells) {
        const plain = plainOf(cell.blocks);
        if (plain === '') continue;
        cells += 1;
        const found = kept
          .get(row.line)
          ?.some(
            (text) => text === plain || plain.split('\n').every((part) => text.includes(part)),
          );
        // A row that serves as the header is kept as the headings of its entries.
        const heading = document.entries.some((entry) =>
          [...Object.values(entry.headings), ...Object.keys(entry.extra)].includes(plain),
        );
        assert.ok(
          // A space in a code is removed, and reported.
          found ||
            heading ||
            kept.get(row.line)?.join(' ').includes(plain) ||
            kept.get(row.line)?.includes(plain.replaceAll(' ', '')),
          `${file}:${row.line}: lost “${plain}”`,
        );
      }
    }
  }
  // Documents without a table that has a column of codes are in a shape that is not read yet.
  const unsupported = document.findings.some(
    ({ id }) => id === 'no-table' || id === 'no-code-column',
  );
  assert.ok(cells > 0 || unsupported, file);
}

for (const file of documentsIn(join(projectRoot, 'content', 'sources'))) {
  test(`no cell is lost: ${file.slice(projectRoot.length + 1)}`, () => assertNothingLost(file));
}

if (existsSync(corpusRoot)) {
  for (const file of documentsIn(corpusRoot)) {
    test(`no cell is lost: corpus${file.slice(corpusRoot.length)}`, () => assertNothingLost(file));
  }
} else {
  test('no cell of the corpus is lost', { skip: 'the corpus is not beside the project' }, () => {});
}

/** Rows, entries, rows without a code, and findings by kind of the damaged documents. */
const damaged: Record<string, [number, number, number, string[]]> = {
  'jdcloud-apigateway/damaged/blank-codes.zh.md': [24, 7, 17, ['row-without-code']],
  'jdcloud-apigateway/damaged/extra-cells.zh.md': [77, 77, 0, ['row-long']],
  'jdcloud-apigateway/damaged/placeholder-rows-no-header.zh.md': [
    54,
    54,
    0,
    ['row-duplicate', 'row-orphan'],
  ],
  'sls/alibaba-flattened-rowspan.en.md': [29, 29, 0, ['code-in-notes', 'row-shifted']],
  'sls/alibaba.zh.md': [29, 29, 0, ['row-shifted']],
};
for (const [name, [rows, entries, unplaced, kinds]] of Object.entries(damaged)) {
  test(`damage is a finding with its line: ${name}`, {
    skip: !existsSync(corpusRoot) && 'the corpus is not beside the project',
  }, () => {
    const { document } = normalise(join(corpusRoot, name));
    assert.deepEqual(
      [document.rows, document.entries.length, document.unplaced.length],
      [rows, entries, unplaced],
    );
    assert.deepEqual([...new Set(document.findings.map(({ id }) => id))].sort(), kinds);
    assert.ok(document.findings.every(({ place }) => place.line > 1));
  });
}

test('a row that lost its merged cells inherits them from the row above', {
  skip: !existsSync(corpusRoot) && 'the corpus is not beside the project',
}, () => {
  const { document } = normalise(join(corpusRoot, 'sls/alibaba-flattened-rowspan.en.md'));
  const unauthorized = document.entries.filter(({ code }) => code === 'Unauthorized');
  assert.equal(unauthorized.length, 6);
  assert.deepEqual(
    new Set(unauthorized.map(({ httpStatus }) => httpStatus?.plain)),
    new Set(['401']),
  );
  assert.ok(
    unauthorized.some(({ message }) => message?.plain === 'Your SLS service has been forbidden.'),
  );
});
