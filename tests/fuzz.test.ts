/** Documents and texts made at random: none crashes, hangs or takes over a reader or the search. `npm run fuzz` makes many more. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeDocument } from '../scripts/ingest/read/decode.ts';
import { readMarkdown } from '../scripts/ingest/read/markdown/read-markdown.ts';
import { plainBlocks } from '../scripts/ingest/read/rich-text.ts';
import { checkDocument, checkPages } from './fuzz/check.ts';
import { bytes, document } from './fuzz/documents.ts';
import { heavyNames, run } from './fuzz/jobs.ts';

const seed = 20261121;

test('any bytes are decoded or refused with the line of the bad one', () => {
  fc.assert(
    fc.property(bytes, (data) => {
      const decoded = decodeDocument(data, 'a.md');
      if ('error' in decoded) assert.ok(decoded.error.place.line >= 1);
      else assert.ok(!/[\0\r]/.test(decoded.text));
    }),
    { numRuns: 500, seed },
  );
});

test('any document is read and normalised', () => {
  fc.assert(
    fc.property(document, (any) => {
      checkDocument(any);
    }),
    { numRuns: 800, seed },
  );
});

test('any two documents become pages of text', () => {
  let pages = 0;
  fc.assert(
    fc.property(document, document, (left, right) => {
      pages += checkPages(left, right);
    }),
    { numRuns: 150, seed },
  );
  assert.ok(pages > 50, `${pages} pages`);
});

for (const kind of ['texts', 'places', 'unknown', 'found'] as const) {
  test(`any text: ${kind}`, () => {
    assert.equal(run({ kind, seed, runs: 400 }).problem, undefined);
  });
}

test('what grows in one way takes time in proportion', () => {
  // One of eight here; `npm run fuzz` takes all, and larger ones.
  const problems = heavyNames.flatMap((name, index) => {
    if (index % 8 !== 0) return [];
    const { problem } = run({ kind: 'heavy', name, size: 20_000 });
    return problem ? [`${name}: ${problem}`] : [];
  });
  assert.deepEqual(problems, []);
});

test('a nested link of 1 MB loses nothing', () => {
  const depth = 160_000;
  const text = `${'['.repeat(depth)}a${'](b)'.repeat(depth)}`;
  const { tables } = readMarkdown(`|Code|Text|\n|-|-|\n|A.1|${text}|`, 'a.md');
  const cell = tables[0]?.rows[0]?.cells[1];
  const plain = plainBlocks(cell?.blocks ?? []);
  // One link at most goes; its address is in the tree.
  assert.ok(plain.length >= text.length - '[](b)'.length, `${plain.length} of ${text.length}`);
});
