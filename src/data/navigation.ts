/** What the navigation asks of a catalog: figures, documents with a history, families near a code. */
import { comparisonsOf } from './comparisons.ts';
import { type Lineage, lineagesOf } from './history.ts';
import { memoize } from './memoize.ts';
import { catalogOf, codesOf, familiesOf, openWork, workOf } from './site.ts';

export interface CatalogFigures {
  codes: number;
  comparisons: number;
  work: number;
  lineages: Lineage[];
}

/** How much of everything a catalog has. */
export const figuresOf = memoize(async (catalog: string): Promise<CatalogFigures> => {
  const [codes, comparisons, work] = [
    await codesOf(catalog),
    await comparisonsOf(catalog),
    openWork(await workOf(catalog)),
  ];
  return {
    codes: codes.length,
    comparisons: comparisons.length,
    work: work.length,
    lineages: await lineagesOf(await catalogOf(catalog)),
  };
});

type Families = Awaited<ReturnType<typeof familiesOf>>;

/** So many families are listed beside a code before and after its own. */
const reach = 12;

/**
 * The families to list on a page: all on a page of the catalog; on a page of a code those near its
 * family, so that pages do not grow with the catalog.
 *
 * @param family Family of the page's code, if it has one.
 * @returns The families in their order, and how many there are in all.
 */
export async function familiesNear(
  catalog: string,
  family: string | undefined,
): Promise<{ shown: Families; count: number }> {
  const families = await familiesOf(catalog);
  const count = families.length;
  const at = families.findIndex(([name]) => name === family);
  if (family === undefined || count <= 2 * reach + 1) return { shown: families, count };
  const start = Math.max(0, Math.min(at - reach, count - 2 * reach - 1));
  return { shown: families.slice(start, start + 2 * reach + 1), count };
}
