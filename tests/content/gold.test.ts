/** The program against pairs that two people judged alike: it must not get worse. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accuracyOf } from '../../scripts/bench/gold/figures.ts';
import { measureGold } from '../../scripts/bench/gold/measure.ts';
import { agreementOf, readGold } from '../../scripts/bench/gold/read-gold.ts';
import { readCuration } from '../../scripts/ingest/load/curation.ts';
import { projectRoot } from '../support/content.ts';

const pairs = readGold(projectRoot);
const own = pairs.filter((pair) => !`${pair.left}${pair.right}`.includes('corpus/'));
const measured = measureGold(projectRoot, own, readCuration(projectRoot));

test('the list is large and the judges agree', () => {
  assert.ok(pairs.length >= 120);
  assert.equal(new Set(pairs.map(({ id }) => id)).size, pairs.length);
  for (const kind of ['alignment', 'severity', 'invariant']) {
    const { kappa } = agreementOf(pairs.filter((pair) => pair.kind === kind));
    assert.ok(kappa > 0.8, `${kind}: kappa ${kappa}`);
  }
});

test('rows of the sources are aligned and judged as people do', () => {
  assert.equal(accuracyOf(measured.alignment), 1);
  assert.ok(accuracyOf(measured.severity) >= 0.8);
  assert.equal(accuracyOf(measured.invariant), 1);
});
