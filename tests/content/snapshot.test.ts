import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSnapshot, renderSnapshot } from './snapshot.ts';

test('documents, pairs, codes and cases are those of the snapshot', () =>
  assert.equal(
    renderSnapshot(),
    readSnapshot(),
    'content/ or ingest has changed. Run `npm run snapshot` and review the diff.',
  ));
