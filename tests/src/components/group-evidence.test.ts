/** What the evidence of a case lists and counts, and which changes have a line above the card. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countEvidence, groupEvidence } from '../../../src/components/code-page/group-evidence.ts';
import { headlineChanges } from '../../../src/components/code-page/headline-changes.ts';
import type { Difference } from '../../../src/model/difference.ts';

let made = 0;
const difference = (about: Partial<Difference>): Difference => ({
  case: 'case-1',
  field: 'description',
  left: 'old',
  right: 'new',
  relation: 'revision',
  kind: 'changed',
  severity: 'content',
  rule: 'other-words',
  fingerprint: String(++made).padStart(12, '0'),
  ...about,
});

test('changes between revisions are no contradictions; accepted ones come last', () => {
  const groups = groupEvidence([
    difference({ severity: 'contradiction' }),
    difference({ severity: 'contradiction', relation: 'edition', left: 'en', right: 'zh' }),
    difference({ severity: 'contradiction', relation: 'edition', isPast: true }),
    difference({ relation: 'translation', kind: 'drift' }),
    difference({ acknowledged: { by: 'x', reason: 'y' } }),
  ]);
  assert.deepEqual(
    Object.entries(groups).map(([name, list]) => [name, list.length]),
    [
      ['contradictions', 1],
      ['changes', 1],
      ['differences', 1],
      ['drift', 1],
      ['acknowledged', 1],
    ],
  );
});

test('the same two texts in several pairs are one disagreement', () => {
  const { changes } = groupEvidence([
    difference({ before: 'a', after: 'b' }),
    difference({ before: 'b', after: 'a', left: 'new', right: 'newest' }),
  ]);
  assert.deepEqual(
    changes.map(({ sides }) => sides),
    [{ left: ['old', 'newest'], right: ['new'] }],
  );
});

test('minor differences are counted only if there is nothing else', () => {
  const minor = [difference({ severity: 'wording' }), difference({ severity: 'typography' })];
  assert.deepEqual(countEvidence(groupEvidence(minor)), [['wording', 1]]);
  assert.deepEqual(countEvidence(groupEvidence([...minor, difference({})])), [['changes', 1]]);
  assert.deepEqual(countEvidence(groupEvidence([])), []);
});

test('another status or message of an earlier edition has a line, a reworded one has none', () => {
  const status = difference({
    field: 'httpStatus',
    severity: 'contradiction',
    before: '503',
    after: '502',
  });
  const changes = headlineChanges([
    status,
    difference({ field: 'message', severity: 'wording', before: 'a', after: 'b' }),
    difference({ field: 'message', relation: 'edition', before: 'a', after: 'b' }),
    difference({ field: 'description', before: 'a', after: 'b' }),
    difference({ field: 'message', severity: 'content', kind: 'added', after: 'b' }),
    { ...status, acknowledged: { by: 'x', reason: 'y' } },
  ]);
  assert.deepEqual(changes, [{ field: 'httpStatus', before: '503', left: 'old' }]);
});
