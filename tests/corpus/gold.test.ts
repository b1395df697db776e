/** The program against pairs that two people judged alike: it must not get worse. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accuracyOf, figureOf } from '../../scripts/bench/gold/figures.ts';
import { measureGold } from '../../scripts/bench/gold/measure.ts';
import { readGold } from '../../scripts/bench/gold/read-gold.ts';
import { readCuration } from '../../scripts/ingest/load/curation.ts';
import { projectRoot } from '../support/content.ts';

const pairs = readGold(projectRoot);
const measured = measureGold(projectRoot, pairs, readCuration(projectRoot));

test('rows of the corpus are aligned and rated as people do', () => {
  assert.equal(measured.skipped, 0);
  const same = figureOf(measured.alignment, (answer) => answer === 'same');
  assert.ok(same.precision === 1 && same.recall >= 0.98, JSON.stringify(same));
  assert.ok(accuracyOf(measured.alignmentAlone) >= 0.98);
  assert.ok(accuracyOf(measured.severity) >= 0.86, `severity ${accuracyOf(measured.severity)}`);
  assert.ok(accuracyOf(measured.invariant) >= 0.94, `invariants ${accuracyOf(measured.invariant)}`);
  const contradiction = figureOf(measured.severity, (answer) => answer === 'contradiction');
  assert.equal(contradiction.precision, 1, 'nothing is called a contradiction that is none');
});
