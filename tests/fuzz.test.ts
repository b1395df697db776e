/** Random documents and texts: no reader throws, and what is read is text. `npm run fuzz` makes many more. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeDocument } from '../scripts/ingest/read/decode.ts';
import { checkDocument, checkPages } from './fuzz/check.ts';
import { checkFound, checkPlaces, checkText, checkUnknown } from './fuzz/check-text.ts';
import { bytes, document } from './fuzz/documents.ts';
import { runs, seed } from './fuzz/runs.ts';
import { codeInNoise, shortText, text, unknownText } from './fuzz/texts.ts';

test('any bytes are decoded or refused with the line of the bad one', () => {
  fc.assert(
    fc.property(bytes, (data) => {
      const decoded = decodeDocument(data, 'a.md');
      if ('error' in decoded) assert.ok(decoded.error.place.line >= 1);
      else assert.ok(!/[\0\r]/.test(decoded.text));
    }),
    { numRuns: runs, seed },
  );
});

test('any document is read and normalised', () => {
  fc.assert(
    fc.property(document, (any) => {
      checkDocument(any);
    }),
    { numRuns: runs, seed },
  );
});

test('any two documents become pages of text', () => {
  let pages = 0;
  fc.assert(
    fc.property(document, document, (left, right) => {
      pages += checkPages(left, right);
    }),
    { numRuns: Math.ceil(runs / 2), seed },
  );
  assert.ok(pages > runs / 10, `${pages} pages`);
});

const anyText: [string, fc.Arbitrary<unknown>, (value: never) => void][] = [
  ['any text has an answer', text, checkText],
  ['any text is text in addresses, queries and tickets', shortText, checkPlaces],
  ['a text that names no code has no exact answer', unknownText, checkUnknown],
  ['a code is found in any text around it', codeInNoise, checkFound],
];
for (const [name, arbitrary, check] of anyText) {
  test(name, () => {
    fc.assert(
      fc.property(arbitrary, (value) => check(value as never)),
      { numRuns: runs, seed },
    );
  });
}
