/** What holds for any documents: what is quoted is in the document, and what is offered works. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ingest } from '../../scripts/ingest/pipeline.ts';
import type { Case } from '../../src/model/case.ts';
import type { Difference } from '../../src/model/difference.ts';
import { applyPatch } from '../support/apply-patch.ts';
import { projectRoot } from '../support/content.ts';

const { catalogs, problems, unrecorded } = ingest(projectRoot);

test('every page and anchor that was issued is there, and all that is there is recorded', () => {
  assert.deepEqual([problems, unrecorded], [[], []]);
});

type Quoting = Pick<Difference, 'field' | 'onlyLeft' | 'onlyRight' | 'runs'>;

/** Returns the quotations of a difference that the text of their side does not contain. */
function falseQuotations(
  of: Case | undefined,
  sides: { left: string; right: string },
  { field, onlyLeft = [], onlyRight = [], runs }: Quoting,
): string[] {
  if (field === 'presence') return [];
  const textsOf = (variant: string) =>
    (of?.entries ?? []).flatMap((entry) =>
      entry.variant === variant ? [entry[field]?.plain ?? ''] : [],
    );
  const [left, right] = [textsOf(sides.left), textsOf(sides.right)];
  const isIn = (texts: string[], word: string) => texts.some((text) => text.includes(word));
  const side = (other: '-' | '+') =>
    (runs ?? []).flatMap(([kind, text]) => (kind === other ? [] : [text])).join('');
  return [
    ...onlyLeft.filter((word) => !isIn(left, word)),
    ...onlyRight.filter((word) => !isIn(right, word)),
    ...(runs && !isIn(left, side('+')) ? [side('+')] : []),
    ...(runs && !isIn(right, side('-')) ? [side('-')] : []),
  ];
}

test('every quoted word of a difference is in the text of its side', () => {
  let count = 0;
  for (const { codes, comparisons, work } of catalogs) {
    const caseOf = (code: string | undefined, id: string | undefined) =>
      codes.find((own) => own.code === code)?.cases.find((own) => own.id === id);
    const check = (
      code: string | undefined,
      id: string | undefined,
      ...[sides, one]: [{ left: string; right: string }, Quoting]
    ) => {
      count += (one.onlyLeft?.length ?? 0) + (one.onlyRight?.length ?? 0);
      assert.deepEqual(
        falseQuotations(caseOf(code, id), sides, one),
        [],
        `${code} ${id} ${one.field}`,
      );
    };
    for (const { code, differences } of codes)
      for (const one of differences) check(code, one.case, one, one);
    for (const pair of comparisons)
      for (const one of pair.differences) check(one.code, one.case, pair, one);
    for (const { code, case: id, pair, field, difference } of work)
      if (pair && field && difference) check(code, id, pair, { ...difference, field });
  }
  assert.ok(count > 100);
});

test('every word that explains a match is in a text of the case', () => {
  for (const { codes } of catalogs)
    for (const { cases } of codes)
      for (const { because, entries } of cases) {
        const texts = entries.flatMap((entry) =>
          [entry.message, entry.description, entry.solution, ...Object.values(entry.extra)].map(
            (text) => text?.plain ?? '',
          ),
        );
        const words = because
          .filter((reason) => reason.startsWith('words: '))
          .flatMap((reason) => reason.slice(7).split(/, | = /));
        for (const word of words)
          assert.ok(
            texts.some((text) => text.includes(word)),
            word,
          );
      }
});

test('each pair is compared once, and has every difference of the code pages', () => {
  for (const { catalog, codes, comparisons } of catalogs) {
    const count = catalog.variants.length;
    const pairs = new Set(comparisons.map(({ left, right }) => [left, right].sort().join()));
    assert.deepEqual([pairs.size, comparisons.length], Array(2).fill((count * (count - 1)) / 2));
    const nameOf = (left: string, right: string, fingerprint: string) =>
      `${left} ${right} ${fingerprint}`;
    const known = comparisons.flatMap(({ differences, left, right }) =>
      differences.map(({ fingerprint }) => nameOf(left, right, fingerprint)),
    );
    for (const { left, right, fingerprint } of codes.flatMap(({ differences }) => differences))
      assert.ok(known.includes(nameOf(left, right, fingerprint)), fingerprint);
  }
});

test('no fingerprint stands for two differences, nor kind and fingerprint for two items', () => {
  const differences = catalogs
    .flatMap(({ comparisons }) => comparisons)
    .flatMap((pair) => pair.differences.map(({ fingerprint }) => fingerprint));
  assert.equal(new Set(differences).size, differences.length);
  for (const { work } of catalogs) {
    assert.ok(work.every(({ places }) => places.length > 0));
    const names = new Set(work.map(({ kind, fingerprint }) => `${kind} ${fingerprint}`));
    assert.equal(names.size, work.length);
  }
});

test('each patch is for a document that may be redistributed, applies and does what it says', (t) => {
  let count = 0;
  for (const { catalog, work } of catalogs) {
    for (const { fix, places } of work) {
      if (!fix?.patch) continue;
      count += 1;
      const variant = catalog.variants.find(({ id }) => id === fix.variant);
      assert.ok(variant?.redistribute);
      const text = readFileSync(join(projectRoot, variant.source), 'utf8');
      const after = applyPatch(t, variant.source, text, fix.patch);
      if (after === undefined) return;
      const line = (places[0]?.line ?? 0) - 1;
      assert.ok(after.split('\n')[line]?.includes(`| ${fix.after} `));
      assert.equal(after.length, text.length);
    }
  }
  assert.ok(count > 0);
});
