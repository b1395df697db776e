/** Bytes as text: encodings, line ends, characters that no page may show. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { decodeDocument } from '../../../../scripts/ingest/read/decode.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
function decode(input: string | number[]) {
  const bytes = typeof input === 'string' ? bytesOf(input) : Uint8Array.from(input);
  return decodeDocument(bytes, 'a.md');
}
function textOf(input: string | number[]): string {
  const decoded = decode(input);
  assert.ok('text' in decoded);
  return decoded.text;
}
function errorOf(input: string | number[]): string {
  const decoded = decode(input);
  assert.ok('error' in decoded);
  const { id, level, place, message } = decoded.error;
  assert.equal(level, 'error');
  return `${place.file}:${place.line}: ${id}: ${message}`;
}

describe('line ends', () => {
  const cases: [string, string][] = [
    ['a\nb\n', 'a\nb\n'],
    ['a\r\nb\r\n', 'a\nb\n'],
    ['a\rb\r', 'a\nb\n'],
    ['a\r\r\nb', 'a\n\nb'],
    ['a\n\rb', 'a\n\nb'],
    ['a\r\nb\nc\rd', 'a\nb\nc\nd'],
    ['a\u2028b', 'a\u2028b'],
  ];
  for (const [input, expected] of cases) {
    test(JSON.stringify(input), () => assert.equal(textOf(input), expected));
  }
});

describe('what is fatal', () => {
  test('bytes that are not UTF-8, with their place', () => {
    assert.equal(errorOf([0x61, 0xff]), 'a.md:1: not-utf8: the file is not UTF-8 (byte 1)');
    assert.equal(
      errorOf([0x61, 0x0d, 0x0a, 0xe4, 0xb8]),
      'a.md:2: not-utf8: the file is not UTF-8 (byte 3)',
    );
    assert.equal(
      errorOf([0xff, 0xfe, 0x61, 0x00]),
      'a.md:1: not-utf8: the file is not UTF-8 (byte 0)',
    );
    // GBK, a surrogate written as UTF-8, an overlong slash
    assert.match(errorOf([0xb4, 0xed, 0xce, 0xf3]), /byte 0/);
    assert.match(errorOf([0x61, 0xed, 0xa0, 0x80]), /byte 1/);
    assert.match(errorOf([0xef, 0xbf, 0xbd, 0xc0, 0xaf]), /byte 3/);
  });

  test('a document without text', () => {
    for (const input of ['', ' \n\t\r\n', '\ufeff', '\u3000\u200b\u00a0', '\u0000']) {
      assert.equal(errorOf(input), 'a.md:1: empty-document: the document is empty');
    }
  });
});

describe('characters', () => {
  test('a byte order mark goes, at the start alone', () => {
    assert.equal(textOf('\ufeffa\ufeffb'), 'a\ufeffb');
  });

  test('controls become symbols and are told, one finding a line', () => {
    const decoded = decode('a\u0000b\u0007\u0000\nc\td\n\u007f\u0085\u000b\ufffe\n');
    assert.ok('text' in decoded);
    assert.equal(decoded.text, 'a␀b␇␀\nc\td\n␡\uFFFD␋\uFFFD\n');
    assert.deepEqual(
      decoded.findings.map(
        ({ id, place, message }) => `${place.line} ${id} ${message.split(',')[0]}`,
      ),
      [
        '1 character-replaced the document contains U+0000',
        '3 character-replaced the document contains U+007F',
      ],
    );
  });

  test('spaces, bidi controls, private and astral characters stay', () => {
    const text = 'a\u3000\u00a0\u200b\u202e\u2066b\u2069\ue000😀𠀀';
    assert.equal(textOf(text), text);
    assert.deepEqual((decode(text) as { findings: unknown[] }).findings, []);
  });
});

test('lost characters stay and are told, one finding a line', () => {
  const decoded = decode('a\nd\uFFFD\uFFFDr jammed\n');
  assert.ok('text' in decoded);
  assert.equal(decoded.text, 'a\nd\uFFFD\uFFFDr jammed\n');
  assert.deepEqual(
    decoded.findings.map(({ id, level, place }) => `${place.line} ${id} ${level}`),
    ['2 character-lost warning'],
  );
});

test('the place of the first bad byte is right for any bytes', () => {
  const bytes = fc.uint8Array({ maxLength: 40 });
  const text = fc.string({ unit: 'binary', maxLength: 20 }).map(bytesOf);
  fc.assert(
    fc.property(text, bytes, (before, after) => {
      const decoded = decodeDocument(Uint8Array.from([...before, ...after]), 'a.md');
      if (!('error' in decoded) || decoded.error.id !== 'not-utf8') return;
      const offset = Number(/byte (\d+)/.exec(decoded.error.message)?.[1]);
      assert.ok(offset >= 0 && offset < before.length + after.length);
      const good = Uint8Array.from([...before, ...after]).subarray(0, offset);
      new TextDecoder('utf-8', { fatal: true }).decode(good);
    }),
    { seed: 1 },
  );
});
