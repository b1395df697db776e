/** content/curation/codes.yaml: an editor names the code of a row. */
import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ingest } from '../../../scripts/ingest/pipeline.ts';
import { contentOf } from '../../support/content.ts';

const text = `| Error Code | Description |
|-|-|
| A.1 | Gone. |
| Please retry. | Lost. |
| BatchSize Exceeded | Too many. |
`;
const run = (...items: { line: number; code: string; variant?: string }[]) => {
  const root = contentOf('named', [{ id: 'one', text }]);
  const all = items.map((item) => ({
    catalog: 'test',
    variant: 'one',
    because: 'x',
    by: 'me',
    ...item,
  }));
  writeFileSync(join(root, 'content/curation/codes.yaml'), JSON.stringify(all));
  const { catalogs, findings, problems } = ingest(root);
  return {
    problems,
    findings: findings.map(({ id }) => id),
    codes: catalogs[0]?.codes.map(({ code }) => code),
  };
};

test('a sentence becomes a code, and a space that belongs to the code stays', () => {
  assert.deepEqual(
    run({ line: 4, code: 'Please retry.' }, { line: 5, code: 'BatchSize Exceeded' }),
    {
      problems: [],
      findings: [],
      codes: ['A.1', 'BatchSize Exceeded', 'Please retry.'],
    },
  );
});

test('a row is named once, by a text that people can see', () => {
  assert.deepEqual(run({ line: 4, code: 'B' }, { line: 4, code: 'C' }).problems, [
    'content/curation/codes.yaml:1: line 4 of one is listed twice. Remove one of the items.',
  ]);
  for (const code of ['  ', 'A\u0000B', '\u202ex'])
    assert.match(
      run({ line: 4, code }).problems.join(),
      /codes\.yaml:1: .*`(?:\S+\.)?code`: expected a text/,
    );
});

test('an item that names no row, or changes nothing, is a problem with its line', () => {
  const { problems } = run(
    { line: 3, code: 'A.1' },
    { line: 9, code: 'B' },
    { line: 4, code: 'C', variant: 'two' },
  );
  assert.deepEqual(problems, [
    'content/curation/codes.yaml:1: the cell at line 3 of one already gives A.1. Remove the item.',
    'content/curation/codes.yaml:1: one has no row of a table of codes at line 9. Correct the line, or remove the item.',
    'content/curation/codes.yaml:1: two has no row of a table of codes at line 4. Correct the line, or remove the item.',
  ]);
});

test('the file may be missing', () => {
  const root = contentOf('unnamed', [{ id: 'one', text }]);
  rmSync(join(root, 'content/curation/codes.yaml'));
  assert.deepEqual(ingest(root).problems, []);
});
