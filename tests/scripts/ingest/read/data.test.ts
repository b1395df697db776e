/** JSON, YAML and TOML catalogs: one test a layout. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import type { FoundFacts } from '../../../../scripts/ingest/findings.ts';
import { readDocument } from '../../../../scripts/ingest/read/index.ts';
import type { Finding } from '../../../../src/model/finding.ts';
import type { Format } from '../../../../src/model/format.ts';
import { readFixture } from '../../../support/project-of.ts';
import { showRows } from '../../../support/read-rows.ts';

const read = (format: Format, text: string) => readDocument(text, `errors.${format}`, format, {});

const layouts: { name: string; format: Format; text: string; rows: string[] }[] = parse(
  readFixture('data-layouts.yaml'),
);

describe('layouts', () => {
  for (const { name, format, text, rows } of layouts) {
    test(`${format}: ${name}`, () => assert.deepEqual(showRows(read(format, text)), rows));
  }

  test('values beside the groups are notes', () => {
    const { notes } = read('json', '{\n "version": 2,\n "errors": {"E1": "x"}}');
    assert.deepEqual(
      notes.map(({ line }) => line),
      [2],
    );
  });

  test('JSON may have comments, trailing commas, repeated keys and escapes', () => {
    const text = '{ // list\n "E1": "a\\u0000b",\n "E1": "c",\n}';
    assert.deepEqual(showRows(read('json', text)), [
      '2: code=E1 | message=a␀b',
      '3: code=E1 | message=c',
    ]);
  });
});

describe('findings', () => {
  const found = (format: Format, text: string) =>
    read(format, text).findings.map(({ id, place, facts }: Finding & FoundFacts) => [
      id,
      place.line,
      ...(facts ?? []),
    ]);

  test('a key that names a part used elsewhere, next to codes', () => {
    const text =
      '{"E1": {"message": "a"},\n"$x": {"message": "b"},\n"__proto__": {"message": "c"},\n"_note": "d"}';
    assert.deepEqual(found('json', text), [
      ['part-unread', 2, '$x'],
      ['part-unread', 3, '__proto__'],
    ]);
    assert.deepEqual(showRows(read('json', text)), ['1: code=E1 | message=a']);
    assert.deepEqual(found('json', '{"_x": {"message": "a"}, "_y": {"message": "b"}}'), []);
  });

  test('a text among entries, and a list of codes without texts', () => {
    const text = '- {code: E1, text: a}\n- E2\n- {code: E3, text: b}';
    assert.deepEqual(found('yaml', text), [['part-unread', 2, 'E2']]);
    assert.deepEqual(found('json', '{"codes": ["E1"],\n"messages": ["a"]}'), [
      ['part-unread', 1, 'codes'],
      ['part-unread', 2, 'messages'],
    ]);
  });

  test('an escape that no page may show', () => {
    const text = '{"E1": "a\\u0000b",\n"E\\ud800": "c"}';
    assert.deepEqual(found('json', text), [
      ['character-replaced', 1, 'U+0000'],
      ['character-replaced', 2, 'U+D800'],
    ]);
  });
});

describe('files that cannot be read', () => {
  const problems: [Format, string, number][] = [
    ['json', '{\n "E1": }', 2],
    ['yaml', 'E1: [1\nE2: 2', 2],
    ['toml', 'a = 1\nb = ]\n', 2],
    ['yaml', 'E1: *missing', 1],
  ];
  for (const [format, text, line] of problems) {
    test(`${format}: ${JSON.stringify(text)}`, () => {
      const { findings } = read(format, text);
      assert.deepEqual(
        findings.map(({ id, place }) => [id, place.line]),
        [['invalid-data', line]],
      );
    });
  }

  const refused: [string, Format, string][] = [
    ['nested lists', 'json', `${'['.repeat(5_000)}1${']'.repeat(5_000)}`],
    ['nested flow lists', 'yaml', `a: ${'['.repeat(150)}${']'.repeat(150)}`],
    ['nested arrays', 'toml', `a = ${'['.repeat(5_000)}${']'.repeat(5_000)}`],
    [
      'aliases of aliases',
      'yaml',
      `a: &a [x,x,x,x,x,x,x,x,x,x]\n${[...'bcdefgh'].map((key, index) => `${key}: &${key} [${Array(10).fill(`*${'abcdefgh'[index]}`)}]`).join('\n')}`,
    ],
  ];
  for (const [name, format, text] of refused) {
    test(`${format}: ${name}`, () => {
      const { tables, findings } = read(format, text);
      assert.deepEqual(
        findings.map(({ id }) => id),
        ['document-refused'],
      );
      assert.deepEqual(tables, []);
    });
  }
});
