/** Queries of the history pages: the editions of a lineage, each with its changes. */
import { ui } from '../i18n.ts';
import type { Comparison } from '../model/difference.ts';
import type { Lang } from '../model/lang.ts';
import type { VariantReport } from '../model/registry.ts';
import { ratingOf } from '../model/terms.ts';
import { orderVariants } from '../model/variant-order.ts';
import { punctuation } from '../text/punctuation.ts';
import { comparisonsOf, countSections, rowsOf, sections } from './comparisons.ts';
import type { CatalogData } from './queries.ts';
import { catalogPaths } from './static-paths.ts';

/** One document in time. */
export interface Lineage {
  id: string;
  /** Newest first. */
  editions: Edition[];
}

/** One edition; `since` is the one before it with what changed, absent for the first that is known. */
export interface Edition {
  variant: VariantReport;
  since?: { variant: VariantReport; comparison: Comparison };
}

/** The lineages of a catalog, English before Chinese, each with its editions. */
export function lineagesOf(catalog: CatalogData): Lineage[] {
  const comparisons = comparisonsOf(catalog.id);
  const lineages = Map.groupBy(orderVariants(catalog.variants), ({ lineage }) => lineage);
  return [...lineages].map(([id, variants]) => ({
    id,
    editions: variants
      .map((variant, index): Edition => {
        const before = variants[index - 1];
        const comparison = comparisons.find(
          ({ left, right }) => left === before?.id && right === variant.id,
        );
        return before && comparison
          ? { variant, since: { variant: before, comparison } }
          : { variant };
      })
      .reverse(),
  }));
}

/** `getStaticPaths` of the pages of lineages. */
export const lineagePaths = () =>
  catalogPaths((catalog) =>
    lineagesOf(catalog).map((lineage) => ({
      params: { lineage: lineage.id },
      props: { lineage },
    })),
  );

/** Name of a lineage: the publisher and title of its newest edition. */
export function lineageName({ editions }: Lineage, lang: Lang): string {
  const newest = editions[0]?.variant;
  return newest ? `${newest.publisher[lang]}${punctuation[lang].colon}${newest.title}` : '';
}

/** What an edition changed, in one sentence of figures. */
export function summaryOf({ variant, since }: Edition, lang: Lang): string {
  const t = ui(lang);
  if (!since) return t('history.first', { codes: t('catalog.codes', { count: variant.codes }) });
  const counts = countSections(since.comparison.differences);
  const parts = sections
    .filter((section) => counts[section] > 0)
    .map((section) => t(`history.count.${section}`, { count: counts[section] }));
  if (parts.length === 0) return t('history.nothing');
  return parts.join(punctuation[lang].comma);
}

/** What an edition changed, a line a difference, as plain text. */
export function changesOf({ since }: Edition, lang: Lang): string[] {
  if (!since) return [];
  const t = ui(lang);
  const { colon, comma } = punctuation[lang];
  const rows = rowsOf(since.comparison);
  return sections.flatMap((section) =>
    rows
      .filter((row) => row.section === section)
      .map(({ code, difference, item, left, right }) => {
        const { field } = difference;
        const entry = right ?? left ?? item.entries[0];
        const label = [code.code, entry?.httpStatus?.plain].filter(Boolean).join(' ');
        if (field === 'presence') {
          return `${t(`compare.section.${section}`)}${colon}${label} ${entry?.message?.plain ?? ''}`;
        }
        const [before, after] = [left?.[field]?.plain ?? '', right?.[field]?.plain ?? ''];
        return `${t(`severity.${ratingOf(difference)}`)}${colon}${label}${comma}${t(`field.${field}`)}${colon}${before} → ${after}`;
      }),
  );
}

/** When an edition was published or seen, for feeds; one without a date has that of the one before. */
export function momentOf({ editions }: Lineage, edition: Edition): string {
  const from = editions.indexOf(edition);
  const dated = editions.slice(from).find(({ variant }) => variant.revision ?? variant.seen);
  const date = dated?.variant.revision ?? dated?.variant.seen ?? '1970-01-01';
  return `${date.length === 7 ? `${date}-01` : date}T00:00:00Z`;
}
