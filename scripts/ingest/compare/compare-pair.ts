/** The differences of one code between two variants. */
import type { Case } from '../../../src/model/case.ts';
import type { Difference } from '../../../src/model/difference.ts';
import type { Entry } from '../../../src/model/entry.ts';
import { FieldSchema } from '../../../src/model/entry.ts';
import type { Variant } from '../../../src/model/registry.ts';
import type { Field } from '../../../src/model/terms.ts';
import { foldSpace } from '../../../src/text/fold.ts';
import { classifyChange } from './classify-change.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Glossary } from './glossary.ts';
import type { FieldDifference } from './invariants.ts';
import { compareInvariants } from './invariants.ts';
import { diffWords } from './word-diff.ts';

/** The cases of one code, as aligned. */
export interface CodeCases {
  catalog: string;
  code: string;
  cases: readonly Case[];
}

/** Compare the entries of one language by their texts. */
function compareTexts(left: Entry, right: Entry, glossary: Glossary): FieldDifference[] {
  return FieldSchema.options.flatMap((field: Field) => {
    const before = left[field]?.plain;
    const after = right[field]?.plain;
    const text = right[field] ?? left[field];
    if (!text) return [];
    const change = classifyChange(before ?? '', after ?? '', text.lang, field, glossary);
    if (!change) return [];
    const kind = !foldSpace(before ?? '')
      ? 'added'
      : !foldSpace(after ?? '')
        ? 'removed'
        : 'changed';
    return [
      {
        field,
        kind,
        ...change,
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
      },
    ];
  });
}

/** Compare two entries of a case, whatever their languages; lists and texts are in the order given. */
function compareEntries(
  [left, leftEntry]: [Variant, Entry],
  [right, rightEntry]: [Variant, Entry],
  glossary: Glossary,
): FieldDifference[] {
  if (left.lang === right.lang) return compareTexts(leftEntry, rightEntry, glossary);
  if (left.lang === 'en') return compareInvariants(leftEntry, rightEntry, glossary);
  return compareInvariants(rightEntry, leftEntry, glossary).map(turnRound);
}

/** The same difference seen from the other side. */
function turnRound(difference: FieldDifference): FieldDifference {
  const { onlyLeft, onlyRight, before, after, runs, ...rest } = difference;
  return {
    ...rest,
    ...(onlyLeft && onlyRight ? { onlyLeft: onlyRight, onlyRight: onlyLeft } : {}),
    ...(before !== undefined && after !== undefined
      ? { before: after, after: before, runs: diffWords(after, before) }
      : {}),
  };
}

/**
 * Compare one code between two variants of its catalog.
 *
 * A case that one variant lacks is a difference of presence: content, or a contradiction when both
 * know the code but share none of its cases (the same code with another meaning). Of several
 * entries that a variant has in a case the first one counts.
 *
 * @returns Differences in the order of the cases and fields, each with its fingerprint.
 */
export function comparePair(
  { catalog, code, cases }: CodeCases,
  left: Variant,
  right: Variant,
  glossary: Glossary,
): Difference[] {
  const sides = cases.map((entryCase) => ({
    id: entryCase.id,
    left: entryCase.entries.find((entry) => entry.variant === left.id),
    right: entryCase.entries.find((entry) => entry.variant === right.id),
  }));
  const otherMeaning =
    sides.some((side) => side.left) &&
    sides.some((side) => side.right) &&
    !sides.some((side) => side.left && side.right);
  const base = { catalog, code, left: left.id, right: right.id };
  return sides.flatMap((side): Difference[] => {
    if (side.left && side.right) {
      const pair = { left: side.left, right: side.right };
      return compareEntries([left, pair.left], [right, pair.right], glossary).map((difference) => ({
        case: side.id,
        left: left.id,
        right: right.id,
        ...difference,
        fingerprint: fingerprintOf({
          ...base,
          case: side.id,
          field: difference.field,
          kind: difference.kind,
          leftText: pair.left[difference.field]?.plain,
          rightText: pair.right[difference.field]?.plain,
        }),
      }));
    }
    if (!side.left && !side.right) return [];
    const kind = side.left ? 'only-left' : 'only-right';
    return [
      {
        case: side.id,
        field: 'presence',
        left: left.id,
        right: right.id,
        kind,
        severity: otherMeaning ? 'contradiction' : 'content',
        fingerprint: fingerprintOf({
          ...base,
          case: side.id,
          field: 'presence',
          kind,
          leftText: undefined,
          rightText: undefined,
        }),
      },
    ];
  });
}
