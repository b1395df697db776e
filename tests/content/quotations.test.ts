/** What the site quotes is in the text of the document to which it attributes the words. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ingest } from '../../scripts/ingest/pipeline.ts';
import type { Case } from '../../src/model/case.ts';
import type { Difference } from '../../src/model/difference.ts';
import { projectRoot } from '../support/content.ts';

const { catalogs } = ingest(projectRoot);

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
