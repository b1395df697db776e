/** Remarks of the documents, outside their tables, that name a code. */
import type { Code } from '../model/case.ts';
import type { VariantReport } from '../model/registry.ts';
import type { Place } from '../model/text.ts';
import { newestFirst } from '../model/variant-order.ts';
import { memoize } from './memoize.ts';
import { catalogOf } from './queries.ts';

/** Where a document names a code. */
export interface Mention {
  variant: VariantReport;
  place: Place;
}

const byCode = memoize((catalog: string) =>
  Map.groupBy(
    newestFirst(catalogOf(catalog).variants).flatMap((variant) =>
      variant.findings
        .filter(({ id }) => id === 'code-in-notes')
        .map(({ code, place }) => ({ code, variant, place })),
    ),
    ({ code }) => code,
  ),
);

/** Returns the remarks that name a code, of the newest document first. */
export function mentionsOf({ catalog, code }: Code): Mention[] {
  return byCode(catalog).get(code) ?? [];
}
