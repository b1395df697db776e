/** The program against pairs that two people judged alike: it must not get worse. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  accuracyOf,
  contradictionsOf,
  figureOf,
  partOf,
} from '../../scripts/bench/gold/figures.ts';
import { measureGold } from '../../scripts/bench/gold/measure.ts';
import { readGold } from '../../scripts/bench/gold/read-gold.ts';
import { readCuration } from '../../scripts/ingest/load/curation.ts';
import { readLexicon } from '../../scripts/ingest/load/lexicon.ts';
import { projectRoot } from '../support/content.ts';

const pairs = readGold(projectRoot);
const settings = { ...readCuration(projectRoot), lexicon: readLexicon() };
const measured = measureGold(projectRoot, pairs, settings);
const tune = partOf(measured, 'tune');

test('every pair is measured', () => {
  assert.equal(measured.skipped, 0);
});

test('rows are aligned as people do', () => {
  const same = figureOf(tune.alignment, (answer) => answer === 'same');
  assert.ok(same.precision >= 0.97 && same.recall >= 0.93, JSON.stringify(same));
  assert.ok(accuracyOf(tune.alignmentAlone) >= 0.94);
});

test('differences are rated as people do', () => {
  assert.ok(accuracyOf(tune.severity) >= 0.86, `severity ${accuracyOf(tune.severity)}`);
  assert.ok(accuracyOf(tune.invariant) >= 0.94, `invariants ${accuracyOf(tune.invariant)}`);
  const current = contradictionsOf(tune.severity);
  assert.ok(current.precision >= 0.9 && current.recall >= 0.55, JSON.stringify(current));
  assert.deepEqual(tune.falseEmpty, []);
});
