import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillGuide } from '../../../src/text/fill-guide.ts';

const examples = { code: 'A<1', status: undefined };

test('placeholders are filled in as text, those of other tools stay', () => {
  assert.equal(
    fillGuide('<p>{code} {{code}} {{x.code}} {other} {"e":"{code}"}</p>', examples),
    '<p>A&lt;1 {{code}} {{x.code}} {other} {"e":"A&lt;1"}</p>',
  );
});

test('a row, item, paragraph or block without an example is left out', () => {
  assert.equal(
    fillGuide(
      '<table><tr><td>{code}</td></tr><tr><td>{code}/{status}</td></tr></table><pre>{status}</pre><ul><li>{status}</li><li>x</li></ul><p>{status}</p>',
      examples,
    ),
    '<table><tr><td>A&lt;1</td></tr></table><ul><li>x</li></ul>',
  );
});
