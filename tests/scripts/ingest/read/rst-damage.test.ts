/**
 * The RST reader on what no one should write: nothing is lost, nothing throws, nothing takes long.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readRst } from '../../../../scripts/ingest/read/rst/read-rst.ts';

describe('damage', () => {
  const source = readFileSync('content/sources/apig/otc-2024-12.en.rst', 'utf8').split('\n');
  const edit = fc.record({
    line: fc.nat({ max: 60 }),
    column: fc.nat({ max: 120 }),
    cut: fc.constantFrom(0, 0, 1, 400),
    put: fc.constantFrom(
      ...['', '|', '+', '-', '=', '*', '`', '错', ' ', '\t', '\u3000', ':', '\n'],
    ),
  });

  test('neither throws nor loses a code', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const lines = source.slice(0, 60);
        for (const { line, column, cut, put } of edits) {
          const old = lines[line] ?? '';
          lines[line] = old.slice(0, column) + put + old.slice(column + cut);
        }
        const text = lines.join('\n');
        const result = readRst(text, 'x.rst');
        const all = JSON.stringify([result.tables, result.notes]);
        for (const [code] of text.matchAll(/APIG\.\d{4}/g)) assert.ok(all.includes(code), code);
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  test('markup at random does not throw', () => {
    const piece = fc.constantFrom(
      ...[
        '+--+--+',
        '==== ====',
        '| a | b |',
        '..',
        '.. a:: b',
        '- a',
        '1. ',
        ':a:',
        '::',
        '  ',
        '\n',
      ],
      ...['`', '**', '|', '<', '_', '\\', 'a', '\n\n', '\t', '-a', '+===+', '.. |a| replace:: |a|'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        readRst(pieces.join(''), 'x.rst');
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});

describe('time', () => {
  const border = '+--------------+----------+\n';
  const row = (index: number) => `| A.${String(index).padEnd(11)}| **text** |\n${border}`;
  const rows = (count: number) => border + Array.from({ length: count }, (_, i) => row(i)).join('');
  /** Far more than needed, far less than what grows with the square takes. */
  const limit = 20_000;
  const within = (text: string) => {
    const start = performance.now();
    const result = readRst(text, 'x.rst');
    assert.ok(performance.now() - start < limit);
    return result;
  };

  test('a table of 1 MB', () => {
    assert.equal(within(rows(19_000)).tables[0]?.rows.length, 19_000);
  });

  for (const piece of [
    '*a ',
    '`a ',
    '[a ',
    'a-',
    ':a',
    '|a ',
    '(',
    '`a <b ',
    'a@',
    'http://',
    '\\',
  ]) {
    test(`100 kB of ${JSON.stringify(piece)}`, () => {
      within(piece.repeat(100_000 / piece.length));
    });
  }

  test('a document nested without end is refused with a line', () => {
    const text = Array.from({ length: 1000 }, (_, depth) => `${'  '.repeat(depth)}- a`).join(
      '\n\n',
    );
    const { tables, notes, findings } = within(text);
    assert.deepEqual([tables, notes], [[], []]);
    assert.match(findings[0]?.message ?? '', /nested more than 100 deep/);
    assert.deepEqual(findings[0]?.place, { file: 'x.rst', line: 201 });
  });

  test('a table of too many cells is refused with a line', () => {
    const text = `${'= '.repeat(5000)}=\n${'a\n'.repeat(1000)}${'= '.repeat(5000)}=\n`;
    const { tables, findings } = within(text);
    assert.deepEqual(tables, []);
    assert.equal(findings[0]?.level, 'error');
    assert.deepEqual(findings[0]?.place, { file: 'x.rst', line: 1 });
  });
});
