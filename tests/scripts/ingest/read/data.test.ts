/** JSON, YAML and TOML catalogs: one test a layout. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readDocument } from '../../../../scripts/ingest/read/index.ts';
import type { Format } from '../../../../src/model/format.ts';
import { showRows } from '../../../support/read-rows.ts';

const read = (format: Format, text: string) => readDocument(text, `errors.${format}`, format, {});

const layouts: [name: string, format: Format, text: string, rows: string[]][] = [
  [
    'a table for each code; groups nest',
    'toml',
    `["DEMO:A:ErrOne"]\nerror = '''\nfirst\n'''\n\n[net.E-2]\nmessage = "second"\ndescription = ""\ntags = ["a", "b"]\n`,
    [
      '1: code=DEMO:A:ErrOne | error=first@2',
      '6: [net]',
      '6: code=E-2 | message=second@7 | description=@8 | tags=a\nb@9',
    ],
  ],
  [
    'an array of tables; a number is the code, a name is kept',
    'toml',
    'title = "Codes"\n[[errors]]\nnumber = 1001\nname = "A"\n[[errors]]\nnumber = 1002\nname = "B"\nhint = "z"\n',
    ['2: code=1001@3 | name=A@4', '5: code=1002@6 | name=B@7 | hint=z@8'],
  ],
  [
    'a list of objects with texts in two languages',
    'json',
    '[\n {"code": "E.1", "httpStatus": 400, "message_en": "No.", "message_zh": "否。"},\n {"code": "E.2", "message_en": "Gone."}\n]',
    [
      '2: code=E.1 | httpStatus=400 | message_en=No. | message_zh=否。',
      '3: code=E.2 | message_en=Gone.',
    ],
  ],
  [
    'a map from code to text',
    'json',
    '{\n "version": "2",\n "E1": "one",\n "E2": "two"\n}',
    ['3: code=E1 | message=one', '4: code=E2 | message=two'],
  ],
  [
    'groups of codes in lower case',
    'yaml',
    'auth:\n  invalid_token: Bad token.\n  expired_token: Old token.\ndb:\n  down: No database.\n',
    [
      '2: [auth]',
      '2: code=invalid_token | message=Bad token.',
      '3: code=expired_token | message=Old token.',
      '5: [db]',
      '5: code=down | message=No database.',
    ],
  ],
  [
    'groups with a title and a list',
    'json',
    '[{"name": "Net", "errors": [\n {"id": "N1", "msg": "down", "http": {"status": 503}}]},\n {"name": "Disk", "errors": [\n {"id": "D1", "msg": "full"}]}]',
    ['2: [Net]', '2: code=N1 | msg=down | http.status=503', '4: [Disk]', '4: code=D1 | msg=full'],
  ],
  [
    'languages around the codes',
    'yaml',
    'en:\n  E1: {message: No., fix: Wait.}\nzh-CN:\n  E1: {message: 否。, fix: 等待。}\n',
    [
      '2: code=E1 | message (en)=No. | fix (en)=Wait.',
      '4: code=E1 | message (zh-CN)=否。 | fix (zh-CN)=等待。',
    ],
  ],
  [
    'languages inside an entry, in a text, and as the text',
    'yaml',
    'E1:\n  message: {en: No., zh: 否。}\n  desc_cn: 描述\nE2:\n  en: {message: Two.}\n  zh: {message: 二。}\nE3: {en: Three., zh: 三。}\n',
    [
      '1: code=E1 | message (en)=No.@2 | message (zh)=否。@2 | desc_cn=描述@3',
      '4: code=E2 | message (en)=Two.@5 | message (zh)=二。@6',
      '7: code=E3 | message (en)=Three. | message (zh)=三。',
    ],
  ],
  [
    'a language for each item',
    'yaml',
    '- {lang: en, code: 1, text: One.}\n- {lang: zh, code: 1, text: 一。}\n',
    ['1: code=1 | text (en)=One.', '2: code=1 | text (zh)=一。'],
  ],
  [
    'a status that entries share is not their code',
    'yaml',
    'gone: {code: 404, message: Gone.}\nlost: {code: 404, message: Lost.}\n',
    [
      '1: code=gone | HTTP status code=404 | message=Gone.',
      '2: code=lost | HTTP status code=404 | message=Lost.',
    ],
  ],
  [
    'a distinct code inside an entry is its code, and the key a name',
    'yaml',
    'ERR_A: {code: 4001, message: One.}\nERR_B: {code: 4002, message: Two.}\n',
    ['1: code=4001 | key=ERR_A | message=One.', '2: code=4002 | key=ERR_B | message=Two.'],
  ],
  [
    'lists of maps inside an entry are its text',
    'yaml',
    '- code: E1\n  causes:\n    - {reason: Slow., fix: Wait.}\n    - {reason: Off., fix: Start.}\n',
    ['1: code=E1 | causes=reason: Slow.\nfix: Wait.\nreason: Off.\nfix: Start.@2'],
  ],
  [
    'spelling of numbers, null, anchors and merge keys',
    'yaml',
    '.base: &base {level: high}\nE007: {<<: *base, code: 007, rate: 1.10, note: ~}\nE008: {<<: *base, code: 008, rate: 2.0}\n',
    [
      '2: code=007 | key=E007 | level=high@1 | rate=1.10 | note=',
      '3: code=008 | key=E008 | level=high@1 | rate=2.0',
    ],
  ],
];

describe('layouts', () => {
  for (const [name, format, text, rows] of layouts) {
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
