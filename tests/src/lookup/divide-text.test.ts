/** A text as the parts that may tell of one event each. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { divideText } from '../../../src/lookup/divide-text.ts';

const partsOf = (text: string) =>
  divideText(text).map(({ line, start, end }) => [line, text.slice(start, end)]);

for (const [name, text, expected] of [
  [
    'lines',
    'a\n\nb',
    [
      [1, 'a'],
      [3, 'b'],
    ],
  ],
  [
    'records of a log, with their stack traces',
    '10:00:01 one\n\tat f (a.js:1)\nCaused by: x\n10:00:02 two',
    [
      [1, '10:00:01 one\n\tat f (a.js:1)\nCaused by: x'],
      [4, '10:00:02 two'],
    ],
  ],
  [
    'a response with its headers',
    'HTTP/1.1 504 Gateway Timeout\nServer: x\n\n{"a":1}',
    [[1, 'HTTP/1.1 504 Gateway Timeout\nServer: x\n\n{"a":1}']],
  ],
  [
    'a body in several lines',
    '{\n  "a": "}",\n  "b": 1\n}\nc',
    [
      [1, '{\n  "a": "}",\n  "b": 1\n}'],
      [5, 'c'],
    ],
  ],
  [
    'objects of an array',
    '[{"a":1},\n{"a":2}, {"a":3}]',
    [
      [1, '[{"a":1},'],
      [2, '{"a":2}, '],
      [2, '{"a":3}]'],
    ],
  ],
  [
    'items of a list',
    'x:\n- a\n- b\n1. c',
    [
      [1, 'x:'],
      [2, '- a'],
      [3, '- b'],
      [4, '1. c'],
    ],
  ],
  [
    'pairs, until a key comes again',
    'code: 1\nmsg: a\ncode: 2',
    [
      [1, 'code: 1\nmsg: a'],
      [3, 'code: 2'],
    ],
  ],
  [
    'bodies of two services, each after its name',
    'one: {"a":1}\ntwo: {"b":2}',
    [
      [1, 'one: {"a":1}'],
      [2, 'two: {"b":2}'],
    ],
  ],
  ['a code that a line break cuts', 'GW.\n0201 x', [[1, 'GW.\n0201 x']]],
] as const) {
  test(name, () => assert.deepEqual(partsOf(text), expected));
}

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
  assert.equal(divideText('5" disk {\nAPIG.1\n}\nnext').length, 2);
});
