/** Documents made at random: none crashes, hangs or takes over a reader. `npm run fuzz` makes many more. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeDocument } from '../scripts/ingest/read/decode.ts';
import { checkDocument, checkPages } from './fuzz/check.ts';
import { bytes, document } from './fuzz/documents.ts';
import { heavyDocuments } from './fuzz/heavy.ts';
import { run } from './fuzz/jobs.ts';

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
    { numRuns: 1500, seed },
  );
});

test('any two documents become pages of text', () => {
  let pages = 0;
  fc.assert(
    fc.property(document, document, (left, right) => {
      pages += checkPages(left, right);
    }),
    { numRuns: 300, seed },
  );
  assert.ok(pages > 100, `${pages} pages`);
});

test('documents that grow in one way take time in proportion', () => {
  const problems = heavyDocuments.flatMap(({ name }) => {
    const { problem } = run({ kind: 'heavy', name, size: 20_000 });
    return problem ? [`${name}: ${problem}`] : [];
  });
  assert.deepEqual(problems, []);
});
