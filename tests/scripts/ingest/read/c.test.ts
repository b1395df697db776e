/** Error codes in C source. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { plainOf } from '../../../../scripts/ingest/normalise/rich-text.ts';
import { readC, readDefinitions } from '../../../../scripts/ingest/read/c/read-c.ts';
import { readFixture } from '../../../support/project-of.ts';
import { showRows } from '../../../support/read-rows.ts';

const rowsOf = (text: string) => showRows(readC(text, 'errors.h'));
const notesOf = (text: string) =>
  readC(text, 'errors.h').notes.map(({ line, block }) => `${line}: ${plainOf([block])}`);

describe('definitions', () => {
  const cases: { name: string; text: string; rows: string[] }[] = parse(
    readFixture('c-definitions.yaml'),
  );
  for (const { name, text, rows } of cases) test(name, () => assert.deepEqual(rowsOf(text), rows));

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
      '2: code=-1 | alias=E_DOWN | message=The network is down.',
      '3: code=0x80070005 | alias=E_SLOW | message=It\nis slow.',
      '7: code=E_DISK | alias=E_DISK | message=The disk is full. | value=E_NONE',
      '10: code=8 | alias=E_TAPE | message=The tape is full.',
      '13: code=9 | alias=E_DOC | message=Documented.',
      '14: code=10 | alias=E_LAST',
    ]);
    assert.deepEqual(notesOf(text).slice(0, 1), ['1: Network']);
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
    assert.deepEqual(rowsOf(text), ['8: code=4 | alias=E_ALIVE']);
    assert.deepEqual(notesOf(text), []);
    const { findings } = readC(text, 'errors.h');
    assert.deepEqual(
      findings.map(({ id, message }) => [id, message.split(': ')[1]]),
      [['content-hidden', '3–4, 6']],
    );
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
    '12: code=5 | alias=E | message=Five.',
  ]);
});
