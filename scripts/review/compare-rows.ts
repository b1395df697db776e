import type { Comparison } from '../../src/model/difference.ts';
import type { Entry } from '../../src/model/entry.ts';
import type { Variant } from '../../src/model/registry.ts';
import { type AlignedCode, alignCatalog } from '../ingest/align/index.ts';
import { compareCatalog, type Glossary } from '../ingest/compare/index.ts';

/** The id of the older side. No variant can have it. */
const older = 'as it was';

/**
 * Compares two sets of rows of one document as an older and a newer revision.
 *
 * @param before Rows of the older side, in any order.
 * @param after Rows of the newer side.
 * @param variant The document.
 */
export function compareRows(
  before: readonly Entry[],
  after: readonly Entry[],
  variant: Variant,
  glossary: Glossary,
): { codes: AlignedCode[]; comparison: Comparison } {
  const { follows: _, translates: __, current: ___, ...about } = variant;
  const sides = [
    { variant: { ...about, id: older }, entries: inOrder(before) },
    { variant: { ...about, follows: older }, entries: inOrder(after) },
  ];
  for (const { variant, entries } of sides) for (const entry of entries) entry.variant = variant.id;
  const codes = alignCatalog(sides);
  const variants = sides.map((side) => side.variant);
  const aligned = codes.map(({ code, cases }) => ({ catalog: '', code, cases }));
  const { comparisons } = compareCatalog({ id: '', variants }, aligned, glossary);
  // Two variants have exactly one comparison.
  const comparison = comparisons[0] as Comparison;
  // Nobody can acknowledge what is compared only here.
  for (const difference of comparison.differences) difference.fingerprint = '';
  return { codes, comparison };
}

/** Copies of rows, in the order of the document. */
const inOrder = (rows: readonly Entry[]): Entry[] =>
  rows
    .map((row) => ({ ...row }))
    .sort((a, b) => Number(a.place.file > b.place.file) || a.place.line - b.place.line);
