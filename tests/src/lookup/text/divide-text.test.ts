/** A text as the parts that may tell of one event each. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { divideText } from '../../../../src/lookup/text/divide-text.ts';
import { readFixture } from '../../../support/project-of.ts';

const partsOf = (text: string) =>
  divideText(text).map(({ line, start, end }) => [line, text.slice(start, end)]);

const divided: { name: string; text: string; parts: [number, string][] }[] = parse(
  readFixture('divided-texts.yaml'),
);
for (const { name, text, parts } of divided)
  test(name, () => assert.deepEqual(partsOf(text), parts));

test('parts are in order, do not overlap, and lose nothing but white space', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '"',
    '\n',
    ',',
    ' ',
    'a: b',
    'HTTP/1.1 500 x',
    '- c',
    'GW.',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      let last = 0;
      for (const { start, end, line } of divideText(text)) {
        assert.ok(start >= last && end >= start);
        assert.equal(text.slice(0, start).split('\n').length, line);
        last = end;
      }
      const kept = divideText(text)
        .map(({ start, end }) => text.slice(start, end))
        .join('');
      assert.equal(kept.replace(/\s/g, ''), text.replace(/\s/g, ''));
    }),
    { numRuns: 300, seed: 1 },
  );
});

test('takes linear time for quotes and braces that do not end', () => {
  // With an expression that looks for the end of each string, the first text took minutes.
  for (const piece of ['"\\', '{', '"{', '\\"', '}{']) {
    assert.ok(divideText(piece.repeat(500_000)).length > 0, piece);
  }
  assert.equal(divideText('{"a": "}"\nAPIG.1}\nnext').length, 2);
});
