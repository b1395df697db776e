/** The compare stage: from aligned cases to differences. Pure; the glossary comes from outside. */
import type { Case } from '../../../src/model/case.ts';
import type { Difference } from '../../../src/model/difference.ts';
import type { Variant } from '../../../src/model/registry.ts';
import type { CodeCases } from './compare-pair.ts';
import { comparePair } from './compare-pair.ts';
import type { Glossary } from './glossary.ts';
import { pairsToCompare } from './pairs.ts';

export { classifyChange } from './classify-change.ts';
export type { CodeCases } from './compare-pair.ts';
export { fingerprintOf } from './fingerprint.ts';
export { emptyGlossary, type Glossary, GlossarySchema } from './glossary.ts';
export { compareInvariants } from './invariants.ts';
export { pairsToCompare } from './pairs.ts';
export { changesSince } from './since.ts';
export { diffWords } from './word-diff.ts';

/**
 * The differences that a code carries: between variants that follow each other in a lineage, and
 * between the newest English and the newest Chinese one.
 *
 * @param input One code with its cases, the variants of its catalog in the registry's order, and
 *   the glossary.
 * @returns Differences by pair, case and field; other pairs are worked out by `compareVariants`.
 */
export function compareCode(input: {
  catalog: string;
  code: string;
  cases: Case[];
  variants: Variant[];
  glossary: Glossary;
}): Difference[] {
  return pairsToCompare(input.variants).flatMap(({ left, right }) =>
    comparePair(input, left, right, input.glossary),
  );
}

/**
 * Compare any two variants of one catalog, for the comparison pages.
 *
 * @param left The variant taken as the older one; before and `onlyLeft` are its texts.
 * @param codes Every code of the catalog with its cases, in the order wanted for the result.
 */
export function compareVariants(
  left: Variant,
  right: Variant,
  codes: readonly CodeCases[],
  glossary: Glossary,
): (Difference & { code: string })[] {
  return codes.flatMap((code) =>
    comparePair(code, left, right, glossary).map((difference) => ({
      ...difference,
      code: code.code,
    })),
  );
}
