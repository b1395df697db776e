/** Queries of the comparison pages. */
import type { Case, Code } from '../model/case.ts';
import type { Comparison, PairDifference } from '../model/difference.ts';
import type { Entry } from '../model/entry.ts';
import type { Lang } from '../model/lang.ts';
import type { VariantReport } from '../model/registry.ts';
import { type Rating, ratingIcon, ratingOf, ratings } from '../model/terms.ts';
import { memoize } from './memoize.ts';
import { codesOf, source, variantName } from './queries.ts';
import { readComparisons } from './read-content.ts';
import { catalogPaths } from './static-paths.ts';
import { pairName } from './urls.ts';

/** A part of a comparison: a rating, or the cases that only one of the documents has. */
export type Section = Rating | 'added' | 'removed';

/** The parts of a comparison, in the order in which a page shows them. */
export const sections = ratings.flatMap((rating): Section[] =>
  rating === 'changed' ? [rating, 'added', 'removed'] : [rating],
);

/** The icon next to the name of a section; never shown without the name. */
export const sectionIcon: Record<Section, string> = { ...ratingIcon, added: '+', removed: '−' };

/** A difference with the code, case and entries that it is about. */
export interface DifferenceRow {
  difference: PairDifference;
  section: Section;
  code: Code;
  item: Case;
  left: Entry | undefined;
  right: Entry | undefined;
}

const comparisonsByCatalog = memoize(() =>
  Map.groupBy(readComparisons(source), ({ catalog }) => catalog),
);

/** Every pair of a catalog's variants. */
export function comparisonsOf(catalog: string): Comparison[] {
  return comparisonsByCatalog().get(catalog) ?? [];
}

/** The section of a difference: a case that one variant lacks was added or removed. */
function sectionOf(difference: PairDifference): Section {
  if (difference.field !== 'presence') return ratingOf(difference);
  return difference.kind === 'only-right' ? 'added' : 'removed';
}

/** How many differences each section has. */
export function countSections(differences: PairDifference[]): Record<Section, number> {
  const counts = Object.fromEntries(sections.map((section) => [section, 0])) as Record<
    Section,
    number
  >;
  for (const difference of differences) counts[sectionOf(difference)] += 1;
  return counts;
}

/** The differences of a pair with what they are about, in the order of the codes. */
export function rowsOf(comparison: Comparison): DifferenceRow[] {
  const codes = new Map(codesOf(comparison.catalog).map((code) => [code.code, code]));
  return comparison.differences.map((difference) => {
    const code = codes.get(difference.code);
    const item = code?.cases.find(({ id }) => id === difference.case);
    if (!code || !item)
      throw new Error(
        `${difference.code} has no case ${difference.case} in src/content/codes. Run \`npm run ingest\`.`,
      );
    const entryOf = (variant: string) => item.entries.find((entry) => entry.variant === variant);
    return {
      difference,
      section: sectionOf(difference),
      code,
      item,
      left: entryOf(comparison.left),
      right: entryOf(comparison.right),
    };
  });
}

/** Whether only one of the two variants contains the code, not just this case of it. */
export function isWholeCode({ code, difference }: DifferenceRow, { left, right }: Comparison) {
  const lacking = difference.kind === 'only-right' ? left : right;
  return code.missingFrom.includes(lacking);
}

/** 1-based line of a field in its document, else of its row. */
export function lineOf(entry: Entry, field: PairDifference['field']): number {
  return (field !== 'presence' && entry[field]?.line) || entry.place.line;
}

/** What kind of pair it is: two editions of one document, two languages, or two documents. */
export function pairSort(
  left: VariantReport,
  right: VariantReport,
): 'lineage' | 'languages' | 'documents' {
  if (left.lang !== right.lang) return 'languages';
  return left.lineage === right.lineage ? 'lineage' : 'documents';
}

/** `getStaticPaths` of the pages of pairs. */
export const pairPaths = () =>
  catalogPaths(({ id }) =>
    comparisonsOf(id).map((comparison) => ({
      params: { pair: pairName(comparison) },
      props: { comparison },
    })),
  );

/** The title of a pair: an arrow where the right one is the newer edition. */
export function pairTitle(left: VariantReport, right: VariantReport, lang: Lang): string {
  const sign = pairSort(left, right) === 'lineage' ? '→' : '↔';
  return `${variantName(left, lang)} ${sign} ${variantName(right, lang)}`;
}
