/** Queries of the navigation: figures of a catalog, families near a code. */
import { comparisonsOf } from './comparisons.ts';
import { lineagesOf } from './history.ts';
import { memoize } from './memoize.ts';
import { catalogOf, codesOf, familiesOf, openWork, workOf } from './queries.ts';

/** Pages below `guides/`, in the order in which they are listed. */
export const guides = [
  'reading',
  'linking',
  'searching',
  'keyboard',
  'glossary',
  'comparing',
  'adding-a-document',
  'data',
] as const;

/** What the navigation counts and lists of a catalog. */
export const figuresOf = memoize((catalog: string) => ({
  codes: codesOf(catalog).length,
  comparisons: comparisonsOf(catalog).length,
  work: openWork(workOf(catalog)).length,
  lineages: lineagesOf(catalogOf(catalog)),
}));

type Families = Awaited<ReturnType<typeof familiesOf>>;

/** Families listed on the page of a code before and after its own. */
const reach = 12;

/** Returns the families to list, all or those near one, and how many there are. */
export function familiesNear(
  catalog: string,
  family: string | undefined,
): { shown: Families; count: number } {
  const families = familiesOf(catalog);
  const count = families.length;
  const at = families.findIndex(([name]) => name === family);
  if (family === undefined || count <= 2 * reach + 1) return { shown: families, count };
  const start = Math.max(0, Math.min(at - reach, count - 2 * reach - 1));
  return { shown: families.slice(start, start + 2 * reach + 1), count };
}
