/** Error codes in C source. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { plainOf } from '../../../../scripts/ingest/normalise/rich-text.ts';
import { readC, readDefinitions } from '../../../../scripts/ingest/read/c/read-c.ts';
import { showRows } from '../../../support/read-rows.ts';

const rowsOf = (text: string) => showRows(readC(text, 'errors.h'));
const notesOf = (text: string) =>
  readC(text, 'errors.h').notes.map(({ line, block }) => `${line}: ${plainOf([block])}`);

describe('definitions', () => {
  test('a comment behind or above is the message; a heading of several is a note', () => {
    const text = `/* Network */
#define E_DOWN (-1)   /* The network is down. */
#define E_SLOW 0x80070005L // It
                           // is slow.

// The disk is full.
#define E_DISK E_NONE

// The tape is full.
#define E_TAPE 8u

/** Documented. */
#define E_DOC 9
#define E_LAST 10`;
    assert.deepEqual(rowsOf(text), [
      '2: code=-1 | symbol=E_DOWN | message=The network is down.',
      '3: code=0x80070005 | symbol=E_SLOW | message=It\nis slow.',
      '10: code=8 | symbol=E_TAPE | message=The tape is full.',
      '13: code=9 | symbol=E_DOC | message=Documented.',
      '14: code=10 | symbol=E_LAST',
    ]);
    assert.deepEqual(notesOf(text).slice(0, 1), ['1: Network']);
  });

  test('values may be casts, sums, strings, or missing', () => {
    const text = `#define E_BASE 100
#define E_ONE (E_BASE + 1)
#define E_CAST ((int)-5)
#define E_TEXT "ERR-001" /* text code */
#define E_BOTH 7 "Both."
#define E_BROKEN705 // Typo in the document.
#define GUARD_H
#define MAX(a, b) ((a) > (b) ? (a) : (b))`;
    assert.deepEqual(rowsOf(text), [
      '1: code=100 | symbol=E_BASE',
      '2: code=101 | symbol=E_ONE',
      '3: code=-5 | symbol=E_CAST',
      '4: code=ERR-001 | symbol=E_TEXT | message=text code',
      '5: code=7 | symbol=E_BOTH | message=Both.',
      '6: symbol=E_BROKEN705 | message=Typo in the document.',
    ]);
  });

  test('a quoted comment is a message without its quotes', () => {
    assert.deepEqual(rowsOf('#define E 601   // "Sanity error: %s"'), [
      '1: code=601 | symbol=E | message=Sanity error: %s',
    ]);
  });

  test('enumerators count on from the last value', () => {
    const text = `typedef enum {
  DEMO_OK = 0, ///< No error.
  /** Bad input. */
  DEMO_BAD,
  DEMO_HEX = 0x10, DEMO_NEXT /* after it */
} demo_code;
enum class Kind : int { Red = -1, Blue };`;
    assert.deepEqual(rowsOf(text), [
      '2: [demo_code]',
      '2: code=0 | symbol=DEMO_OK | message=No error.',
      '4: code=1 | symbol=DEMO_BAD | message=Bad input.',
      '5: code=0x10 | symbol=DEMO_HEX',
      '5: code=17 | symbol=DEMO_NEXT | message=after it',
      '7: [Kind]',
      '7: code=-1 | symbol=Red',
      '7: code=0 | symbol=Blue',
    ]);
  });
});

describe('macro catalogs', () => {
  test('arguments are recognised by their values and named by the macro’s parameters', () => {
    const text = `#define DEF(name, value, level, state, msg) extern int name
DEF(E_A, -1, 3, "HY000", "First \\"quoted\\"");
DEF(E_B, -2, 3, "42000",
  "Second " "part");  // remark
DEF_EXT(E_C, -3, 3, "42000", "Third", "Third: %" PRId64);`;
    assert.deepEqual(rowsOf(text), [
      '2: code=-1 | symbol=E_A | SQLSTATE=HY000 | message=First "quoted" | level=3',
      '3: code=-2 | symbol=E_B | SQLSTATE=42000 | message=Second part | level=3 | comment=remark',
      '5: code=-3 | symbol=E_C | SQLSTATE=42000 | message=Third | argument 3=3 | argument 6=Third: %PRId64',
    ]);
  });

  test('a name may be a string', () => {
    const text =
      'struct e t[] = {\n  { 101, "EAUTH", "Denied." },\n  { 102, "EQUOTA", "Full." },\n};';
    assert.deepEqual(rowsOf(text), [
      '2: code=101 | symbol=EAUTH | message=Denied.',
      '3: code=102 | symbol=EQUOTA | message=Full.',
    ]);
  });

  test('lists of X-macros and arrays of structures', () => {
    const text = `#define MAP(XX) \\
  XX(400, BAD_REQUEST, Bad Request) \\
  XX(404, NOT_FOUND, Not Found)
#define UV(X) X(E2BIG, "too big") X(EIO, "i/o error")
static const struct { int code; const char *text; } table[] = {
  { -1, "minus one" },
  { -2, "minus two" },
};`;
    assert.deepEqual(rowsOf(text), [
      '2: code=400 | symbol=BAD_REQUEST | message=Bad Request',
      '3: code=404 | symbol=NOT_FOUND | message=Not Found',
      '4: code=E2BIG | message=too big',
      '4: code=EIO | message=i/o error',
      '6: code=-1 | message=minus one',
      '7: code=-2 | message=minus two',
    ]);
  });

  test('calls in functions define nothing', () => {
    const text = `int f(int a) { LOG(E_A, 1, "a"); return 0; }
void g()
{
  LOG(E_B, 2, "b");
}`;
    assert.deepEqual(rowsOf(text), []);
  });
});

describe('disabled code', () => {
  test('comments and #if 0 are left out, #else and include guards are not', () => {
    const text = `#ifndef DEMO_H
#define DEMO_H
// #define E_OLD 1
/* DEF(E_OLDER, 2, "x"); */
#if 0
#define E_DEAD 3
#else
#define E_ALIVE 4
#endif
#endif`;
    assert.deepEqual(rowsOf(text), ['8: code=4 | symbol=E_ALIVE']);
    assert.deepEqual(notesOf(text), []);
    assert.deepEqual(readC(text, 'errors.h').findings, []);
  });

  test('a condition is a finding', () => {
    const { findings } = readC('#ifdef DEBUG\n#define E_DEBUG 5\n#endif', 'errors.h');
    assert.deepEqual(
      findings.map(({ id, place, message }) => [id, place.line, message.includes('#ifdef DEBUG')]),
      [['code-conditional', 1, true]],
    );
  });
});

test('a block of another document has the lines of the document', () => {
  assert.deepEqual(showRows(readDefinitions('#define E 5 // Five.', 12)), [
    '12: code=5 | symbol=E | message=Five.',
  ]);
});
