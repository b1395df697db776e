/**
 * The RST reader: fixtures, docutils as the oracle, damage and hostile documents.
 *
 * UPDATE_FIXTURES=1 writes the expected results of the fixtures anew. Review them in git.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readRst } from '../../../../scripts/ingest/read/rst/read-rst.ts';
import { runs } from '../../../fuzz/runs.ts';
import {
  assertSameCells,
  assertSameRandomCells,
  whyNoDocutils,
} from '../../../oracle/docutils/docutils.ts';

const folder = 'tests/fixtures/read-rst';
const fixtures = readdirSync(folder).sort();

/** The facts of a finding are in its message too. */
const withoutFacts = (key: string, value: unknown) => (key === 'facts' ? undefined : value);

describe('fixtures', () => {
  for (const name of fixtures) {
    test(name, () => {
      const result = readRst(readFileSync(`${folder}/${name}/input.rst`, 'utf8'), 'input.rst');
      const actual = `${JSON.stringify(result, withoutFacts, 2)}\n`;
      const path = `${folder}/${name}/expected.json`;
      if (process.env['UPDATE_FIXTURES']) writeFileSync(path, actual);
      assert.equal(actual, readFileSync(path, 'utf8'));
      if (name.startsWith('damaged-')) assert.notEqual(result.findings.length, 0);
      else assert.ok(result.findings.every(({ id }) => id === 'content-hidden'));
    });
  }
});

test('docutils reads the same cells in fixtures and random tables', {
  skip: whyNoDocutils(),
}, () => {
  // docutils refuses tables that are damaged, and drops what is in "own-" fixtures.
  const comparable = fixtures.filter((name) => !/^(?:damaged|own)-/.test(name));
  assertSameCells(comparable.map((name) => `${folder}/${name}/input.rst`));
  assertSameRandomCells(runs / 5);
});

const border = '+--------------+----------+\n';
const row = (index: number) => `| APIG.${String(index).padEnd(8)}| **text** |\n${border}`;
const grid = (count: number) => border + Array.from({ length: count }, (_, i) => row(i)).join('');

describe('damage', () => {
  const edit = fc.record({
    line: fc.nat({ max: 60 }),
    column: fc.nat({ max: 30 }),
    cut: fc.constantFrom(0, 0, 1, 400),
    put: fc.constantFrom(
      ...['', '|', '+', '-', '=', '*', '`', '错', ' ', '\t', '\u3000', ':', '\n'],
    ),
  });

  test('neither throws nor loses a code', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const lines = `Title\n=====\n\n.. table:: Codes\n\n${grid(30)}`.split('\n');
        for (const { line, column, cut, put } of edits) {
          const old = lines[line] ?? '';
          lines[line] = old.slice(0, column) + put + old.slice(column + cut);
        }
        const text = lines.join('\n');
        const { tables, notes } = readRst(text, 'x.rst');
        const all = JSON.stringify([tables, notes]);
        for (const [code] of text.matchAll(/APIG\.\d+/g)) assert.ok(all.includes(code), code);
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  test('random markup does not throw', () => {
    const piece = fc.constantFrom(
      ...['+--+--+', '==== ====', '| a | b |', '..', '.. a:: b', '- a', '1. ', ':a:', '::', '  '],
      ...['`', '**', '|', '<', '_', '\\', 'a', '\n', '\n\n', '\t', '-a', '+===+'],
      ...['.. |a| replace:: |a|', '.. _a: b', '__ c', '.. [1] d', '>>> e', '.. csv-table::'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        readRst(pieces.join(''), 'x.rst');
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});

/** These end only if the time is not quadratic. */
describe('large and hostile documents', () => {
  test('a table of 1 MB is read', () => {
    assert.equal(readRst(grid(19_000), 'x.rst').tables[0]?.rows.length, 19_000);
  });

  const pieces = ['*a ', '`a ', '[a ', 'a-', ':a', '|a ', '(', '`a <b ', 'a@', 'http://', '\\'];
  for (const piece of pieces) {
    test(`100 kB of ${JSON.stringify(piece)} are read`, () => {
      const lines = Array<string>(20).fill(`x ${piece.repeat(5000 / piece.length)}`);
      const { findings, notes } = readRst(lines.join('\n'), 'x.rst');
      assert.deepEqual(findings, []);
      assert.equal(notes.length, 1);
    });
  }

  const refused = {
    'a table of 201 columns': {
      text: `${'= '.repeat(200)}=\na\n${'= '.repeat(200)}=\n`,
      line: 1,
    },
    'a list nested 1,000 deep': {
      text: Array.from({ length: 1000 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n\n'),
      line: 201,
    },
    'a table of two million cells': {
      text: `\n${'= '.repeat(99)}=\n${'a\n'.repeat(20_000)}${'= '.repeat(99)}=\n`,
      line: 2,
    },
  };
  for (const [name, { text, line }] of Object.entries(refused)) {
    test(`${name} is refused with an error on its line`, () => {
      const { tables, notes, findings } = readRst(text, 'x.rst');
      assert.deepEqual([tables, notes], [[], []]);
      assert.deepEqual(
        findings.map(({ id, level, place }) => ({ id, level, place })),
        [{ id: 'document-refused', level: 'error', place: { file: 'x.rst', line } }],
      );
    });
  }
});
